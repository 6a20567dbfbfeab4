/** Detects texts whose end is missing. Only the end of a text is examined: the cost depends on the last word. */

/** A word with an ellipsis that is directly followed by a link. */
const LINK_BEHIND = /…https?:\/\/\S/u;
const LINK = /^https?:\/\/\S/u;
const LOOKS_LIKE_LINK = /\S[./]/u;
/**
 * Follows a link that the web page shows shortened; scrapers copy it. Only the display of the link is cut, not the
 * text.
 */
const SHORTENED = '\u00a0…';

/**
 * Whether the text ends with an ellipsis, or with one before a link added by the platform; an ellipsis that shortens a
 * link does not count.
 */
export function isCutShort(text: string): boolean {
  const whole = text.trimEnd();
  if (whole.endsWith('…'))
    return !(whole.endsWith(SHORTENED) && LOOKS_LIKE_LINK.test(lastWord(whole.slice(0, -SHORTENED.length))));
  const word = lastWord(whole);
  return LINK_BEHIND.test(word) || (LINK.test(word) && whole.slice(0, -word.length).trimEnd().endsWith('…'));
}

function lastWord(text: string): string {
  let from = text.length;
  while (from > 0 && !/\s/u.test(text.charAt(from - 1))) from--;
  return text.slice(from);
}
