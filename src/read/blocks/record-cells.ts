import { outOfRange } from '../../stats/array-access.js';
import type { KeyedHash } from '../../text/keyed-hash.js';
import { decodeUtf8 } from '../../text/utf8.js';
import type { CsvDialect } from '../csv-records.js';

const LF = 10;
const CR = 13;

/**
 * Finds the cells of a regular block, record by record, without making strings: most columns of a dump are never
 * read, and most cells of the others repeat earlier cells.
 */
export class RecordCells {
  /** Number of cells in the record. */
  count = 0;
  /** Where the record begins, and where the next one begins. */
  start = 0;
  end = 0;
  readonly #delimiter: number;
  readonly #quote: number;
  /** 1 for the bytes that may end an unquoted cell. */
  readonly #ends = new Uint8Array(256);
  #bytes: Buffer = Buffer.alloc(0);
  /** Where each cell begins and ends, without its quotes. */
  #from = new Uint32Array(64);
  #to = new Uint32Array(64);
  /** 1 if the cell contains doubled quotes. */
  #isDoubled = new Uint8Array(64);
  #single: Buffer = Buffer.alloc(1024);

  constructor({ delimiter, quote }: CsvDialect) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote.charCodeAt(0);
    for (const sign of [this.#delimiter, LF, CR]) this.#ends[sign] = 1;
  }

  /** Starts at the first record of these bytes. */
  open(bytes: Buffer): void {
    this.#bytes = bytes;
    this.end = 0;
  }

  /** Moves to the next record; false if there is no other. */
  next(): boolean {
    const [bytes, ends, delimiter, quote] = [this.#bytes, this.#ends, this.#delimiter, this.#quote];
    const { length } = bytes;
    let at = this.end;
    if (at >= length) return false;
    this.start = at;
    let count = 0;
    for (;;) {
      if (count === this.#from.length) this.#grow();
      if (bytes[at] === quote) {
        this.#from[count] = ++at;
        let isDoubled = 0;
        for (; ; at++) {
          while (at < length && bytes[at] !== quote) at++;
          if (bytes[at + 1] !== quote || at + 1 >= length) break;
          isDoubled = 1;
          at++;
        }
        this.#to[count] = Math.min(at, length);
        this.#isDoubled[count] = isDoubled;
        at++;
      } else {
        this.#from[count] = at;
        while (at < length && ends[bytes[at] ?? 0] === 0) at++;
        this.#to[count] = at;
        this.#isDoubled[count] = 0;
      }
      count++;
      if (at >= length || bytes[at] !== delimiter) break;
      at++;
    }
    this.count = count;
    this.end = Math.min(length, at + (bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1));
    return true;
  }

  /** Whether the record is an empty line. */
  get isBlank(): boolean {
    return this.count === 1 && this.#from[0] === this.#to[0];
  }

  /** The bytes to which the offsets `from` and `to` refer. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Where a cell begins, and where it ends, without its quotes. Doubled quotes are still doubled. */
  from(cell: number): number {
    return this.#from[cell] ?? outOfRange();
  }

  to(cell: number): number {
    return this.#to[cell] ?? outOfRange();
  }

  isEmpty(cell: number): boolean {
    return this.#from[cell] === this.#to[cell];
  }

  /** Whether a cell contains doubled quotes, so that its bytes differ from its text. */
  isDoubled(cell: number): boolean {
    return this.#isDoubled[cell] === 1;
  }

  /** The text of a cell. */
  read(cell: number): string {
    const [from, to] = [this.from(cell), this.to(cell)];
    if (from === to) return '';
    if (!this.isDoubled(cell)) return decodeUtf8(this.#bytes, from, to);
    const length = this.#makeSingle(from, to);
    return decodeUtf8(this.#single, 0, length);
  }

  /** Adds the bytes of a cell's text to a hash. */
  addTo(hash: KeyedHash, cell: number): void {
    const [from, to] = [this.from(cell), this.to(cell)];
    if (!this.isDoubled(cell)) {
      hash.addBytes(this.#bytes, from, to);
      return;
    }
    const length = this.#makeSingle(from, to);
    hash.addBytes(this.#single, 0, length);
  }

  /** Number of line ends within the record; CR LF counts once. */
  newlines(): number {
    let count = 0;
    for (let cell = 0; cell < this.count; cell++) {
      const to = this.#to[cell] ?? outOfRange();
      for (let at = this.#from[cell] ?? outOfRange(); at < to; at++) {
        const byte = this.#bytes[at];
        if (byte === LF || (byte === CR && (at + 1 === to || this.#bytes[at + 1] !== LF))) count++;
      }
    }
    return count;
  }

  /**
   * Writes a cell into `#single` with its doubled quotes made single, and returns the number of bytes. May replace
   * `#single` by a larger array.
   */
  #makeSingle(from: number, to: number): number {
    if (this.#single.length < to - from) this.#single = Buffer.alloc(2 * (to - from));
    let end = 0;
    for (let at = from; at < to; at++) {
      const byte = this.#bytes[at] ?? outOfRange();
      this.#single[end++] = byte;
      if (byte === this.#quote) at++;
    }
    return end;
  }

  #grow(): void {
    this.#from = doubled(this.#from);
    this.#to = doubled(this.#to);
    const isDoubled = new Uint8Array(this.#from.length);
    isDoubled.set(this.#isDoubled);
    this.#isDoubled = isDoubled;
  }
}

function doubled(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * column.length);
  larger.set(column);
  return larger;
}
