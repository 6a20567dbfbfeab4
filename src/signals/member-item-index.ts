import type { CsrRows } from '../dataset/csr-rows.js';
import type { Items, Dataset } from '../dataset/dataset.js';
import { postsOfAccountWith } from '../dataset/item-posts.js';
import { outOfRange } from '../stats/array-access.js';
import { lowerBound } from '../stats/search.js';
import { type Match, MEMBER_THRESHOLD } from './signal.js';

/**
 * Budget for counting partners: the number of sharers visited for all accounts together, but at least `MIN_SCAN` for
 * each account.
 */
const SCAN_BUDGET = 2 ** 28;
const MIN_SCAN = 1024;
/**
 * If an account has more posts with one item than this, all posts with the item are scanned once: searching around each
 * of the account's posts would take quadratic time.
 */
const MOST_WALKS = 256;

/**
 * The likely members that share each item of a kind. Built once, so that a query for an account takes time proportional
 * to the number of its items.
 */
export class MemberItemIndex {
  readonly #measurements: Dataset;
  readonly #items: Items;
  /** The rank, from 1, of each account among the likely members; 0 for the others. */
  readonly #rank: Uint32Array;
  readonly #members: number;
  readonly #looks: number;
  readonly #walksFrom: number;
  /** For each item the ranks of the likely members that share it, and their posts with it. */
  readonly #bearers: CsrRows;
  #posts: CsrRows | undefined;
  /** For each likely member, by rank, the number of the last query that visited it. */
  readonly #seenIn: Uint32Array;
  #look = 0;

  /**
   * @param looks maximum number of sharers visited to count one account's partners; by default computed from the number
   *   of likely members
   * @param walks maximum number of an account's posts around which the nearest are searched one by one
   */
  constructor(measurements: Dataset, items: Items, probability: Float64Array, looks?: number, walks = MOST_WALKS) {
    const rank = new Uint32Array(probability.length);
    let members = 0;
    for (let a = 0; a < probability.length; a++)
      if ((probability[a] ?? outOfRange()) >= MEMBER_THRESHOLD) rank[a] = ++members;
    this.#measurements = measurements;
    this.#items = items;
    this.#walksFrom = walks;
    this.#rank = rank;
    this.#members = members;
    this.#looks = looks ?? Math.max(MIN_SCAN, Math.floor(SCAN_BUDGET / members));
    this.#bearers = items.accountsOf.filterMap((a) => (rank[a] ?? outOfRange()) || undefined);
    this.#seenIn = new Uint32Array(members + 1);
  }

  /** Number of likely members that share an item with this account; the account must have the item. */
  coSharers(a: number, item: number): number {
    return this.#bearers.rowSize(item) - this.#itself(a);
  }

  /**
   * Number of likely members that share at least one of these items with this account; a lower bound if counting all
   * takes too long.
   */
  distinctCoSharers(
    a: number,
    shown: readonly { readonly item: number; readonly members: number }[],
  ): { readonly size: number; readonly orMore: boolean } {
    const all = this.#members - this.#itself(a);
    const most = shown.reduce((size, { members }) => Math.max(size, members), 0);
    if (shown.length <= 1 || most === all) return { size: most, orMore: false };
    let looks = this.#looks;
    let size = -this.#itself(a);
    this.#look++;
    for (const { item } of shown) {
      looks -= this.#bearers.rowSize(item);
      if (looks < 0) return { size: Math.max(size, most), orMore: true };
      for (const rank of this.#bearers.row(item)) {
        if (this.#seenIn[rank] === this.#look) continue;
        this.#seenIn[rank] = this.#look;
        size++;
      }
    }
    return { size, orMore: false };
  }

  /** The account's posts with an item, in order of time. */
  postsBy(a: number, item: number): number[] {
    return postsOfAccountWith(this.#measurements, this.#items, item, a);
  }

  /**
   * The posts of other likely members with the item that are nearest in time to a post of this account: one for each
   * member, at most `most`, nearest first; ties go to the account with the smaller number. Searches outwards from each
   * post, so the time does not depend on how many accounts share the item.
   */
  nearest(a: number, item: number, most: number): Match[] {
    const { time, account } = this.#measurements.posts;
    const theirs = this.#postsOfMembers().row(item);
    const found = new Map<number, Match & { readonly gap: number }>();
    const compare = (other: number, post: number, ownPost: number): void => {
      const gap = Math.abs((time[post] ?? outOfRange()) - (time[ownPost] ?? outOfRange()));
      if (gap < (found.get(other)?.gap ?? Infinity)) found.set(other, { post, ownPost, gap });
    };
    const own = this.postsBy(a, item);
    if (own.length > this.#walksFrom) {
      // Compare each of their posts with the account's posts just before and after it.
      let next = 0;
      for (const post of theirs) {
        const other = account[post] ?? outOfRange();
        if (other === a) continue;
        while (next < own.length && (own[next] ?? outOfRange()) < post) next++;
        for (const ownPost of own.slice(Math.max(0, next - 1), next + 1)) compare(other, post, ownPost);
      }
    } else {
      const wanted = Math.min(most, this.coSharers(a, item));
      for (const ownPost of own) {
        const at = lowerBound(theirs, ownPost);
        for (const step of [-1, 1]) {
          const met = new Set<number>();
          for (let k = step < 0 ? at - 1 : at; k >= 0 && k < theirs.length && met.size < wanted; k += step) {
            const post = theirs[k] ?? outOfRange();
            const other = account[post] ?? outOfRange();
            if (other === a || met.has(other)) continue;
            met.add(other);
            compare(other, post, ownPost);
          }
        }
      }
    }
    return [...found]
      .sort(([x, { gap }], [y, { gap: other }]) => gap - other || x - y)
      .slice(0, most)
      .map(([, { post, ownPost }]) => ({ post, ownPost }));
  }

  /** Computed on first use, because it is not needed to find out whether there is a finding. */
  #postsOfMembers(): CsrRows {
    const { account } = this.#measurements.posts;
    return (this.#posts ??= this.#items.postsOf.filterMap((p) =>
      (this.#rank[account[p] ?? outOfRange()] ?? outOfRange()) === 0 ? undefined : p,
    ));
  }

  #itself(a: number): number {
    return (this.#rank[a] ?? outOfRange()) === 0 ? 0 : 1;
  }
}
