import type { Dataset } from '../dataset/dataset.js';
import { FAMILIES, type Family } from '../documents/evidence.js';
import { type Concentration, ConcentrationMeter } from '../groups/concentration.js';
import { type OccasionCounts, occasionsWithin } from '../groups/occasions.js';
import { MEMBER_THRESHOLD, type Posterior } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { chanceOf, jointLevel, type Levels, levelsOf, mayStandOut, MOST_CHANCE, promiseOf } from './acceptance.js';
import { hardAssignment, type MixtureSearch, swapClasses } from './fit-mixture.js';

/** A side of a dump, and how much more one-sidedly it keeps together than the rest. */
export interface Candidate {
  readonly posterior: Posterior;
  /** 1 for each account that more likely than not is of it. */
  readonly members: Uint8Array;
  readonly size: number;
  /** Found out when it is asked for. */
  readonly occasions: OccasionCounts;
  readonly inside: Concentration;
  readonly outside: Concentration;
  /** By how much each measure of the members is above that of the rest; what could not be measured counts 0. */
  readonly margin: Concentration;
  /** See `levelsOf` and `jointLevel`. */
  readonly levels: Levels;
  readonly joint: number;
  /** See `strengthOf`. */
  readonly strength: number;
}

/** Where the search begins: a push that is much of a dump is found only by who expects one, and each family may lead astray. */
const STARTS: readonly { readonly families: readonly Family[]; readonly share: number }[] = [
  { families: FAMILIES, share: 0.05 },
  { families: FAMILIES, share: 0.3 },
  { families: FAMILIES, share: 0.6 },
  { families: ['creation', 'sharing'], share: 0.05 },
  { families: ['creation'], share: 0.05 },
  { families: ['sharing'], share: 0.05 },
  { families: ['sharing'], share: 0.3 },
];

/** Rounds after which it is looked at where a search goes: a push that there is shows by then, and where nothing shows hardly anything comes. */
const GLANCE = 5;

/** A search that shows nothing goes on only where it is half way there. */
const LEAST_PROMISE = 0.5;

/** Fewer make no group: two people who quote each other are a conversation. */
const SMALLEST = 3;

/**
 * The sets at which searches from several starts end, and, where a set keeps together less than what it leaves, what the
 * search finds on the other side; strongest first. Ends with the first set that is accepted, and its core: every further
 * start would cost as much again, to end mostly where one before it has.
 * @param setAside 1 for each account that is to be in none of them
 */
export function searchCandidates(search: MixtureSearch, meter: SideMeter, setAside: Uint8Array): Candidate[] {
  const ends = new Map<Posterior, Candidate>();
  const settle = (from: Posterior): Candidate => {
    const end = search.settle(from, ends.keys(), setAside);
    const found = ends.get(end) ?? meter.of(end);
    ends.set(end, found);
    return found;
  };
  /** Where the search from here is after some rounds; undefined where that is a known end. */
  const glance = (from: Posterior): Glance | undefined => {
    const posterior = search.settle(from, ends.keys(), setAside, GLANCE);
    return ends.has(posterior) ? undefined : glanceAt(meter.of(posterior));
  };
  /** Whether a set is accepted at the end of the search from here, or on the other side of where it ends. */
  const pursue = (from: Posterior): boolean => {
    const found = settle(from);
    if (found.strength < 0) {
      const other = glance(swapClasses(found.posterior));
      if (other && other.promise >= 1) settle(other.from);
    }
    const accepted = [...ends.values()].filter(isAccepted).sort(byStrength)[0];
    if (!accepted) return false;
    // Whoever acted along twice and more: where a set is blurred, these are its core.
    settle(hardAssignment(coreOf(accepted), setAside.length));
    return true;
  };
  const seen: Glance[] = [];
  for (const { families, share } of STARTS) {
    const found = glance(search.start(families, share));
    if (!found) continue;
    if (found.promise < 1) seen.push(found);
    else if (pursue(found.from)) break;
  }
  let [nearest] = seen.sort((x, y) => y.promise - x.promise);
  // Where none shows, the search that comes nearest to it goes on as long as it comes nearer.
  while (nearest && nearest.promise >= LEAST_PROMISE && ![...ends.values()].some(isAccepted)) {
    const next = glance(nearest.from);
    if (next && next.promise >= 1) pursue(next.from);
    nearest = next && next.promise < 1 && next.promise > nearest.promise ? next : undefined;
  }
  // What keeps together most is told, too, whatever it may be: accounts are ranked by it where nobody is named.
  const [strongest] = seen.sort((x, y) => y.strength - x.strength);
  const all = [...ends.values(), ...(strongest ? [meter.of(strongest.from)] : [])];
  return all.sort(byStrength);
}

/** Where a search is, on the side that keeps together more. */
interface Glance {
  readonly from: Posterior;
  readonly promise: number;
  readonly strength: number;
}

function glanceAt({ posterior, levels, margin, size, members, strength }: Candidate): Glance {
  if (strength >= 0) return { from: posterior, promise: promiseOf(levels), strength };
  const other = { dates: -margin.dates, time: -margin.time, copies: -margin.copies, repeated: 0 };
  return {
    from: swapClasses(posterior),
    promise: promiseOf(levelsOf(other, members.length - size, members.length)),
    strength: -strength,
  };
}

function coreOf({ members, occasions: { occasions, partners } }: Candidate): number[] {
  const core: number[] = [];
  for (let a = 0; a < members.length; a++)
    if (members[a] === 1 && (occasions[a] ?? outOfRange()) >= 2 && (partners[a] ?? outOfRange()) >= 2) core.push(a);
  return core;
}

/** Whether a set keeps together so one-sidedly that hardly a public has one like it. */
export function isAccepted({ joint, strength }: Candidate): boolean {
  return strength > 0 && chanceOf(joint) <= MOST_CHANCE;
}

const byStrength = (x: Candidate, y: Candidate): number => y.strength - x.strength;

/** Measures both sides of splits of one dataset. */
export class SideMeter {
  readonly #m: Dataset;
  readonly #meter: ConcentrationMeter;
  readonly #families: ReadonlySet<Family>;
  readonly #setAside: Uint8Array;

  /**
   * @param families what may be looked at: dates are of creation, all else is of sharing
   * @param setAside 1 for each account that is of neither side
   */
  constructor(m: Dataset, families: ReadonlySet<Family>, setAside: Uint8Array) {
    this.#families = families;
    this.#m = m;
    this.#setAside = setAside;
    this.#meter = new ConcentrationMeter(m);
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
    const counts = shared && mayStandOut(inside.repeated);
    const outside = { ...this.#meter.once(rest), repeated: counts ? this.#meter.repeated(rest) : Number.NaN };
    const margin = {
      dates: dated ? above(inside.dates, outside.dates) : 0,
      time: shared ? above(inside.time, outside.time) : 0,
      copies: shared ? above(inside.copies, outside.copies) : 0,
      repeated: shared ? above(inside.repeated, outside.repeated) : 0,
    };
    const levels = levelsOf(margin, size, members.length);
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
      joint: size < SMALLEST ? 0 : jointLevel(levels),
      strength: strengthOf(margin, size),
    };
  }
}

/** What cannot be measured on both sides tells no side. */
function above(inside: number, outside: number): number {
  return Number.isNaN(inside) || Number.isNaN(outside) ? 0 : inside - outside;
}

/**
 * How surely the members keep together more than the rest: dates + ½ time + 2 copies, in nats (a share of copies runs
 * from 0 to 1, the others from 0 to 2 or 4), times the root of their number, as the error of a mean falls.
 */
function strengthOf({ dates, time, copies }: Concentration, size: number): number {
  return size < SMALLEST ? 0 : (dates + time / 2 + 2 * copies) * Math.sqrt(size);
}
