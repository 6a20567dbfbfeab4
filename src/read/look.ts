/** What the first letters of a file show: what it is where it is no table, and how it is laid out where it is one. */

import { CsvError, parse } from 'csv-parse/sync';
import { HEADER_WITHIN, type IsHeader } from './find-header.js';
import type { Layout } from './records.js';

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

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Delimiter, quotes and line ends of a table that begins like this: those by which a header is recognised, among its
 * first rows; otherwise the delimiter that stands most often, outside quotes, in the first record that has two.
 */
export function lookAtLayout(head: string, isHeader: IsHeader = () => false): Layout {
  const recordDelimiters = lineEnds(head);
  // What spreadsheets understand, and some programs write for them.
  const named = /^sep=([^\r\n])\r?\n/i.exec(head)?.[1];
  if (named !== undefined) return { delimiter: named, quote: '"', recordDelimiters };
  let best: { layout: Layout; width: number } | undefined;
  for (const quote of head.startsWith("'") ? ['"', "'"] : ['"']) {
    for (const delimiter of DELIMITERS) {
      const layout = { delimiter, quote, recordDelimiters };
      const header = firstRows(head, layout).find(isHeader);
      if (header && header.length > (best?.width ?? 0)) best = { layout, width: header.length };
    }
  }
  return best?.layout ?? { delimiter: mostFrequent(head, recordDelimiters), quote: '"', recordDelimiters };
}

function firstRows(head: string, { delimiter, quote, recordDelimiters }: Layout): string[][] {
  try {
    return parse(head, { delimiter, quote, escape: quote, record_delimiter: [...recordDelimiters], relax_column_count: true, relax_quotes: true, to: HEADER_WITHIN });
  } catch (error) {
    // A quote that the end of the head has cut off, or one that is never closed.
    if (error instanceof CsvError) return [];
    throw error;
  }
}

function lineEnds(head: string): string[] {
  const end = /\r\n|\n|\r/.exec(head)?.[0];
  return end === '\r' ? ['\r'] : ['\r\n', '\n'];
}

function mostFrequent(head: string, recordDelimiters: readonly string[]): string {
  const end = recordDelimiters.at(-1) ?? '\n';
  let counts: Record<string, number> = {};
  let quoted = false;
  let records = 0;
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === end) {
      if (++records >= HEADER_WITHIN || DELIMITERS.some((delimiter) => (counts[delimiter] ?? 0) >= 2)) break;
      counts = {};
    } else counts[character] = (counts[character] ?? 0) + 1;
  }
  let most: string = ',';
  for (const candidate of DELIMITERS) if ((counts[candidate] ?? 0) > (counts[most] ?? 0)) most = candidate;
  return most;
}
