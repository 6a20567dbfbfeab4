/** A decision → plain values that a result is built of. */

import type { AccountPostColumns } from '../dataset/dataset.js';
import { loadQuotes } from '../dataset/quotes.js';
import { accountsWith, type AssignedVerdicts } from '../decision/assign-verdicts.js';
import { dataWarnings, withheldWarnings } from '../decision/data-warnings.js';
import { renderEvidence } from '../decision/rank-evidence.js';
import { scoreOf } from '../decision/score.js';
import type { Evidence, QuoteRef } from '../documents/evidence.js';
import { RESULT_OPTIONS } from '../documents/options.js';
import type { Input, ProfileInput } from '../documents/result.js';
import { findCommunities } from '../groups/communities.js';
import { type Group, type LabelledGroups, labelGroups } from '../groups/label-groups.js';
import { topSharedItems } from '../groups/shared-items.js';
import { type AnalyzeOptions, runBlocking } from '../options.js';
import type { QuoteLookup } from '../signals/signal.js';
import type { Decision } from './decide.js';
import type { SessionData } from './ingest.js';

/** All that a result is built of: nothing of what it was found by. */
export interface ResultInputs {
  readonly columns: AccountPostColumns;
  readonly judged: Pick<AssignedVerdicts, 'verdicts' | 'q' | 'expectedFalse'>;
  /** Of each account, 0 to 100. */
  readonly scores: Float64Array;
  /** What limits the result. */
  readonly cautions: readonly string[];
  /** What speaks for the taking part of the accounts called coordinated or unclear, the weightiest first. */
  readonly evidence: ReadonlyMap<number, readonly Evidence[]>;
  readonly groups: LabelledGroups;
  readonly inputs: readonly Input[];
  readonly users: readonly ProfileInput[];
  readonly options: AnalyzeOptions;
}

/** Puts a decision into words: groups, evidence, and the texts that they quote, which are read again. */
export async function collectResultInputs(session: SessionData, decision: Decision): Promise<ResultInputs> {
  const { dataset, rereadPosts, options } = session;
  const { groups, quoted } = await runBlocking(options, () => {
    const found = groupsOf(session, decision);
    return { groups: found, quoted: [...evidenceQuotes(decision), ...found.flatMap(({ shared }) => shared)] };
  });
  const quote = rereadPosts ? await loadQuotes(dataset, quoted, rereadPosts) : () => '…';
  return runBlocking(options, () => assemble(session, decision, groups, quote));
}

function groupsOf({ dataset, options }: SessionData, { suspected, undecided }: Decision): Group[] {
  // Where it cannot be told who pushed, neither side is shown as a group.
  return findCommunities(dataset, undecided ? [] : suspected, options.seed ?? RESULT_OPTIONS.seed.default).map(
    (community) => ({
      ...community,
      shared: topSharedItems(dataset, community.accounts),
    }),
  );
}

function evidenceQuotes(decision: Decision): QuoteRef[] {
  return accountsWithEvidence(decision).flatMap((a) =>
    decision.reasons(a).flatMap(({ explanation }) => explanation.example ?? []),
  );
}

function accountsWithEvidence({ judged }: Decision): number[] {
  return accountsWith('coordinated', judged).concat(accountsWith('unclear', judged));
}

function assemble(
  { dataset, inputs, users = [], options }: SessionData,
  decision: Decision,
  groups: readonly Group[],
  quote: QuoteLookup,
): ResultInputs {
  const { fit, judged, reasons } = decision;
  const { verdicts, q, expectedFalse } = judged;
  // What posts say and share takes half of the memory, and no result is built of it.
  const { items: _items, comparableCluster: _comparable, ...columns } = dataset;
  const { textCluster: _cluster, obfuscated: _obfuscated, retweetedAuthor: _author, ...posts } = dataset.posts;
  return {
    columns: { ...columns, posts },
    judged: { verdicts, q, expectedFalse },
    scores: Float64Array.from(verdicts, (verdict, a) => scoreOf(fit, verdict, a)),
    cautions: [...withheldWarnings(decision), ...dataWarnings(fit, judged)],
    evidence: new Map(accountsWithEvidence(decision).map((a) => [a, renderEvidence(reasons(a), dataset, quote)])),
    groups: labelGroups(dataset, groups, quote),
    inputs,
    users,
    options,
  };
}
