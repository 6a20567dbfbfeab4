import type { BatchSink } from '../../dataset/batch-sink.js';
import { DUPLICATE_ROW } from '../../dataset/record-batch.js';
import type { Post } from '../../documents/post.js';
import { CsvBlockSplitter, type TextChunk } from '../../read/blocks/csv-block-splitter.js';
import { RecordStore } from '../../read/blocks/record-store.js';
import { type CsvDialect, readRecords } from '../../read/csv-records.js';
import { detectTable, type DetectedTable } from '../../read/detect-table.js';
import { assertMemory } from '../../read/memory.js';
import type { PostFilterOptions } from '../../read/post-filter.js';
import { explainBroken } from '../../read/read-table.js';
import type { TextFile } from '../../read/read.js';
import { RowParser } from '../../read/row-parser.js';
import { inBlocks, startingWith } from '../../read/streams.js';
import { type ReadReport, TableAccounting } from '../../read/table-accounting.js';
import { outOfRange } from '../../stats/array-access.js';
import { BatchReader, type BatchResult, type BatchTask } from './batch-reader.js';
import { ReadingThreads } from './reading-threads.js';

/** Below this size, starting worker threads costs more than it saves. */
const MIN_BYTES_FOR_WORKERS = 16 * 1024 * 1024;
/**
 * Number of bytes that are split at a time, equal to a chunk of a file: so the blocks do not depend on how a pipe
 * delivers the bytes.
 */
const SPLIT_BYTES = 256 * 1024;

export interface TableIngestOptions {
  readonly selection: PostFilterOptions;
  /**
   * Number of threads that read in addition to this one, at most one per core; undefined: one per core, if there is
   * enough to read.
   */
  readonly workers: number | undefined;
  readonly cores: number;
}

/** Returns a post by the place and line that a `RecordBatch` has for it. */
export type PostReader = (place: number, line: number) => Post | undefined;

/**
 * Reads a table of text into a sink, in blocks that threads may read in parallel: the result is the same with any
 * number of threads. Yields the number of posts so far. `readAgain` receives a function that reads single posts again.
 */
export async function* ingestTable(
  text: AsyncGenerator<Buffer>,
  layout: CsvDialect,
  file: TextFile,
  again: (() => AsyncGenerator<Buffer>) | undefined,
  into: {
    readonly sink: BatchSink;
    readonly options: TableIngestOptions;
    readonly readAgain: (postAt: PostReader, close: () => void) => void;
    /** Receives every post that is kept; the table is then read without threads. */
    readonly observe: ((post: Post) => void) | undefined;
  },
): AsyncGenerator<number, ReadReport> {
  const { sink, options, observe } = into;
  const held: Buffer[] = [];
  try {
    const table = await detectTable(
      readRecords(tee(text, held), layout),
      file,
      again && (() => readRecords(again(), layout)),
    );
    const { plan, surveyed, sample } = table;
    const task: BatchTask = {
      layout,
      header: plan.header,
      map: file.options.map ?? {},
      surveyed,
      assumeTz: file.options.assumeTz,
      selection: options.selection,
      input: file.inputIndex,
      batchOptions: sink.batchOptions,
      firstLine: sample[0]?.line ?? 1,
    };
    const store = new RecordStore(layout);
    if (file.plain && file.source.again) store.useFile(file.source.path ?? file.source.name, file.decoding.skipped);
    into.readAgain(postsIn(store, table, file), () => store.close());

    const blocks = split(inBlocks(replay(held, text), SPLIT_BYTES), layout, (block) => {
      if (!file.plain || !file.source.again || !file.decoding.verbatim) store.keep(block);
    });
    const accounting = new TableAccounting(table, file);
    const threads = observe ? 0 : Math.min(options.workers ?? options.cores, options.cores);
    // The size is not known for a pipe, nor for the content of a compressed file.
    const worthIt = options.workers !== undefined || (file.source.bytesTotal ?? 0) >= MIN_BYTES_FOR_WORKERS;
    const before = threads === 0 ? Infinity : worthIt ? 0 : MIN_BYTES_FOR_WORKERS;
    const how = { before, threads, keepPosts: observe !== undefined, file: file.name };
    let taken = 0;
    for await (const { batch, outcomes, repairs, posts } of readBlocks(blocks, task, how)) {
      const repeated = accounting.take(outcomes);
      for (const p of repeated) batch.flags[p] = (batch.flags[p] ?? outOfRange()) | DUPLICATE_ROW;
      if (batch.count > 0) sink.appendBatch(batch);
      if (observe) for (const [p, post] of posts.entries()) if (!repeated.has(p)) observe(post);
      file.decoding.countReplacements(repairs);
      yield sink.count;
      // Not for every block: the check takes a millisecond, and 4 MiB of a table need only about 5 MB of memory.
      if (taken++ % 8 === 0) assertMemory(file.name);
    }
    return accounting.report();
  } catch (error) {
    throw explainBroken(error, file.name);
  } finally {
    await text.return(undefined);
  }
}

/** Reads the first `before` bytes in this thread, and the rest in `threads` other ones. */
async function* readBlocks(
  blocks: AsyncGenerator<TextChunk>,
  task: BatchTask,
  {
    before,
    threads,
    keepPosts,
    file,
  }: { readonly before: number; readonly threads: number; readonly keepPosts: boolean; readonly file: string },
): AsyncGenerator<BatchResult> {
  const reader = new BatchReader(task);
  let next = await blocks.next();
  for (let bytes = 0; !next.done && bytes < before; next = await blocks.next()) {
    bytes += next.value.bytes.length;
    const reading = reader.read(next.value, keepPosts);
    // The strings of the batch are slices of the block's text, and would keep all of it in memory: so they are copied,
    // as happens when threads send them.
    const { accounts, otherIds, tagNames } = reading.batch;
    yield { ...reading, batch: { ...reading.batch, ...structuredClone({ accounts, otherIds, tagNames }) } };
  }
  if (next.done) return;
  const pool = new ReadingThreads(threads, task, file);
  try {
    yield* pool.read(startingWith(next.value, blocks));
  } finally {
    await pool.close();
  }
}

function postsIn(store: RecordStore, { plan, surveyed }: DetectedTable, { toUtc, inputIndex }: TextFile): PostReader {
  const rows = new RowParser(plan, surveyed, toUtc, inputIndex);
  return (place) => {
    const row = store.readRow(place);
    const read = row && rows.read(row);
    return read && 'reason' in read ? undefined : read;
  };
}

async function* split(
  chunks: AsyncIterable<Uint8Array>,
  layout: CsvDialect,
  keep: (block: TextChunk) => void,
): AsyncGenerator<TextChunk> {
  const splitter = new CsvBlockSplitter(layout, { at: 0, line: 1 });
  for await (const chunk of chunks) {
    for (const block of splitter.push(chunk)) {
      keep(block);
      yield block;
    }
  }
  for (const block of splitter.end()) {
    keep(block);
    yield block;
  }
}

/** The chunks of a stream; also adds each one to `held`. The stream stays open. */
async function* tee(chunks: AsyncGenerator<Buffer>, held: Buffer[]): AsyncGenerator<Buffer> {
  for (;;) {
    const next = await chunks.next();
    if (next.done) return;
    held.push(next.value);
    yield next.value;
  }
}

async function* replay(held: Buffer[], chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for (let chunk = held.shift(); chunk !== undefined; chunk = held.shift()) yield chunk;
  yield* chunks;
}
