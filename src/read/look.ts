/** What the first letters of a file show: what it is where it is no table, and how it is laid out where it is one. */

export interface Stranger {
  readonly code: 'not-text' | 'unknown-format';
  readonly what: string;
  readonly hint: string;
}

/** What the file is where it is plainly no table of text; undefined where it may be one. `head` is UTF-8. */
export function recogniseStranger(head: Uint8Array): Stranger | undefined {
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  if (head.includes(0) || odd > head.length / 50) return { code: 'not-text', what: 'is binary, not text', hint: 'give a dump of posts as CSV' };
  const start = new TextDecoder().decode(head.subarray(0, 400)).trimStart();
  if (/^(?:\{\s*"|\{\s*\}|\[\s*[{\]]|window\.YTD|while\s*\(1\)|\[\s*$)/.test(start)) return { code: 'unknown-format', what: 'looks like JSON, not like a table', hint: 'convert it to CSV, for example with twarc2 csv or jq' };
  if (/^<(?:!doctype|html|\?xml|rss|feed)/i.test(start)) return { code: 'unknown-format', what: 'looks like a web page or XML, not like a table', hint: 'give a dump of posts as CSV' };
  return undefined;
}

export interface Layout {
  readonly delimiter: string;
  readonly recordDelimiters: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Delimiter and line ends, from the first record: what stands in it most often outside quotes. */
export function lookAtLayout(text: string): Layout {
  const counts: Record<string, number> = {};
  let quoted = false;
  let end = '';
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') {
      if (end === '\r' && character !== '\n') break;
      end = character;
      if (character === '\n') break;
    } else if (end === '\r') break;
    else counts[character] = (counts[character] ?? 0) + 1;
  }
  let delimiter = ',';
  for (const candidate of DELIMITERS) if ((counts[candidate] ?? 0) > (counts[delimiter] ?? 0)) delimiter = candidate;
  return { delimiter, recordDelimiters: end === '\r' ? ['\r'] : ['\r\n', '\n'] };
}
