import { acceptedCores } from '../decision/accepted-cores.js';
import { activityStrata } from '../decision/activity-strata.js';
import { downgrade, withVerdict } from '../decision/assign-verdicts.js';
import { type Candidate, searchCandidates, SideMeter } from '../decision/candidate-sets.js';
import { choosePush, type Undecided } from '../decision/choose-push.js';
import { combinePushes } from '../decision/combine-pushes.js';
import { isTooSmall } from '../decision/data-warnings.js';
import { MixtureSearch } from '../decision/fit-mixture.js';
import { findFlooding, type FloodingFinding, floodingReason } from '../decision/flooding.js';
import { type JudgedPush, judgePush, type PushOutcome } from '../decision/judge-push.js';
import { RESULT_OPTIONS } from '../documents/options.js';
import { hasInnocentReading } from '../groups/group-kind.js';
import { outOfRange } from '../stats/array-access.js';
import type { Session } from './ingest.js';

/** What a decision rests on. Without options the seed is the default. */
type DecidedSession = Pick<Session, 'dataset' | 'fitted'> & Partial<Pick<Session, 'options'>>;

/** The findings on every account, and on the dump. */
export interface Decision extends JudgedPush {
  /** Accounts that repeat themselves or post in bursts, without others. */
  readonly flooding: ReadonlyMap<number, FloodingFinding>;
  /** Whether the dump has too few accounts or posts to judge anybody. */
  readonly isSmall: boolean;
  /** Every set that the search found, strongest first. */
  readonly candidates: readonly Candidate[];
  /** The set that is accepted as a push; undefined if there is none, or if the dump is undecided. */
  readonly push: Candidate | undefined;
  /**
   * Probability (0 to 1) that ordinary users alone produce a set as one-sided as the most one-sided set of this dump.
   */
  readonly p: number;
  /** Why we cannot say who pushed the hashtag; then no account is named. Null if the dump is decided. */
  readonly undecided: Undecided | null;
}

/**
 * Maximum number of repeated searches. If no account of an accepted set is named, or all its groups have an innocent
 * explanation (feeds, fans, outlets), the set is put aside and the rest is searched again: there may be a push as
 * well.
 */
const MOST_SET_ASIDE = 2;

/**
 * Decides the verdict on every account, from the dataset and the fitted signals. A pure function; with fewer signals,
 * it shows what the others contribute.
 */
export function decide(session: DecidedSession): Decision {
  const { dataset, fitted } = session;
  const pushed = decideWhoPushed(session);
  if (isTooSmall(dataset)) return withoutVerdicts(pushed);
  // Flooding is evidence of the posting family, so it is not judged without that family.
  if (!fitted.some(({ signal }) => signal.family === 'posting')) return pushed;
  const flooding = findFlooding(dataset, mayFlood(pushed));
  return {
    ...pushed,
    flooding,
    judged: withVerdict('flooding', flooding.keys(), pushed.judged),
    // For an account with the verdict flooding, only the reason for that is shown, not what it shares with a push.
    reasons: (a) => {
      const alone = flooding.get(a);
      return alone ? [floodingReason(dataset, alone)] : pushed.reasons(a);
    },
  };
}

/** From this number of joint occasions on, an account does not act alone. */
const ALONG = 2;

/** 1 for each account that acts alone, as far as is known; 0 for the others. */
function mayFlood(decision: Decision): Uint8Array {
  const { judged, withheld, push, undecided, candidates } = decision;
  const sides = undecided ? candidates : push && !namesNobody(decision) ? [push] : [];
  return Uint8Array.from(judged.verdicts, (verdict, a) => {
    const reason = withheld.get(a);
    const actsAlong =
      (reason !== undefined && reason !== 'undecided' && reason !== 'no-push') ||
      sides.some(({ occasions: { occasions } }) => (occasions[a] ?? outOfRange()) >= ALONG);
    return Number(verdict !== 'coordinated' && !actsAlong);
  });
}

/** In a dump that is too small, no account gets a verdict, whatever was found. */
function withoutVerdicts(pushed: Decision): Decision {
  const everybody = pushed.judged.verdicts.keys();
  return {
    ...pushed,
    isSmall: true,
    judged: withVerdict('insufficient', everybody, downgrade(pushed.judged, new Set())),
    counted: [],
    groups: [],
    withheld: new Map(),
    undecided: null,
  };
}

function decideWhoPushed(session: DecidedSession): Decision {
  const { dataset, fitted } = session;
  const search = new MixtureSearch(fitted, dataset, activityStrata(dataset));
  const setAside = new Uint8Array(dataset.accounts.count);
  let latest = decideAmong(session, search, setAside);
  let all = latest;
  for (let times = 0; times < MOST_SET_ASIDE && latest.push && !namesPush(latest); times++) {
    for (const [a, member] of latest.push.members.entries()) if (member === 1) setAside[a] = 1;
    latest = decideAmong(session, search, setAside);
    if (!namesNobody(latest)) all = besideAnother(all, latest, setAside);
  }
  return all;
}

/** Combines the decisions on two sets; the second was found after the first was put aside. */
function besideAnother(first: Decision, second: Decision, setAside: Uint8Array): Decision {
  const before = new Map([...first.withheld].filter(([a]) => setAside[a] === 1));
  return {
    ...second,
    ...(namesNobody(first) ? {} : { ...combinePushes(first, second, setAside), p: Math.min(first.p, second.p) }),
    groups: [...first.groups, ...second.groups],
    withheld: new Map([...before, ...second.withheld]),
  };
}

/** @param setAside 1 for each account that cannot be in a push, 0 for the others */
function decideAmong(
  { dataset, fitted, options }: DecidedSession,
  search: MixtureSearch,
  setAside: Uint8Array,
): Decision {
  const families = new Set(fitted.map(({ signal }) => signal.family));
  const meter = new SideMeter(dataset, families, setAside);
  const candidates = searchCandidates(search, meter, setAside);
  const [strongest] = candidates;
  if (!strongest) throw new Error('no search has ended');
  const { push, p, undecided } = choosePush(candidates);
  const judge = (set: Candidate, outcome: PushOutcome): JudgedPush =>
    judgePush(dataset, search.weigh(set.posterior), set, outcome, meter, options?.seed ?? RESULT_OPTIONS.seed.default);
  const best = push ?? strongest;
  const told = judge(best, push ? 'push' : undecided ? 'undecided' : 'none');
  const decision = {
    ...(undecided ? withNeitherSide(told, undecided) : told),
    flooding: new Map<number, FloodingFinding>(),
    isSmall: false,
    candidates,
    push,
    p,
    undecided,
  };
  if (undecided || !namesNobody(decision)) return decision;
  for (const { core, p: ofCore } of acceptedCores(candidates, meter)) {
    const alone = { ...decision, ...judge(core, 'core'), push: core, p: Math.min(p, ofCore) };
    if (!namesNobody(alone)) return alone;
  }
  // If no account is named, all are ranked by the strongest set, accepted or not.
  return best === strongest
    ? decision
    : { ...decision, fit: { ...told.fit, ranking: search.weigh(strongest.posterior).ranking } };
}

/**
 * If we cannot say which side pushed, all accounts of both sides are unclear: calling one side organic would accuse
 * the other.
 */
function withNeitherSide(told: JudgedPush, { sides }: Undecided): JudgedPush {
  const isEither = (a: number): boolean => sides.some((side) => (side[a] ?? outOfRange()) === 1);
  const { verdicts } = told.judged;
  return {
    ...told,
    judged: {
      ...told.judged,
      verdicts: verdicts.map((verdict, a) => (verdict === 'organic' && isEither(a) ? 'unclear' : verdict)),
    },
    withheld: new Map(verdicts.flatMap((_, a) => (isEither(a) ? [[a, 'undecided' as const]] : []))),
  };
}

/** Whether an account is named in a group without an innocent explanation. */
function namesPush({ groups }: Decision): boolean {
  return groups.some(({ kind, named }) => !hasInnocentReading(kind) && named.length > 0);
}

function namesNobody({ judged }: Decision): boolean {
  return !judged.verdicts.includes('coordinated');
}
