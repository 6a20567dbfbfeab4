import type { DatasetBuilder } from '../../dataset/dataset-builder.js';
import { DUPLICATE_ROW } from '../../dataset/record-batch.js';
import type { Post } from '../../documents/post.js';
import { CsvBlockSplitter, type TextChunk } from '../../read/blocks/csv-block-splitter.js';
import { RecordStore } from '../../read/blocks/record-store.js';
import { type CsvDialect, readRecords } from '../../read/csv-records.js';
import { assertMemory } from '../../read/memory.js';
import type { PostFilterOptions, PostFilter } from '../../read/post-filter.js';
import {
  type ReadReport,
  readReport,
  checkRows,
  explainBroken,
  detectTable,
  type DetectedTable,
  SAMPLE_ROWS,
} from '../../read/read-table.js';
import type { TextFile } from '../../read/read.js';
import { RowCounts } from '../../read/row-counts.js';
import { RowParser } from '../../read/table.js';
import { Uint64Set } from '../../text/uint64-set.js';
import { BatchReader, type BatchResult, type BatchTask } from './batch-reader.js';
import { WorkerPool } from './worker-pool.js';

/** Below this size, starting worker threads costs more than it saves. */
const MIN_BYTES_FOR_WORKERS = 16 * 1024 * 1024;

export interface TableIngestOptions {
  readonly selection: PostFilterOptions;
  /** Threads that read beside this one; undefined: as many as there are cores, where there is enough to read. */
  readonly workers: number | undefined;
  readonly cores: number;
}

/** Gives posts by the places that a `RecordBatch` names. */
export type PostReader = (place: number) => Post | undefined;

/**
 * Reads a table of text into a collector, in blocks that threads may read side by side: what comes of it is the same with
 * any number of them; yields how many posts there are so far. `readAgain` is told how single posts are found again.
 */
export async function* ingestTable(
  text: AsyncGenerator<Buffer>,
  layout: CsvDialect,
  file: TextFile,
  again: (() => AsyncGenerator<Buffer>) | undefined,
  into: {
    readonly collector: DatasetBuilder;
    readonly selector: PostFilter;
    readonly options: TableIngestOptions;
    readonly readAgain: (postAt: PostReader, close: () => void) => void;
  },
): AsyncGenerator<number, ReadReport> {
  const { collector, selector, options } = into;
  const held: Buffer[] = [];
  try {
    const recognised = await detectTable(
      readRecords(tee(text, held), layout),
      file,
      again && (() => readRecords(again(), layout)),
    );
    const { plan, surveyed, sample } = recognised;
    const task: BatchTask = {
      layout,
      header: plan.header,
      map: file.options.map ?? {},
      surveyed,
      assumeTz: file.options.assumeTz,
      selection: options.selection,
      input: file.inputIndex,
      firstLine: sample[0]?.line ?? 1,
    };
    const store = new RecordStore(layout);
    if (file.plain && file.source.again) store.useFile(file.source.path ?? file.source.name, file.decoding.skipped);
    into.readAgain(postsIn(store, recognised, file), () => store.close());

    const blocks = split(replay(held, text), layout, (block) => {
      if (!file.plain || !file.source.again || !file.decoding.verbatim) store.keep(block);
    });
    const rows = new RowAccounting(recognised, file, collector, selector);
    const threads = options.workers ?? options.cores;
    // Of a pipe nobody knows how much it will give, of a packed file how much is in it.
    const worthIt = options.workers !== undefined || (file.source.bytesTotal ?? 0) >= MIN_BYTES_FOR_WORKERS;
    const before = threads === 0 ? Infinity : worthIt ? 0 : MIN_BYTES_FOR_WORKERS;
    let taken = 0;
    for await (const reading of readBlocks(blocks, task, { before, threads, file: file.name })) {
      rows.take(reading);
      yield collector.count;
      // Asking takes a millisecond, and 4 MiB more of a table are some 5 MB of memory.
      if (taken++ % 8 === 0) assertMemory(file.name);
    }
    return rows.account();
  } catch (error) {
    throw explainBroken(error, file.name);
  } finally {
    await text.return(undefined);
  }
}

/** Reads so many bytes here `before` threads read the rest beside. */
async function* readBlocks(
  blocks: AsyncGenerator<TextChunk>,
  task: BatchTask,
  { before, threads, file }: { readonly before: number; readonly threads: number; readonly file: string },
): AsyncGenerator<BatchResult> {
  const reader = new BatchReader(task);
  let next = await blocks.next();
  for (let bytes = 0; !next.done && bytes < before; next = await blocks.next()) {
    bytes += next.value.bytes.length;
    const reading = reader.read(next.value);
    // Its strings are parts of the block's text, and would hold all of it: they are copied, as threads copy what they hand over.
    const { accounts, otherIds, tagNames } = reading.batch;
    yield { ...reading, batch: { ...reading.batch, ...structuredClone({ accounts, otherIds, tagNames }) } };
  }
  if (next.done) return;
  const pool = new WorkerPool(threads, task, file);
  try {
    yield* pool.read(prepend(next.value, blocks));
  } finally {
    await pool.close();
  }
}

async function* prepend<T>(first: T, others: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* others;
}

/** Counts the rows of a table in their order, drops those that were there before, and hands on the posts. */
class RowAccounting {
  readonly #recognised: DetectedTable;
  readonly #file: TextFile;
  readonly #collector: DatasetBuilder;
  readonly #selector: PostFilter;
  readonly #tally = new RowCounts('line');
  readonly #seen = new Uint64Set();
  #withoutOffset = 0;
  #badCreated = 0;
  #checked = false;

  constructor(recognised: DetectedTable, file: TextFile, collector: DatasetBuilder, selector: PostFilter) {
    this.#recognised = recognised;
    this.#file = file;
    this.#collector = collector;
    this.#selector = selector;
  }

  take({ batch, hashes, rejected, warnings, repairs }: BatchResult): void {
    const tally = this.#tally;
    tally.rows += batch.count + rejected.length;
    const duplicates: number[] = [];
    for (let p = 0; p < batch.count; p++) {
      if (this.#seen.add(hashes[2 * p] ?? 0, hashes[2 * p + 1] ?? 0)) tally.posts++;
      else {
        batch.flags[p] = (batch.flags[p] ?? 0) | DUPLICATE_ROW;
        duplicates.push(batch.line[p] ?? 0);
      }
    }
    for (const { reason, unselected, line, hash, example } of rejected) {
      if (hash && !this.#seen.add(...hash)) duplicates.push(line);
      else if (unselected) {
        this.#selector.countExcluded(reason, line);
        tally.posts++;
      } else tally.skip(reason, line, example);
    }
    for (const line of duplicates.sort((a, b) => a - b)) tally.skip('duplicate-row', line, '');
    this.#withoutOffset += warnings.withoutOffset;
    this.#badCreated += warnings.badCreated;
    this.#file.decoding.countReplacements(repairs);
    if (batch.count > 0) this.#collector.appendBatch(batch);
    this.#file.onPosts(tally.posts);
    // A file of which nothing at all can be read is not read to its end.
    if (!this.#checked && tally.rows >= SAMPLE_ROWS) {
      this.#checked = true;
      if (tally.posts === 0) checkRows(tally, this.#recognised, this.#file);
    }
  }

  account(): ReadReport {
    checkRows(this.#tally, this.#recognised, this.#file);
    const doubts = { withoutOffset: this.#withoutOffset, badCreated: this.#badCreated };
    return readReport(this.#recognised, this.#tally, doubts, this.#file.options.assumeTz);
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

/** The chunks of a stream, each held as it passes; the stream stays open. */
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
