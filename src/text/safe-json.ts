/** JSON that every parser reads, and that may be shown in a terminal and in a log of continuous integration. */

/**
 * What JSON leaves as it is, and a terminal (DEL, C1 controls) or a CI runner (`##vso[`, `##[`) obeys. Such signs stand
 * in strings only.
 */
const OBEYED = /[\u007F-\u009F]|#(?=#\w*\[)/g;
/**
 * A surrogate that stands alone, half of an emoji that was cut: `JSON.stringify` writes it as `\ud83d`, which other parsers
 * refuse (RFC 8259, 8.2). Matched from backslash to backslash, so that the letters `\\ud83d` of a text are none.
 */
const ALONE = /\\(?:\\|ud[89a-f][\da-f]{2})/g;

/** As `JSON.stringify`, with those characters as escapes: parsing it gives the same value, with � for half an emoji. */
export function safeJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent).replaceAll(
    OBEYED,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return json.includes('\\ud') ? json.replaceAll(ALONE, (found) => (found === '\\\\' ? found : '\uFFFD')) : json;
}
