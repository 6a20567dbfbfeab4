import type { CsrRows } from '../dataset/csr-rows.js';
import { EDGE_KINDS, type Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';

/** Which accounts may belong to one person. */
export interface Mirrors {
  /** The same number for two accounts that mirror each other, a different one for all others. */
  readonly persons: Int32Array;
  /** The account that is left out of the count of each; −1 if there is none. */
  readonly mirrors: Int32Array;
}

/** Marks a post that is an occasion with several members. */
const SEVERAL = -1;

/** Finds for each post the member with which the author acted together, if there is exactly one. */
export class MirrorFinder {
  readonly #m: Dataset;
  /** The member's account number plus one; `SEVERAL` if there are more, 0 if the post is no occasion. */
  readonly #partner: Int32Array;

  constructor(m: Dataset) {
    this.#m = m;
    this.#partner = new Int32Array(m.posts.count);
  }

  /**
   * @param partner a member with which the author acted together in this post
   * @param all the number of such members
   */
  add(post: number, partner: number, all: number): void {
    const known = this.#partner[post] ?? outOfRange();
    this.#partner[post] = all === 1 && (known === 0 || known === partner + 1) ? partner + 1 : SEVERAL;
  }

  /** For each account the member with which alone it shares most posts, if at least two, and how many; otherwise −1 and 0. */
  finish(): { readonly mirrors: Int32Array; readonly withMirror: Uint32Array } {
    const { count, postsOf } = this.#m.accounts;
    const mirrors = new Int32Array(count).fill(-1);
    const withMirror = new Uint32Array(count);
    for (let a = 0; a < count; a++) {
      const alone = new Map<number, number>();
      let most = 1;
      for (const p of postsOf.row(a)) {
        const partner = this.#partner[p] ?? outOfRange();
        if (partner === 0 || partner === SEVERAL) continue;
        const times = (alone.get(partner) ?? 0) + 1;
        alone.set(partner, times);
        if (times <= most) continue;
        most = times;
        mirrors[a] = partner - 1;
        withMirror[a] = times;
      }
    }
    return { mirrors, withMirror };
  }
}

/** Counts the persons among the members that share an item. */
export class PersonCounter {
  readonly #by: Mirrors;
  /** For each person the number of the last count in which it was met. */
  readonly #metIn: Uint32Array;
  #counts = 0;
  #persons = 0;

  constructor(by: Mirrors) {
    this.#by = by;
    this.#metIn = new Uint32Array(by.persons.length);
  }

  count(rows: CsrRows, i: number, members: Uint8Array): void {
    this.#counts++;
    this.#persons = 0;
    for (let k = rows.start(i); k < rows.end(i); k++) {
      const a = rows.values[k] ?? outOfRange();
      const person = this.#by.persons[a] ?? outOfRange();
      if (members[a] !== 1 || this.#metIn[person] === this.#counts) continue;
      this.#metIn[person] = this.#counts;
      this.#persons++;
    }
  }

  /** The persons of the last count, without the account and its mirror. */
  without(a: number): number {
    const { persons, mirrors } = this.#by;
    const mirror = mirrors[a] ?? outOfRange();
    const own = persons[a] ?? outOfRange();
    const other = mirror < 0 ? own : (persons[mirror] ?? outOfRange());
    const isMet = (person: number): number => Number(this.#metIn[person] === this.#counts);
    return this.#persons - isMet(own) - (other === own ? 0 : isMet(other));
  }
}

/** Visits the posts with an item that two members share, and nobody else in the dump. */
export function visitPairs(m: Dataset, members: Uint8Array, visit: (post: number, partner: number) => void): void {
  for (const kind of EDGE_KINDS) {
    const { count, postsOf, accountsOf } = m.items[kind];
    for (let i = 0; i < count; i++) {
      if (accountsOf.rowSize(i) !== 2) continue;
      const [a = outOfRange(), b = outOfRange()] = accountsOf.row(i);
      if (members[a] !== 1 || members[b] !== 1) continue;
      for (const p of postsOf.row(i)) visit(p, m.posts.account[p] === a ? b : a);
    }
  }
}
