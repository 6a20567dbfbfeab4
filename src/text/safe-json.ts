/** JSON that may be shown in a terminal and in a log of continuous integration. */

/**
 * What JSON leaves as it is, and a terminal (DEL, C1 controls) or a CI runner (`##vso[`, `##[`) obeys. Such signs stand
 * in strings only.
 */
const OBEYED = /[\u007F-\u009F]|#(?=#\w*\[)/g;

/** As `JSON.stringify`, with those characters as escapes: parsing it gives the same value. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(
    OBEYED,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
