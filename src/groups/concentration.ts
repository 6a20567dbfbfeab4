import { type Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { LeaveOneOutKernelMixture } from '../stats/kernel-mixture.js';
import { LogProductAccumulator } from '../stats/log-product.js';
import { DAY, MINUTE } from '../time/units.js';
import { type ActedAlong, actedAlong } from './occasions.js';

/** A day to a quarter around a date: accounts made in one go, a batch after another, a recruiting season. */
const NARROW_DAYS = [1, 3.5, 15, 45];
/** A year and two around it: how the set's dates are spread at large. */
const BROAD_DAYS = [180, 365];
/** An interval that is longer says nothing of a crowd in the widest of the narrow windows. */
const LONGEST_INTERVAL_DAYS = 2 * Math.max(...NARROW_DAYS);
/** Of fewer dates a crowd cannot be told. */
const LEAST_DATED = 3;
/** Half-windows of the posts that are compared: a wave, and the day that it is part of. */
const WAVE = 10 * MINUTE;
const ITS_DAY = DAY;

/** How much more closely a set of accounts keeps together than it is spread itself. NaN where it could not be measured. */
export interface Concentration {
  /** Mean over members, each left out, of ln(narrow density ÷ broad density) of the members' creation dates. */
  readonly dates: number;
  /** Mean over members' posts of ln((others' posts within ten minutes + 1) ÷ (as many as their day explains + 1)). */
  readonly time: number;
  /** Share of the members' own posts of which another member has a copy or near copy. */
  readonly copies: number;
  /** Share of the members with two occasions of their own, with at least two others. */
  readonly repeated: number;
}

/** Measures sets of accounts of one dataset. A public is smooth against itself, however large; a push is not. */
export class ConcentrationMeter {
  readonly #m: Dataset;
  readonly #days: Float64Array;
  readonly #reach: Float64Array;
  readonly #narrow: LeaveOneOutKernelMixture;
  readonly #broad: LeaveOneOutKernelMixture;
  readonly #quarter: LeaveOneOutKernelMixture;
  readonly #dated: Uint8Array;
  readonly #own: OwnPosts;
  #latest: { others: Uint8Array; inYear: Float64Array; inQuarter: Float64Array } | undefined;

  constructor(m: Dataset) {
    const { created, createdFrom, createdTo } = m.accounts;
    const reach = createdTo.map((to, a) => (to - (createdFrom[a] ?? to)) / 2 / DAY);
    const days = created.map((time, a) =>
      2 * (reach[a] ?? outOfRange()) > LONGEST_INTERVAL_DAYS ? Number.NaN : time / DAY,
    );
    const step = m.creationGranularityMs / DAY;
    this.#m = m;
    this.#days = days;
    this.#reach = reach;
    this.#narrow = new LeaveOneOutKernelMixture(
      days,
      NARROW_DAYS.filter((half) => 2 * half >= step),
      reach,
    );
    this.#broad = new LeaveOneOutKernelMixture(days, BROAD_DAYS, reach);
    this.#quarter = new LeaveOneOutKernelMixture(days, [Math.max(...NARROW_DAYS)], reach);
    this.#dated = Uint8Array.from(days, (day) => Number(!Number.isNaN(day)));
    this.#own = ownPostsOf(m);
  }

  /** Whether any account has a date that tells something. */
  get dated(): boolean {
    return this.#dated.includes(1);
  }

  /** @param members 1 for each account of the set, 0 for the others */
  of(members: Uint8Array): Concentration {
    return { ...this.once(members), repeated: this.repeated(members) };
  }

  /** All that can be told of a set without looking at what its members do twice, which takes longest. */
  once(members: Uint8Array): Omit<Concentration, 'repeated'> {
    return {
      dates: this.#dates(members),
      time: this.time(members),
      copies: copiedShare(this.#m, members),
    };
  }

  time(members: Uint8Array): number {
    return crowding(this.#m, postsOfMembers(this.#m, members), this.#own);
  }

  /** The same of a few, found from their posts alone. */
  timeOf(members: readonly number[]): number {
    const { postsOf } = this.#m.accounts;
    const theirs = new Uint32Array(members.reduce((sum, a) => sum + postsOf.rowSize(a), 0));
    let count = 0;
    for (const a of members) {
      theirs.set(postsOf.row(a), count);
      count += postsOf.rowSize(a);
    }
    return crowding(this.#m, theirs.sort(), this.#own);
  }

  repeated(members: Uint8Array): number {
    return repeated(members, actedAlong(this.#m, members));
  }

  /**
   * As `Concentration.dates`, less how much the dates of some others crowd just where the members' do, against a year
   * around them or a quarter: who came because of the event is of one crowd with all its newcomers. NaN where it could not
   * be measured.
   */
  datesApart(members: readonly number[], others: Uint8Array): number {
    const own = Uint32Array.from(members)
      .filter((a) => this.#dated[a] === 1)
      .sort();
    if (own.length < LEAST_DATED) return Number.NaN;
    // Of the members' dates alone: a dump may have thousands of groups.
    const days = Float64Array.from(own, (a) => this.#days[a] ?? outOfRange());
    const reach = Float64Array.from(own, (a) => this.#reach[a] ?? outOfRange());
    const [narrow, broad] = [this.#narrow, this.#broad].map((all) => all.among(days, reach));
    const inside = crowdingBy(narrow ?? outOfRange(), new Float64Array(own.length).fill(1), broad ?? outOfRange());
    const { inYear, inQuarter } = this.#crowdingOf(others);
    let sum = 0;
    for (const [k, a] of own.entries())
      sum += (inside[k] ?? outOfRange()) - Math.max(0, inYear[a] ?? outOfRange(), inQuarter[a] ?? outOfRange());
    return sum / own.length;
  }

  /** Of the others that were asked for last: many groups are held against the same. */
  #crowdingOf(others: Uint8Array): { readonly inYear: Float64Array; readonly inQuarter: Float64Array } {
    if (this.#latest?.others !== others) {
      const theirs = this.#dateWeights(others);
      this.#latest = {
        others,
        inYear: this.#crowding(theirs, this.#broad),
        inQuarter: this.#crowding(theirs, this.#quarter),
      };
    }
    return this.#latest;
  }

  /** 1 for each of them whose date is known, 0 for the others. */
  #dateWeights(members: Uint8Array): Float64Array {
    return Float64Array.from(members, (member, a) => member * (this.#dated[a] ?? outOfRange()));
  }

  /** At each date ln(narrow density ÷ broad density) of the weighted accounts', itself left out. */
  #crowding(weights: Float64Array, around: LeaveOneOutKernelMixture): Float64Array {
    return crowdingBy(this.#narrow, weights, around);
  }

  #dates(members: Uint8Array): number {
    const weights = this.#dateWeights(members);
    const dated = weights.reduce((sum, weight) => sum + weight, 0);
    if (dated < LEAST_DATED) return Number.NaN;
    const inside = this.#crowding(weights, this.#broad);
    let sum = 0;
    for (let a = 0; a < weights.length; a++) if (weights[a] === 1) sum += inside[a] ?? outOfRange();
    return sum / dated;
  }
}

function crowdingBy(
  narrow: LeaveOneOutKernelMixture,
  weights: Float64Array,
  around: LeaveOneOutKernelMixture,
): Float64Array {
  const broad = around.density(weights, 1);
  return narrow.density(weights, 1, broad).map((density, a) => Math.log(density / (broad[a] ?? outOfRange())));
}

/** Of each post, how many posts its account has within ten minutes and within a day of it, itself counted. */
interface OwnPosts {
  readonly inWave: Uint32Array;
  readonly inDay: Uint32Array;
}

function ownPostsOf({ posts, accounts: { postsOf, count } }: Dataset): OwnPosts {
  const times = Float64Array.from(postsOf.values, (p) => posts.time[p] ?? outOfRange());
  const inWave = new Uint32Array(posts.count);
  const inDay = new Uint32Array(posts.count);
  for (let a = 0; a < count; a++) {
    const own = postsOf.row(a);
    const ownTimes = times.subarray(postsOf.start(a), postsOf.end(a));
    scatter(countAround(ownTimes, WAVE), own, inWave);
    scatter(countAround(ownTimes, ITS_DAY), own, inDay);
  }
  return { inWave, inDay };
}

function scatter(values: Uint32Array, places: Uint32Array, into: Uint32Array): void {
  for (let k = 0; k < values.length; k++) into[places[k] ?? outOfRange()] = values[k] ?? outOfRange();
}

/** The posts of members, ascending. */
function postsOfMembers({ posts }: Dataset, members: Uint8Array): Uint32Array {
  const theirs = new Uint32Array(posts.count);
  let count = 0;
  for (let p = 0; p < posts.count; p++) if (members[posts.account[p] ?? outOfRange()] === 1) theirs[count++] = p;
  return theirs.subarray(0, count);
}

/** See `Concentration.time`. A member's own posts are left out: people post in sittings. */
function crowding({ posts, timeGranularityMs }: Dataset, theirs: Uint32Array, own: OwnPosts): number {
  if (2 * WAVE <= timeGranularityMs) return Number.NaN;
  const count = theirs.length;
  const times = new Float64Array(count);
  for (let k = 0; k < count; k++) times[k] = posts.time[theirs[k] ?? outOfRange()] ?? outOfRange();
  const [inWave, inDay] = [countAround(times, WAVE), countAround(times, ITS_DAY)];
  const ratios = new LogProductAccumulator();
  for (let k = 0; k < count; k++) {
    const p = theirs[k] ?? outOfRange();
    const wave = (inWave[k] ?? outOfRange()) - (own.inWave[p] ?? outOfRange());
    const day = (inDay[k] ?? outOfRange()) - (own.inDay[p] ?? outOfRange());
    ratios.add(wave + 1, day * (WAVE / ITS_DAY) + 1);
  }
  return count === 0 ? Number.NaN : ratios.sum / count;
}

/** How many of some ascending times lie within `half` of each of them, itself counted. */
function countAround(times: Float64Array, half: number): Uint32Array {
  const counts = new Uint32Array(times.length);
  let from = 0;
  let to = 0;
  for (let k = 0; k < times.length; k++) {
    const time = times[k] ?? outOfRange();
    while (time - (times[from] ?? outOfRange()) > half) from++;
    while (to < times.length && (times[to] ?? outOfRange()) - time <= half) to++;
    counts[k] = to - from;
  }
  return counts;
}

/** See `Concentration.copies`. */
export function copiedShare({ posts, items: { text } }: Dataset, members: Uint8Array): number {
  let own = 0;
  for (let p = 0; p < posts.count; p++)
    if (posts.retweet[p] === 0 && members[posts.account[p] ?? outOfRange()] === 1) own++;
  let copies = 0;
  const { accountsOf, postsOf } = text;
  for (let i = 0; i < text.count; i++) {
    let bearers = 0;
    for (let k = accountsOf.start(i); k < accountsOf.end(i); k++)
      bearers += members[accountsOf.values[k] ?? outOfRange()] ?? outOfRange();
    if (bearers < 2) continue;
    for (let k = postsOf.start(i); k < postsOf.end(i); k++)
      copies += members[posts.account[postsOf.values[k] ?? outOfRange()] ?? outOfRange()] ?? outOfRange();
  }
  return own === 0 ? Number.NaN : copies / own;
}

function repeated(members: Uint8Array, { occasions, partners }: ActedAlong): number {
  let size = 0;
  let twice = 0;
  for (let a = 0; a < members.length; a++) {
    if (members[a] !== 1) continue;
    size++;
    if ((occasions[a] ?? outOfRange()) >= 2 && (partners[a] ?? outOfRange()) >= 2) twice++;
  }
  return size === 0 ? Number.NaN : twice / size;
}
