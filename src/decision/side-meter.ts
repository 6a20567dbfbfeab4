import type { Dataset } from '../dataset/dataset.js';
import type { Family } from '../documents/evidence.js';
import { type Concentration, ConcentrationMeter } from '../groups/concentration.js';
import { type OccasionCounts, occasionsWithin } from '../groups/occasions.js';
import { MEMBER_THRESHOLD, type Posterior } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import {
  nullProbability,
  jointLevel,
  type ConcentrationLevels,
  concentrationLevels,
  couldReachLevel,
  MAX_NULL_PROBABILITY,
} from './acceptance.js';
import { hardAssignment } from './fit-mixture.js';
import { GroupMeter } from './group-meter.js';

/** Smallest size of a group: two people who quote each other are a conversation. */
export const MIN_GROUP_SIZE = 3;
/**
 * A smaller group is named only if its ties are more than chance explains: people of one place or trade have a few
 * things in common too.
 */
export const SELF_SUPPORTING = 8;

/** One side of a split, and how much more concentrated it is than the rest. */
export interface Candidate {
  readonly posterior: Posterior;
  /** 1 for each account with a posterior above one half, 0 for the others. */
  readonly members: Uint8Array;
  readonly size: number;
  /** Computed on first access. */
  readonly occasions: OccasionCounts;
  readonly inside: Concentration;
  readonly outside: Concentration;
  /** Each measure of the members minus that of the rest; 0 if it could not be measured. */
  readonly margin: Concentration;
  /** See `concentrationLevels` and `jointLevel`. */
  readonly levels: ConcentrationLevels;
  readonly joint: number;
  /** See `strengthOf`. */
  readonly strength: number;
}

/** Whether a set is so one-sidedly concentrated that at most one public in a hundred has such a set. */
export function isAccepted({ joint, strength }: Candidate): boolean {
  return strength > 0 && nullProbability(joint) <= MAX_NULL_PROBABILITY;
}

/** Comparator: strongest first. */
export const byStrength = (x: Candidate, y: Candidate): number => y.strength - x.strength;

/** Measures both sides of splits of one dataset. */
export class SideMeter {
  readonly #m: Dataset;
  readonly #meter: ConcentrationMeter;
  readonly #families: ReadonlySet<Family>;
  readonly #setAside: Uint8Array;

  /**
   * @param families the families that may be used: dates belong to creation, all other measures to sharing
   * @param setAside 1 for each account that is on neither side, 0 for the others
   */
  constructor(m: Dataset, families: ReadonlySet<Family>, setAside: Uint8Array) {
    this.#families = families;
    this.#m = m;
    this.#setAside = setAside;
    this.#meter = new ConcentrationMeter(m);
  }

  /** Number of posts. */
  get posts(): number {
    return this.#m.posts.count;
  }

  /** Whether creation dates can be used. */
  get dated(): boolean {
    return this.#families.has('creation') && this.#meter.dated;
  }

  /** @param outside 1 for each account that is in no group, 0 for the others */
  groups(outside: Uint8Array): GroupMeter {
    return new GroupMeter(this.#m, this.#meter, this.#families, outside);
  }

  /** The set of exactly these accounts. */
  ofAccounts(accounts: readonly number[]): Candidate {
    return this.of(hardAssignment(accounts, this.#m.accounts.count));
  }

  /** The margin of time of exactly these accounts; 0 if it could not be measured, or if sharing may not be used. */
  timeMargin(accounts: readonly number[]): number {
    if (!this.#families.has('sharing')) return 0;
    const rest = this.#setAside.map((aside) => 1 - aside);
    for (const a of accounts) rest[a] = 0;
    return above(this.#meter.timeOf(accounts), this.#meter.time(rest));
  }

  /** See `ConcentrationMeter.datesApart`; all other accounts are outside. */
  datesApart(accounts: readonly number[]): number {
    const others = new Uint8Array(this.#m.accounts.count).fill(1);
    for (const a of accounts) others[a] = 0;
    return this.#meter.datesApart(accounts, others);
  }

  of(posterior: Posterior): Candidate {
    const m = this.#m;
    const { probability } = posterior;
    const members = new Uint8Array(probability.length);
    const rest = new Uint8Array(probability.length);
    let size = 0;
    for (let a = 0; a < members.length; a++) {
      if ((probability[a] ?? outOfRange()) >= MEMBER_THRESHOLD) {
        members[a] = 1;
        size++;
      } else rest[a] = 1 - (this.#setAside[a] ?? outOfRange());
    }
    const [dated, shared] = [this.#families.has('creation'), this.#families.has('sharing')];
    const inside = { ...this.#meter.once(members), repeated: this.#meter.repeated(members) };
    const counts = shared && couldReachLevel(inside.repeated);
    const outside = { ...this.#meter.once(rest), repeated: counts ? this.#meter.repeated(rest) : Number.NaN };
    const margin = {
      dates: dated ? above(inside.dates, outside.dates) : 0,
      time: shared ? above(inside.time, outside.time) : 0,
      copies: shared ? above(inside.copies, outside.copies) : 0,
      repeated: shared ? above(inside.repeated, outside.repeated) : 0,
    };
    const levels = concentrationLevels(margin, size, members.length);
    let occasions: OccasionCounts | undefined;
    return {
      posterior,
      members,
      size,
      get occasions() {
        return (occasions ??= occasionsWithin(m, members));
      },
      inside,
      outside,
      margin,
      levels,
      joint: size < MIN_GROUP_SIZE ? 0 : jointLevel(levels),
      strength: strengthOf(margin, size),
    };
  }
}

/** The difference, or 0 if one of the sides could not be measured (NaN). */
function above(inside: number, outside: number): number {
  return Number.isNaN(inside) || Number.isNaN(outside) ? 0 : inside - outside;
}

/**
 * The strength of the evidence that the members are more concentrated than the rest: (dates + ½ time + 2 copies) ·
 * √size, in nats. Copies are a share from 0 to 1, the others go up to 2 or 4; √size, because the error of a mean is
 * proportional to 1/√size.
 */
function strengthOf({ dates, time, copies }: Concentration, size: number): number {
  return size < MIN_GROUP_SIZE ? 0 : (dates + time / 2 + 2 * copies) * Math.sqrt(size);
}
