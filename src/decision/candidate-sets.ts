import { FAMILIES, type Family } from '../documents/evidence.js';
import type { Posterior } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { concentrationLevels, pairedLevel } from './acceptance.js';
import { hardAssignment, MAX_ITERATIONS, type MixtureSearch, swapClasses } from './fit-mixture.js';
import { byStrength, type Candidate, isAccepted, type SideMeter, MIN_GROUP_SIZE } from './side-meter.js';
import { widenCore } from './widen-core.js';

export { type Candidate, isAccepted, SideMeter } from './side-meter.js';

/** Where the search begins: a push that is much of a dump is found only by who expects one, and each family may lead astray. */
const STARTS: readonly Start[] = [
  { families: FAMILIES, share: 0.05 },
  { families: FAMILIES, share: 0.3 },
  { families: FAMILIES, share: 0.6 },
  { families: ['creation', 'sharing'], share: 0.05 },
  { families: ['creation'], share: 0.05 },
  { families: ['sharing'], share: 0.05 },
  { families: ['sharing'], share: 0.3 },
];
/** Where it begins, too, where there are few posts. */
const FURTHER_STARTS: readonly Start[] = [
  { families: ['creation'], share: 0.3 },
  { families: ['creation', 'sharing'], share: 0.3 },
];

interface Start {
  readonly families: readonly Family[];
  readonly share: number;
}

/**
 * Up to so many posts every search is ended, and from more starts: it takes a fraction of a second, and what is small
 * shows late.
 */
const FEW_POSTS = 32_768;
/** Rounds after which it is looked at, elsewhere, where a search goes: a push shows by then in most dumps, and where nothing shows little comes. */
const GLANCE = 5;

/** A search that shows nothing goes on only where it is half way there. */
const LEAST_PROMISE = 0.5;

/**
 * The sets at which searches from several starts end, and, where a set keeps together less than what it leaves, what the
 * search finds on the other side; strongest first. Ends with the first set that is accepted, and its core: every further
 * start would cost as much again, to end mostly where one before it has. Where none is accepted, with the core of the strongest.
 * @param setAside 1 for each account that is to be in none of them
 */
export function searchCandidates(search: MixtureSearch, meter: SideMeter, setAside: Uint8Array): Candidate[] {
  const ends = new Map<Posterior, Candidate>();
  const few = meter.posts <= FEW_POSTS;
  const settle = (from: Posterior): Candidate => {
    const end = search.settle(from, ends.keys(), setAside);
    const found = ends.get(end) ?? meter.of(end);
    ends.set(end, found);
    return found;
  };
  /** Where the search from here is after some rounds; undefined where that is a known end. */
  const glance = (from: Posterior): Glance | undefined => {
    const posterior = search.settle(from, ends.keys(), setAside, few ? MAX_ITERATIONS : GLANCE);
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
    if (!meter.dated) {
      const whole = widenCore(accepted, meter, setAside);
      if (whole) ends.set(whole.posterior, whole);
    }
    // Accounts that acted together at least twice: where a set is blurred, these are its core.
    settle(hardAssignment(coreOf(accepted), setAside.length));
    return true;
  };
  const seen: Glance[] = [];
  for (const { families, share } of few ? [...STARTS, ...FURTHER_STARTS] : STARTS) {
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
  const all = [...ends.values(), ...(strongest ? [strongest.measured ?? meter.of(strongest.from)] : [])];
  const [first] = all.sort(byStrength);
  if (!first || all.some(isAccepted)) return all;
  // A push of few accounts is found mixed with more of the public, who share its dates.
  const core = coreOf(first);
  if (core.length < MIN_GROUP_SIZE) return all;
  const found = settle(hardAssignment(core, setAside.length));
  return (all.includes(found) ? all : [...all, found]).sort(byStrength);
}

/** Where a search is, on the side that keeps together more. */
interface Glance {
  readonly from: Posterior;
  /** What was measured of it; undefined where it was measured of the other side. */
  readonly measured: Candidate | undefined;
  readonly promise: number;
  readonly strength: number;
}

function glanceAt(measured: Candidate): Glance {
  const { posterior, levels, margin, size, members, strength } = measured;
  if (strength >= 0) return { from: posterior, measured, promise: pairedLevel(levels), strength };
  const other = { dates: -margin.dates, time: -margin.time, copies: -margin.copies, repeated: 0 };
  return {
    from: swapClasses(posterior),
    measured: undefined,
    promise: pairedLevel(concentrationLevels(other, members.length - size, members.length)),
    strength: -strength,
  };
}

function coreOf({ members, occasions: { occasions, partners } }: Candidate): number[] {
  const core: number[] = [];
  for (let a = 0; a < members.length; a++)
    if (members[a] === 1 && (occasions[a] ?? outOfRange()) >= 2 && (partners[a] ?? outOfRange()) >= 2) core.push(a);
  return core;
}
