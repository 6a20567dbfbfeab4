import { DROPPED } from '../measure/block.js';
import type { Collector } from '../measure/collector.js';
import type { Post } from '../post.js';
import { RecordSplitter, type TextBlock } from '../read/blocks/split-records.js';
import { TextStore } from '../read/blocks/text-store.js';
import type { TextFile } from '../read/read.js';
import { checkMemory } from '../read/memory.js';
import { type Account, accountOf, checkRows, explainBroken, recogniseTable, type RecognisedTable, SURVEYED } from '../read/read-table.js';
import { type Layout, readRecords } from '../read/records.js';
import type { Selection, Selector } from '../read/select.js';
import { TableRows } from '../read/table.js';
import { Tally } from '../read/tally.js';
import { HashSet } from '../text/hash-set.js';
import { BlockReader, type BlockReading, type BlockTask } from './block-reader.js';
import { Pool } from './pool.js';

/** Less text is read before a thread has started. */
const WORTH_THREADS = 16 * 1024 * 1024;

export interface IntakeOptions {
  readonly selection: Selection;
  /** Threads that read beside this one; undefined: as many as there are cores, where there is enough to read. */
  readonly workers: number | undefined;
  readonly cores: number;
}

/** Gives posts by the places that a `Block` names. */
export type PostAt = (place: number) => Post | undefined;

/**
 * Reads a table of text into a collector, in blocks that threads may read side by side: what comes of it is the same with
 * any number of them; yields how many posts there are so far. `readAgain` is told how single posts are found again.
 */
export async function* tableIntake(
  text: AsyncGenerator<Buffer>,
  layout: Layout,
  file: TextFile,
  again: (() => AsyncGenerator<Buffer>) | undefined,
  into: { readonly collector: Collector; readonly selector: Selector; readonly options: IntakeOptions; readonly readAgain: (postAt: PostAt, close: () => void) => void },
): AsyncGenerator<number, Account> {
  const { collector, selector, options } = into;
  const held: Buffer[] = [];
  try {
    const recognised = await recogniseTable(readRecords(holding(text, held), layout), file, again && (() => readRecords(again(), layout)));
    const { plan, surveyed, sample } = recognised;
    const task: BlockTask = {
      layout,
      header: plan.header,
      map: file.options.map ?? {},
      surveyed,
      assumeTz: file.options.assumeTz,
      selection: options.selection,
      input: file.inputIndex,
      firstLine: sample[0]?.line ?? 1,
    };
    const store = new TextStore(layout);
    if (file.plain && file.source.again) store.standsIn(file.source.name, file.decoding.skipped);
    into.readAgain(postsIn(store, recognised, file), () => store.close());

    const blocks = split(replayed(held, text), layout, (block) => {
      if (!file.plain || !file.source.again || !file.decoding.verbatim) store.keep(block);
    });
    const rows = new Rows(recognised, file, collector, selector);
    const threads = options.workers ?? options.cores;
    // Of a pipe nobody knows how much it will give, of a packed file how much is in it.
    const worthIt = options.workers !== undefined || (file.source.bytesTotal ?? 0) >= WORTH_THREADS;
    const before = threads === 0 ? Infinity : worthIt ? 0 : WORTH_THREADS;
    let taken = 0;
    for await (const reading of readBlocks(blocks, task, { before, threads, file: file.name })) {
      rows.take(reading);
      yield collector.count;
      // Asking takes a millisecond, and 4 MiB more of a table are some 5 MB of memory.
      if (taken++ % 8 === 0) checkMemory(file.name);
    }
    return rows.account();
  } catch (error) {
    throw explainBroken(error, file.name);
  } finally {
    await text.return(undefined);
  }
}

/** Reads so many bytes here `before` threads read the rest beside. */
async function* readBlocks(blocks: AsyncGenerator<TextBlock>, task: BlockTask, { before, threads, file }: { readonly before: number; readonly threads: number; readonly file: string }): AsyncGenerator<BlockReading> {
  const reader = new BlockReader(task);
  let next = await blocks.next();
  for (let bytes = 0; !next.done && bytes < before; next = await blocks.next()) {
    bytes += next.value.bytes.length;
    const reading = reader.read(next.value);
    // Its strings are parts of the block's text, and would hold all of it: they are copied, as threads copy what they hand over.
    const { accounts, otherIds, tagNames } = reading.block;
    yield { ...reading, block: { ...reading.block, ...structuredClone({ accounts, otherIds, tagNames }) } };
  }
  if (next.done) return;
  const pool = new Pool(threads, task, file);
  try {
    yield* pool.read(preceded(next.value, blocks));
  } finally {
    await pool.close();
  }
}

async function* preceded<T>(first: T, others: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* others;
}

/** Counts the rows of a table in their order, drops those that were there before, and hands on the posts. */
class Rows {
  readonly #recognised: RecognisedTable;
  readonly #file: TextFile;
  readonly #collector: Collector;
  readonly #selector: Selector;
  readonly #tally = new Tally('line');
  readonly #seen = new HashSet();
  #withoutOffset = 0;
  #badCreated = 0;
  #checked = false;

  constructor(recognised: RecognisedTable, file: TextFile, collector: Collector, selector: Selector) {
    this.#recognised = recognised;
    this.#file = file;
    this.#collector = collector;
    this.#selector = selector;
  }

  take({ block, hashes, left, doubts, repairs }: BlockReading): void {
    const tally = this.#tally;
    tally.rows += block.count + left.length;
    const duplicates: number[] = [];
    for (let p = 0; p < block.count; p++) {
      if (this.#seen.add(hashes[2 * p] ?? 0, hashes[2 * p + 1] ?? 0)) tally.posts++;
      else {
        block.flags[p] = (block.flags[p] ?? 0) | DROPPED;
        duplicates.push(block.line[p] ?? 0);
      }
    }
    for (const { reason, unselected, line, hash, example } of left) {
      if (hash && !this.#seen.add(...hash)) duplicates.push(line);
      else if (unselected) {
        this.#selector.leave(reason, line);
        tally.posts++;
      } else tally.skip(reason, line, example);
    }
    for (const line of duplicates.sort((a, b) => a - b)) tally.skip('duplicate-row', line, '');
    this.#withoutOffset += doubts.withoutOffset;
    this.#badCreated += doubts.badCreated;
    this.#file.decoding.addRepairs(repairs);
    if (block.count > 0) this.#collector.take(block);
    this.#file.onPosts(tally.posts);
    // A file of which nothing at all can be read is not read to its end.
    if (!this.#checked && tally.rows >= SURVEYED) {
      this.#checked = true;
      if (tally.posts === 0) checkRows(tally, this.#recognised, this.#file);
    }
  }

  account(): Account {
    checkRows(this.#tally, this.#recognised, this.#file);
    const doubts = { withoutOffset: this.#withoutOffset, badCreated: this.#badCreated };
    return accountOf(this.#recognised, this.#tally, doubts, this.#file.options.assumeTz);
  }
}

function postsIn(store: TextStore, { plan, surveyed }: RecognisedTable, { toUtc, inputIndex }: TextFile): PostAt {
  const rows = new TableRows(plan, surveyed, toUtc, inputIndex);
  return (place) => {
    const row = store.rowAt(place);
    const read = row && rows.read(row);
    return read && 'reason' in read ? undefined : read;
  };
}

async function* split(chunks: AsyncIterable<Uint8Array>, layout: Layout, keep: (block: TextBlock) => void): AsyncGenerator<TextBlock> {
  const splitter = new RecordSplitter(layout, { at: 0, line: 1 });
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
async function* holding(chunks: AsyncGenerator<Buffer>, held: Buffer[]): AsyncGenerator<Buffer> {
  for (;;) {
    const next = await chunks.next();
    if (next.done) return;
    held.push(next.value);
    yield next.value;
  }
}

async function* replayed(held: Buffer[], chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for (let chunk = held.shift(); chunk !== undefined; chunk = held.shift()) yield chunk;
  yield* chunks;
}
