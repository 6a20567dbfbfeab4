import type { Dataset } from '../dataset/dataset.js';
import type { WithheldReason } from '../documents/verdict.js';
import { MEMBER_THRESHOLD } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { isOfOneBatch } from './acceptance.js';
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
import { madeForConversation } from './made-together.js';
import { mayBeCopied } from './may-be-copied.js';
import { hasTwoFamilies, rankEvidence, type Reason } from './rank-evidence.js';
import { repeatedTogether } from './repeated-together.js';
import { SecondOccasions } from './second-occasion.js';
import { groupsOfSet, type NamedGroup, type NamingDecision, withholdNames } from './withhold-names.js';

/** The results for every account with respect to one set, at each step of the decision. */
export interface JudgedPush {
  readonly fit: MixtureFit;
  /** Verdicts from the tests alone, before accounts without enough occasions or reasons are downgraded. */
  readonly tested: AssignedVerdicts;
  /** Verdicts after accounts that acted together only once are downgraded. */
  readonly repeated: AssignedVerdicts;
  readonly judged: AssignedVerdicts;
  /** The accounts that findings count as partners: the named ones or, if nobody is named, those that fit best. */
  readonly counted: readonly number[];
  /** What a report calls these accounts. */
  readonly called: 'likely coordinated' | 'unclear';
  /** The evidence that an account took part, largest weight first. */
  readonly reasons: (account: number) => readonly Reason[];
  /** The groups of the members, with the named accounts of each. */
  readonly groups: readonly NamedGroup[];
  /** Why accounts that fit are not named. */
  readonly withheld: ReadonlyMap<number, WithheldReason>;
}

/** Whether a set is a push, is the core of one (see `acceptedCores`), is not one, or is undecided. */
export type PushOutcome = 'push' | 'core' | 'undecided' | 'none';

/**
 * A named account needs at least this many occasions of its own and this many different partners. Other tools require
 * two as well (the QUT toolkit, CooRTweet).
 */
const LEAST_OCCASIONS = 2;
/** `seen-once` is reported only if at least this many accounts are named. */
const LEAST_NAMED = 3;
/** `seen-once` may replace only these: no reason, or a group that is too small. */
const MAY_BE_ONCE: ReadonlySet<WithheldReason | undefined> = new Set([undefined, 'few']);

/**
 * Decides the verdict of every account with respect to a set. If the set is not a push, no account is called
 * coordinated.
 */
export function judgePush(
  dataset: Dataset,
  fit: MixtureFit,
  set: Candidate,
  standing: PushOutcome,
  meter: SideMeter,
  seed: number,
): JudgedPush {
  const { occasions, partners, withMirror, beyondMirror } = set.occasions;
  // The larger the set, the less a second occasion weighs. In 206 publics with a set of more than half of all accounts,
  // nobody was named because of it, even if that set was taken for a push.
  const all = assignVerdicts(fit, set.occasions.independent);
  const refused = standing === 'none' ? accountsWith('coordinated', all).map((a) => [a, 'no-push'] as const) : [];
  const tested = standing === 'none' ? withoutSuspicion(all) : all;

  const fitting = accountsWith('coordinated', tested);
  const isCopied = mayBeCopied(dataset, set, tested, fitting);
  const copied = fitting.filter((a) => (occasions[a] ?? outOfRange()) >= 1 && isCopied(a));
  const acting = standing === 'undecided' ? [] : actingAlong(set);
  const groupsOf = groupsOfSet(dataset, meter, acting, seed, standing === 'core');
  const batch = new Set(madeForConversation(dataset, groupsOf.meter, acting, isOfOneBatch));
  const repeating = repeatedTogether(dataset, acting, batch);
  const twice = fitting.filter(
    (a) =>
      ((occasions[a] ?? outOfRange()) >= LEAST_OCCASIONS || repeating.has(a)) &&
      (partners[a] ?? outOfRange()) >= LEAST_OCCASIONS &&
      (repeating.has(a) ||
        ((beyondMirror[a] ?? outOfRange()) >= LEAST_OCCASIONS &&
          (beyondMirror[a] ?? outOfRange()) > (withMirror[a] ?? outOfRange()))) &&
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
  const nameAmong = (candidates: readonly number[]): NamingDecision =>
    standing === 'undecided' ? undecidedNaming(candidates) : withholdNames(dataset, groupsOf, candidates);
  let naming = nameAmong(supported);
  let { reasons } = among;
  // Reports count only named accounts as partners. So an account that lacks reasons with these partners is not named
  // either.
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
    ...(standing === 'push' || standing === 'core' ? copied.map((a) => [a, 'may-be-copied'] as const) : []),
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

/** Undecided: no groups and no names. */
function undecidedNaming(candidates: readonly number[]): NamingDecision {
  return { groups: [], withheld: new Map(candidates.map((a) => [a, 'undecided'])), refused: new Set() };
}

/** No push: similarity to the members of the set is not evidence. */
function withoutSuspicion(all: AssignedVerdicts): AssignedVerdicts {
  const accounts = [...all.verdicts.keys()];
  const measured = accounts.filter((a) => isMeasured(a, all));
  return withVerdict('organic', measured, withVerdict('insufficient', accounts, downgrade(all, new Set())));
}

/** The members that acted together with another member at least once. */
function actingAlong({ members, occasions: { occasions } }: Candidate): number[] {
  const found: number[] = [];
  for (let a = 0; a < members.length; a++) if (members[a] === 1 && (occasions[a] ?? outOfRange()) > 0) found.push(a);
  return found;
}

/** The evidence for each account, with the counted accounts as its partners. */
interface Support {
  readonly reasons: JudgedPush['reasons'];
  /**
   * Whether the account has reasons of two families (see `hasTwoFamilies`) or a second occasion of sharing. It is not
   * named without either.
   */
  readonly standsTwice: (account: number) => boolean;
}

/** Memoizes `make` per account. */
function memoize<Value>(make: (account: number) => Value): (account: number) => Value {
  const known = new Map<number, Value>();
  return (account) => {
    const value = known.get(account) ?? make(account);
    known.set(account, value);
    return value;
  };
}
