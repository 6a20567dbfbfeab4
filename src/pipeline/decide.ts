import { activityStrata } from '../decision/activity-strata.js';
import {
  accountsWith,
  assignVerdicts,
  type AssignedVerdicts,
  communityCandidates,
  downgrade,
} from '../decision/assign-verdicts.js';
import { type Candidate, searchCandidates, SideMeter } from '../decision/candidate-sets.js';
import { choosePush, type Undecided } from '../decision/choose-push.js';
import { hardAssignment, type MixtureFit, MixtureSearch } from '../decision/fit-mixture.js';
import { rankEvidence, type Reason } from '../decision/rank-evidence.js';
import { type NamedGroup, withholdNames, type WithheldReason } from '../decision/withhold-names.js';
import { RESULT_OPTIONS } from '../documents/options.js';
import { MEMBER_THRESHOLD } from '../signals/signal.js';
import type { Session } from './ingest.js';

/** What is found out about every account, and at which step. */
export interface Decision {
  readonly fit: MixtureFit;
  /** As the tests alone have it, before names are withheld that lack occasions or reasons. */
  readonly tested: AssignedVerdicts;
  /** Without those who acted together once only. */
  readonly repeated: AssignedVerdicts;
  readonly judged: AssignedVerdicts;
  /** The accounts that count as flagged in what is said to the reader. */
  readonly suspected: readonly number[];
  /** What speaks for an account's taking part, the weightiest first. */
  readonly reasons: (account: number) => readonly Reason[];
  /** Every set that the search found, the strongest first. */
  readonly candidates: readonly Candidate[];
  /** The set that is accepted as a push; undefined where there is none, or where it cannot be told which. */
  readonly push: Candidate | undefined;
  /** The chance that a public has a set as one-sided as the most one-sided of this dump, 0 to 1. */
  readonly p: number;
  /** Why it cannot be told who pushed, where that is so: nobody is named then. */
  readonly undecided: Undecided | null;
  /** What the members of the push do, group by group. */
  readonly groups: readonly NamedGroup[];
  /** Why accounts that fit are not named. */
  readonly withheld: ReadonlyMap<number, WithheldReason>;
}

/** Occasions of its own, and different partners, that an account is named for: tools in the field ask for two as well (the QUT toolkit's and CooRTweet's rule). */
const LEAST_OCCASIONS = 2;
/** Whoever fits on one occasion is told only beside a group with so many named. */
const LEAST_NAMED = 3;

/** Whom else `seen-once` may be said of: of whom nothing else is said, or that its own group is too small. */
const MAY_BE_ONCE: ReadonlySet<WithheldReason | undefined> = new Set([undefined, 'few']);

/** Dataset and fitted signals → a verdict on every account. Pure; with fewer signals it shows what the others contribute. */
export function decide({ dataset, fitted }: Pick<Session, 'dataset' | 'fitted'>): Decision {
  const accounts = dataset.accounts.count;
  const search = new MixtureSearch(fitted, dataset, activityStrata(dataset));
  const meter = new SideMeter(dataset);
  const candidates = searchCandidates(search, meter, accounts);
  const [strongest] = candidates;
  if (!strongest) throw new Error('no search has ended');
  const { push, p, undecided } = choosePush(candidates);
  const best = push ?? strongest;
  const { posterior, occasions } = best;
  const fit = search.weigh(posterior);
  const all = assignVerdicts(fit, independentEvidence(best));
  // Where no set is accepted, nobody is named, whatever the tests say.
  const tested = push || undecided ? all : downgrade(all, new Set());
  const twice = accountsWith('coordinated', tested).filter(
    (a) => (occasions.occasions[a] ?? 0) >= LEAST_OCCASIONS && (occasions.partners[a] ?? 0) >= LEAST_OCCASIONS,
  );
  const repeated = downgrade(tested, new Set(twice));
  const suspected = communityCandidates(repeated, fit);
  const flagged = hardAssignment(suspected, accounts);
  const reasons = memoize((a) => rankEvidence(a, fit, tested, flagged));
  const supported = twice.filter((a) => (occasions.independent[a] ?? 0) > 0 || haveTwoFamilies(reasons(a)));
  const { groups, withheld } = undecided
    ? { groups: [], withheld: new Map(supported.map((a) => [a, 'undecided' as const])) }
    : withholdNames(dataset, meter, actingAlong(best), supported, RESULT_OPTIONS.seed.default);
  const named = supported.filter((a) => !withheld.has(a));
  const isNamed = new Set(named);
  const once =
    named.length < LEAST_NAMED
      ? []
      : accountsWith('coordinated', tested).filter(
          (a) =>
            !isNamed.has(a) &&
            (occasions.occasions[a] ?? 0) >= 1 &&
            (fit.posterior.probability[a] ?? 0) >= MEMBER_THRESHOLD,
        );
  // Where nobody is named, all are ranked by the side that keeps together most, accepted or not.
  const ranking = named.length > 0 || strongest === push ? fit.ranking : search.weigh(strongest.posterior).ranking;
  return {
    fit: { ...fit, ranking },
    tested,
    repeated,
    judged: downgrade(repeated, new Set(named)),
    suspected,
    reasons,
    candidates,
    push,
    p,
    undecided,
    groups,
    withheld: new Map([
      ...withheld,
      ...once.flatMap((a) => (MAY_BE_ONCE.has(withheld.get(a)) ? [[a, 'seen-once'] as const] : [])),
    ]),
  };
}

/** The members who acted along with others of them at least once. */
function actingAlong({ members, occasions: { occasions } }: Candidate): number[] {
  const found: number[] = [];
  for (let a = 0; a < members.length; a++) if (members[a] === 1 && (occasions[a] ?? 0) > 0) found.push(a);
  return found;
}

/** A second, independent occasion is evidence of its own, but in a set that is more than half of all: of a public most share something twice. */
function independentEvidence({ size, occasions: { independent } }: Candidate): Float64Array {
  return 2 * size <= independent.length ? independent : new Float64Array(independent.length);
}

/** No name is printed as likely coordinated without reasons of two families that stand by themselves. */
function haveTwoFamilies(reasons: readonly Reason[]): boolean {
  const families = reasons.flatMap(({ signal }) => (signal.corroboratingOnly ? [] : [signal.family]));
  return new Set(families).size >= 2;
}

/** `make`, called once for each account. */
function memoize<Value>(make: (account: number) => Value): (account: number) => Value {
  const known = new Map<number, Value>();
  return (account) => {
    const value = known.get(account) ?? make(account);
    known.set(account, value);
    return value;
  };
}
