import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { newlinesWithin, parsing, type CsvDialect } from '../csv-records.js';
import type { Row } from '../row.js';
import type { TextChunk } from './csv-block-splitter.js';
import { RecordCells } from './record-cells.js';

export interface PlacedRow extends Row {
  /** Byte offset of the row in the whole text. */
  readonly at: number;
}

/**
 * Takes a record as bytes. Returns false if the record must be passed as a row instead.
 *
 * @param at byte offset of the record in the whole text
 */
export type TakeRecord = (record: RecordCells, line: number, at: number) => boolean;

/**
 * Parses the blocks of one table. The records of a regular block are found in its bytes; any other block is parsed by
 * csv-parse. Both ways give the same rows.
 */
export class BlockParser {
  readonly #layout: CsvDialect;
  readonly #record: RecordCells;

  constructor(layout: CsvDialect) {
    this.#layout = layout;
    this.#record = new RecordCells(layout);
  }

  /**
   * Parses the records of a block one by one; blank lines are left out. Each row is released before the next is made:
   * the rows of a block together take about 20 times its size.
   *
   * @param take called first, if the block is regular
   * @returns how many invalid UTF-8 sequences were replaced by �
   */
  parse(block: TextChunk, onRow: (row: PlacedRow) => void, take?: TakeRecord): number {
    const bytes = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.byteLength);
    const isSound = isUtf8(bytes);
    const records =
      block.regular && isSound
        ? this.#readRegular(block, bytes, onRow, take)
        : readAny(block, bytes, this.#layout, onRow);
    if (records !== block.starts.length)
      throw new Error(`${records} records were read where ${block.starts.length} are`);
    return isSound ? 0 : count('\uFFFD', bytes.toString()) - count('\uFFFD', bytes);
  }

  /** @returns the number of records, blank lines included */
  #readRegular(
    { at, line, oneLineEach }: TextChunk,
    bytes: Buffer,
    onRow: (row: PlacedRow) => void,
    take: TakeRecord | undefined,
  ): number {
    const record = this.#record;
    record.open(bytes);
    let records = 0;
    for (let next = line; record.next(); next += oneLineEach ? 1 : 1 + record.newlines()) {
      records++;
      if (record.isBlank || take?.(record, next, at + record.start) === true) continue;
      const cells = Array.from({ length: record.count }, (_, cell) => record.read(cell));
      onRow({ cells, line: next, at: at + record.start });
    }
    return records;
  }
}

/** Parses the records of any block, with csv-parse. */
function readAny(
  { starts, at, line, oneLineEach }: TextChunk,
  bytes: Buffer,
  layout: CsvDialect,
  onRow: (row: PlacedRow) => void,
): number {
  let next = line;
  let record = 0;
  const take = (cells: string[]): null => {
    if (cells.length > 1 || cells[0] !== '') onRow({ cells, line: next, at: at + (starts[record] ?? 0) });
    next += oneLineEach ? 1 : 1 + newlinesWithin(cells);
    record++;
    return null;
  };
  parse(bytes, { ...parsing(layout), on_record: take });
  return record;
}

function count(sign: string, text: string | Buffer): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found++;
  return found;
}
