import { outOfRange } from '../stats/array-access.js';
import { areDatesConcentrated, coreLevel, coreNullProbability, MAX_NULL_PROBABILITY } from './acceptance.js';
import { type Candidate, SELF_SUPPORTING, type SideMeter } from './side-meter.js';

/** The members of a set that acted together with it at least twice, and with at least two others; ascending. */
export function coreOf({ members, occasions: { occasions, partners } }: Candidate): number[] {
  const core: number[] = [];
  for (let a = 0; a < members.length; a++)
    if (members[a] === 1 && (occasions[a] ?? outOfRange()) >= 2 && (partners[a] ?? outOfRange()) >= 2) core.push(a);
  return core;
}

/** The core of a set. */
export interface Core {
  readonly accounts: readonly number[];
  /** See `ConcentrationMeter.datesApart`; NaN if its time is not above the rest, so that the level is 0. */
  readonly datesApart: number;
  /** See `coreLevel`. */
  readonly level: number;
}

/** A core that stands out by itself, as a set of its own. */
export interface AcceptedCore {
  readonly core: Candidate;
  /** Probability, 0 to 1, that a public has a core that stands out as much. */
  readonly p: number;
}

/**
 * The cores of these sets that stand out by themselves, in the order of the sets.
 *
 * A push of a few per cent is often found mixed with all the newcomers of a conversation: the search cannot leave them
 * out, because their creation dates are as unusual as those of the push. The core of such a set was selected by acting
 * together, so acting together proves nothing for it. Two measures are independent of this selection: whether its
 * creation dates are more concentrated than those of the newcomers outside, and whether its posts are closer in time.
 */
export function acceptedCores(sets: readonly Candidate[], meter: SideMeter): AcceptedCore[] {
  return coresOf(sets, meter).flatMap(({ accounts, datesApart, level }) => {
    const p = coreNullProbability(level);
    const isAccepted = areDatesConcentrated(datesApart) && p <= MAX_NULL_PROBABILITY;
    return isAccepted ? [{ core: meter.ofAccounts(accounts), p }] : [];
  });
}

/** The cores of these sets that are large enough, each once; none if creation dates cannot be used. */
export function coresOf(sets: readonly Candidate[], meter: SideMeter): Core[] {
  if (!meter.dated) return [];
  const known = new Set<string>();
  return sets.flatMap((set) => {
    // Counting the occasions takes longest, and the share of members with two of them is known.
    if (Math.round(set.inside.repeated * set.size) < SELF_SUPPORTING) return [];
    const accounts = coreOf(set);
    const key = accounts.join();
    if (accounts.length < SELF_SUPPORTING || known.has(key)) return [];
    known.add(key);
    const time = meter.timeMargin(accounts);
    const datesApart = time > 0 ? meter.datesApart(accounts) : Number.NaN;
    return [{ accounts, datesApart, level: coreLevel(datesApart, time, accounts.length) }];
  });
}
