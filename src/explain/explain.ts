import { loadQuotes } from '../dataset/quotes.js';
import { FALSE_DISCOVERY_RATE, nanToOne, UNCLEAR_FDR } from '../decision/partial-conjunction-test.js';
import { platformOf } from '../documents/addresses.js';
import { EXPLANATION_SCHEMA_VERSION, type Explanation, type LeaveOneOut } from '../documents/explanation.js';
import { type AnalysisInput, type AnalyzeOptions, runBlocking } from '../options.js';
import { analyzeSession } from '../pipeline/analyze.js';
import { decide } from '../pipeline/decide.js';
import { ingest, type Session } from '../pipeline/ingest.js';
import { leaveOneOut, partsOf } from '../pipeline/leave-one-out.js';
import { outOfRange } from '../stats/array-access.js';
import { findAccount } from './find-account.js';
import { shownPost } from './matching-posts.js';
import { missingEvidence } from './missing-evidence.js';
import { describeSharedItem, sharedWithFlagged } from './shared-items.js';
import { describeFinding, familyContributions, signalFindings } from './signal-contributions.js';

/**
 * The evidence for and against an account's participation, with the posts that show it.
 * @param wanted the account's id or handle, or the address of its profile
 * @throws TrendAuditError for an error that a user can fix, such as an unknown account
 */
export async function explain(
  paths: readonly AnalysisInput[],
  wanted: string,
  options: AnalyzeOptions = {},
): Promise<Explanation> {
  const session = await ingest(paths, options);
  try {
    return await explainAccount(session, wanted);
  } finally {
    await session.close();
  }
}

/**
 * The same for a conversation that is already measured. Without `leaveOut`, the verdicts without a part are not
 * computed, and `without` is empty.
 */
export async function explainAccount(
  session: Session,
  wanted: string,
  { leaveOut = true }: { readonly leaveOut?: boolean } = {},
): Promise<Explanation> {
  const { dataset, rereadPosts } = session;
  const a = findAccount(dataset, wanted);
  const decision = await runBlocking(session.options, () => decide(session));
  const { tool, inputs, options, dump, summary, accounts } = await analyzeSession(session, decision);
  const account = accounts.find(({ id }) => id === dataset.accounts.id[a]);
  if (!account) throw new Error('an account has no result');
  const findings = signalFindings(a, decision, dataset);
  const shared = sharedWithFlagged(a, dataset, decision.counted);
  const own = [...dataset.accounts.postsOf.row(a)];
  const quote = await loadQuotes(
    dataset,
    [...findings.flatMap(({ quotes }) => quotes), ...shared.map(({ example }) => example)],
    rereadPosts,
  );
  const matches = [...findings, ...shared].flatMap((each) => each.matches);
  const again = await rereadPosts([...new Set([...own, ...matches.map(({ post }) => post)])]);
  const shown = {
    dataset,
    platform: platformOf({ inputs, options, accounts }),
    texts: new Map([...again].map(([p, { text }]) => [p, text])),
  };
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
    families: familyContributions(a, decision),
    signals: findings.map((finding) => describeFinding(finding, shown, quote)),
    thresholds: { coordinated: FALSE_DISCOVERY_RATE, unclear: UNCLEAR_FDR },
    lacks: missingEvidence(a, decision),
    without: leaveOut ? await verdictsWithoutParts(a, session) : [],
    called: decision.called,
    shared: shared.map((item) => describeSharedItem(item, shown, quote)),
    posts: own.map((p) => shownPost(p, shown)),
    cautions: summary.cautions,
  };
}

/**
 * The verdict without each family, then without each signal, for parts that can be measured for at least one account.
 */
async function verdictsWithoutParts(a: number, session: Session): Promise<LeaveOneOut[]> {
  const able = session.fitted.filter(({ prepared }) => prepared.measurable.includes(1)).map(({ signal }) => signal);
  const verdicts = await leaveOneOut(session, partsOf(able), ({ judged }) => ({
    verdict: judged.verdicts[a] ?? outOfRange(),
    q: Number(nanToOne(judged.q[a] ?? outOfRange()).toPrecision(3)),
  }));
  return verdicts.map(([{ leftOut, kind }, verdict]) => ({ leftOut, kind, ...verdict }));
}
