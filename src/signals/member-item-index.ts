import type { CsrRows } from '../dataset/csr-rows.js';
import type { Items, Dataset } from '../dataset/dataset.js';
import { postsOfAccountWith } from '../dataset/item-posts.js';
import { outOfRange } from '../stats/array-access.js';
import { lowerBound } from '../stats/search.js';
import { type Match, MEMBER_THRESHOLD } from './signal.js';

/** Accounts that are looked at to count one account's partners: this many altogether, and for each account at least `MIN_SCAN`. */
const SCAN_BUDGET = 2 ** 28;
const MIN_SCAN = 1024;
/** Of an account with more posts of one item all posts with it are gone through once: to look around each of its own would cost the square. */
const MOST_WALKS = 256;

/** Who of the likely members bears which items of a kind: found once for all, so that each account's case costs as much as it has items. */
export class MemberItemIndex {
  readonly #measurements: Dataset;
  readonly #items: Items;
  /** 1 + the number of each account among the likely members; 0 for the others. */
  readonly #rank: Uint32Array;
  readonly #members: number;
  readonly #looks: number;
  readonly #walksFrom: number;
  /** Ranks of the likely members that bear each item, and their posts that do. */
  readonly #bearers: CsrRows;
  #posts: CsrRows | undefined;
  /** The number of the last look at each likely member, by rank. */
  readonly #seenIn: Uint32Array;
  #look = 0;

  /**
   * @param looks at how many bearers of items one account's partners are looked for; chosen by the number of likely members where left out
   * @param walks from how many posts of one account the nearest are looked for one by one
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

  /** How many likely members bear an item beside this account, which bears it. */
  coSharers(a: number, item: number): number {
    return this.#bearers.rowSize(item) - this.#itself(a);
  }

  /** How many likely members bear at least one of these items beside this account; at least so many, where to look at all would take too long. */
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

  /** The account's posts that bear an item, in the order of posts. */
  postsBy(a: number, item: number): number[] {
    return postsOfAccountWith(this.#measurements, this.#items, item, a);
  }

  /**
   * The posts of other likely members with an item that are nearest in time to one of the account's own, one an account: at
   * most `most`, the nearest first, of equal ones that of the first account. From each of its posts it looks no further than
   * needed, however many bear the item.
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
      // Each of theirs beside the own before it and after it.
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

  /** Looked for when it is first asked for: whether there is anything to tell is known without. */
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
