/** Finds the dialect of a table from its beginning. */

import { CsvError, parse } from 'csv-parse/sync';
import { NO_QUOTE } from './csv-dialect.js';
import { hasWidth, type CsvDialect, parsing } from './csv-records.js';
import { HEADER_SEARCH_ROWS, type HeaderPredicate, repeatsHeader } from './find-header.js';
import { mayBeRegular, readRegular } from './regular-records.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Quoted column names with spaces between them, as R's write.table writes them. */
const SPACED = /^\s*"[^"\r\n]+"(?: "[^"\r\n]+")+\r?\n/;
/** Unusual delimiters that do not occur in column names, for a first line without any usual delimiter. */
const UNUSUAL = /^[^,;\t|\r\n]*?([~^¦§])/;

function unusualDelimiters(head: string): string[] {
  if (SPACED.test(head)) return [' '];
  const [line = ''] = head.split('\n', 1);
  const sign = /[,;\t|]/.test(line) ? undefined : UNUSUAL.exec(line)?.[1];
  return sign === undefined ? [] : [sign];
}

/** The usual quote first: it is used if the rows do not show which is right. */
const QUOTES = ['"', "'"] as const;

/**
 * Delimiter, quotes and line ends of a table with this beginning: those by which a header is recognised in its first
 * rows; otherwise the most frequent delimiter, outside quotes, in the first record that has two.
 */
export function sniffDialect(head: string, isHeader: HeaderPredicate = () => false): CsvDialect {
  const sniffed = sniffLayout(head, isHeader);
  const layout = areSigns(head, sniffed) ? { ...sniffed, quote: NO_QUOTE } : sniffed;
  if (!head.includes(`\\${layout.quote}`)) return layout;
  // A quote escaped by a backslash, as MySQL and Spark write it: recognised if with it more rows have the usual
  // width, and no quotes are doubled.
  const escaped: CsvDialect = { ...layout, escape: '\\' };
  const [as, so] = [fitOf(head, layout), fitOf(head, escaped)];
  // A text may also end in a backslash just before its closing quote.
  return so.misfits < as.misfits && so.misfits <= MOST_MISFITS && !as.areDoubled ? escaped : layout;
}

/**
 * Whether quotes are signs like any other, as in tables that a program writes without quoting: a quote that opens a
 * text would otherwise swallow all rows up to the next one. Then lines have the usual width without regard to quotes, and
 * they have more quotes within a cell, or at one end of several words alone, than cells in quotes.
 */
function areSigns(head: string, layout: CsvDialect): boolean {
  const { quote } = layout;
  if (!head.includes(quote)) return false;
  const bare: CsvDialect = { ...layout, quote: NO_QUOTE };
  const rows = firstRows(head, bare, LINES).map(({ cells }) => cells);
  const isEnclosed = (cell: string): boolean => cell.length > 1 && cell.startsWith(quote) && cell.endsWith(quote);
  const [so, as] = [fitOf(head, bare, LINES), fitOf(head, layout, LINES)];
  if (so.misfits > as.misfits || so.misfits > MOST_MISFITS || (rows[0] ?? []).some((name) => name.includes(quote)))
    return false;
  let [signs, enclosed] = [0, 0];
  rows.forEach((cells, at) => {
    const next = rows[at + 1];
    for (const cell of cells) {
      if (!cell.includes(quote)) continue;
      if (isEnclosed(cell)) enclosed++;
      // The first line of a text with line ends may have the usual width, but not the second.
      if (isEnclosed(cell) || cells.length !== so.width || next?.length !== so.width) continue;
      // An id behind a quote is damaged, not written so.
      if (!cell.startsWith(quote) || /\s/.test(cell)) signs++;
    }
  });
  return signs > enclosed;
}

/** The number of lines by which it is judged whether quotes are signs: about as many as a beginning has. */
const LINES = 1000;

/** The maximum share of rows with another width than the usual one. */
const MOST_MISFITS = 0.1;

/**
 * The share of rows without the most frequent width, and whether one with it contains a doubled quote within quotes.
 */
function fitOf(
  head: string,
  layout: CsvDialect,
  most = JUDGED_BY,
): { readonly misfits: number; readonly areDoubled: boolean; readonly width: number } {
  const { quote } = layout;
  const rows = firstRows(head, layout, most);
  const counts = new Map<number, number>();
  for (const { cells } of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const usual = Math.max(0, ...counts.values());
  const areDoubled = rows.some(
    ({ cells, raw }) =>
      counts.get(cells.length) === usual &&
      cells.some((cell) => cell.includes(quote) && raw.includes(quoted(cell, quote))),
  );
  const width = [...counts].find(([, count]) => count === usual)?.[0] ?? 0;
  return { misfits: rows.length === 0 ? 1 : 1 - usual / rows.length, areDoubled, width };
}

function sniffLayout(head: string, isHeader: HeaderPredicate): CsvDialect {
  const recordDelimiters = lineEnds(head);
  // A line for spreadsheets that some programs write.
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

/** The number of rows by which quotes are judged: more rows hardly change the result, and lines may be very short. */
const JUDGED_BY = 200;

/** Number of cells that needed quotes and had them, in rows of the header's width and in all rows. */
interface Proofs {
  readonly layout: CsvDialect;
  readonly proofs: number;
  readonly allProofs: number;
}

/** The evidence for the quotes of a dialect; undefined if `'` also occurs as an apostrophe and so is not a quote. */
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

/** The first records of a text, each with the text from which it was read. */
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
      // With `raw`, csv-parse passes an object with the record and its text, although its types do not include this.
      on_record: (given: string[] | { readonly record: string[] }, { raw = '' }) => {
        rows.push({ cells: 'record' in given ? given.record : given, raw });
        return null;
      },
    });
  } catch (error) {
    // A quote was cut off by the end of the head or is never closed: the rows before it are kept.
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
