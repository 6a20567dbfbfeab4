/** The posts of an archive by hashtag: in memory or, if it is too small, in partitions on disk. */

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
 * Number of partitions on disk; one at a time is read back. A post is in the partitions of all its hashtags. With this
 * number, an archive may be about sixty times as large as what is kept in memory.
 */
const PARTITIONS = 64;

/** Stores posts by their hashtags, like a hash join that spills to disk; drops posts without a hashtag. */
export class HashtagPartitions extends BatchSink implements BatchStore {
  readonly #memory: number;
  #inMemory: RecordBatch[] = [];
  #bytes = 0;
  #spool: ByteSpool | undefined;
  /** The places of the batches of each partition in the spool. */
  readonly #places: { readonly at: number; readonly length: number }[][] = Array.from({ length: PARTITIONS }, () => []);
  /** The partition that was used last. */
  #open: { readonly number: number; readonly index: HashtagIndex } | undefined;
  #least = 1;

  /** @param memory maximum number of bytes of posts in memory; if there are more, all are written to disk */
  constructor(memory: number) {
    super({ eachProfile: true });
    this.#memory = memory;
  }

  /** Whether posts are on disk. */
  get spilled(): boolean {
    return this.#spool !== undefined;
  }

  /** Partition by partition, most frequent first in each. Must be called after all posts were added. */
  async *hashtags(least: number): AsyncGenerator<HashtagCount> {
    this.#least = least;
    this.#open = undefined;
    for (let number = 0; number < (this.#spool ? PARTITIONS : 1); number++) yield* this.#partition(number).counts();
  }

  /** Can be called in any order, but is fast only in the order in which `hashtags` returns them. */
  async *batches(tag: string): AsyncGenerator<RecordBatch> {
    yield* this.#partition(this.#spool ? partitionOf(tag) : 0).batches(tag);
  }

  /** Releases its resources. */
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
      // Posts are visited in ascending order, so the rows of each set are sorted.
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
    // Largest first, because these take longest.
    this.#counts.sort((a, b) => b.posts - a.posts || (a.tag < b.tag ? -1 : 1));
    for (const [b, batch] of batches.entries()) {
      const parts = (folded[b] ?? outOfRange()).map((name) => this.#rows.get(name));
      forEachTag(batch, (row, tag) => {
        const found = parts[tag];
        if (!found) return;
        let last = found.at(-1);
        if (last?.batch !== b) found.push((last = { batch: b, rows: [] }));
        // Two spellings of a tag in one post count as one.
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

/** Calls `visit` for each post and each of its tags; `tag` is the index in `tagNames`. */
function forEachTag({ tags: { counts, values } }: RecordBatch, visit: (row: number, tag: number) => void): void {
  let at = 0;
  for (let row = 0; row < counts.length; row++)
    for (let left = counts[row] ?? outOfRange(); left > 0; left--) visit(row, values[at++] ?? outOfRange());
}

const hash = new OrderingHash();

function partitionOf(tag: string): number {
  return (hash.reset().add(tag).low >>> 0) % PARTITIONS;
}
