import { CsvSyntaxError, MAX_BLANK_LINES, MAX_RECORD, type CsvDialect } from '../csv-records.js';

/** Some whole records of a table, in UTF-8. */
export interface TextChunk {
  readonly bytes: Uint8Array;
  /** The offset of each record in `bytes`; blank lines are included. */
  readonly starts: Uint32Array;
  /** The byte offset of `bytes` in the whole text, and the line number of their first line. */
  readonly at: number;
  readonly line: number;
  /** Whether every record is exactly one line. */
  readonly oneLineEach: boolean;
  /** Whether quotes and line ends follow RFC 4180, so that every parser reads this chunk in the same way. */
  readonly regular: boolean;
}

/**
 * Large enough that sending a block to another thread costs almost nothing; small enough that all threads have work
 * and that its records, which take about 20 times as much memory as strings, matter little (twice this size raises
 * the peak by 30 MB).
 */
const BLOCK_BYTES = 512 * 1024;

const LF = 10;
const CR = 13;

/**
 * Cuts the bytes of a table into blocks of whole records. It follows the rules of csv-parse with `relax_quotes`: a
 * quote opens a cell only at the beginning of the cell, and closes it only before a delimiter, the end of a record or
 * the end of the file; everywhere else it is an ordinary character. Throws CsvSyntaxError.
 */
export class CsvBlockSplitter {
  readonly #delimiter: number;
  readonly #quote: number;
  /** Whether records end in CR alone; otherwise they end in LF or CR LF. */
  readonly #byCr: boolean;
  readonly #blockBytes: number;
  /** 1 for the bytes at which a record may end, or a quote may open or close. */
  readonly #signs = new Uint8Array(256);
  #buffer: Buffer = Buffer.alloc(0);
  /** How many bytes of the buffer have been scanned. */
  #seen = 0;
  #at: number;
  #line: number;
  /** Whether the last scanned byte is inside quotes. */
  #isQuoted = false;
  #recordStart = 0;
  #recordLine: number;
  #blank = 0;
  #starts: number[] = [];
  #blockLine: number;
  #oneLineEach = true;
  #regular = true;
  #recordRegular = true;

  /** @param from the byte offset and the line number of the first byte in the whole text */
  constructor(
    { delimiter, quote, recordDelimiters }: CsvDialect,
    from: { readonly at: number; readonly line: number },
    blockBytes = BLOCK_BYTES,
  ) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote.charCodeAt(0);
    this.#byCr = recordDelimiters.length === 1 && recordDelimiters[0] === '\r';
    this.#at = from.at;
    this.#line = this.#recordLine = this.#blockLine = from.line;
    this.#blockBytes = blockBytes;
    for (const sign of [this.#quote, LF, CR]) this.#signs[sign] = 1;
  }

  /**
   * Whether a dialect can be split: its delimiter and quote are one byte each, and quotes within quotes are doubled.
   */
  static handles({ delimiter, quote, recordDelimiters, escape }: CsvDialect): boolean {
    return (
      escape === undefined &&
      isOneByte(delimiter) &&
      isOneByte(quote) &&
      ['\r', '\r\n,\n'].includes(recordDelimiters.join())
    );
  }

  *push(chunk: Uint8Array): Generator<TextChunk> {
    this.#buffer =
      this.#buffer.length === 0
        ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
        : Buffer.concat([this.#buffer, chunk]);
    this.#scan(false);
    if (this.#recordStart >= this.#blockBytes) yield this.#block();
    if (this.#buffer.length - this.#recordStart > MAX_RECORD)
      throw this.#isQuoted ? CsvSyntaxError.quoteTooLong(this.#recordLine) : CsvSyntaxError.tooLong(this.#recordLine);
  }

  *end(): Generator<TextChunk> {
    this.#scan(true);
    if (this.#isQuoted) throw new CsvSyntaxError(this.#recordLine);
    if (this.#recordStart < this.#buffer.length) this.#endRecord(this.#buffer.length);
    if (this.#starts.length > 0) yield this.#block();
  }

  /** Scans the new bytes. The last two bytes wait for the next chunk, unless this is the last one. */
  #scan(last: boolean): void {
    const buffer = this.#buffer;
    const [delimiter, quote, byCr, signs] = [this.#delimiter, this.#quote, this.#byCr, this.#signs];
    const end = last ? buffer.length : buffer.length - 2;
    let isQuoted = this.#isQuoted;
    let at = this.#seen;
    for (;;) {
      while (at < end && signs[buffer[at] ?? 0] === 0) at++;
      if (at >= end) break;
      const byte = buffer[at];
      const next = buffer[at + 1];
      at++;
      if (isQuoted) {
        if (byte !== quote) {
          if (byte === LF || (byte === CR && next !== LF)) this.#line++;
        } else if (next === quote) at++;
        else {
          isQuoted = false;
          const isEnd =
            next === undefined ||
            next === delimiter ||
            (byCr ? next === CR : next === LF || (next === CR && buffer[at + 1] === LF));
          if (!isEnd) this.#recordRegular = false;
        }
      } else if (byte === quote) {
        // A quote opens a cell only as the first byte of the cell.
        if (at - 1 === this.#recordStart || buffer[at - 2] === delimiter) isQuoted = true;
        else this.#recordRegular = false;
      } else if (byte === (byCr ? CR : LF)) this.#endRecord(at);
      else if (byte === CR && next === LF) this.#endRecord(++at);
      else {
        // A line end that does not end a record here.
        this.#line++;
        this.#recordRegular = false;
      }
    }
    this.#seen = Math.max(at, this.#seen);
    this.#isQuoted = isQuoted;
  }

  #endRecord(end: number): void {
    this.#starts.push(this.#recordStart);
    if (end - this.#recordStart <= 2 && this.#isBlank(end)) {
      if (++this.#blank > MAX_BLANK_LINES) throw CsvSyntaxError.blank(this.#recordLine);
    } else this.#blank = 0;
    if (this.#line !== this.#recordLine) this.#oneLineEach = false;
    if (!this.#recordRegular) this.#regular = false;
    this.#recordRegular = true;
    this.#line++;
    this.#recordStart = end;
    this.#recordLine = this.#line;
  }

  #isBlank(end: number): boolean {
    const first = this.#buffer[this.#recordStart];
    return end - this.#recordStart === 1 ? first === LF || first === CR : first === CR && this.#buffer[end - 1] === LF;
  }

  #block(): TextChunk {
    const end = this.#recordStart;
    // A copy, so that the block can be transferred to another thread.
    const bytes = new Uint8Array(this.#buffer.subarray(0, end));
    const block = {
      bytes,
      starts: new Uint32Array(this.#starts),
      at: this.#at,
      line: this.#blockLine,
      oneLineEach: this.#oneLineEach,
      regular: this.#regular,
    };
    this.#buffer = this.#buffer.subarray(end);
    this.#seen -= end;
    this.#at += end;
    this.#starts = [];
    this.#recordStart = 0;
    this.#blockLine = this.#recordLine;
    this.#oneLineEach = true;
    this.#regular = true;
    return block;
  }
}

function isOneByte(sign: string): boolean {
  return sign.length === 1 && sign.charCodeAt(0) < 0x80;
}
