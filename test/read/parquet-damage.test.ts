import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata, type FileMetaData } from 'hyparquet';
import { ByteWriter, parquetWriteBuffer } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { describe, expect, it } from 'vitest';
import { readDecoded } from '../../src/read/decoder-thread/read-decoded.js';
import { checkPrefixes, checkRuns } from '../../src/read/parquet/check-runs.js';
import { DecompressionLimit } from '../../src/read/unpack/decompression-limit.js';
import { readFile } from './collect.js';
import { temporaryFile } from './temporary.js';

const SAMPLE = join(import.meta.dirname, 'packed-cases', 'pages-1.parquet');

const written = temporaryFile('file.parquet');

/** The sample with another footer. */
function withFooter(change: (metadata: FileMetaData) => void): string {
  const bytes = new Uint8Array(readFileSync(SAMPLE));
  const metadata = parquetMetadata(bytes);
  change(metadata);
  const writer = new ByteWriter();
  writer.appendBytes(bytes.subarray(0, bytes.length - 8 - metadata.metadata_length));
  writeMetadata(writer, metadata);
  writer.appendBytes(Buffer.from('PAR1'));
  return written(writer.getBytes());
}

/** The first row group, and the first column in it. */
function first(metadata: FileMetaData): {
  group: FileMetaData['row_groups'][number];
  meta: NonNullable<FileMetaData['row_groups'][number]['columns'][number]['meta_data']>;
} {
  const group = metadata.row_groups[0];
  const meta = group?.columns[0]?.meta_data;
  if (!group || !meta) throw new Error('the sample has no columns');
  return { group, meta };
}

describe('a Parquet file that claims what it cannot hold', () => {
  it('is read where only its footer was written anew', async () => {
    expect((await readFile(withFooter(() => {}))).posts.length).toBe(60);
  });

  it.each<[string, (metadata: FileMetaData) => void, RegExp]>([
    [
      'rows that are not in its groups',
      (metadata) => void (metadata.num_rows = 4_000_000_000n),
      /damaged \(how far the number of all rows/,
    ],
    [
      'fewer rows than none',
      (metadata) => void (first(metadata).group.num_rows = -1n),
      /number of rows of row group 1 is given as -1/,
    ],
    [
      'rows that its columns have not',
      (metadata) => ((first(metadata).group.num_rows += 1n), (metadata.num_rows += 1n)),
      /row group 1, column tweetid: it has 40 values for 41 rows/,
    ],
    [
      'values that its pages have not',
      (metadata) => (
        first(metadata).group.columns.forEach(({ meta_data: meta }) => meta && (meta.num_values += 1000n)),
        (first(metadata).group.num_rows += 1000n),
        (metadata.num_rows += 1000n)
      ),
      /column tweetid: its pages lack 1000 of 1040 values/,
    ],
    [
      'a column beyond its end',
      (metadata) => void (first(metadata).meta.total_compressed_size = 1_000_000n),
      /the size of column tweetid in row group 1 is given as 1000000/,
    ],
    [
      'a column before its beginning',
      (metadata) => void (first(metadata).meta.dictionary_page_offset = -5n),
      /the place of column tweetid in row group 1 is given as -5/,
    ],
  ])('%s', async (_, change, message) => {
    await expect(readFile(withFooter(change))).rejects.toMatchObject({
      code: 'malformed',
      message: expect.stringMatching(message),
      hint: expect.stringContaining('write it again'),
    });
  });

  it('rows without end, which is too much before any is decoded', async () => {
    const endless = withFooter((metadata) => {
      const { group } = first(metadata);
      group.num_rows = 2n ** 40n;
      metadata.num_rows = 2n ** 40n + 20n;
    });
    await expect(readFile(endless)).rejects.toMatchObject({ code: 'too-large' });
  });
});

function view(...bytes: number[]): DataView {
  return new DataView(new Uint8Array(bytes).buffer);
}

/** DELTA_BINARY_PACKED in blocks of 128 values and 4 parts: 3 values, each by as much above the one before. */
function deltas(start: number, delta: number): number[] {
  return [0x80, 1, 4, 3, start * 2, delta * 2, 0, 0, 0, 0];
}

describe('runs', () => {
  it('are held against the number of values', () => {
    // 8 times the value 1; then packed bits of 8 values.
    expect(() => checkRuns(view(16, 1, 3, 0xff), 1, 16)).not.toThrow();
    // Packed bits in a group of 504 values, of which 3 are meant.
    expect(() => checkRuns(view(127, ...Buffer.alloc(63)), 1, 3)).not.toThrow();
    expect(() => checkRuns(view(0xfe, 0xff, 0xff, 0xff, 0x0f, 1), 1, 16)).toThrow(
      'a run claims 2147483647 of 16 values',
    );
    expect(() => checkRuns(view(0xff, 0xff, 0xff, 0xff, 0x0f, 1), 0, 16)).toThrow('a run claims');
    expect(() => checkRuns(view(16, 1), 1, 16)).toThrow(RangeError);
    expect(() => checkRuns(view(16, 1), 200, 8)).toThrow('number of bits');
  });

  it('of shared beginnings may not be longer than what they begin', () => {
    expect(() => checkPrefixes(view(...deltas(0, 0), ...deltas(2, 0), 97, 98, 97, 98, 97, 98), 3, 1000)).not.toThrow();
    expect(() => checkPrefixes(view(...deltas(0, 2), ...deltas(2, 0), 97, 98, 97, 98, 97, 98), 3, 1000)).not.toThrow();
    expect(() => checkPrefixes(view(...deltas(0, 3), ...deltas(2, 0), 97, 98, 97, 98, 97, 98), 3, 1000)).toThrow(
      'shares with the one before',
    );
    expect(() => checkPrefixes(view(...deltas(0, 2), ...deltas(2, 0), 97, 98, 97, 98, 97, 98), 3, 11)).toThrow(
      'all values of a page',
    );
  });
});

describe('a codec that goes in circles', () => {
  /** LZ4 as Hadoop frames it: 0 bytes come of a block that is 8 bytes shorter than nothing, and the next one is the same. */
  const circle = Uint8Array.of(0, 0, 0, 0, 0xff, 0xff, 0xff, 0xf8, 0, 0, 0, 0, 0, 0, 0, 0);
  const circling = (): Uint8Array =>
    new Uint8Array(
      parquetWriteBuffer({
        codec: 'LZ4',
        compressors: { LZ4: () => circle },
        columnData: [
          { name: 'tweet_text', data: ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'], type: 'STRING', nullable: false },
        ],
      }),
    );

  it('is ended after a while', async () => {
    const name = written(circling());
    const { rows } = readDecoded('parquet', {
      source: { name, chunks: (async function* () {})(), bytesTotal: undefined, again: async function* () {} },
      bytes: (async function* () {})(),
      budget: new DecompressionLimit(name, undefined, () => 1000),
      options: {},
      patience: 1,
    });
    expect((await rows.next()).value).toEqual([{ cells: ['tweet_text'], line: 1 }]);
    await expect(rows.next()).rejects.toMatchObject({
      name: 'TrendAuditError',
      message: expect.stringContaining('it gave no result'),
      hint: expect.stringContaining('write it again'),
    });
  });

  it('does not keep an interrupt waiting', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('interrupted')), 700);
    await expect(readFile(written(circling()), { signal: controller.signal })).rejects.toThrow('interrupted');
  });
});
