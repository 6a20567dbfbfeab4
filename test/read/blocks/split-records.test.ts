import { isUtf8 } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvBlockSplitter, type TextChunk } from '../../../src/read/blocks/csv-block-splitter.js';
import { BlockParser, type PlacedRow } from '../../../src/read/blocks/parse-block.js';
import { CsvSyntaxError, type CsvDialect, readRecords } from '../../../src/read/csv-records.js';
import { hashCells } from '../../../src/read/row.js';
import { HASH_WORDS, KeyedHash } from '../../../src/text/keyed-hash.js';

const LAYOUTS: readonly CsvDialect[] = [',', ';', '\t', '|'].flatMap((delimiter) =>
  ['"', "'"].flatMap((quote) =>
    [['\r\n', '\n'], ['\r']].map((recordDelimiters) => ({ delimiter, quote, recordDelimiters })),
  ),
);

/** What can go wrong in a table, and letters around it. NUL ends a quote for csv-parse as the end of the file does. */
const PIECES = ['"', '"', "'", ',', ';', '\n', '\r\n', '\r', '\t', '|', 'a', 'б', ' ', '""', '","', '"\n"', '\0', '🙂'];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });

function chunked(text: string | Buffer, lengths: readonly number[]): Buffer[] {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let at = 0, k = 0; at < bytes.length; k++) {
    const length = lengths[k % lengths.length] ?? 1;
    chunks.push(bytes.subarray(at, at + length));
    at += length;
  }
  return chunks;
}

interface Outcome {
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
  /** Line of the record that cannot be read. */
  readonly broken: number | undefined;
}

async function byCsvParse(text: string, layout: CsvDialect): Promise<Outcome> {
  const rows: { cells: readonly string[]; line: number }[] = [];
  try {
    for await (const batch of readRecords(
      (async function* () {
        yield Buffer.from(text);
      })(),
      layout,
    ))
      rows.push(...batch);
  } catch (error) {
    if (error instanceof CsvSyntaxError) return { rows, broken: error.line };
    throw error;
  }
  return { rows, broken: undefined };
}

function blocksOf(
  text: string | Buffer,
  layout: CsvDialect,
  lengths: readonly number[],
  blockBytes: number,
): { blocks: TextChunk[]; broken: number | undefined } {
  const splitter = new CsvBlockSplitter(layout, { at: 0, line: 1 }, blockBytes);
  const blocks: TextChunk[] = [];
  try {
    for (const chunk of chunked(text, lengths)) blocks.push(...splitter.push(chunk));
    blocks.push(...splitter.end());
  } catch (error) {
    if (error instanceof CsvSyntaxError) return { blocks, broken: error.line };
    throw error;
  }
  return { blocks, broken: undefined };
}

function rowsOf(blocks: readonly TextChunk[], layout: CsvDialect): PlacedRow[] {
  const rows: PlacedRow[] = [];
  const parser = new BlockParser(layout);
  for (const block of blocks) parser.parse(block, (row) => rows.push(row));
  return rows;
}

/** The hashes of the records that are read by their bytes. */
function hashesOf(blocks: readonly TextChunk[], layout: CsvDialect): string[] {
  const hash = new KeyedHash();
  const words = new Uint32Array(HASH_WORDS);
  const found: string[] = [];
  const parser = new BlockParser(layout);
  for (const block of blocks)
    parser.parse(
      block,
      () => {},
      (record) => {
        hash.reset();
        for (let cell = 0; cell < record.count; cell++) record.addTo(hash, cell);
        hash.write(words, 0);
        return found.push(words.join()) > 0;
      },
    );
  return found;
}

const bare = ({ cells, line }: PlacedRow): Outcome['rows'][number] => ({ cells, line });

const quoted = (cell: string, always = false): string =>
  always || /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

describe('a table cut into blocks', () => {
  it('has the records and lines that csv-parse finds in it as a whole, however it comes and however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.constantFrom(...LAYOUTS),
        sizes,
        fc.integer({ min: 1, max: 40 }),
        async (text, layout, lengths, blockBytes) => {
          const whole = await byCsvParse(text, layout);
          const { blocks, broken } = blocksOf(text, layout, lengths, blockBytes);
          const rows = rowsOf(blocks, layout).map(bare);
          expect(broken === undefined).toBe(whole.broken === undefined);
          // csv-parse holds the last records of a broken file back, so that the line that is named there may be one of theirs.
          expect(broken ?? 1).toBeGreaterThanOrEqual(whole.broken ?? 1);
          // What comes before the broken record may be held back with it.
          const common = broken === undefined ? Infinity : Math.min(rows.length, whole.rows.length);
          expect(rows.slice(0, common)).toEqual(whole.rows.slice(0, common));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says where each record begins', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LAYOUTS), sizes, (text, layout, lengths) => {
        const bytes = Buffer.from(text);
        const { blocks, broken } = blocksOf(text, layout, lengths, 10);
        fc.pre(broken === undefined);
        for (const row of rowsOf(blocks, layout)) {
          const rest = rowsOf(blocksOf(bytes.subarray(row.at).toString(), layout, [1000], 1e6).blocks, layout);
          expect(rest[0]?.cells).toEqual(row.cells);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives rows of the same cells the same hash, however they are quoted, and no others', () => {
    const cells = fc.array(
      fc.array(fc.constantFrom('"', ',', '\n', 'a', 'б'), { maxLength: 3 }).map((pieces) => pieces.join('')),
      { minLength: 2, maxLength: 3 },
    );
    const written = fc.array(
      fc.tuple(cells, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.constantFrom('\n', '\r\n')),
      { minLength: 1, maxLength: 20 },
    );
    const layout = LAYOUTS[0] as CsvDialect;
    fc.assert(
      fc.property(written, sizes, (rows, lengths) => {
        const text = rows
          .map(([row, always, end]) => row.map((cell, k) => quoted(cell, always[k])).join(',') + end)
          .join('');
        const { blocks } = blocksOf(text, layout, lengths, 10);
        const hashes = hashesOf(blocks, layout);
        const cellsOf = new Map(rows.map(([row], k) => [hashes[k], JSON.stringify(row)]));
        expect(hashes.map((hash) => cellsOf.get(hash))).toEqual(rows.map(([row]) => JSON.stringify(row)));
        expect(cellsOf.size).toBe(new Set(rows.map(([row]) => JSON.stringify(row))).size);
      }),
      { numRuns: 500 },
    );
  });

  it('has for each row the hash of its cells, as its bytes give it', () => {
    const hash = new KeyedHash();
    const words = new Uint32Array(HASH_WORDS);
    fc.assert(
      fc.property(texts, fc.constantFrom(...LAYOUTS), sizes, fc.option(fc.nat()), (text, layout, lengths, damaged) => {
        const bytes = Buffer.from(text);
        if (damaged !== null && bytes.length > 0) bytes[damaged % bytes.length] = 0xff;
        const { blocks } = blocksOf(bytes, layout, lengths, 10);
        const regular = blocks.filter((block) => block.regular && isUtf8(block.bytes));
        const expected = rowsOf(regular, layout).map(({ cells }) => {
          hashCells(hash, cells);
          hash.write(words, 0);
          return words.join();
        });
        expect(hashesOf(blocks, layout)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves a quote that is never closed to an error that names its line', () => {
    expect(blocksOf('a,b\nc,d\ne,"f\ng,h\n', LAYOUTS[0] as CsvDialect, [1000], 1e6).broken).toBe(3);
  });

  it('ends where a record is larger than any can be', () => {
    const endless = Buffer.from(`a,b\n"${'x'.repeat(9 * 1024 * 1024)}`);
    const splitter = new CsvBlockSplitter(LAYOUTS[0] as CsvDialect, { at: 0, line: 1 });
    expect(() => [...splitter.push(endless)]).toThrow('not closed within 8 MiB');
    expect(() => [
      ...new CsvBlockSplitter(LAYOUTS[0] as CsvDialect, { at: 0, line: 1 }).push(endless.subarray(5)),
    ]).toThrow('does not end within 8 MiB');
  });
});
