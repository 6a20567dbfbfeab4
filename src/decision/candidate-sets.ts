import type { Dataset } from '../dataset/dataset.js';
import { FAMILIES, type Family } from '../documents/evidence.js';
import { type Concentration, ConcentrationMeter } from '../groups/concentration.js';
import { type OccasionCounts, occasionsWithin } from '../groups/occasions.js';
import { MEMBER_THRESHOLD, type Posterior } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { chanceOf, jointLevel, type Levels, levelsOf, MOST_CHANCE } from './acceptance.js';
import { hardAssignment, type MixtureSearch, swapClasses } from './fit-mixture.js';

/** A side of a dump, and how much more one-sidedly it keeps together than the rest. */
export interface Candidate {
  readonly posterior: Posterior;
  /** 1 for each account that more likely than not is of it. */
  readonly members: Uint8Array;
  readonly size: number;
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
  { families: ['creation', 'sharing'], share: 0.3 },
  { families: ['creation'], share: 0.05 },
  { families: ['creation'], share: 0.3 },
  { families: ['sharing'], share: 0.05 },
  { families: ['sharing'], share: 0.3 },
];

/** Fewer make no group: two people who quote each other are a conversation. */
const SMALLEST = 3;

/**
 * The sets at which searches from several starts end, and, where a set keeps together less than what it leaves, what the
 * search finds on the other side; strongest first. Ends with the first set that is accepted, and its core: every further
 * start would cost as much again, to end mostly where one before it has. Where none is accepted, with the core of the strongest.
 * @param setAside 1 for each account that is to be in none of them
 */
export function searchCandidates(search: MixtureSearch, meter: SideMeter, setAside: Uint8Array): Candidate[] {
  const ends = new Map<Posterior, Candidate>();
  const add = (first: Posterior): Candidate => {
    const end = search.settle(first, ends.keys(), setAside);
    const found = ends.get(end) ?? meter.of(end);
    ends.set(end, found);
    return found;
  };
  for (const { families, share } of STARTS) {
    const found = add(search.start(families, share));
    if (found.strength < 0) add(swapClasses(found.posterior));
    const accepted = [...ends.values()].filter(isAccepted).sort(byStrength)[0];
    if (!accepted) continue;
    // Whoever acted along twice and more: where a set is blurred, these are its core.
    add(hardAssignment(coreOf(accepted), setAside.length));
    break;
  }
  const [strongest] = [...ends.values()].sort(byStrength);
  if (strongest && ![...ends.values()].some(isAccepted)) {
    // A push of few accounts is found mixed with more of the public, who share its dates.
    const core = coreOf(strongest);
    if (core.length >= SMALLEST) add(hardAssignment(core, setAside.length));
  }
  return [...ends.values()].sort(byStrength);
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

  /** See `ConcentrationMeter.datesApart`; NaN where dates may not be looked at. */
  datesApart(members: Uint8Array, others: Uint8Array): number {
    return this.#families.has('creation') ? this.#meter.datesApart(members, others) : Number.NaN;
  }

  of(posterior: Posterior): Candidate {
    const members = Uint8Array.from(posterior.probability, (p) => Number(p >= MEMBER_THRESHOLD));
    const size = members.reduce((sum, member) => sum + member, 0);
    const occasions = occasionsWithin(this.#m, members);
    const inside = this.#meter.of(members, occasions);
    const rest = members.map((member, a) => 1 - Math.max(member, this.#setAside[a] ?? outOfRange()));
    const outside = this.#meter.of(rest, occasionsWithin(this.#m, rest));
    const [dated, shared] = [this.#families.has('creation'), this.#families.has('sharing')];
    const margin = {
      dates: dated ? above(inside.dates, outside.dates) : 0,
      time: shared ? above(inside.time, outside.time) : 0,
      copies: shared ? above(inside.copies, outside.copies) : 0,
      repeated: shared ? above(inside.repeated, outside.repeated) : 0,
    };
    const levels = levelsOf(margin, size, members.length);
    return {
      posterior,
      members,
      size,
      occasions,
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
