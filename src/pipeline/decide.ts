import {
  accountsWith,
  assignVerdicts,
  type AssignedVerdicts,
  communityCandidates,
  downgrade,
} from '../decision/assign-verdicts.js';
import { fitMixture, hardAssignment, type MixtureFit } from '../decision/fit-mixture.js';
import { rankEvidence, type Reason } from '../decision/rank-evidence.js';
import { connectedByMultipleEvents } from '../groups/multiple-events.js';
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
}

/** Dataset and fitted signals → a verdict on every account. Pure; with fewer signals it shows what the others contribute. */
export function decide({ dataset, fitted }: Pick<Session, 'dataset' | 'fitted'>): Decision {
  const fit = fitMixture(fitted, dataset);
  const tested = assignVerdicts(fit);
  const repeated = downgrade(tested, connectedByMultipleEvents(dataset, accountsWith('coordinated', tested)));
  const suspected = communityCandidates(repeated, fit);
  const flagged = hardAssignment(suspected, dataset.accounts.count);
  const reasons = memoize((a) => rankEvidence(a, fit, tested, flagged));
  const named = accountsWith('coordinated', repeated).filter((a) => haveTwoFamilies(reasons(a)));
  return { fit, tested, repeated, judged: downgrade(repeated, new Set(named)), suspected, reasons };
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
