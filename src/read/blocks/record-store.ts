import { closeSync, openSync, readSync } from 'node:fs';
import type { CsvDialect } from '../csv-records.js';
import { ByteSpool } from '../spool.js';
import { CsvBlockSplitter, type TextChunk } from './csv-block-splitter.js';
import { BlockParser, type PlacedRow } from './parse-block.js';

/** The row of a tweet has a few hundred bytes: this size usually covers a whole row. */
const READ_BYTES = 4096;

/** Reads single records of a table again: from the file if it contains the text unchanged, else from a spool. */
export class RecordStore {
  readonly #layout: CsvDialect;
  readonly #parser: BlockParser;
  readonly #spool = new ByteSpool();
  /** Where the spooled part of the text begins. */
  #spooledFrom = Infinity;
  #file: { readonly descriptor: number; readonly skipped: number } | undefined;

  constructor(layout: CsvDialect) {
    this.#layout = layout;
    this.#parser = new BlockParser(layout);
  }

  /** Records that the text that is not spooled is in this file, after `skipped` bytes. */
  useFile(path: string, skipped: number): void {
    this.#file ??= { descriptor: openSync(path, 'r'), skipped };
  }

  /** Spools a block. After the first spooled block, all later blocks must be spooled too. */
  keep({ at, bytes }: TextChunk): void {
    this.#spooledFrom = Math.min(this.#spooledFrom, at);
    this.#spool.append(bytes);
  }

  /** The record that begins at this byte offset of the text. */
  readRow(at: number): PlacedRow | undefined {
    for (let length = READ_BYTES; ; length *= 4) {
      const bytes = this.#read(at, length);
      const splitter = new CsvBlockSplitter(this.#layout, { at, line: 1 }, 1);
      const blocks = [...splitter.push(bytes), ...(bytes.length < length ? splitter.end() : [])];
      const [first] = blocks;
      if (first) {
        let row: PlacedRow | undefined;
        this.#parser.parse(
          { ...first, bytes: first.bytes.subarray(0, first.starts[1]), starts: first.starts.subarray(0, 1) },
          (only) => (row = only),
        );
        return row;
      }
      if (bytes.length < length) return undefined;
    }
  }

  close(): void {
    this.#spool.close();
    if (this.#file) closeSync(this.#file.descriptor);
    this.#file = undefined;
  }

  #read(at: number, length: number): Uint8Array {
    if (at >= this.#spooledFrom) return this.#spool.read(at - this.#spooledFrom, length);
    if (!this.#file) return new Uint8Array();
    const bytes = Buffer.alloc(Math.min(length, this.#spooledFrom - at));
    let read = 0;
    for (let count = -1; count !== 0 && read < bytes.length; read += count)
      count = readSync(this.#file.descriptor, bytes, read, bytes.length - read, this.#file.skipped + at + read);
    return bytes.subarray(0, read);
  }
}
