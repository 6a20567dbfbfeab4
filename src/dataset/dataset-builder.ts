import { outOfRange } from '../stats/array-access.js';
import { Interner } from '../text/interner.js';
import { HASH_WORDS, KeyedHash } from '../text/keyed-hash.js';
import { AccountTable } from './account-table.js';
import { BatchSink } from './batch-sink.js';
import { uint8Column, float64Column, uint16Column, uint32Column } from './growable-array.js';
import { isNonNumericId } from './post-ids.js';
import { RaggedArray } from './ragged-array.js';
import type { RecordBatch, ListColumn } from './record-batch.js';

/** Collects posts, in any order and in batches of any size; `buildDataset` makes the Dataset from it. */
export class DatasetBuilder extends BatchSink {
  /**
   * The columns of record batches (see `RecordBatch`), with numbers that are valid across batches instead of indexes
   * and hashes.
   */
  readonly columns = {
    account: uint32Column(),
    time: float64Column(),
    id: uint32Column(),
    input: uint32Column(),
    line: uint32Column(),
    at: float64Column(),
    flags: uint8Column(),
    raw: uint32Column(),
    rest: uint32Column(),
    wording: uint32Column(),
    /** Number of the retweeted post + 1; 0 for none. */
    retweet: uint32Column(),
    /** Number of the retweeted author + 1; 0 if unknown. */
    retweetedAuthor: uint32Column(),
    links: { counts: uint16Column(), values: uint32Column() },
    targets: { counts: uint16Column(), values: uint32Column() },
    objects: { counts: uint16Column(), values: uint32Column() },
    tags: { counts: uint16Column(), values: uint32Column() },
  };
  readonly profiles = new AccountTable();
  readonly otherIds: string[] = [];
  readonly tagNames: string[] = [];
  /** Names of the object columns, and for each object the index of its column. */
  readonly objectColumns: string[] = [];
  readonly objectColumn = uint32Column();
  /** For each wording, its pairs of words. */
  readonly pairs = new RaggedArray();
  /** For each wording, 1 if it has enough words to be compared. */
  readonly comparable = uint8Column();
  readonly #otherPlaces = new Map<string, number>();
  readonly #tagPlaces = new Map<string, number>();
  readonly #objectPlaces = new Map<string, number>();
  #numbers = newNumbers();

  /**
   * Takes over a batch, which must not be used afterwards: numbers that are valid across batches are written into it.
   */
  protected override takeBatch(block: RecordBatch): void {
    const { columns } = this;
    const numbers = this.#numbers;
    columns.account.push(renumber(block.account, this.profiles.upsert(block.accounts)));
    columns.time.push(block.time);
    columns.id.push(this.#renumberIds(block));
    columns.input.fill(block.input, block.count);
    columns.line.push(block.line);
    columns.at.push(block.at);
    columns.flags.push(block.flags);
    columns.raw.push(block.textHash);
    columns.rest.push(block.restHash);
    columns.wording.push(renumber(block.wording, this.#takeWordings(block.wordings)));
    columns.retweet.push(numbered(block.retweet, numbers.retweet, 1));
    columns.retweetedAuthor.push(numbered(block.retweetedAuthor, numbers.retweetedAuthor, 1));
    takeKeys(columns.links, block.links.counts, numbered(block.links.values, numbers.link, 0));
    takeKeys(columns.targets, block.targets.counts, numbered(block.targets.values, numbers.target, 0));
    takeKeys(columns.objects, block.objects.counts, this.#takeObjects(block));
    takeKeys(
      columns.tags,
      block.tags.counts,
      renumber(block.tags.values, places(block.tagNames, this.#tagPlaces, this.tagNames)),
    );
  }

  /**
   * Ends the collection, and returns the number of different items of each kind, and the targets that are accounts with
   * posts. Releases the hashes of items.
   */
  seal(): Readonly<Record<'retweet' | 'link' | 'object' | 'target', number>> & {
    /** The numbers of the profiles of which a target is the id or handle, by the number of the target. */
    readonly addressed: ReadonlyMap<number, readonly number[]>;
  } {
    this.flush();
    const { retweet, link, object, target } = this.#numbers;
    const sizes = { retweet: retweet.size, link: link.size, object: object.size, target: target.size };
    const addressed = profilesByTarget(this.profiles, target);
    this.#numbers = newNumbers();
    this.#otherPlaces.clear();
    this.#tagPlaces.clear();
    this.#objectPlaces.clear();
    this.profiles.finish();
    return { ...sizes, addressed };
  }

  /** The accounts with posts in each input, by their numbers in `profiles`. */
  accountsByInput(): Map<number, Set<number>> {
    const found = new Map<number, Set<number>>();
    const { account, input } = this.columns;
    for (let p = 0; p < account.length; p++) {
      const accounts = found.get(input.at(p)) ?? new Set();
      if (accounts.size === 0) found.set(input.at(p), accounts);
      accounts.add(account.at(p));
    }
    return found;
  }

  #takeWordings({ hash, start, pairs, telling }: RecordBatch['wordings']): Uint32Array {
    const numbers = new Uint32Array(telling.length);
    const before = this.pairs.count;
    const news = new Uint8Array(telling.length);
    for (let w = 0; w < numbers.length; w++) {
      const number = this.#numbers.wording.numberOf(hash, HASH_WORDS * w);
      if (number === this.pairs.count) {
        news[number - before] = telling[w] ?? outOfRange();
        this.pairs.push(pairs, start[w] ?? outOfRange(), start[w + 1] ?? outOfRange());
      }
      numbers[w] = number;
    }
    this.comparable.push(news.subarray(0, this.pairs.count - before));
    return numbers;
  }

  #takeObjects({ objects, objectColumn, objectColumns }: RecordBatch): Uint32Array {
    const before = this.#numbers.object.size;
    const found = numbered(objects.values, this.#numbers.object, 0);
    const named = places(objectColumns, this.#objectPlaces, this.objectColumns);
    const news = new Uint32Array(this.#numbers.object.size - before);
    for (let k = 0; k < found.length; k++) {
      const number = found[k] ?? outOfRange();
      if (number >= before) news[number - before] = named[objectColumn[k] ?? outOfRange()] ?? outOfRange();
    }
    this.objectColumn.push(news);
    return found;
  }

  #renumberIds({ id, otherIds }: RecordBatch): Uint32Array {
    if (otherIds.length === 0) return id;
    const others = places(otherIds, this.#otherPlaces, this.otherIds);
    for (let at = 0; at < id.length; at += 2) {
      const place = id[at + 1] ?? outOfRange();
      if (isNonNumericId(id[at] ?? outOfRange())) id[at + 1] = others[place] ?? outOfRange();
    }
    return id;
  }
}

/** See `DatasetBuilder.seal`. @param targets the numbers of all targets, by their hashes */
function profilesByTarget({ id, handle }: AccountTable, targets: Interner): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const hash = new KeyedHash();
  const words = new Uint32Array(HASH_WORDS);
  for (const names of targets.size === 0 ? [] : [handle, id])
    for (const [profile, name] of names.entries()) {
      if (name === '') continue;
      hash.reset().add(name.toLowerCase()).write(words, 0);
      const number = targets.find(words, 0);
      if (number === undefined) continue;
      const known = found.get(number);
      if (known) known.push(profile);
      else found.set(number, [profile]);
    }
  return found;
}

/** Assigns numbers to hashes. */
function newNumbers(): Record<'wording' | 'retweet' | 'retweetedAuthor' | 'link' | 'object' | 'target', Interner> {
  return {
    wording: new Interner(HASH_WORDS, 'hashes'),
    retweet: new Interner(HASH_WORDS, 'hashes'),
    retweetedAuthor: new Interner(HASH_WORDS, 'hashes'),
    link: new Interner(HASH_WORDS, 'hashes'),
    object: new Interner(HASH_WORDS, 'hashes'),
    target: new Interner(HASH_WORDS, 'hashes'),
  };
}

function takeKeys(
  columns: DatasetBuilder['columns']['links'],
  counts: ListColumn['counts'],
  values: Uint32Array,
): void {
  columns.counts.push(counts);
  columns.values.push(values);
}

/** Replaces each index by its entry in `numbers`; values beyond its end are kept. */
function renumber(values: Uint32Array, numbers: Uint32Array): Uint32Array {
  for (let k = 0; k < values.length; k++) {
    const value = values[k] ?? outOfRange();
    if (value < numbers.length) values[k] = numbers[value] ?? outOfRange();
  }
  return values;
}

/** The number of each hash plus `from`; 0 for no hash. */
function numbered(hashes: Uint32Array, numbers: Interner, from: number): Uint32Array {
  const found = new Uint32Array(hashes.length / HASH_WORDS);
  for (let k = 0; k < found.length; k++) {
    if (hashes[HASH_WORDS * k] !== 0) found[k] = numbers.numberOf(hashes, HASH_WORDS * k) + from;
  }
  return found;
}

/** The index of each name in `all`; new names are added. */
function places(names: readonly string[], known: Map<string, number>, all: string[]): Uint32Array {
  const found = new Uint32Array(names.length);
  for (const [k, name] of names.entries()) {
    let place = known.get(name);
    if (place === undefined) {
      place = all.push(name) - 1;
      known.set(name, place);
    }
    found[k] = place;
  }
  return found;
}
