import type { CsrRows } from '../dataset/csr-rows.js';
import { type Dataset, EDGE_KINDS } from '../dataset/dataset.js';
import type { Match } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { gallopLowerBound, gallopUpperBound, lowerBound } from '../stats/search.js';

/** Maximum number of distinct times, outwards from a post, at which other posts with the same item are searched. */
const TIMES_SEARCHED = 4096;

/** An item of one post, with the number of other sharers inside and outside a set of accounts. */
export interface MostSharedItem {
  readonly kind: (typeof EDGE_KINDS)[number];
  readonly item: number;
  readonly inside: number;
  readonly others: number;
}

/**
 * For each item, which accounts of a set share it and in which posts. Built once per kind, so that queries for all
 * accounts take linear time.
 */
export class SharerIndex {
  readonly #m: Dataset;
  readonly #isOne: (account: number) => boolean;
  readonly #counts = new Map<MostSharedItem['kind'], Uint32Array>();
  readonly #posts = new Map<MostSharedItem['kind'], CsrRows>();

  /** @param isOne whether an account is in the set */
  constructor(m: Dataset, isOne: (account: number) => boolean) {
    this.#m = m;
    this.#isOne = isOne;
  }

  /**
   * The item of a post that the largest number of accounts of the set share, not counting the post's author; undefined
   * if none of them shares an item.
   */
  mostShared(post: number): MostSharedItem | undefined {
    const a = this.#m.posts.account[post] ?? outOfRange();
    const itself = Number(this.#isOne(a));
    let most: MostSharedItem | undefined;
    // Ties go to the first in the order of kinds and items.
    for (const kind of EDGE_KINDS) {
      const { itemsOf, postsOf, accountsOf } = this.#m.items[kind];
      for (const item of itemsOf.row(a)) {
        const posts = postsOf.row(item);
        if (posts[lowerBound(posts, post)] !== post) continue;
        const inside = (this.#countsOf(kind)[item] ?? outOfRange()) - itself;
        if (inside > (most?.inside ?? 0)) most = { kind, item, inside, others: accountsOf.rowSize(item) - 1 - inside };
      }
    }
    return most;
  }

  /**
   * The set's posts with the item that are nearest in time to `post`: one for each account, at most `most`; ties go to
   * the account with the smaller number.
   */
  nearest({ kind, item, inside }: MostSharedItem, post: number, most: number): Match[] {
    const { time, account } = this.#m.posts;
    const theirs = this.#postsOf(kind).row(item);
    const wanted = Math.min(most, inside);
    const met = new Set([account[post] ?? outOfRange()]);
    const found: Match[] = [];
    const own = this.#simultaneous(theirs, post);
    let groups = [own];
    let [before, after] = [own.from - 1, own.to];
    for (let times = 0; found.length < wanted && times < TIMES_SEARCHED; times++) {
      const candidates = groups.flatMap((group) => this.#firstPosts(theirs, group, met, wanted));
      candidates.sort((x, y) => (account[x] ?? outOfRange()) - (account[y] ?? outOfRange()) || x - y);
      for (const each of candidates) {
        const by = account[each] ?? outOfRange();
        if (met.has(by) || found.length === wanted) continue;
        met.add(by);
        found.push({ post: each, ownPost: post });
      }
      const gapTo = (k: number): number => {
        const other = theirs[k];
        return other === undefined ? Infinity : Math.abs((time[other] ?? outOfRange()) - (time[post] ?? outOfRange()));
      };
      const [earlier, later] = [gapTo(before), gapTo(after)];
      groups = [
        ...(earlier <= later && earlier < Infinity ? [this.#simultaneous(theirs, theirs[before] ?? outOfRange())] : []),
        ...(later <= earlier && later < Infinity ? [this.#simultaneous(theirs, theirs[after] ?? outOfRange())] : []),
      ];
      for (const { from, to } of groups) [before, after] = [Math.min(before, from - 1), Math.max(after, to)];
      if (groups.length === 0) break;
    }
    return found;
  }

  /** The range of the row in which posts have the same time as this one. */
  #simultaneous(row: Uint32Array, post: number): Places {
    const { time } = this.#m.posts;
    const at = time[post] ?? outOfRange();
    return {
      from: lowerBound(row, gallopLowerBound(time, at, post)),
      to: lowerBound(row, gallopUpperBound(time, at, post)),
    };
  }

  /**
   * The first post of each account in this range that is not yet known, at most `most`. Posts with the same time are
   * ordered by account.
   */
  #firstPosts(row: Uint32Array, { from, to }: Places, known: ReadonlySet<number>, most: number): number[] {
    const authors = this.#m.posts.account;
    const found: number[] = [];
    for (let k = from; k < to && found.length < most;) {
      const post = row[k] ?? outOfRange();
      const by = authors[post] ?? outOfRange();
      if (!known.has(by)) found.push(post);
      k = this.#endOfAuthor(row, k, to, by);
    }
    return found;
  }

  /** The end of the run of this account's posts that starts at `k`. */
  #endOfAuthor(row: Uint32Array, k: number, to: number, by: number): number {
    const authors = this.#m.posts.account;
    const isOf = (place: number): boolean => authors[row[place] ?? outOfRange()] === by;
    let step = 1;
    while (k + step < to && isOf(k + step)) step *= 2;
    let [low, high] = [k + Math.floor(step / 2) + 1, Math.min(to, k + step)];
    if (step === 1) return k + 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isOf(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #countsOf(kind: MostSharedItem['kind']): Uint32Array {
    const known = this.#counts.get(kind);
    if (known) return known;
    const { count, accountsOf } = this.#m.items[kind];
    const counts = new Uint32Array(count);
    accountsOf.forEach((a, item) => {
      if (this.#isOne(a)) counts[item] = (counts[item] ?? outOfRange()) + 1;
    });
    this.#counts.set(kind, counts);
    return counts;
  }

  #postsOf(kind: MostSharedItem['kind']): CsrRows {
    const known = this.#posts.get(kind);
    if (known) return known;
    const { account } = this.#m.posts;
    const rows = this.#m.items[kind].postsOf.filterMap((p) =>
      this.#isOne(account[p] ?? outOfRange()) ? p : undefined,
    );
    this.#posts.set(kind, rows);
    return rows;
  }
}

/** A half-open range [from, to) of a row. */
interface Places {
  readonly from: number;
  readonly to: number;
}
