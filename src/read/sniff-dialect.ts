/** How a table is laid out, by its first letters. */

import { CsvError, parse } from 'csv-parse/sync';
import { hasWidth, type CsvDialect, parsing } from './csv-records.js';
import { HEADER_SEARCH_ROWS, type HeaderPredicate, repeatsHeader } from './find-header.js';
import { mayBeRegular, readRegular } from './regular-records.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Names of columns in quotes with spaces between them, as R's write.table writes them. */
const SPACED = /^\s*"[^"\r\n]+"(?: "[^"\r\n]+")+\r?\n/;
/** Signs that no name of a column has, in a first line that has none of the usual ones. */
const UNUSUAL = /^[^,;\t|\r\n]*?([~^¦§])/;

function unusualDelimiters(head: string): string[] {
  if (SPACED.test(head)) return [' '];
  const [line = ''] = head.split('\n', 1);
  const sign = /[,;\t|]/.test(line) ? undefined : UNUSUAL.exec(line)?.[1];
  return sign === undefined ? [] : [sign];
}

/** The usual one first: where nothing in the rows tells, it is the one. */
const QUOTES = ['"', "'"] as const;

/**
 * Delimiter, quotes and line ends of a table that begins like this: those by which a header is recognised, among its
 * first rows; otherwise the delimiter that stands most often, outside quotes, in the first record that has two.
 */
export function sniffDialect(head: string, isHeader: HeaderPredicate = () => false): CsvDialect {
  const layout = sniffLayout(head, isHeader);
  if (!head.includes(`\\${layout.quote}`)) return layout;
  // As MySQL and Spark write a quote: told by rows that are as wide as most so, and are not where quotes are doubled.
  const escaped: CsvDialect = { ...layout, escape: '\\' };
  const [as, so] = [fitOf(head, layout), fitOf(head, escaped)];
  // A text may end in a backslash, right before the quote that closes it.
  return so.misfits < as.misfits && so.misfits <= MOST_MISFITS && !as.areDoubled ? escaped : layout;
}

/** The share of rows of another width that a layout may have. */
const MOST_MISFITS = 0.1;

/** The share of the rows that are not as wide as most are; and whether one that is has a quote within its quotes, doubled. */
function fitOf(head: string, layout: CsvDialect): { readonly misfits: number; readonly areDoubled: boolean } {
  const { quote } = layout;
  const rows = firstRows(head, layout, JUDGED_BY);
  const counts = new Map<number, number>();
  for (const { cells } of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const areDoubled = rows.some(
    ({ cells, raw }) =>
      counts.get(cells.length) === most &&
      cells.some((cell) => cell.includes(quote) && raw.includes(quoted(cell, quote))),
  );
  return { misfits: rows.length === 0 ? 1 : 1 - most / rows.length, areDoubled };
}

function sniffLayout(head: string, isHeader: HeaderPredicate): CsvDialect {
  const recordDelimiters = lineEnds(head);
  // What spreadsheets understand, and some programs write for them.
  const named = /^sep=([^\r\n])[\r\n]/i.exec(head)?.[1];
  const delimiters = named === undefined ? [...DELIMITERS, ...unusualDelimiters(head)] : [named];
  const layouts = delimiters.flatMap((delimiter) =>
    QUOTES.map((quote): CsvDialect => ({ delimiter, quote, recordDelimiters })),
  );
  const headed = layouts.flatMap((layout) => {
    const header = firstRows(head, layout, HEADER_SEARCH_ROWS)
      .find(({ cells }) => isHeader(cells))
      ?.cells.map((cell) => cell.trim());
    return header ? [{ layout, header }] : [];
  });
  const width = Math.max(...headed.map(({ header }) => header.length));
  const [first, ...others] = headed.filter(({ header }) => header.length === width);
  if (!first) return { delimiter: named ?? mostFrequent(head, recordDelimiters), quote: '"', recordDelimiters };
  if (others.length === 0) return first.layout;
  const [best] = [first, ...others]
    .flatMap(({ layout, header }) => proofsOf(head, layout, header) ?? [])
    .sort((a, b) => b.proofs - a.proofs || b.allProofs - a.allProofs);
  return best?.layout ?? first.layout;
}

/** Rows by which quotes are judged: more hardly tell more, and lines may be as short as one likes. */
const JUDGED_BY = 200;

/** Cells that had to be quoted and were, in rows as wide as the header and in all. */
interface Proofs {
  readonly layout: CsvDialect;
  readonly proofs: number;
  readonly allProofs: number;
}

/** What speaks for the quotes of a layout; undefined where `'` stands as an apostrophe, too, and so is no quote. */
function proofsOf(head: string, layout: CsvDialect, header: readonly string[]): Proofs | undefined {
  const { delimiter, quote } = layout;
  const rows = firstRows(head, layout, JUDGED_BY);
  const at = rows.findIndex(({ cells }) => repeatsHeader(cells, header));
  let proofs = 0;
  let allProofs = 0;
  for (const { cells, raw } of rows.slice(at + 1)) {
    if (repeatsHeader(cells, header)) continue;
    const fitting = hasWidth(cells, header);
    for (const cell of cells) {
      if (![delimiter, quote, '\r', '\n'].some((special) => cell.includes(special))) continue;
      if (raw.includes(quoted(cell, quote))) {
        allProofs++;
        if (fitting) proofs++;
      } else if (fitting && quote === "'" && cell.includes(quote)) return undefined;
    }
  }
  return { layout, proofs, allProofs };
}

function quoted(cell: string, quote: string): string {
  return `${quote}${cell.replaceAll(quote, quote + quote)}${quote}`;
}

/** The first records of a text, each with the letters that it was read from. */
function firstRows(
  head: string,
  layout: CsvDialect,
  to: number,
): { readonly cells: readonly string[]; readonly raw: string }[] {
  const rows: { readonly cells: readonly string[]; readonly raw: string }[] = [];
  const { end } = mayBeRegular(layout)
    ? readRegular(head.slice(0, head.lastIndexOf('\n') + 1), layout, to, (cells, from, next) =>
        rows.push({ cells, raw: head.slice(from, next) }),
      )
    : { end: 0 };
  if (rows.length === to) return rows;
  try {
    parse(head.slice(end), {
      ...parsing(layout),
      raw: true,
      to: to - rows.length,
      // With `raw`, the parser gives the record in an object of both; its types do not say so.
      on_record: (given: string[] | { readonly record: string[] }, { raw = '' }) => {
        rows.push({ cells: 'record' in given ? given.record : given, raw });
        return null;
      },
    });
  } catch (error) {
    // A quote that the end of the head has cut off, or one that is never closed: the rows before it are there.
    if (!(error instanceof CsvError)) throw error;
  }
  return rows;
}

function lineEnds(head: string): string[] {
  const end = /\r\n|\n|\r/.exec(head)?.[0];
  return end === '\r' ? ['\r'] : ['\r\n', '\n'];
}

function mostFrequent(head: string, recordDelimiters: readonly string[]): string {
  const end = recordDelimiters.at(-1) ?? '\n';
  let counts: Record<string, number> = {};
  let within = false;
  let records = 0;
  for (const character of head) {
    if (character === '"') within = !within;
    else if (within) continue;
    else if (character === end) {
      if (++records >= HEADER_SEARCH_ROWS || DELIMITERS.some((delimiter) => (counts[delimiter] ?? 0) >= 2)) break;
      counts = {};
    } else counts[character] = (counts[character] ?? 0) + 1;
  }
  let most: string = ',';
  for (const candidate of DELIMITERS) if ((counts[candidate] ?? 0) > (counts[most] ?? 0)) most = candidate;
  return most;
}
