import { type CsrRows, groupIndices } from '../dataset/csr-rows.js';
import { EDGE_KINDS, type Dataset } from '../dataset/dataset.js';
import { binOf, memberShareByBin } from '../signals/bin-shares.js';
import { increment, outOfRange } from '../stats/array-access.js';
import { clamp, PROBABILITY_EPSILON } from '../stats/logistic.js';
import { HOUR } from '../time/units.js';
import { type Mirrors, MirrorFinder, PersonCounter, visitPairs } from './mirrors.js';
import { ActingOrder, type ActingOrderCounts } from './order-of-acting.js';

/** An item is evidence for a set if members are overrepresented among its other sharers by at least this factor. */
const LEAST_EXCESS = 3;
/** Pseudo-count of non-member sharers per item, as in the signals' weights: a post's author and its readers. */
const PSEUDO_SHARERS = 2;
/**
 * Actions less than three hours apart can belong to one sitting: strangers who watch one match, concert or debate share
 * its words for so long, and do not act together. Actions further apart count as separate decisions.
 */
const APART = 3 * HOUR;

/** How often each account acted together with a set; one element per account, in the set or not. */
export interface CoActionCounts {
  /** Number of posts with which the account acted together with the set; each item and each post counts once. */
  readonly occasions: Uint32Array;
  /** Number of different members with whom it did so; counted up to 2. */
  readonly partners: Uint8Array;
}

/** Co-action counts with their evidence. */
export interface OccasionCounts extends CoActionCounts {
  /**
   * Log-likelihood ratio, in nats, of the second occasion: the strongest one at least three hours from the strongest of
   * all, compared with a non-member active at the same time; 0 if there is none.
   */
  readonly independent: Float64Array;
  /** The post numbers of these two occasions; −1 if there is no second one. */
  readonly strongestPost: Int32Array;
  readonly secondPost: Int32Array;
  /**
   * Number of posts that the account shares with its mirror alone. The mirror of an account is the member with which
   * alone it shares two posts or more: both may belong to one person.
   */
  readonly withMirror: Uint32Array;
  /**
   * Number of occasions that are left if the mirror is not counted, and two accounts that mirror each other count as
   * one member.
   */
  readonly beyondMirror: Uint32Array;
  /** How often the account was first on its occasions, and how often others were. */
  readonly order: ActingOrderCounts;
}

/**
 * Counts how often accounts acted together with a set S; A is the number of all accounts. A shared item (text, retweet,
 * link, object or combination of tags) counts if, without the account itself, at least one member shares it and members
 * ÷ (others + 1) > `LEAST_EXCESS` · min(1, |S| / (A − |S|)).
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
 * The same as `countCoActions`, with the evidence of the occasions. An item weighs
 * ln[(members + 2e) / (others + 2(1 − e)) · (1 − e) / e] nats, where e is the members' share of the accounts or, if
 * larger, of the posts in the time bins in which the item was posted.
 * @param members 1 for each account of the set, 0 for the others
 */
export function occasionsWithin(m: Dataset, members: Uint8Array): OccasionCounts {
  const weigher = new OccasionWeigher(m, members);
  const partners = new PartnerCounts(members.length);
  const mirrored = new MirrorFinder(m);
  const order = new ActingOrder(m, members);
  visitOccasions(m, members, (post, account, item) => {
    const partner = item.one === account ? item.two : item.one;
    weigher.add(post, item);
    order.add(post, account, item);
    mirrored.add(post, partner, item.inside);
    partners.meet(account, partner, item.inside);
  });
  visitPairs(m, members, (post, partner) => mirrored.add(post, partner, 1));
  const weighed = weigher.finish();
  const { mirrors, withMirror } = mirrored.finish();
  return {
    ...weighed,
    partners: partners.counts,
    withMirror,
    beyondMirror: mirrors.some((each) => each >= 0) ? countBeyondMirrors(m, members, mirrors) : weighed.occasions,
    order: order.finish(),
  };
}

/** See `OccasionCounts.beyondMirror`. @param mirrors the mirror of each account; −1 if it has none */
function countBeyondMirrors(m: Dataset, members: Uint8Array, mirrors: Int32Array): Uint32Array {
  const isMutual = (a: number, b: number): boolean => b >= 0 && mirrors[b] === a;
  const persons = mirrors.map((b, a) => (isMutual(a, b) ? Math.min(a, b) : a));
  const left = new Uint32Array(members.length);
  const known = new Uint8Array(m.posts.count);
  visitOccasions(
    m,
    members,
    (post, a) => {
      if (known[post] === 1) return;
      known[post] = 1;
      increment(left, a);
    },
    { persons, mirrors },
  );
  return left;
}

/**
 * An item with which an account acted together with the set: how many of its other sharers are members, and how many
 * are not.
 */
interface SharedWithMembers {
  /** The first two members among its sharers; −1 if there is none. */
  one: number;
  two: number;
  inside: number;
  others: number;
  /** The posts with the item. */
  posts: Uint32Array;
}

/**
 * Visits, for each account and each item that counts, the account's first post with the item.
 * @param visit receives the same object every time; it is overwritten before the next call
 * @param by if given, members are counted by person, and without the mirror of the account
 */
function visitOccasions(
  m: Dataset,
  members: Uint8Array,
  visit: (post: number, account: number, item: Readonly<SharedWithMembers>) => void,
  by?: Mirrors,
): void {
  const size = members.reduce((total, member) => total + member, 0);
  const least = LEAST_EXCESS * Math.min(1, size / Math.max(1, members.length - size));
  const seen: SharedWithMembers = { one: -1, two: -1, inside: 0, others: 0, posts: new Uint32Array() };
  const met = by && new PersonCounter(by);
  for (const kind of EDGE_KINDS) {
    const { count, postsOf, accountsOf } = m.items[kind];
    /** For each account the last item of this kind for which it was counted, plus one. */
    const counted = new Uint32Array(members.length);
    for (let i = 0; i < count; i++) {
      const bearers = accountsOf.rowSize(i);
      if (bearers < 2) continue;
      const among = findMembers(accountsOf, i, members, seen);
      // A non-member has the highest ratio of members to others: if that is too low, it is too low for every account.
      if (among === 0 || among / (bearers - among) <= least) continue;
      met?.count(accountsOf, i, members);
      seen.posts = postsOf.row(i);
      for (const p of seen.posts) {
        const a = m.posts.account[p] ?? outOfRange();
        if (counted[a] === i + 1) continue;
        counted[a] = i + 1;
        seen.inside = among - (members[a] ?? outOfRange());
        seen.others = bearers - 1 - seen.inside;
        if (met) seen.inside = met.without(a);
        if (seen.inside > 0 && seen.inside / (seen.others + 1) > least) visit(p, a, seen);
      }
    }
  }
}

/** Counts the members in a row and notes the first two. */
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

/** Counts the different members with whom each account acted, up to 2. */
class PartnerCounts {
  readonly counts: Uint8Array;
  readonly #first: Int32Array;

  constructor(accounts: number) {
    this.counts = new Uint8Array(accounts);
    this.#first = new Int32Array(accounts).fill(-1);
  }

  /** @param partner one of the members with whom it acted @param all how many there were on this occasion */
  meet(a: number, partner: number, all: number): void {
    const first = this.#first[a] ?? outOfRange();
    if (first === -1) this.#first[a] = partner;
    this.counts[a] = all >= 2 || (first !== -1 && first !== partner) ? 2 : Math.max(1, this.counts[a] ?? outOfRange());
  }
}

/** Collects the evidence of each occasion. */
class OccasionWeigher {
  readonly #m: Dataset;
  readonly #usual: number;
  readonly #shares: Float64Array;
  /** The index of a post in the lists below, plus one; 0 if it is not in them. */
  readonly #placeOf: Uint32Array;
  readonly #posts: number[] = [];
  readonly #weights: number[] = [];
  /** The last item seen, and the expected share of members among its sharers. */
  #latest: Uint32Array = new Uint32Array();
  #expected = 0;

  constructor(m: Dataset, members: Uint8Array) {
    const { members: theirs, posts } = memberShareByBin(m.posts.account, new Float64Array(members));
    this.#m = m;
    this.#usual = members.reduce((total, member) => total + member, 0) / Math.max(1, members.length);
    this.#shares = theirs.map((count, moment) => count / (posts[moment] ?? outOfRange()));
    this.#placeOf = new Uint32Array(m.posts.count);
  }

  /** Adds an occasion: post `p` and an item of it. A post has the largest weight of its items. */
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

  finish(): Omit<OccasionCounts, 'partners' | 'withMirror' | 'beyondMirror' | 'order'> {
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

  /** The strongest occasion, and the strongest of those at least three hours from it; ties go to the earliest post. */
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

  /**
   * Whether one occasion outweighs another; ties go to the earlier post. Posts arrive by item, not in order of time.
   */
  #isStronger(one: number, other: number): boolean {
    const [weight, than] = [this.#weights[one] ?? outOfRange(), this.#weights[other] ?? outOfRange()];
    return (
      weight > than || (weight === than && (this.#posts[one] ?? outOfRange()) < (this.#posts[other] ?? outOfRange()))
    );
  }
}
