/** Selects posts of a batch. */

import { outOfRange } from '../stats/array-access.js';
import { HASH_WORDS } from '../text/keyed-hash.js';
import { isNonNumericId } from './post-ids.js';
import { type AccountColumns, type ListColumn, NO_TEXT_CLUSTER, type RecordBatch } from './record-batch.js';

/** Selects parts of one batch. */
export class RowSelector {
  readonly #batch: RecordBatch;
  readonly #links: Uint32Array;
  readonly #targets: Uint32Array;
  readonly #objects: Uint32Array;
  readonly #tags: Uint32Array;

  constructor(batch: RecordBatch) {
    this.#batch = batch;
    this.#links = startsOf(batch.links);
    this.#targets = startsOf(batch.targets);
    this.#objects = startsOf(batch.objects);
    this.#tags = startsOf(batch.tags);
  }

  /**
   * Selects the posts with these indexes, in ascending order. Accounts, wordings, tags and ids that none of them has
   * are left out, and the times of names are those of these posts. If the batch has each profile (see
   * `BatchOptions`), the result is the batch that these posts alone would give.
   *
   * @param rows indexes from 0 to `batch.count` - 1
   */
  select(rows: Uint32Array): RecordBatch {
    const batch = this.#batch;
    const time = new Float64Array(rows.length);
    const at = new Float64Array(rows.length);
    const line = new Uint32Array(rows.length);
    const flags = new Uint8Array(rows.length);
    const textHash = new Uint32Array(rows.length);
    const restHash = new Uint32Array(rows.length);
    const id = new Uint32Array(2 * rows.length);
    const otherIds: string[] = [];
    for (let k = 0; k < rows.length; k++) {
      const p = rows[k] ?? outOfRange();
      time[k] = batch.time[p] ?? outOfRange();
      at[k] = batch.at[p] ?? outOfRange();
      line[k] = batch.line[p] ?? outOfRange();
      flags[k] = batch.flags[p] ?? outOfRange();
      textHash[k] = batch.textHash[p] ?? outOfRange();
      restHash[k] = batch.restHash[p] ?? outOfRange();
      const high = batch.id[2 * p] ?? outOfRange();
      const low = batch.id[2 * p + 1] ?? outOfRange();
      id[2 * k] = high;
      id[2 * k + 1] = isNonNumericId(high) ? otherIds.push(batch.otherIds[low] ?? outOfRange()) - 1 : low;
    }
    const { kept: accounts, places: account } = renumbered(batch.account, rows);
    const { kept: wordings, places: wording } = renumbered(batch.wording, rows);
    const tags = selectLists(batch.tags, this.#tags, rows, 1);
    const { kept: tagNames, places: tagPlaces } = renumbered(tags.values);
    return {
      input: batch.input,
      count: rows.length,
      accounts: selectAccounts(batch.accounts, accounts, account, time),
      account,
      time,
      id,
      otherIds,
      line,
      at,
      flags,
      textHash,
      restHash,
      wording,
      wordings: selectWordings(batch.wordings, wordings),
      retweet: selectHashes(batch.retweet, rows),
      retweetedAuthor: selectHashes(batch.retweetedAuthor, rows),
      links: selectLists(batch.links, this.#links, rows, HASH_WORDS),
      targets: selectLists(batch.targets, this.#targets, rows, HASH_WORDS),
      objects: selectLists(batch.objects, this.#objects, rows, HASH_WORDS),
      objectColumn: selectLists({ counts: batch.objects.counts, values: batch.objectColumn }, this.#objects, rows, 1)
        .values,
      objectColumns: batch.objectColumns,
      tags: { counts: tags.counts, values: tagPlaces },
      tagNames: Array.from(tagNames, (place) => batch.tagNames[place] ?? outOfRange()),
    };
  }
}

/**
 * The indexes that occur, in order of first occurrence, and for each value its index among them. `NO_TEXT_CLUSTER` is
 * kept.
 */
function renumbered(
  values: Uint32Array,
  rows?: Uint32Array,
): { readonly kept: readonly number[]; readonly places: Uint32Array<ArrayBuffer> } {
  const kept: number[] = [];
  const known = new Map<number, number>();
  const places = new Uint32Array(rows?.length ?? values.length);
  for (let k = 0; k < places.length; k++) {
    const value = values[rows ? (rows[k] ?? outOfRange()) : k] ?? outOfRange();
    if (value === NO_TEXT_CLUSTER) {
      places[k] = NO_TEXT_CLUSTER;
      continue;
    }
    let place = known.get(value);
    if (place === undefined) {
      place = kept.push(value) - 1;
      known.set(value, place);
    }
    places[k] = place;
  }
  return { kept, places };
}

function selectAccounts(
  accounts: AccountColumns,
  kept: readonly number[],
  account: Uint32Array,
  time: Float64Array,
): AccountColumns {
  const newest = new Float64Array(kept.length).fill(-Infinity);
  for (let k = 0; k < account.length; k++) {
    const place = account[k] ?? outOfRange();
    newest[place] = Math.max(newest[place] ?? outOfRange(), time[k] ?? outOfRange());
  }
  const names = (column: readonly string[]): string[] => kept.map((place) => column[place] ?? outOfRange());
  return {
    id: names(accounts.id),
    handle: names(accounts.handle),
    handleAt: newest,
    displayName: names(accounts.displayName),
    displayNameAt: newest.slice(),
    createdFrom: Float64Array.from(kept, (place) => accounts.createdFrom[place] ?? outOfRange()),
    createdTo: Float64Array.from(kept, (place) => accounts.createdTo[place] ?? outOfRange()),
    createdSource: Uint8Array.from(kept, (place) => accounts.createdSource[place] ?? outOfRange()),
  };
}

function selectWordings(wordings: RecordBatch['wordings'], kept: readonly number[]): RecordBatch['wordings'] {
  const start = new Uint32Array(kept.length + 1);
  for (const [k, w] of kept.entries())
    start[k + 1] =
      (start[k] ?? outOfRange()) + (wordings.start[w + 1] ?? outOfRange()) - (wordings.start[w] ?? outOfRange());
  const pairs = new Uint32Array(start[kept.length] ?? outOfRange());
  for (const [k, w] of kept.entries())
    pairs.set(wordings.pairs.subarray(wordings.start[w], wordings.start[w + 1]), start[k]);
  return {
    hash: selectHashes(wordings.hash, Uint32Array.from(kept)),
    start,
    pairs,
    telling: Uint8Array.from(kept, (w) => wordings.telling[w] ?? outOfRange()),
  };
}

function selectHashes(hashes: Uint32Array, rows: Uint32Array): Uint32Array<ArrayBuffer> {
  const selected = new Uint32Array(HASH_WORDS * rows.length);
  for (let k = 0; k < rows.length; k++) {
    const from = HASH_WORDS * (rows[k] ?? outOfRange());
    for (let word = 0; word < HASH_WORDS; word++) selected[HASH_WORDS * k + word] = hashes[from + word] ?? outOfRange();
  }
  return selected;
}

/** Where the keys of each post begin, and where those of the last end. */
function startsOf({ counts }: ListColumn): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (let p = 0; p < counts.length; p++) starts[p + 1] = (starts[p] ?? outOfRange()) + (counts[p] ?? outOfRange());
  return starts;
}

/** @param width words per value */
function selectLists(
  { values }: ListColumn,
  starts: Uint32Array,
  rows: Uint32Array,
  width: number,
): { readonly counts: Uint16Array<ArrayBuffer>; readonly values: Uint32Array<ArrayBuffer> } {
  const counts = new Uint16Array(rows.length);
  let total = 0;
  for (let k = 0; k < rows.length; k++) {
    const p = rows[k] ?? outOfRange();
    total += counts[k] = (starts[p + 1] ?? outOfRange()) - (starts[p] ?? outOfRange());
  }
  const selected = new Uint32Array(width * total);
  let end = 0;
  for (let k = 0; k < rows.length; k++) {
    const p = rows[k] ?? outOfRange();
    const [from, to] = [width * (starts[p] ?? outOfRange()), width * (starts[p + 1] ?? outOfRange())];
    for (let at = from; at < to; at++) selected[end++] = values[at] ?? outOfRange();
  }
  return { counts, values: selected };
}
