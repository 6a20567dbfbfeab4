import { decideWithQuotes, judgeAll, type Measured, readAndMeasure } from '../analyze.js';
import { EXPLANATION_SCHEMA_VERSION, type Explanation } from '../explanation.js';
import { readQuotes } from '../measure/quotes.js';
import { type AnalyzeOptions, compute } from '../options.js';
import { DOUBTFUL_RATE, FALSE_DISCOVERY_RATE } from '../verdict/claim.js';
import { alternatives } from './alternatives.js';
import { findAccount } from './find-account.js';
import { lacksOf } from './lacks.js';
import { postsOf, quotedShared, sharedItems } from './posts.js';
import { familyCases, quotedOf, signalCases } from './signal-cases.js';

/**
 * One account's whole case: what speaks for and against its taking part, beside what it rests on. `wanted` is its id or
 * its handle. Throws TrendAuditError for what a user can mend, an unknown account among it.
 */
export async function explain(paths: readonly string[], wanted: string, options: AnalyzeOptions = {}): Promise<Explanation> {
  return explainAccount(await readAndMeasure(paths, options), wanted);
}

/** The same of a conversation that is measured already. */
export async function explainAccount(measured: Measured, wanted: string): Promise<Explanation> {
  const { measurements } = measured;
  const a = findAccount(measurements, wanted);
  const judgement = await compute(measured.options, () => judgeAll(measured));
  const { tool, inputs, options, dump, summary, accounts } = await decideWithQuotes(measured, judgement);
  const account = accounts.find(({ id }) => id === measurements.accounts.id[a]);
  if (!account) throw new Error('an account has no result');
  const quote = await readQuotes(measurements, [...quotedOf(a, judgement, measurements), ...quotedShared(a, measurements)], measured.again);
  return {
    schemaVersion: EXPLANATION_SCHEMA_VERSION,
    tool,
    inputs,
    options,
    dump: { posts: dump.posts, accounts: dump.accounts, from: dump.from, to: dump.to, resolutionSeconds: dump.resolutionSeconds },
    account,
    families: familyCases(a, judgement),
    signals: signalCases(a, judgement, measurements, quote),
    thresholds: { coordinated: FALSE_DISCOVERY_RATE, unclear: DOUBTFUL_RATE },
    lacks: lacksOf(a, judgement),
    without: await alternatives(a, measured),
    shared: sharedItems(a, measurements, judgement.suspected, quote),
    posts: await postsOf(a, measured),
    cautions: summary.cautions,
  };
}
