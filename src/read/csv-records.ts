import { CsvError, parse, type Options, type Parser } from 'csv-parse';
import { formatNumber } from '../text/format.js';
import { type CsvDialect, NO_QUOTE } from './csv-dialect.js';
import { mayBeRegular, RegularRecords } from './regular-records.js';
import type { Row } from './row.js';
import { cutAtMultiples } from './streams.js';

export type { CsvDialect } from './csv-dialect.js';

/** The longest accepted record, in bytes: beyond it, a quote was never closed or the file is not a table. */
export const MAX_RECORD = 8 * 1024 * 1024;
/** The most bytes written to the parser at once: the time per record grows with the amount that waits in the parser. */
const MAX_WRITE = 32 * 1024;
/** A limit against decompression bombs: no real dump has this many consecutive blank lines. */
export const MAX_BLANK_LINES = 100_000;

/** A CSV record that cannot be read. */
export class CsvSyntaxError extends Error {
  override readonly name = 'CsvSyntaxError';
  /** The line on which the unreadable record begins. */
  readonly line: number;
  constructor(line: number, message = 'a quote (") is opened in this row and never closed: the file may be cut off') {
    super(message);
    this.line = line;
  }

  /** An error for a quoted cell that exceeds the longest accepted record. */
  static quoteTooLong(line: number): CsvSyntaxError {
    return new CsvSyntaxError(
      line,
      `a quote (") is opened in this row and not closed within ${MAX_RECORD / 1024 ** 2} MiB, the longest row that is read`,
    );
  }

  static tooLong(line: number): CsvSyntaxError {
    return new CsvSyntaxError(
      line,
      `this row does not end within ${MAX_RECORD / 1024 ** 2} MiB: the file may be damaged, or no table`,
    );
  }

  static blank(line: number): CsvSyntaxError {
    return new CsvSyntaxError(line, `more than ${formatNumber(MAX_BLANK_LINES)} blank lines follow each other`);
  }
}

/** The csv-parse options for a dialect; malformed input is read as far as possible. */
export function parsing({ delimiter, quote, recordDelimiters, escape }: CsvDialect): Options<string[]> {
  return {
    delimiter,
    quote: quote === NO_QUOTE ? false : quote,
    escape: escape ?? quote,
    record_delimiter: [...recordDelimiters],
    relax_column_count: true,
    relax_quotes: true,
  };
}

/** Whether a row is as wide as the header, or has only empty cells beyond it. */
export function hasWidth(cells: readonly string[], header: readonly string[]): boolean {
  return (
    cells.length === header.length ||
    (cells.length > header.length && cells.slice(header.length).every((cell) => cell === ''))
  );
}

/**
 * The number of cells in a row: the header's, or more if all rows end in the same number of extra empty cells (a
 * comma at the end of each line). If only some rows do so, they are shifted: a cell too many somewhere.
 */
export function modalWidth(header: readonly string[], rows: readonly Row[]): number {
  const widths = new Set(rows.filter(({ cells }) => hasWidth(cells, header)).map(({ cells }) => cells.length));
  const [width = header.length] = widths;
  return widths.size === 1 ? width : header.length;
}

/** The records of a table, in batches of MAX_WRITE input bytes; blank lines are left out. Throws CsvSyntaxError. */
export async function* readRecords(chunks: AsyncIterable<Buffer>, layout: CsvDialect): AsyncGenerator<Row[]> {
  let regular = mayBeRegular(layout) ? new RegularRecords(layout) : undefined;
  const parser = parse({ ...parsing(layout), max_record_size: MAX_RECORD });
  // Prevents an uncaught error event; the error is read from `errored`, which is set at once.
  parser.on('error', () => undefined);
  let line = 1;
  let blank = 0;
  // Bytes since the last record, in whole batches: the parser's own limit counts the content of cells, not the
  // delimiters.
  let unread = 0;
  let found: Row[] = [];
  const take = (cells: readonly string[]): void => {
    if (cells.length > 1 || cells[0] !== '') {
      found.push({ cells, line });
      blank = 0;
    } else if (++blank > MAX_BLANK_LINES) throw CsvSyntaxError.blank(line);
    line += 1 + newlinesWithin(cells);
  };
  try {
    let [bytes, before] = [0, line];
    for await (const { part, isEnd } of cutAtMultiples(chunks, MAX_WRITE)) {
      const records = regular?.push(part) ?? [];
      if (!regular?.isRegular) {
        parser.write(regular?.rest ?? part);
        regular = undefined;
      }
      for (const cells of records) take(cells);
      for (const cells of ready(parser)) take(cells);
      bytes += part.length;
      const failure = parser.errored;
      if (!isEnd && !failure) continue;
      yield found;
      if (failure) throw isTooLong(failure) ? CsvSyntaxError.quoteTooLong(line) : new CsvSyntaxError(line);
      unread = line === before ? unread + bytes : 0;
      if (unread > 2 * MAX_RECORD) throw CsvSyntaxError.tooLong(line);
      [found, bytes, before] = [[], 0, line];
    }
    yield found;
    found = [];
    if (regular) parser.write(regular.rest);
    parser.end();
    for await (const cells of parser) take(cells);
    yield found;
  } catch (error) {
    throw error instanceof CsvError ? new CsvSyntaxError(line) : error;
  } finally {
    parser.destroy();
  }
}

function isTooLong(failure: Error): boolean {
  return failure instanceof CsvError && failure.code === 'CSV_MAX_RECORD_SIZE';
}

/** The records that a parser has completed after a write. */
function* ready(parser: Parser): Generator<readonly string[]> {
  for (;;) {
    const cells: readonly string[] | null = parser.read();
    if (cells === null) return;
    yield cells;
  }
}

/** The number of additional lines in a record: newlines within quotes; `\r\n` counts once. */
export function newlinesWithin(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue;
    for (let index = 0; index < cell.length; index++) {
      const code = cell.charCodeAt(index);
      if (code === 10 || (code === 13 && cell.charCodeAt(index + 1) !== 10)) count++;
    }
  }
  return count;
}
