/** How a text of JSON is divided: one value a line, or values (perhaps a single one) of many lines. */
export type JsonLayout = 'lines' | 'document';

/** What a user's own archive puts before its JSON. */
export const ARCHIVE_PREFIX = /^\s*window\.YTD\.[\w.]+\s*=\s*/;

const JSON_START = /^\s*\x1e?\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\d\]]|$))/;

/** The layout of a file that begins like this; undefined where it is no JSON. */
export function sniffJson(head: string): JsonLayout | undefined {
  // Byte order mark and blank lines: before a long run of these the pattern would take the square of its length.
  const text = head.trimStart();
  if (ARCHIVE_PREFIX.test(text)) return 'document';
  if (!JSON_START.test(text)) return undefined;
  if (text.trimStart().startsWith('[')) return 'document';
  const lines = text.split(/\r?\n/);
  // The last may go on beyond the head. A single line is read as one, however long.
  const whole = lines.length === 1 ? lines : lines.slice(0, -1);
  return lines.length === 1 || whole.slice(0, 20).some(isObject) ? 'lines' : 'document';
}

function isObject(line: string): boolean {
  if (!/^\s*\{.*\}\s*$/.test(line)) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
