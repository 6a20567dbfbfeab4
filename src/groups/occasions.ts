import { type CsrRows, groupIndices } from '../dataset/csr-rows.js';
import { EDGE_KINDS, type Dataset } from '../dataset/dataset.js';
import { binOf, memberShareByBin } from '../signals/bin-shares.js';
import { increment, outOfRange } from '../stats/array-access.js';
import { clamp, PROBABILITY_EPSILON } from '../stats/logistic.js';
import { HOUR } from '../time/units.js';
import { ActingOrder, type ActingOrderCounts } from './order-of-acting.js';

/** An item speaks for a set where its other bearers are members so many times as often as accounts at large. */
const LEAST_EXCESS = 3;
/** Strangers' worth of doubt beside every item, as in the signals' weights: a post's author and its readers. */
const PSEUDO_SHARERS = 2;
/** Two things within the hour may come of one sitting in front of one screen; an hour apart they are two decisions. */
const APART = HOUR;

/** How often accounts acted along with a set; one element for each account, in the set or not. */
export interface CoActionCounts {
  /** Posts by which the account acted along with the set, each item and each post counted once. */
  readonly occasions: Uint32Array;
  /** Different members with whom it did so; counted up to 2. */
  readonly partners: Uint8Array;
}

/** The same, with what is told of it. */
export interface OccasionCounts extends CoActionCounts {
  /**
   * What its second occasion says that lies an hour or more from its strongest, as log odds in nats against a stranger
   * of the same moment; 0 where there is none.
   */
  readonly independent: Float64Array;
  /** The posts of these two occasions, by number; −1 where there is no second. */
  readonly strongestPost: Int32Array;
  readonly secondPost: Int32Array;
  /** Whether it was the first on them, or others were. */
  readonly order: ActingOrderCounts;
}

/**
 * How often accounts acted along with a set. An item (a text, retweet, link, series of tags) speaks for an account where
 * another of its bearers is a member and members ÷ (others + 1) > `LEAST_EXCESS` · min(1, |S| / (A − |S|)), the account
 * itself left out.
 * @param members 1 for each account of the set, 0 for the others
 */
export function countCoActions(m: Dataset, members: Uint8Array): CoActionCounts {
  const occasions = new Uint32Array(members.length);
  const partners = new PartnerCounts(members.length);
  const known = new Uint8Array(m.posts.count);
  visitOccasions(m, members, (post, account, { inside, one, two }) => {
    partners.meet(account, one === account ? two : one, inside);
    if (known[post] === 1) return;
    known[post] = 1;
    increment(occasions, account);
  });
  return { occasions, partners: partners.counts };
}

/**
 * The same, and how much the occasions say. An item weighs ln[(members + 2e) / (others + 2(1 − e)) · (1 − e) / e], where e
 * is the members' share of the accounts or, where that is more, of the posts in the moments in which the item went round.
 * @param members 1 for each account of the set, 0 for the others
 */
export function occasionsWithin(m: Dataset, members: Uint8Array): OccasionCounts {
  const weigher = new OccasionWeigher(m, members);
  const partners = new PartnerCounts(members.length);
  const order = new ActingOrder(m, members);
  visitOccasions(m, members, (post, account, item) => {
    weigher.add(post, item);
    order.add(post, account, item);
    partners.meet(account, item.one === account ? item.two : item.one, item.inside);
  });
  return { ...weigher.finish(), partners: partners.counts, order: order.finish() };
}

/** An item on which an account acted along: how many of its other bearers are members, and how many are not. */
interface SharedWithMembers {
  /** The first two members among its bearers, −1 where there is none. */
  one: number;
  two: number;
  inside: number;
  others: number;
  /** The posts that bear it. */
  posts: Uint32Array;
}

/**
 * Every first post of an account with an item by which it acted along.
 * @param visit is given the same object every time, good until the next
 */
function visitOccasions(
  m: Dataset,
  members: Uint8Array,
  visit: (post: number, account: number, item: Readonly<SharedWithMembers>) => void,
): void {
  const size = members.reduce((total, member) => total + member, 0);
  const least = LEAST_EXCESS * Math.min(1, size / Math.max(1, members.length - size));
  const seen: SharedWithMembers = { one: -1, two: -1, inside: 0, others: 0, posts: new Uint32Array() };
  for (const kind of EDGE_KINDS) {
    const { count, postsOf, accountsOf } = m.items[kind];
    /** The last item of this kind that each account was counted for, plus one. */
    const counted = new Uint32Array(members.length);
    for (let i = 0; i < count; i++) {
      const bearers = accountsOf.rowSize(i);
      if (bearers < 2) continue;
      const among = findMembers(accountsOf, i, members, seen);
      // Who is no member meets the most of them for the fewest others: where that is too few, so it is for all.
      if (among === 0 || among / (bearers - among) <= least) continue;
      seen.posts = postsOf.row(i);
      for (const p of seen.posts) {
        const a = m.posts.account[p] ?? outOfRange();
        if (counted[a] === i + 1) continue;
        counted[a] = i + 1;
        seen.inside = among - (members[a] ?? outOfRange());
        seen.others = bearers - 1 - seen.inside;
        if (seen.inside > 0 && seen.inside / (seen.others + 1) > least) visit(p, a, seen);
      }
    }
  }
}

/** How many of a row are members; notes the first two. */
function findMembers(rows: CsrRows, i: number, members: Uint8Array, into: SharedWithMembers): number {
  into.one = -1;
  into.two = -1;
  let among = 0;
  for (let k = rows.start(i); k < rows.end(i); k++) {
    const a = rows.values[k] ?? outOfRange();
    if (members[a] !== 1) continue;
    if (among === 0) into.one = a;
    else if (among === 1) into.two = a;
    among++;
  }
  return among;
}

/** With how many different members each account acted, up to 2. */
class PartnerCounts {
  readonly counts: Uint8Array;
  readonly #first: Int32Array;

  constructor(accounts: number) {
    this.counts = new Uint8Array(accounts);
    this.#first = new Int32Array(accounts).fill(-1);
  }

  /** @param partner one of the members that it met @param all how many it met at once */
  meet(a: number, partner: number, all: number): void {
    const first = this.#first[a] ?? outOfRange();
    if (first === -1) this.#first[a] = partner;
    this.counts[a] = all >= 2 || (first !== -1 && first !== partner) ? 2 : Math.max(1, this.counts[a] ?? outOfRange());
  }
}

/** What each occasion says. */
class OccasionWeigher {
  readonly #m: Dataset;
  readonly #usual: number;
  readonly #shares: Float64Array;
  /** Where in the lists below a post is, plus one; 0 where it is not. */
  readonly #placeOf: Uint32Array;
  readonly #posts: number[] = [];
  readonly #weights: number[] = [];
  /** The item that was met last, and the share of members that is expected of it. */
  #latest: Uint32Array = new Uint32Array();
  #expected = 0;

  constructor(m: Dataset, members: Uint8Array) {
    const { members: theirs, posts } = memberShareByBin(m.posts.account, new Float64Array(members));
    this.#m = m;
    this.#usual = members.reduce((total, member) => total + member, 0) / Math.max(1, members.length);
    this.#shares = theirs.map((count, moment) => count / (posts[moment] ?? outOfRange()));
    this.#placeOf = new Uint32Array(m.posts.count);
  }

  /** Of what one post bears, what weighs most. */
  add(p: number, { inside, others, posts }: Readonly<SharedWithMembers>): void {
    if (posts !== this.#latest) {
      this.#latest = posts;
      this.#expected = this.#expectedOf(posts);
    }
    const e = this.#expected;
    const weight = Math.log(((inside + PSEUDO_SHARERS * e) / (others + PSEUDO_SHARERS * (1 - e))) * ((1 - e) / e));
    const place = (this.#placeOf[p] ?? outOfRange()) - 1;
    if (place === -1) {
      this.#placeOf[p] = this.#posts.push(p);
      this.#weights.push(weight);
    } else this.#weights[place] = Math.max(weight, this.#weights[place] ?? outOfRange());
  }

  finish(): Omit<OccasionCounts, 'partners' | 'order'> {
    const { accounts, posts } = this.#m;
    const authors = Uint32Array.from(this.#posts, (p) => posts.account[p] ?? outOfRange());
    const rows = groupIndices(authors, accounts.count);
    const occasions = new Uint32Array(accounts.count);
    const independent = new Float64Array(accounts.count);
    const strongestPost = new Int32Array(accounts.count).fill(-1);
    const secondPost = new Int32Array(accounts.count).fill(-1);
    for (let a = 0; a < accounts.count; a++) {
      const own = rows.rowSize(a);
      occasions[a] = own;
      const pair = own < 2 ? undefined : this.#apart(rows.row(a));
      if (!pair) continue;
      independent[a] = Math.max(0, this.#weights[pair.second] ?? outOfRange());
      strongestPost[a] = this.#posts[pair.strongest] ?? outOfRange();
      secondPost[a] = this.#posts[pair.second] ?? outOfRange();
    }
    return { occasions, independent, strongestPost, secondPost };
  }

  #expectedOf(posts: Uint32Array): number {
    let around = 0;
    for (const p of posts) around += this.#shares[binOf(p)] ?? outOfRange();
    return clamp(Math.max(this.#usual, around / posts.length), PROBABILITY_EPSILON, 1 - PROBABILITY_EPSILON);
  }

  /** The strongest, and the strongest of those that lie apart from it; of equal ones the earliest post. */
  #apart(places: Uint32Array): { readonly strongest: number; readonly second: number } | undefined {
    const time = (place: number): number => this.#m.posts.time[this.#posts[place] ?? outOfRange()] ?? outOfRange();
    let strongest = places[0] ?? outOfRange();
    for (const place of places) if (this.#isStronger(place, strongest)) strongest = place;
    const at = time(strongest);
    let second: number | undefined;
    for (const place of places) {
      if (Math.abs(time(place) - at) < APART) continue;
      if (second === undefined || this.#isStronger(place, second)) second = place;
    }
    return second === undefined ? undefined : { strongest, second };
  }

  /** Whether one weighs more than another, or as much and is the earlier post: posts are met item by item, so that their order must be made. */
  #isStronger(one: number, other: number): boolean {
    const [weight, than] = [this.#weights[one] ?? outOfRange(), this.#weights[other] ?? outOfRange()];
    return (
      weight > than || (weight === than && (this.#posts[one] ?? outOfRange()) < (this.#posts[other] ?? outOfRange()))
    );
  }
}
