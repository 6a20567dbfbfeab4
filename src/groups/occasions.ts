import { groupIndices } from '../dataset/csr-rows.js';
import { EDGE_KINDS, type Dataset, type Items } from '../dataset/dataset.js';
import { binOf, memberShareByBin } from '../signals/bin-shares.js';
import { outOfRange } from '../stats/array-access.js';
import { clamp, PROBABILITY_EPSILON } from '../stats/logistic.js';
import { sum } from '../stats/sum.js';
import { HOUR } from '../time/units.js';

/** An item speaks for a set where its other bearers are members so many times as often as accounts at large. */
const LEAST_EXCESS = 3;
/** Strangers' worth of doubt beside every item, as in the signals' weights: a post's author and its readers. */
const PSEUDO_SHARERS = 2;
/** Two things within the hour may come of one sitting in front of one screen; an hour apart they are two decisions. */
const APART = HOUR;

/** What ties accounts to a set; one element for each account, in the set or not. */
export interface OccasionCounts {
  /** Posts by which the account acted along with the set, each item and each post counted once. */
  readonly occasions: Uint32Array;
  /** Different members with whom it did so; counted up to 2. */
  readonly partners: Uint8Array;
  /**
   * What its second occasion says that lies an hour or more from its strongest, as log odds in nats against a stranger
   * of the same moment; 0 where there is none.
   */
  readonly independent: Float64Array;
}

/**
 * The occasions on which accounts acted along with a set. An item (a text, retweet, link, series of tags) speaks for an
 * account where another of its bearers is a member and members ÷ (others + 1) > `LEAST_EXCESS` · min(1, |S| / (A − |S|)),
 * the account itself left out; it weighs ln[(members + 2e) / (others + 2(1 − e)) · (1 − e) / e], where e is the members'
 * share of the accounts or, where that is more, of the posts in the moments in which the item went round.
 * @param members 1 for each account of the set, 0 for the others
 */
export function occasionsWithin(m: Dataset, members: Uint8Array): OccasionCounts {
  const counter = new OccasionCounter(m, members);
  for (const kind of EDGE_KINDS) counter.add(m.items[kind]);
  return counter.finish();
}

/** Goes through the items of each kind once. */
class OccasionCounter {
  readonly #m: Dataset;
  readonly #members: Uint8Array;
  readonly #least: number;
  readonly #usual: number;
  readonly #shares: Float64Array;
  readonly #partners: Uint8Array;
  readonly #firstPartner: Int32Array;
  /** Where in the lists below a post is, plus one; 0 where it is not. */
  readonly #placeOf: Uint32Array;
  readonly #posts: number[] = [];
  readonly #weights: number[] = [];

  constructor(m: Dataset, members: Uint8Array) {
    const accounts = m.accounts.count;
    const size = members.reduce((total, member) => total + member, 0);
    const { members: theirs, posts } = memberShareByBin(m.posts.account, Float64Array.from(members));
    this.#m = m;
    this.#members = members;
    this.#least = LEAST_EXCESS * Math.min(1, size / Math.max(1, accounts - size));
    this.#usual = size / Math.max(1, accounts);
    this.#shares = theirs.map((count, moment) => count / (posts[moment] ?? outOfRange()));
    this.#placeOf = new Uint32Array(m.posts.count);
    this.#partners = new Uint8Array(accounts);
    this.#firstPartner = new Int32Array(accounts).fill(-1);
  }

  add({ count, postsOf, accountsOf }: Items): void {
    /** The last item of this kind that each account was counted for, plus one. */
    const counted = new Uint32Array(this.#m.accounts.count);
    for (let i = 0; i < count; i++) {
      const bearers = accountsOf.row(i);
      const [one, two, inside] = this.#insiders(bearers);
      if (inside === 0) continue;
      const posts = postsOf.row(i);
      let expected = -1;
      for (const p of posts) {
        const a = this.#m.posts.account[p] ?? outOfRange();
        if (counted[a] === i + 1) continue;
        counted[a] = i + 1;
        const partners = inside - (this.#members[a] ?? outOfRange());
        const others = bearers.length - 1 - partners;
        if (partners === 0 || partners / (others + 1) <= this.#least) continue;
        if (expected === -1) expected = this.#expectedOf(posts);
        this.#speak(
          p,
          Math.log(
            ((partners + PSEUDO_SHARERS * expected) / (others + PSEUDO_SHARERS * (1 - expected))) *
              ((1 - expected) / expected),
          ),
        );
        this.#meet(a, one === a ? two : one, partners);
      }
    }
  }

  finish(): OccasionCounts {
    const { accounts, posts } = this.#m;
    const authors = Uint32Array.from(this.#posts, (p) => posts.account[p] ?? outOfRange());
    const rows = groupIndices(authors, accounts.count);
    const occasions = new Uint32Array(accounts.count);
    const independent = new Float64Array(accounts.count);
    for (let a = 0; a < accounts.count; a++) {
      const own = rows.row(a);
      occasions[a] = own.length;
      if (own.length >= 2) independent[a] = this.#second(own);
    }
    return { occasions, partners: this.#partners, independent };
  }

  /** The first two members among some accounts, −1 where there is none, and how many there are. */
  #insiders(bearers: Uint32Array): readonly [number, number, number] {
    let [one, two, inside] = [-1, -1, 0];
    for (const a of bearers) {
      if (this.#members[a] !== 1) continue;
      if (inside === 0) one = a;
      else if (inside === 1) two = a;
      inside++;
    }
    return [one, two, inside];
  }

  #expectedOf(posts: Uint32Array): number {
    const around = sum(Float64Array.from(posts, (p) => this.#shares[binOf(p)] ?? outOfRange())) / posts.length;
    return clamp(Math.max(this.#usual, around), PROBABILITY_EPSILON, 1 - PROBABILITY_EPSILON);
  }

  /** Of what one post bears, what weighs most. */
  #speak(p: number, weight: number): void {
    const place = (this.#placeOf[p] ?? outOfRange()) - 1;
    if (place === -1) {
      this.#placeOf[p] = this.#posts.push(p);
      this.#weights.push(weight);
    } else this.#weights[place] = Math.max(weight, this.#weights[place] ?? outOfRange());
  }

  #meet(a: number, partner: number, partners: number): void {
    const first = this.#firstPartner[a] ?? outOfRange();
    if (first === -1) this.#firstPartner[a] = partner;
    this.#partners[a] =
      partners >= 2 || (first !== -1 && first !== partner) ? 2 : Math.max(1, this.#partners[a] ?? outOfRange());
  }

  #second(places: Uint32Array): number {
    const time = (place: number): number => this.#m.posts.time[this.#posts[place] ?? outOfRange()] ?? outOfRange();
    const weight = (place: number): number => this.#weights[place] ?? outOfRange();
    // The first of equal ones is the earliest post: posts are met item by item, so that their order must be made.
    const ordered = [...places].sort(
      (x, y) => weight(y) - weight(x) || (this.#posts[x] ?? outOfRange()) - (this.#posts[y] ?? outOfRange()),
    );
    const strongest = ordered[0] ?? outOfRange();
    const second = ordered.find((place) => Math.abs(time(place) - time(strongest)) >= APART);
    return second === undefined ? 0 : Math.max(0, weight(second));
  }
}
