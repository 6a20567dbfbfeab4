import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DatasetBuilder } from '../../src/dataset/dataset-builder.js';
import { BatchReader, type BatchResult } from '../../src/engine/files/batch-reader.js';
import { Ingestor } from '../../src/engine/files/ingestor.js';
import { ReadingThreads } from '../../src/engine/files/reading-threads.js';
import { TrendAuditError } from '../../src/errors.js';
import { analyze } from '../../src/pipeline/analyze.js';
import { CsvBlockSplitter, type TextChunk } from '../../src/read/blocks/csv-block-splitter.js';
import { mapColumns } from '../../src/read/column-mapping.js';
import { dumpOf, fileWith } from '../cli/run.js';

describe('a file that changes while it is read', () => {
  it.each([
    ['grows', (file: string) => appendFileSync(file, '9999,2014-03-09T10:00:00Z,late,2014-01-01T00:00:00Z,late\n')],
    ['shrinks', (file: string) => truncateSync(file, 1000)],
    ['vanishes', (file: string) => rmSync(file)],
  ])('is no dump of anything where it %s', async (_, change) => {
    const file = fileWith(dumpOf(20_000));
    let changed = false;
    const onProgress = (): void => {
      if (!changed) change(file);
      changed = true;
    };
    await expect(analyze([file], { onProgress })).rejects.toMatchObject({ code: 'changed', file });
  });
});

describe('a file that changes after it was read', () => {
  it.each([
    [
      'is quoted from no more where it was written to',
      (file: string) => writeFileSync(file, dumpOf(2000).replaceAll('a', 'b')),
      'changed',
    ],
    ['is quoted as it was read where it is gone', (file: string) => rmSync(file), undefined],
    [
      'is quoted as it was read where another took its name',
      (file: string) => {
        rmSync(file);
        writeFileSync(file, 'another');
      },
      undefined,
    ],
  ])('%s', async (_, change, code) => {
    const file = fileWith(dumpOf(2000));
    const ingestor = new Ingestor(new DatasetBuilder(), {}, { quotes: true });
    await ingestor.read(file, 0);
    const posts = {
      input: Uint32Array.of(0),
      recordOffset: Float64Array.of(dump.indexOf('\n') + 1),
      line: Uint32Array.of(2),
    };
    const reread = ingestor.rereadPosts({ posts });
    const asRead = await reread([0]);
    expect(asRead.size).toBe(1);
    change(file);
    const outcome = await reread([0]).catch((error: unknown) => error);
    expect(code === undefined ? outcome : outcome instanceof TrendAuditError && outcome.code).toEqual(code ?? asRead);
    ingestor.close();
  });
});

const text = {
  bytes: Buffer.from('a,b\n'),
  starts: Uint32Array.of(0),
  at: 0,
  line: 1,
  oneLineEach: true,
  regular: true,
};
const layout = { delimiter: ',', quote: '"', recordDelimiters: ['\r\n', '\n'] };
const dump = dumpOf(60);
const header = dump.slice(0, dump.indexOf('\n')).split(',');
const task = {
  layout,
  header,
  map: {},
  surveyed: {
    width: header.length,
    rawHeader: header,
    cells: { decodings: [], derived: [] },
    zone: { by: 'nothing' as const },
    timeSpans: undefined,
    repostSign: undefined,
    retweetsUndated: false,
    urlsOfOriginals: false,
    marks: [],
    placeholders: new Set<string>(),
    damagedIds: [],
    places: mapColumns(header, {}, '').places,
    rounded: new Set<'id'>(),
    partlyRounded: new Set<'id'>(),
    timeOrder: 'month-first' as const,
    timesAreNumbers: false,
    idsOfHandles: new Map<string, string>(),
    accountsFromZero: false,
    repostsUndated: false,
    repostsHaveIds: false,
    ambiguousDate: '',
    createdOrder: 'month-first' as const,
    notes: [],
    droppedAccount: '',
    droppedTime: '',
  },
  assumeTz: undefined,
  selection: {},
  input: 0,
  batchOptions: {},
  firstLine: 2,
};

/** The dump in blocks of at least so many bytes; made anew, as they are handed over. */
async function* blocks(bytes: number): AsyncGenerator<TextChunk> {
  const splitter = new CsvBlockSplitter(layout, { at: 0, line: 1 }, bytes);
  const whole = Buffer.from(dump);
  for (let at = 0; at < whole.length; at += 64) yield* splitter.push(whole.subarray(at, at + 64));
  yield* splitter.end();
}

describe('a thread that dies', () => {
  it('fails the reading, instead of leaving it waiting', async () => {
    // A zone that does not exist is refused where the task is taken up.
    const pool = new ReadingThreads(
      2,
      { ...task, header: ['a', 'b'], assumeTz: 'Nowhere/Land', firstLine: 1 },
      'x.csv',
    );
    const readings = pool.read(
      (async function* () {
        for (let block = 0; block < 9; block++) yield { ...text, bytes: new TextEncoder().encode('a,b\n') };
      })(),
    );
    await expect(readings.next()).rejects.toThrow('Nowhere/Land');
    await pool.close();
  });
});

describe('threads that read blocks', () => {
  it.each([1, 3, 5])('give, with %i of them, what one reader gives, in the same order', async (most) => {
    const reader = new BatchReader(task);
    const expected: BatchResult[] = [];
    for await (const block of blocks(200)) expected.push(reader.read(block));
    expect(expected.length).toBeGreaterThan(10);
    const pool = new ReadingThreads(most, task, 'x.csv');
    const found: BatchResult[] = [];
    for await (const reading of pool.read(blocks(200))) found.push(reading);
    expect(pool.threads).toBe(most);
    await pool.close();
    expect(found).toEqual(expected);
    expect(found.reduce((sum, { batch }) => sum + batch.count, 0)).toBe(60);
  });

  it('are no more than there are blocks', async () => {
    const pool = new ReadingThreads(1000, task, 'x.csv');
    let read = 0;
    for await (const { batch } of pool.read(blocks(3000))) read += batch.count;
    expect(read).toBe(60);
    expect(pool.threads).toBeLessThanOrEqual(3);
    await pool.close();
  });
});
