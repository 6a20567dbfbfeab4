import { isUtf8 } from 'node:buffer';
import type { CsvDialect } from './csv-dialect.js';

/** Bytes of a record that is waited for here: a longer one is rather broken, and the parser knows what to say of it. */
const LONGEST = 1024 * 1024;
const NEWLINE = 10;
const RETURN = 13;
const NO_BYTES = Buffer.alloc(0);

/** Whether tables of this layout can be read here. */
export function mayBeRegular({ delimiter, quote, recordDelimiters, escape }: CsvDialect): boolean {
  return (
    escape === undefined &&
    /^[,;\t|]$/u.test(delimiter) &&
    /^["']$/u.test(quote) &&
    recordDelimiters.join() === '\r\n,\n'
  );
}

/**
 * Reads a table part by part as long as it is regular (see `readRegular`) and UTF-8. In a third of the time that csv-parse
 * takes it gives the same records, and each with the same part. What it stops at is the parser's: `rest`, which begins
 * with a record, and all that follows.
 */
export class RegularRecords {
  readonly #layout: CsvDialect;
  /** Whether it reads on. */
  isRegular = true;
  /** What was given and not yet read. */
  rest: Buffer = NO_BYTES;

  /** @param layout one that `mayBeRegular` says yes to */
  constructor(layout: CsvDialect) {
    this.#layout = layout;
  }

  /** The records that this part completes. */
  push(part: Buffer): string[][] {
    const bytes = this.rest.length === 0 ? part : Buffer.concat([this.rest, part]);
    const whole = bytes.subarray(0, lastEnd(bytes));
    this.rest = bytes;
    this.isRegular = bytes.length <= LONGEST && isUtf8(whole);
    if (!this.isRegular) return [];
    const text = whole.toString();
    const records: string[][] = [];
    const { end, isRegular } = readRegular(text, this.#layout, Infinity, (cells) => void records.push(cells));
    this.isRegular = isRegular;
    this.rest = bytes.subarray(end === text.length ? whole.length : Buffer.byteLength(text.slice(0, end)));
    return records;
  }
}

/** Bytes that csv-parse waits for behind each that it looks at: a white space that it may have to leave out is as long. */
const LOOKED_AHEAD = 3;

/** Where the last line ends that csv-parse would end. */
function lastEnd(bytes: Buffer): number {
  for (let at = bytes.lastIndexOf(NEWLINE); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(NEWLINE, at - 1)) {
    const seen = bytes[at - 1] === RETURN ? at - 1 : at;
    if (bytes.length - seen > LOOKED_AHEAD) return at + 1;
  }
  return 0;
}

/** What is not regular, or ends within a record. */
const IRREGULAR = -1;
const OPEN = -2;

/**
 * The records of a text whose lines are all ended, at most so many, as long as they are regular: quotes stand around whole
 * cells alone. Where it has stopped, and whether what comes there may be regular once it is whole.
 *
 * @param layout one that `mayBeRegular` says yes to
 * @param take is given each record, and where it begins and the next one does
 */
export function readRegular(
  text: string,
  { delimiter, quote }: CsvDialect,
  most: number,
  take: (cells: string[], from: number, to: number) => void,
): { readonly end: number; readonly isRegular: boolean } {
  let nextQuote = 0;
  let at = 0;
  for (let count = 0; at < text.length && count < most; count++) {
    const end = text.indexOf('\n', at);
    if (nextQuote < at) nextQuote = placeOf(quote, text, at);
    let cells: string[] = [];
    let next = end + 1;
    if (nextQuote > end) cells = text.slice(at, beforeReturn(text, at, end)).split(delimiter);
    else next = readQuoted(text, at, delimiter, quote, cells);
    if (next < 0) return { end: at, isRegular: next === OPEN };
    take(cells, at, next);
    at = next;
  }
  return { end: at, isRegular: true };
}

/** Reads a record that begins at `from`, and tells where the next one begins. */
function readQuoted(text: string, from: number, delimiter: string, quote: string, cells: string[]): number {
  let at = from;
  for (;;) {
    let end: number;
    if (text[at] === quote) {
      const close = closingQuote(text, quote, at + 1);
      if (close < 0) return OPEN;
      cells.push(text.slice(at + 1, close).replaceAll(quote + quote, quote));
      end = close + 1;
    } else {
      const line = text.indexOf('\n', at);
      end = Math.min(placeOf(delimiter, text, at), line);
      if (end === line) end = beforeReturn(text, at, line);
      const cell = text.slice(at, end);
      if (cell.includes(quote)) return IRREGULAR;
      cells.push(cell);
    }
    if (text[end] === delimiter) at = end + 1;
    else if (text[end] === '\n') return end + 1;
    else if (text[end] === '\r' && text[end + 1] === '\n') return end + 2;
    else return IRREGULAR;
  }
}

/** The quote that ends a cell which begins here: the first that is not one of two. */
function closingQuote(text: string, quote: string, from: number): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 2))
    if (text[at + 1] !== quote) return at;
  return -1;
}

/** Where a line's text ends: before the `\r` of its `\r\n`. */
function beforeReturn(text: string, from: number, end: number): number {
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

function placeOf(sign: string, text: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? Infinity : at;
}
