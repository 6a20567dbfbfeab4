import { activityStrata } from '../decision/activity-strata.js';
import {
  accountsWith,
  assignVerdicts,
  type AssignedVerdicts,
  communityCandidates,
  downgrade,
} from '../decision/assign-verdicts.js';
import { type Candidate, searchCandidates } from '../decision/candidate-sets.js';
import { choosePushes } from '../decision/choose-pushes.js';
import { hardAssignment, type MixtureFit, MixtureSearch } from '../decision/fit-mixture.js';
import { rankEvidence, type Reason } from '../decision/rank-evidence.js';
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
  readonly candidates: readonly Candidate[];
  readonly pushes: readonly Candidate[];
  readonly undecided: readonly Candidate[] | null;
  readonly seenOnce: readonly number[];
}

/** Fewer make no group. */
const SMALLEST = 3;

/** Dataset and fitted signals → a verdict on every account. Pure; with fewer signals it shows what the others contribute. */
export function decide({ dataset, fitted }: Pick<Session, 'dataset' | 'fitted'>): Decision {
  const search = new MixtureSearch(fitted, dataset, activityStrata(dataset));
  const candidates = searchCandidates(search, dataset);
  const { pushes, undecided } = choosePushes(candidates);
  const best = pushes[0] ?? candidates[0];
  if (!best) throw new Error('no search has ended');
  const fit = search.weigh(best.posterior);
  const { occasions, partners, independent } = best.occasions;
  const usable = 2 * best.size <= dataset.accounts.count ? independent : independent.map(() => 0);
  const all = assignVerdicts(fit, usable);
  const tested = pushes.length > 0 ? all : downgrade(all, new Set());
  const twice = accountsWith('coordinated', tested).filter((a) => (occasions[a] ?? 0) >= 2 && (partners[a] ?? 0) >= 2);
  const repeated = downgrade(tested, new Set(twice.length >= SMALLEST ? twice : []));
  const suspected = communityCandidates(repeated, fit);
  const flagged = hardAssignment(suspected, dataset.accounts.count);
  const reasons = memoize((a) => rankEvidence(a, fit, tested, flagged));
  const named = accountsWith('coordinated', repeated).filter(
    (a) => (usable[a] ?? 0) > 0 || haveTwoFamilies(reasons(a)),
  );
  const judged = downgrade(repeated, new Set(named));
  const seenOnce =
    named.length >= SMALLEST
      ? accountsWith('coordinated', tested).filter(
          (a) => judged.verdicts[a] !== 'coordinated' && (occasions[a] ?? 0) >= 1,
        )
      : [];
  return { fit, tested, repeated, judged, suspected, reasons, candidates, pushes, undecided, seenOnce };
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
