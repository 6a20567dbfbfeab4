/** Writes JSON that every parser reads, and that is safe to show in a terminal and in a CI log. */

/**
 * Characters that JSON does not escape but that control a terminal (DEL, C1 controls) or a CI runner (`##vso[`,
 * `##[`). They occur only in strings.
 */
const OBEYED = /[\u007F-\u009F]|#(?=#\w*\[)/g;
/**
 * A lone surrogate, half of an emoji that was cut: `JSON.stringify` writes it as `\ud83d`, which other parsers reject
 * (RFC 8259, 8.2). Escaped backslashes are matched too, so that the text `\\ud83d` is not taken for one.
 */
const ALONE = /\\(?:\\|ud[89a-f][\da-f]{2})/g;

/** Like `JSON.stringify`, with these characters escaped: parsing gives the same value, with � for half an emoji. */
export function safeJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent).replaceAll(
    OBEYED,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return json.includes('\\ud') ? json.replaceAll(ALONE, (found) => (found === '\\\\' ? found : '\uFFFD')) : json;
}
