import { AccountTable } from '../../dataset/account-table.js';
import { NOT_IN_TEXT } from '../../dataset/hashtag-spellings.js';
import { isNonNumericId, nonNumericIdRef } from '../../dataset/post-ids.js';
import { type ListColumn, NO_TEXT_CLUSTER, type RecordBatch } from '../../dataset/record-batch.js';
import { outOfRange } from '../../stats/array-access.js';
import { Interner } from '../../text/interner.js';
import { HASH_WORDS } from '../../text/keyed-hash.js';
import { NO_TEXT_CLUSTER_MARK } from './post-columns.js';
import { RowBinaryReader } from './row-binary-reader.js';

/** Bytes of a keyed hash. */
const HASH_BYTES = 4 * HASH_WORDS;
/** Bytes of a profile after its texts: two numbers of 64 bits, and one of 8. */
const CREATION_BYTES = 17;

/** Skips the columns after `part` and `input` in a row. */
export function passPost(from: RowBinaryReader): void {
  for (let text = 0; text < 3; text++) from.skipText();
  // Creation, row, line, time, both halves of the id.
  from.skip(CREATION_BYTES + 8 + 4 + 8 + 8);
  from.skipText();
  // Flags, both hashes for ordering, telling, wording.
  from.skip(1 + 8 + 1 + HASH_BYTES);
  from.skipList(4);
  from.skip(2 * HASH_BYTES);
  for (let list = 0; list < 3; list++) from.skipList(HASH_BYTES);
  for (let list = 0; list < 3; list++) from.skipTexts();
}

/** Builds one batch, with each profile, from the rows of one input. */
export class PostRowReader {
  readonly #input: number;
  readonly #accounts = new AccountTable();
  /** Profiles by their bytes, because reading them as texts takes longer than everything else. */
  readonly #profiles = new Map<string, { readonly number: number; readonly id: string; readonly seen: Seen }>();
  readonly #columns = {
    account: new Array<number>(),
    time: new Array<number>(),
    id: new Array<number>(),
    line: new Array<number>(),
    at: new Array<number>(),
    flags: new Array<number>(),
    textHash: new Array<number>(),
    restHash: new Array<number>(),
    wording: new Array<number>(),
    retweet: new Array<number>(),
    retweetedAuthor: new Array<number>(),
  };
  readonly #otherIds: string[] = [];
  readonly #wordings = new Interner(HASH_WORDS, 'hashes');
  readonly #wordingHash: number[] = [];
  readonly #telling: number[] = [];
  readonly #starts: number[] = [0];
  readonly #pairs: number[] = [];
  readonly #key = new Uint32Array(HASH_WORDS);
  readonly #links = newList();
  readonly #targets = newList();
  readonly #objects = newList();
  readonly #objectColumn: number[] = [];
  readonly #objectColumns = new Map<string, number>();
  readonly #tags = newList();
  readonly #tagNames = new Map<string, number>();

  /** @param input the input number of all its posts */
  constructor(input: number) {
    this.#input = input;
  }

  get count(): number {
    return this.#columns.time.length;
  }

  /** Reads the columns after `part` and `input` in a row, which must be complete (see `passPost`). */
  read(from: RowBinaryReader): void {
    const columns = this.#columns;
    const start = from.place;
    from.skipText();
    from.skipText();
    from.skipText();
    from.skip(CREATION_BYTES);
    const profile = from.since(start);
    const row = from.uint64();
    const line = from.uint32();
    const time = from.float64();
    columns.account.push(this.#accountOf(profile, time));
    columns.at.push(row);
    columns.line.push(line);
    columns.time.push(time);
    const [high, low, other] = [from.uint32(), from.uint32(), from.text()];
    columns.id.push(...(isNonNumericId(high) ? nonNumericIdRef(this.#otherIds.push(other) - 1) : [high, low]));
    columns.flags.push(from.uint8());
    columns.textHash.push(from.uint32());
    columns.restHash.push(from.uint32());
    columns.wording.push(this.#readWording(from));
    from.words(HASH_WORDS, columns.retweet);
    from.words(HASH_WORDS, columns.retweetedAuthor);
    readHashes(from, this.#links);
    readHashes(from, this.#targets);
    readHashes(from, this.#objects);
    for (const name of from.texts()) this.#objectColumn.push(placeOf(name, this.#objectColumns));
    const tags = from.texts();
    const spelled = from.texts();
    this.#tags.counts.push(tags.length);
    for (const [k, tag] of tags.entries()) {
      const spelling = spelled[k] ?? outOfRange();
      const name = spelling === '' ? tag : spelling === NOT_IN_TEXT ? NOT_IN_TEXT + tag : spelling;
      this.#tags.values.push(placeOf(name, this.#tagNames));
    }
  }

  /** The batch of everything that was read. Must be called only once. */
  batch(): RecordBatch {
    const columns = this.#columns;
    return {
      input: this.#input,
      count: this.count,
      accounts: this.#accounts.columns(),
      account: new Uint32Array(columns.account),
      time: new Float64Array(columns.time),
      id: new Uint32Array(columns.id),
      otherIds: this.#otherIds,
      line: new Uint32Array(columns.line),
      at: new Float64Array(columns.at),
      flags: new Uint8Array(columns.flags),
      textHash: new Uint32Array(columns.textHash),
      restHash: new Uint32Array(columns.restHash),
      wording: new Uint32Array(columns.wording),
      wordings: {
        hash: new Uint32Array(this.#wordingHash),
        start: new Uint32Array(this.#starts),
        pairs: new Uint32Array(this.#pairs),
        telling: new Uint8Array(this.#telling),
      },
      retweet: new Uint32Array(columns.retweet),
      retweetedAuthor: new Uint32Array(columns.retweetedAuthor),
      links: listColumn(this.#links),
      targets: listColumn(this.#targets),
      objects: listColumn(this.#objects),
      objectColumn: new Uint32Array(this.#objectColumn),
      objectColumns: [...this.#objectColumns.keys()],
      tags: listColumn(this.#tags),
      tagNames: [...this.#tagNames.keys()],
    };
  }

  #accountOf(bytes: string, time: number): number {
    let known = this.#profiles.get(bytes);
    if (!known) {
      const reader = new RowBinaryReader();
      reader.push(Buffer.from(bytes, 'latin1'));
      const [id, handle, displayName] = [reader.text(), reader.text(), reader.text()];
      const seen = { handle, displayName, from: reader.float64(), to: reader.float64(), source: reader.uint8() };
      known = { number: this.#profiles.size, id, seen };
      this.#profiles.set(bytes, known);
    }
    const { id, seen } = known;
    return this.#accounts.add(id, { ...seen, handleAt: time, displayNameAt: time }, bytes);
  }

  #readWording(from: RowBinaryReader): number {
    const telling = from.uint8();
    const key: number[] = [];
    from.words(HASH_WORDS, key);
    const count = from.count();
    if (telling === NO_TEXT_CLUSTER_MARK) return NO_TEXT_CLUSTER;
    this.#key.set(key);
    const place = this.#wordings.numberOf(this.#key, 0);
    if (place < this.#telling.length) {
      from.skip(4 * count);
      return place;
    }
    this.#wordingHash.push(...key);
    this.#telling.push(telling);
    from.words(count, this.#pairs);
    this.#starts.push(this.#pairs.length);
    return place;
  }
}

interface Seen {
  readonly handle: string;
  readonly displayName: string;
  readonly from: number;
  readonly to: number;
  readonly source: number;
}

interface List {
  readonly counts: number[];
  readonly values: number[];
}

function newList(): List {
  return { counts: [], values: [] };
}

function listColumn({ counts, values }: List): ListColumn {
  return { counts: new Uint16Array(counts), values: new Uint32Array(values) };
}

function readHashes(from: RowBinaryReader, { counts, values }: List): void {
  const count = from.count();
  counts.push(count);
  from.words(HASH_WORDS * count, values);
}

function placeOf(name: string, places: Map<string, number>): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  places.set(name, places.size);
  return places.size - 1;
}
