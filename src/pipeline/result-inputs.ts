/** Converts a decision to the plain values from which a result is built. */

import type { AccountPostColumns } from '../dataset/dataset.js';
import { loadQuotes } from '../dataset/quotes.js';
import { accountsWith, type AssignedVerdicts } from '../decision/assign-verdicts.js';
import { dataWarnings, tooSmallWarning, withheldWarnings } from '../decision/data-warnings.js';
import { renderEvidence } from '../decision/rank-evidence.js';
import { scoreOf } from '../decision/score.js';
import { reasonOf } from '../decision/verdict-reasons.js';
import type { Evidence, QuoteRef } from '../documents/evidence.js';
import type { Input, ProfileInput, Result } from '../documents/result.js';
import type { Verdict, VerdictReason } from '../documents/verdict.js';
import { countTies } from '../groups/communities.js';
import { describeSide } from '../groups/describe.js';
import { type Group, type LabelledGroups, labelGroups } from '../groups/label-groups.js';
import { quotedShared, topSharedItems } from '../groups/shared-items.js';
import { type AnalyzeOptions, runBlocking } from '../options.js';
import { type QuoteLookup, requiredQuotes } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import type { Decision } from './decide.js';
import type { SessionData } from './ingest.js';

/** Everything from which a result is built, without the session. */
export interface ResultInputs {
  readonly columns: AccountPostColumns;
  readonly judged: Pick<AssignedVerdicts, 'verdicts' | 'q' | 'expectedFalse'>;
  /** The reason for each account's verdict. */
  readonly reasons: readonly (VerdictReason | null)[];
  readonly p: number;
  readonly undecided: Result['summary']['undecided'];
  /** One score per account, 0 to 100. */
  readonly scores: Float64Array;
  /** Limitations of the result. */
  readonly cautions: readonly string[];
  /** The evidence that an account took part or floods, the strongest first. */
  readonly evidence: ReadonlyMap<number, readonly Evidence[]>;
  readonly groups: LabelledGroups;
  readonly inputs: readonly Input[];
  readonly users: readonly ProfileInput[];
  readonly options: AnalyzeOptions;
}

/** Describes a decision by groups and evidence, with the texts that they quote, which are read again. */
export async function collectResultInputs(session: SessionData, decision: Decision): Promise<ResultInputs> {
  const { dataset, rereadPosts, options } = session;
  const { groups, quoted } = await runBlocking(options, () => {
    const found = groupsOf(session, decision);
    return {
      groups: found,
      quoted: [...evidenceQuotes(decision), ...found.flatMap(({ shared }) => shared.map(quotedShared))],
    };
  });
  const quote = rereadPosts ? await loadQuotes(dataset, quoted, rereadPosts) : () => '…';
  return runBlocking(options, () => assemble(session, decision, groups, quote));
}

/** The verdicts for which evidence is reported, in this order. */
const EVIDENT: readonly Verdict[] = ['coordinated', 'flooding', 'unclear'];
/** The verdicts of accounts that count as members of a group: `organic` would contradict it. */
const ACTING: ReadonlySet<Verdict> = new Set(['coordinated', 'unclear']);
/** The smallest size of a group: two people who quote each other are a conversation. */
const SMALLEST_GROUP = 3;

/** The groups to report; in an undecided dump neither side is shown as a group. */
function groupsOf({ dataset }: SessionData, { groups, judged }: Decision): Group[] {
  return groups.flatMap(({ community, kind, named }) => {
    const accounts = community.accounts.filter((a) => ACTING.has(judged.verdicts[a] ?? outOfRange()));
    if (accounts.length < SMALLEST_GROUP) return [];
    return [
      {
        accounts,
        kind,
        coordinated: named.length,
        ...countTies(dataset, accounts),
        shared: topSharedItems(dataset, accounts),
      },
    ];
  });
}

function evidenceQuotes(decision: Decision): QuoteRef[] {
  return accountsWithEvidence(decision).flatMap((a) => decision.reasons(a).flatMap(requiredQuotes));
}

function accountsWithEvidence({ judged }: Decision): number[] {
  return EVIDENT.flatMap((verdict) => accountsWith(verdict, judged));
}

function assemble(
  { dataset, inputs, users = [], options }: SessionData,
  decision: Decision,
  groups: readonly Group[],
  quote: QuoteLookup,
): ResultInputs {
  const { fit, judged, p, undecided } = decision;
  const reasons = judged.verdicts.map((_, a) => reasonOf(a, decision));
  const { verdicts, q, expectedFalse } = judged;
  // Texts and shared items take half of the memory, and the result does not need them.
  const {
    items: _items,
    objectColumns: _objects,
    targetAccounts: _targets,
    comparableCluster: _comparable,
    ...columns
  } = dataset;
  const {
    textCluster: _cluster,
    textHash: _hash,
    obfuscated: _obfuscated,
    retweetedAuthor: _author,
    ...posts
  } = dataset.posts;
  return {
    columns: { ...columns, posts },
    judged: { verdicts, q, expectedFalse },
    reasons,
    scores: Float64Array.from(verdicts, (verdict, a) => scoreOf(fit, verdict, reasons[a] ?? null, a)),
    p: Number(p.toPrecision(3)),
    undecided: undecided && {
      reason: undecided.reason,
      sides: undecided.sides.map((side) => describeSide(dataset, side)),
    },
    cautions: decision.isSmall
      ? [tooSmallWarning(dataset)]
      : [...withheldWarnings(decision), ...dataWarnings(fit, judged)],
    evidence: new Map(
      accountsWithEvidence(decision).map((a) => [
        a,
        renderEvidence(decision.reasons(a), dataset, decision.called, quote),
      ]),
    ),
    groups: labelGroups(dataset, groups, quote),
    inputs,
    users,
    options,
  };
}
