/**
 * Whether a text says of itself that its end is missing. Looked at from its end: what it costs is in proportion to its
 * last word.
 */

/** A link right behind an ellipsis, and nothing but a link. */
const LINK_BEHIND = /…https?:\/\/\S/u;
const LINK = /^https?:\/\/\S/u;
const LOOKS_LIKE_LINK = /\S[./]/u;
/**
 * What the web page hides behind a link that it shows shortened, and scrapers keep: the link is cut for the eye, the
 * text is not.
 */
const SHORTENED = '\u00a0…';

/** An ellipsis at the end, be it before a link that the platform has put behind it; not one that shortens a link. */
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
