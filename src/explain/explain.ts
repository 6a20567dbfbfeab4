import { loadQuotes } from '../dataset/quotes.js';
import { UNCLEAR_FDR, FALSE_DISCOVERY_RATE } from '../decision/partial-conjunction-test.js';
import { EXPLANATION_SCHEMA_VERSION, type Explanation } from '../documents/explanation.js';
import { type AnalyzeOptions, runBlocking } from '../options.js';
import { analyzeMeasuredWithQuotes, decide, type Session, ingest } from '../pipeline/analyze.js';
import { accountPosts, quotedShared, sharedWithFlagged } from './account-posts.js';
import { findAccount } from './find-account.js';
import { leaveOneOut } from './leave-one-out.js';
import { missingEvidence } from './missing-evidence.js';
import { familyContributions, quotedItems, signalContributions } from './signal-contributions.js';

/**
 * One account's whole case: what speaks for and against its taking part, beside what it rests on. `wanted` is its id or
 * its handle. Throws TrendAuditError for what a user can mend, an unknown account among it.
 */
export async function explain(
  paths: readonly string[],
  wanted: string,
  options: AnalyzeOptions = {},
): Promise<Explanation> {
  return explainAccount(await ingest(paths, options), wanted);
}

/** The same of a conversation that is measured already. */
export async function explainAccount(measured: Session, wanted: string): Promise<Explanation> {
  const { dataset } = measured;
  const a = findAccount(dataset, wanted);
  const judgement = await runBlocking(measured.options, () => decide(measured));
  const { tool, inputs, options, dump, summary, accounts } = await analyzeMeasuredWithQuotes(measured, judgement);
  const account = accounts.find(({ id }) => id === dataset.accounts.id[a]);
  if (!account) throw new Error('an account has no result');
  const quote = await loadQuotes(
    dataset,
    [...quotedItems(a, judgement, dataset), ...quotedShared(a, dataset)],
    measured.rereadPosts,
  );
  return {
    schemaVersion: EXPLANATION_SCHEMA_VERSION,
    tool,
    inputs,
    options,
    dump: {
      posts: dump.posts,
      accounts: dump.accounts,
      from: dump.from,
      to: dump.to,
      resolutionSeconds: dump.resolutionSeconds,
    },
    account,
    families: familyContributions(a, judgement),
    signals: signalContributions(a, judgement, dataset, quote),
    thresholds: { coordinated: FALSE_DISCOVERY_RATE, unclear: UNCLEAR_FDR },
    lacks: missingEvidence(a, judgement),
    without: await leaveOneOut(a, measured),
    shared: sharedWithFlagged(a, dataset, judgement.suspected, quote),
    posts: await accountPosts(a, measured),
    cautions: summary.cautions,
  };
}
