import type { Dataset } from '../dataset/dataset.js';
import { RESULT_OPTIONS } from '../documents/options.js';
import type { WithheldReason } from '../documents/verdict.js';
import { MEMBER_THRESHOLD } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import {
  accountsWith,
  assignVerdicts,
  type AssignedVerdicts,
  communityCandidates,
  downgrade,
  isMeasured,
  withVerdict,
} from './assign-verdicts.js';
import type { Candidate, SideMeter } from './candidate-sets.js';
import { hardAssignment, type MixtureFit } from './fit-mixture.js';
import { mayBeCopied } from './may-be-copied.js';
import { hasTwoFamilies, rankEvidence, type Reason } from './rank-evidence.js';
import { SecondOccasions } from './second-occasion.js';
import { groupsOfSet, type NamedGroup, type NamingDecision, withholdNames } from './withhold-names.js';

/** What is found out about every account beside one set, and at which step. */
export interface JudgedPush {
  readonly fit: MixtureFit;
  /** As the tests alone have it, before names are withheld that lack occasions or reasons. */
  readonly tested: AssignedVerdicts;
  /** Without those who acted together once only. */
  readonly repeated: AssignedVerdicts;
  readonly judged: AssignedVerdicts;
  /** The accounts that are counted in what is said to the reader: those named, or, where nobody is, those who most fit. */
  readonly counted: readonly number[];
  /** What these are called. */
  readonly called: 'likely coordinated' | 'unclear';
  /** What speaks for an account's taking part, the weightiest first. */
  readonly reasons: (account: number) => readonly Reason[];
  /** What the members do, group by group. */
  readonly groups: readonly NamedGroup[];
  /** Why accounts that fit are not named. */
  readonly withheld: ReadonlyMap<number, WithheldReason>;
}

/** Whether a set is a push, is none, or whether that cannot be told. */
export type PushOutcome = 'push' | 'undecided' | 'none';

/** Occasions of its own, and different partners, that an account is named for: tools in the field ask for two as well (the QUT toolkit's and CooRTweet's rule). */
const LEAST_OCCASIONS = 2;
/** Whoever fits on one occasion is told only beside so many who are named. */
const LEAST_NAMED = 3;
/** Whom else `seen-once` may be said of: of whom nothing else is said, or that its own group is too small. */
const MAY_BE_ONCE: ReadonlySet<WithheldReason | undefined> = new Set([undefined, 'few']);

/** The verdict on every account by its likeness to a set, and to nobody's disadvantage where the set is no push. */
export function judgePush(
  dataset: Dataset,
  fit: MixtureFit,
  set: Candidate,
  standing: PushOutcome,
  meter: SideMeter,
): JudgedPush {
  const { occasions, partners } = set.occasions;
  const all = assignVerdicts(fit, independentEvidence(set));
  const refused = standing === 'none' ? accountsWith('coordinated', all).map((a) => [a, 'no-push'] as const) : [];
  const tested = standing === 'none' ? withoutSuspicion(all) : all;

  const fitting = accountsWith('coordinated', tested);
  const isCopied = mayBeCopied(dataset, set, tested, fitting);
  const copied = fitting.filter((a) => (occasions[a] ?? outOfRange()) >= 1 && isCopied(a));
  const twice = fitting.filter(
    (a) =>
      (occasions[a] ?? outOfRange()) >= LEAST_OCCASIONS &&
      (partners[a] ?? outOfRange()) >= LEAST_OCCASIONS &&
      !isCopied(a),
  );
  const repeated = downgrade(tested, new Set(twice));
  const suspected = communityCandidates(repeated, fit);
  const supportFrom = (counted: readonly number[]): Support => {
    const flagged = hardAssignment(counted, dataset.accounts.count);
    const second = new SecondOccasions(dataset, set, flagged);
    return {
      reasons: memoize((a) => {
        const again = second.reasonOf(a, tested.p.sharing[a] ?? outOfRange());
        const reasons = rankEvidence(a, fit, tested, flagged);
        return again ? [...reasons, again].sort((x, y) => y.weight - x.weight) : reasons;
      }),
      standsTwice: (a) => hasTwoFamilies(a, fit, flagged) || second.has(a),
    };
  };
  const among = supportFrom(suspected);
  let supported = twice.filter(among.standsTwice);
  const groupsOf = groupsOfSet(
    dataset,
    meter,
    standing === 'undecided' ? [] : actingAlong(set),
    RESULT_OPTIONS.seed.default,
  );
  const nameAmong = (candidates: readonly number[]): NamingDecision =>
    standing === 'undecided' ? undecidedNaming(candidates) : withholdNames(dataset, groupsOf, candidates);
  let naming = nameAmong(supported);
  let { reasons } = among;
  // What is printed counts those alone who are named: whoever lacks reasons beside these is not named either.
  for (;;) {
    const { withheld } = naming;
    const counted = supported.filter((a) => !withheld.has(a));
    if (counted.length === 0) break;
    const those = supportFrom(counted);
    reasons = those.reasons;
    const left = supported.filter((a) => withheld.has(a) || those.standsTwice(a));
    if (left.length === supported.length) break;
    supported = left;
    naming = nameAmong(supported);
    reasons = among.reasons;
  }
  const { groups, withheld, refused: refusedGroups } = naming;
  const named = new Set(supported.filter((a) => !withheld.has(a)));
  const once =
    named.size < LEAST_NAMED
      ? []
      : accountsWith('coordinated', tested).filter(
          (a) =>
            !named.has(a) &&
            !refusedGroups.has(a) &&
            MAY_BE_ONCE.has(withheld.get(a)) &&
            (occasions[a] ?? outOfRange()) >= 1 &&
            !isCopied(a) &&
            (fit.posterior.probability[a] ?? outOfRange()) >= MEMBER_THRESHOLD,
        );
  const withheldFrom = new Map<number, WithheldReason>([
    ...refused,
    ...(standing === 'push' ? copied.map((a) => [a, 'may-be-copied'] as const) : []),
    ...withheld,
    ...once.map((a) => [a, 'seen-once'] as const),
  ]);
  return {
    fit,
    tested,
    repeated,
    judged: withVerdict('unclear', withheldFrom.keys(), downgrade(repeated, named)),
    counted: named.size > 0 ? [...named] : suspected,
    called: named.size > 0 ? 'likely coordinated' : 'unclear',
    reasons,
    groups,
    withheld: withheldFrom,
  };
}

/** Where it cannot be told which side pushed there are no groups, and no names. */
function undecidedNaming(candidates: readonly number[]): NamingDecision {
  return { groups: [], withheld: new Map(candidates.map((a) => [a, 'undecided'])), refused: new Set() };
}

/** Where no set is a push, to be like its members is no sign of anything. */
function withoutSuspicion(all: AssignedVerdicts): AssignedVerdicts {
  const accounts = [...all.verdicts.keys()];
  const measured = accounts.filter((a) => isMeasured(a, all));
  return withVerdict('organic', measured, withVerdict('insufficient', accounts, downgrade(all, new Set())));
}

/** The members who acted along with others of them at least once. */
function actingAlong({ members, occasions: { occasions } }: Candidate): number[] {
  const found: number[] = [];
  for (let a = 0; a < members.length; a++) if (members[a] === 1 && (occasions[a] ?? outOfRange()) > 0) found.push(a);
  return found;
}

/** A second, independent occasion is evidence of its own, but in a set that is more than half of all: of a public most share something twice. */
function independentEvidence({ size, occasions: { independent } }: Candidate): Float64Array {
  return 2 * size <= independent.length ? independent : new Float64Array(independent.length);
}

/** What speaks for accounts beside those who are counted. */
interface Support {
  readonly reasons: JudgedPush['reasons'];
  /**
   * No name is printed as likely coordinated without a reason of sharing that stands by itself, and a second one: of another
   * family, or a second occasion, which is one of sharing itself.
   */
  readonly standsTwice: (account: number) => boolean;
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
