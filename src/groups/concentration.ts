import { type Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { LeaveOneOutKernelMixture } from '../stats/kernel-mixture.js';
import { DAY } from '../time/units.js';
import { type CoActionCounts, countCoActions } from './occasions.js';
import { TimeCrowding } from './time-crowding.js';

/**
 * Half-widths of the narrow windows around a creation date, from a day to a quarter: they match one batch of accounts,
 * several batches, or a season.
 */
const NARROW_DAYS = [1, 3.5, 15, 45];
/** Half-widths of the broad windows of one and two years, which measure how widely a set's dates are spread. */
const BROAD_DAYS = [180, 365];
/**
 * Dates known only to a longer interval are not used: they contain no information at the scale of the narrow windows.
 */
const LONGEST_INTERVAL_DAYS = 2 * Math.max(...NARROW_DAYS);
/**
 * ln 2: at dates where the accounts outside are twice as dense, over a quarter, as over the years around, they are
 * newcomers, drawn by the event.
 */
const NEWCOMERS = Math.LN2;
/** Minimum number of dates for which a concentration is measured. */
const LEAST_DATED = 3;

/**
 * How concentrated a set of accounts is, compared with its own spread over longer periods. A measure is NaN if it could
 * not be computed.
 */
export interface Concentration {
  /** Mean over members, each left out, of ln(narrow density ÷ broad density) of the members' creation dates. */
  readonly dates: number;
  /**
   * Mean over members' posts of ln((other members' posts within ten minutes + 1) ÷ (number expected from that day's
   * posts + 1)).
   */
  readonly time: number;
  /** Share, 0 to 1, of the members' own posts of which another member has a copy or near copy. */
  readonly copies: number;
  /** Share, 0 to 1, of the members with at least two occasions of their own and at least two partners. */
  readonly repeated: number;
}

/**
 * Measures the concentration of sets of accounts of one dataset. The members of a public, whatever its size, are as
 * spread out as the accounts around them; those of a push are not.
 */
export class ConcentrationMeter {
  readonly #m: Dataset;
  readonly #days: Float64Array;
  readonly #reach: Float64Array;
  readonly #narrow: LeaveOneOutKernelMixture;
  readonly #broad: LeaveOneOutKernelMixture;
  readonly #quarter: LeaveOneOutKernelMixture;
  readonly #dated: Uint8Array;
  readonly #crowds: TimeCrowding;
  #latest: { readonly others: Uint8Array; readonly around: Float64Array } | undefined;

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
    this.#broad = this.#narrow.ofWidths(BROAD_DAYS);
    this.#quarter = this.#narrow.ofWidths([Math.max(...NARROW_DAYS)]);
    this.#dated = new Uint8Array(days.length);
    for (let a = 0; a < days.length; a++) this.#dated[a] = Number(!Number.isNaN(days[a]));
    this.#crowds = new TimeCrowding(m);
  }

  /** Whether any account has a creation date that can be used. */
  get dated(): boolean {
    return this.#dated.includes(1);
  }

  /** @param members 1 for each account of the set, 0 for the others */
  of(members: Uint8Array): Concentration {
    return { ...this.once(members), repeated: this.repeated(members) };
  }

  /** All measures except `repeated`, which takes longest to compute. */
  once(members: Uint8Array): Omit<Concentration, 'repeated'> {
    return {
      dates: this.#dates(members),
      time: this.time(members),
      copies: copiedShare(this.#m, members),
    };
  }

  time(members: Uint8Array): number {
    return this.#crowds.of(members);
  }

  /** The same as `time` for a small set, computed from its members' posts only. */
  timeOf(members: readonly number[]): number {
    return this.#crowds.ofFew(members);
  }

  repeated(members: Uint8Array): number {
    return repeated(members, countCoActions(this.#m, members));
  }

  /**
   * `Concentration.dates` minus the concentration of the outside accounts' dates at the same points in time, relative
   * to the year or the quarter around them: accounts created because of an event have similar dates, whether they are
   * members or not. Newcomers are also compared with the newcomers outside by themselves: any group of newcomers is more
   * concentrated than a public in which they are mixed with older accounts. NaN if it could not be measured.
   */
  datesApart(members: readonly number[], others: Uint8Array): number {
    const apart = this.#datesApartEach(members, others);
    if (apart.size === 0) return Number.NaN;
    let sum = 0;
    for (const each of apart.values()) sum += each;
    return sum / apart.size;
  }

  /** The members whose own date is this much more concentrated (see `datesApart`). */
  madeTogether(members: readonly number[], others: Uint8Array, isEnough: (apart: number) => boolean): number[] {
    const apart = this.#datesApartEach(members, others);
    return members.filter((a) => isEnough(apart.get(a) ?? Number.NaN));
  }

  /** For each member with a date, the term of the mean in `datesApart`; empty if there are too few dates. */
  #datesApartEach(members: readonly number[], others: Uint8Array): ReadonlyMap<number, number> {
    const own = Uint32Array.from(members)
      .filter((a) => this.#dated[a] === 1)
      .sort();
    if (own.length < LEAST_DATED) return new Map();
    // Computed from the members' dates only: a dump can have thousands of groups.
    const days = Float64Array.from(own, (a) => this.#days[a] ?? outOfRange());
    const reach = Float64Array.from(own, (a) => this.#reach[a] ?? outOfRange());
    const [narrow, broad] = [this.#narrow, this.#broad].map((all) => all.among(days, reach));
    const inside = crowdingBy(narrow ?? outOfRange(), new Float64Array(own.length).fill(1), broad ?? outOfRange());
    const around = this.#crowdingOf(others);
    return new Map([...own].map((a, k) => [a, (inside[k] ?? outOfRange()) - (around[a] ?? outOfRange())]));
  }

  /**
   * How concentrated the dates of the accounts outside are around the date of each account, 0 and up: relative to the
   * year or to the quarter around it, and the same of the newcomers outside by themselves. Cached for the last outside
   * mask: many groups are compared with the same one.
   */
  #crowdingOf(others: Uint8Array): Float64Array {
    if (this.#latest?.others !== others) {
      const theirs = this.#dateWeights(others);
      const inYear = this.#crowding(theirs, this.#broad);
      const inQuarter = this.#crowding(theirs, this.#quarter);
      const isOfNewcomers = inYear.map((year, a) => Number(year - (inQuarter[a] ?? outOfRange()) >= NEWCOMERS));
      const ofNewcomers = this.#crowding(
        theirs.map((weight, a) => weight * (isOfNewcomers[a] ?? outOfRange())),
        this.#broad,
      );
      const around = inYear.map((year, a) =>
        Math.max(0, year, inQuarter[a] ?? outOfRange(), isOfNewcomers[a] === 1 ? (ofNewcomers[a] ?? outOfRange()) : 0),
      );
      this.#latest = { others, around };
    }
    return this.#latest.around;
  }

  /** 1 for each of these accounts with a known date, 0 for the others. */
  #dateWeights(members: Uint8Array): Float64Array {
    const weights = new Float64Array(members.length);
    for (let a = 0; a < weights.length; a++)
      weights[a] = (members[a] ?? outOfRange()) * (this.#dated[a] ?? outOfRange());
    return weights;
  }

  /**
   * For each account's date, ln(narrow density ÷ broad density) of the weighted accounts' dates, leaving out the
   * account itself.
   */
  #crowding(weights: Float64Array, around: LeaveOneOutKernelMixture): Float64Array {
    return crowdingBy(this.#narrow, weights, around);
  }

  #dates(members: Uint8Array): number {
    const weights = this.#dateWeights(members);
    let dated = 0;
    for (let a = 0; a < weights.length; a++) dated += weights[a] ?? outOfRange();
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
  const ratio = narrow.density(weights, 1, broad);
  for (let a = 0; a < ratio.length; a++) ratio[a] = Math.log((ratio[a] ?? outOfRange()) / (broad[a] ?? outOfRange()));
  return ratio;
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

function repeated(members: Uint8Array, { occasions, partners }: CoActionCounts): number {
  let size = 0;
  let twice = 0;
  for (let a = 0; a < members.length; a++) {
    if (members[a] !== 1) continue;
    size++;
    if ((occasions[a] ?? outOfRange()) >= 2 && (partners[a] ?? outOfRange()) >= 2) twice++;
  }
  return size === 0 ? Number.NaN : twice / size;
}
