import { FAMILIES, type Family } from '../documents/evidence.js';
import type { Posterior } from '../signals/signal.js';
import { concentrationLevels, pairedLevel } from './acceptance.js';
import { coreOf } from './accepted-cores.js';
import { hardAssignment, MAX_ITERATIONS, type MixtureSearch, swapClasses } from './fit-mixture.js';
import { byStrength, type Candidate, isAccepted, type SideMeter, MIN_GROUP_SIZE } from './side-meter.js';
import { widenCore } from './widen-core.js';

export { type Candidate, isAccepted, SideMeter } from './side-meter.js';

/**
 * The starts of the search: families, and the share of accounts expected to have pushed. A push that is a large part of
 * a dump is found only from a start with a large share, and each family alone can mislead.
 */
const STARTS: readonly Start[] = [
  { families: FAMILIES, share: 0.05 },
  { families: FAMILIES, share: 0.3 },
  { families: FAMILIES, share: 0.6 },
  { families: ['creation', 'sharing'], share: 0.05 },
  { families: ['creation'], share: 0.05 },
  { families: ['sharing'], share: 0.05 },
  { families: ['sharing'], share: 0.3 },
];
/** Further starts for small dumps. */
const FURTHER_STARTS: readonly Start[] = [
  { families: ['creation'], share: 0.3 },
  { families: ['creation', 'sharing'], share: 0.3 },
];

interface Start {
  readonly families: readonly Family[];
  readonly share: number;
}

/**
 * Up to this many posts, every search runs to convergence, and there are more starts: this takes a fraction of a
 * second, and a small push becomes visible only after many iterations.
 */
const FEW_POSTS = 32_768;
/**
 * Number of iterations after which a search in a larger dump is inspected. In most dumps a push is visible by then, and
 * a search that shows nothing by then rarely finds one.
 */
const INSPECTED_AFTER = 5;

/** A search without an accepted set continues only if it has reached this fraction of the level needed. */
const MIN_LEVEL_TO_CONTINUE = 0.5;

/**
 * The sets to which searches from several starts converge, strongest first. If a set is less concentrated than its
 * complement, the search continues on the other side. Stops at the first accepted set and its core: another start would
 * take as long again and usually converges to the same set. If no set is accepted, the core of the strongest is added.
 * @param setAside 1 for each account that may be in none of the sets, 0 for the others
 */
export function searchCandidates(search: MixtureSearch, meter: SideMeter, setAside: Uint8Array): Candidate[] {
  const ends = new Map<Posterior, Candidate>();
  const few = meter.posts <= FEW_POSTS;
  const converge = (from: Posterior): Candidate => {
    const end = search.converge(from, ends.keys(), setAside);
    const found = ends.get(end) ?? meter.of(end);
    ends.set(end, found);
    return found;
  };
  /**
   * The state of the search from this start after some iterations; undefined if it reached the end of an earlier
   * search.
   */
  const inspectSearch = (from: Posterior): SearchState | undefined => {
    const posterior = search.converge(from, ends.keys(), setAside, few ? MAX_ITERATIONS : INSPECTED_AFTER);
    return ends.has(posterior) ? undefined : searchState(meter.of(posterior));
  };
  /** Whether the set to which the search converges from here, or the set on the other side of it, is accepted. */
  const pursue = (from: Posterior): boolean => {
    const found = converge(from);
    if (found.strength < 0) {
      const other = inspectSearch(swapClasses(found.posterior));
      if (other && other.level >= 1) converge(other.from);
    }
    const accepted = [...ends.values()].filter(isAccepted).sort(byStrength)[0];
    if (!accepted) return false;
    if (!meter.dated) {
      const whole = widenCore(accepted, meter, setAside);
      if (whole) ends.set(whole.posterior, whole);
    }
    // The core of a set: its members that acted together at least twice. Useful if the set also contains other
    // accounts.
    converge(hardAssignment(coreOf(accepted), setAside.length));
    return true;
  };
  const seen: SearchState[] = [];
  for (const { families, share } of few ? [...STARTS, ...FURTHER_STARTS] : STARTS) {
    const found = inspectSearch(search.start(families, share));
    if (!found) continue;
    if (found.level < 1) seen.push(found);
    else if (pursue(found.from)) break;
  }
  let [nearest] = seen.sort((x, y) => y.level - x.level);
  // If no set is accepted, the most promising search continues as long as it improves.
  while (nearest && nearest.level >= MIN_LEVEL_TO_CONTINUE && ![...ends.values()].some(isAccepted)) {
    const next = inspectSearch(nearest.from);
    if (next && next.level >= 1) pursue(next.from);
    nearest = next && next.level < 1 && next.level > nearest.level ? next : undefined;
  }
  // The most concentrated set is returned even if it is not accepted: accounts are ranked by it if nobody is named.
  const [strongest] = seen.sort((x, y) => y.strength - x.strength);
  const all = [...ends.values(), ...(strongest ? [strongest.measured ?? meter.of(strongest.from)] : [])];
  const [first] = all.sort(byStrength);
  if (!first || all.some(isAccepted)) return all;
  // A push of few accounts is often found mixed with other accounts that have similar creation dates.
  const core = coreOf(first);
  if (core.length < MIN_GROUP_SIZE) return all;
  const found = converge(hardAssignment(core, setAside.length));
  return (all.includes(found) ? all : [...all, found]).sort(byStrength);
}

/** The state of a search, seen from its more concentrated side. */
interface SearchState {
  readonly from: Posterior;
  /** The measured side; undefined if the other side was measured. */
  readonly measured: Candidate | undefined;
  readonly level: number;
  readonly strength: number;
}

function searchState(measured: Candidate): SearchState {
  const { posterior, levels, margin, size, members, strength } = measured;
  if (strength >= 0) return { from: posterior, measured, level: pairedLevel(levels), strength };
  const other = { dates: -margin.dates, time: -margin.time, copies: -margin.copies, repeated: 0 };
  return {
    from: swapClasses(posterior),
    measured: undefined,
    level: pairedLevel(concentrationLevels(other, members.length - size, members.length)),
    strength: -strength,
  };
}
