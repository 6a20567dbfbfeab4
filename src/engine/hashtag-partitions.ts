/**
 * The posts of an archive, so that those with one hashtag are found: in memory, and where that is too little in
 * partitions on disk.
 */

import { deserialize, serialize } from 'node:v8';
import { BatchSink } from '../dataset/batch-sink.js';
import { foldTagName } from '../dataset/hashtag-spellings.js';
import { batchBytes, DUPLICATE_ROW, type RecordBatch } from '../dataset/record-batch.js';
import { RowSelector } from '../dataset/row-selector.js';
import { ByteSpool } from '../read/spool.js';
import { outOfRange } from '../stats/array-access.js';
import { OrderingHash } from '../text/ordering-hash.js';
import type { BatchStore, HashtagCount } from './batch-store.js';

/**
 * Partitions on disk; one at a time is brought back. A post stands in those of all its hashtags. With so many, an
 * archive may be some sixty times what is kept in memory.
 */
const PARTITIONS = 64;

/** Keeps posts by their hashtags (as a hash join that outgrows memory does); posts without a hashtag are let go. */
export class HashtagPartitions extends BatchSink implements BatchStore {
  readonly #memory: number;
  #inMemory: RecordBatch[] = [];
  #bytes = 0;
  #spool: ByteSpool | undefined;
  /** Where the batches of each partition stand in the spool. */
  readonly #places: { readonly at: number; readonly length: number }[][] = Array.from({ length: PARTITIONS }, () => []);
  /** The partition that was asked for last. */
  #open: { readonly number: number; readonly index: HashtagIndex } | undefined;
  #least = 1;

  /** @param memory bytes of posts that are kept in memory; beyond that all are put on disk */
  constructor(memory: number) {
    super({ eachProfile: true });
    this.#memory = memory;
  }

  /** Whether posts are on disk. */
  get spilled(): boolean {
    return this.#spool !== undefined;
  }

  /** Partition by partition, in each those of most posts first. To be asked for when all posts are there. */
  async *hashtags(least: number): AsyncGenerator<HashtagCount> {
    this.#least = least;
    this.#open = undefined;
    for (let number = 0; number < (this.#spool ? PARTITIONS : 1); number++) yield* this.#partition(number).counts();
  }

  /** In any order, but quickly only where one asks in the order in which `hashtags` gives them. */
  async *batches(tag: string): AsyncGenerator<RecordBatch> {
    yield* this.#partition(this.#spool ? partitionOf(tag) : 0).batches(tag);
  }

  /** Gives back what it holds. */
  close(): void {
    this.#spool?.close();
    this.#inMemory = [];
    this.#open = undefined;
  }

  protected override takeBatch(batch: RecordBatch): void {
    if (this.#spool) {
      this.#spill(batch, this.#spool);
      return;
    }
    this.#inMemory.push(batch);
    this.#bytes += batchBytes(batch);
    if (this.#bytes <= this.#memory) return;
    this.#spool = new ByteSpool();
    for (const each of this.#inMemory.splice(0)) this.#spill(each, this.#spool);
  }

  #spill(batch: RecordBatch, spool: ByteSpool): void {
    const rows: Set<number>[] = Array.from({ length: PARTITIONS }, () => new Set());
    const partitions = batch.tagNames.map((name) => partitionOf(foldTagName(name)));
    forEachTag(batch, (row, tag) => rows[partitions[tag] ?? outOfRange()]?.add(row));
    const selector = new RowSelector(batch);
    for (const [number, found] of rows.entries()) {
      if (found.size === 0) continue;
      // Posts come in their order, and so are the rows of a set.
      const bytes = serialize(selector.select(Uint32Array.from(found)));
      this.#places[number]?.push({ at: spool.append(bytes), length: bytes.length });
    }
  }

  #partition(number: number): HashtagIndex {
    if (this.#open?.number === number) return this.#open.index;
    this.#open = undefined;
    const spool = this.#spool;
    const batches = spool
      ? (this.#places[number] ?? outOfRange()).map(({ at, length }): RecordBatch => deserialize(spool.read(at, length)))
      : this.#inMemory;
    const isHere = (tag: string): boolean => !spool || partitionOf(tag) === number;
    const index = new HashtagIndex(batches, this.#least, isHere);
    this.#open = { number, index };
    return index;
  }
}

/** The posts of each frequent hashtag in some batches. */
class HashtagIndex {
  readonly #selectors: readonly RowSelector[];
  /** For each frequent tag the rows in each batch. */
  readonly #rows = new Map<string, { readonly batch: number; readonly rows: number[] }[]>();
  readonly #counts: HashtagCount[] = [];

  constructor(batches: readonly RecordBatch[], least: number, isHere: (tag: string) => boolean) {
    this.#selectors = batches.map((batch) => new RowSelector(batch));
    const folded = batches.map(({ tagNames }) => tagNames.map(foldTagName));
    const counts = new Map<string, number>();
    for (const [b, batch] of batches.entries()) {
      const uses = new Uint32Array(batch.tagNames.length);
      forEachTag(batch, (row, tag) => {
        if (((batch.flags[row] ?? outOfRange()) & DUPLICATE_ROW) === 0) uses[tag] = (uses[tag] ?? outOfRange()) + 1;
      });
      for (const [tag, count] of uses.entries()) {
        const name = folded[b]?.[tag] ?? outOfRange();
        if (isHere(name)) counts.set(name, (counts.get(name) ?? 0) + count);
      }
    }
    for (const [tag, posts] of counts) {
      if (posts < least) continue;
      this.#counts.push({ tag, posts });
      this.#rows.set(tag, []);
    }
    // The large ones take longest: they begin first.
    this.#counts.sort((a, b) => b.posts - a.posts || (a.tag < b.tag ? -1 : 1));
    for (const [b, batch] of batches.entries()) {
      const parts = (folded[b] ?? outOfRange()).map((name) => this.#rows.get(name));
      forEachTag(batch, (row, tag) => {
        const found = parts[tag];
        if (!found) return;
        let last = found.at(-1);
        if (last?.batch !== b) found.push((last = { batch: b, rows: [] }));
        // Two spellings of one tag in one post are one.
        if (last.rows.at(-1) !== row) last.rows.push(row);
      });
    }
  }

  counts(): readonly HashtagCount[] {
    return this.#counts;
  }

  *batches(tag: string): Generator<RecordBatch> {
    for (const { batch, rows } of this.#rows.get(tag) ?? [])
      yield (this.#selectors[batch] ?? outOfRange()).select(Uint32Array.from(rows));
  }
}

/** Calls with each post and each of its tags, as its place in `tagNames`. */
function forEachTag({ tags: { counts, values } }: RecordBatch, visit: (row: number, tag: number) => void): void {
  let at = 0;
  for (let row = 0; row < counts.length; row++)
    for (let left = counts[row] ?? outOfRange(); left > 0; left--) visit(row, values[at++] ?? outOfRange());
}

const hash = new OrderingHash();

function partitionOf(tag: string): number {
  return (hash.reset().add(tag).low >>> 0) % PARTITIONS;
}
