import { outOfRange } from '../stats/array-access.js';
import { CREATED_SOURCES, type AccountColumns } from './record-batch.js';

type Created = { readonly from: number; readonly to: number; readonly source: (typeof CREATED_SOURCES)[number] };

/**
 * What the dump states about its accounts in all their posts; accounts are numbered in the order of their first
 * posts. Stored as columns: one object per account would take twice the memory.
 */
export class AccountTable {
  readonly id: string[] = [];
  readonly handle: string[] = [];
  readonly displayName: string[] = [];
  readonly #handleAt: number[] = [];
  readonly #displayNameAt: number[] = [];
  readonly #createdFrom: number[] = [];
  readonly #createdTo: number[] = [];
  readonly #createdSource: number[] = [];
  readonly #numbers = new Map<string, number>();

  /** Adds accounts and returns their numbers. The newest name is kept, and the earliest creation date. */
  upsert(seen: AccountColumns): Uint32Array {
    const numbers = new Uint32Array(seen.id.length);
    for (const [k, id] of seen.id.entries()) {
      numbers[k] = this.add(id, {
        handle: seen.handle[k] ?? outOfRange(),
        handleAt: seen.handleAt[k] ?? outOfRange(),
        displayName: seen.displayName[k] ?? outOfRange(),
        displayNameAt: seen.displayNameAt[k] ?? outOfRange(),
        from: seen.createdFrom[k] ?? outOfRange(),
        to: seen.createdTo[k] ?? outOfRange(),
        source: seen.createdSource[k] ?? outOfRange(),
      });
    }
    return numbers;
  }

  /** Releases the data that is only needed to add further posts. */
  finish(): void {
    this.#numbers.clear();
    this.#handleAt.length = 0;
    this.#displayNameAt.length = 0;
  }

  /** Releases all data. */
  clear(): void {
    this.finish();
    for (const column of [
      this.id,
      this.handle,
      this.displayName,
      this.#createdFrom,
      this.#createdTo,
      this.#createdSource,
    ])
      column.length = 0;
  }

  /**
   * Adds what posts state about an account, and returns its number.
   * @param key identifies a row: the id, unless each profile gets a separate row
   */
  add(id: string, seen: Seen, key = id): number {
    const known = this.#numbers.get(key);
    if (known === undefined) {
      const number = this.id.push(id) - 1;
      this.#numbers.set(key, number);
      this.handle.push(seen.handle);
      this.#handleAt.push(seen.handleAt);
      this.displayName.push(seen.displayName);
      this.#displayNameAt.push(seen.displayNameAt);
      this.#createdFrom.push(seen.from);
      this.#createdTo.push(seen.to);
      this.#createdSource.push(seen.source);
      return number;
    }
    if (
      isNewer(seen.handle, seen.handleAt, this.handle[known] ?? outOfRange(), this.#handleAt[known] ?? outOfRange())
    ) {
      this.handle[known] = seen.handle;
      this.#handleAt[known] = seen.handleAt;
    }
    if (
      isNewer(
        seen.displayName,
        seen.displayNameAt,
        this.displayName[known] ?? outOfRange(),
        this.#displayNameAt[known] ?? outOfRange(),
      )
    ) {
      this.displayName[known] = seen.displayName;
      this.#displayNameAt[known] = seen.displayNameAt;
    }
    // Nearly always the date is the same as before.
    if (
      seen.from === this.#createdFrom[known] &&
      seen.to === this.#createdTo[known] &&
      seen.source === this.#createdSource[known]
    )
      return known;
    if (
      isEarlier(seen, {
        from: this.#createdFrom[known] ?? outOfRange(),
        to: this.#createdTo[known] ?? outOfRange(),
        source: this.#createdSource[known] ?? outOfRange(),
      })
    ) {
      this.#createdFrom[known] = seen.from;
      this.#createdTo[known] = seen.to;
      this.#createdSource[known] = seen.source;
    }
    return known;
  }

  /**
   * Fills in what the dump does not state about its accounts. Returns the numbers of the accounts that `find` knows.
   */
  complete(
    find: (account: {
      readonly id: string;
      readonly handle: string;
    }) => { readonly handle: string; readonly displayName: string; readonly created: Created | undefined } | undefined,
  ): Set<number> {
    const found = new Set<number>();
    for (const [number, id] of this.id.entries()) {
      const known = find({ id, handle: this.handle[number] ?? outOfRange() });
      if (!known) continue;
      found.add(number);
      this.handle[number] ||= known.handle;
      this.displayName[number] ||= known.displayName;
      if (!known.created || !Number.isNaN(this.#createdFrom[number])) continue;
      this.#createdFrom[number] = known.created.from;
      this.#createdTo[number] = known.created.to;
      this.#createdSource[number] = CREATED_SOURCES.indexOf(known.created.source);
    }
    return found;
  }

  /** The creation date of an account as stated in the dump. */
  created(number: number): Created | undefined {
    const from = this.#createdFrom[number] ?? outOfRange();
    return Number.isNaN(from)
      ? undefined
      : {
          from,
          to: this.#createdTo[number] ?? outOfRange(),
          source: CREATED_SOURCES[this.#createdSource[number] ?? outOfRange()] ?? outOfRange(),
        };
  }

  /** The columns of a record batch, for posts that use these account numbers. */
  columns(): AccountColumns {
    return {
      id: this.id,
      handle: this.handle,
      handleAt: new Float64Array(this.#handleAt),
      displayName: this.displayName,
      displayNameAt: new Float64Array(this.#displayNameAt),
      createdFrom: new Float64Array(this.#createdFrom),
      createdTo: new Float64Array(this.#createdTo),
      createdSource: new Uint8Array(this.#createdSource),
    };
  }
}

interface Interval {
  /** In milliseconds; NaN if there is none. */
  readonly from: number;
  readonly to: number;
  /** Index in `CREATED_SOURCES`. */
  readonly source: number;
}

interface Seen extends Interval {
  readonly handle: string;
  /** Time of the newest post with this name. */
  readonly handleAt: number;
  readonly displayName: string;
  readonly displayNameAt: number;
}

/** Non-empty wins, then newest, then smallest: independent of the order of rows. */
function isNewer(name: string, at: number, known: string, knownAt: number): boolean {
  if (name === '' || known === '') return name !== '' || (known === '' && at > knownAt);
  return at === knownAt ? name < known : at > knownAt;
}

/** Whether `a` is preferred: the earlier date, then the shorter interval, then the first of `CREATED_SOURCES`. */
function isEarlier(a: Interval, b: Interval): boolean {
  if (Number.isNaN(a.from) || Number.isNaN(b.from)) return !Number.isNaN(a.from);
  if (a.from !== b.from) return a.from < b.from;
  return a.to === b.to ? a.source < b.source : a.to < b.to;
}
