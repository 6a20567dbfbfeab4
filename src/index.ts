/**
 * The library. Each function returns the document that the command prints with `--json`; renderers turn it into what
 * the command prints for people. Importing it has no side effects.
 *
 * All functions throw a TrendAuditError for an error that a user can fix, the reason of `options.signal` if it aborts,
 * and the errors of given streams. The same inputs and options give the same document as the command.
 */

import { compareDumps } from './compare/compare.js';
import type { Comparison } from './documents/comparison.js';
import type { Evaluation } from './documents/evaluation.js';
import type { Explanation } from './documents/explanation.js';
import type { Inspection } from './documents/inspection.js';
import type { AnalysisInput, AnalyzeOptions, LibraryOptions } from './documents/options.js';
import type { ReportData } from './documents/report-data.js';
import type { Result } from './documents/result.js';
import type { Scan } from './documents/scan.js';
import { evaluateDumps } from './evaluate/evaluate-dumps.js';
import { explain as explainInputs } from './explain/explain.js';
import { inspect as inspectInputs } from './inspect/inspect.js';
import { checkOptions, libraryOptions } from './options.js';
import { analyze as analyzeInputs } from './pipeline/analyze.js';
import { scan as scanInputs } from './scan/scan.js';

export { TrendAuditError, type ErrorCode, type Unquoted } from './errors.js';
export type * from './documents/comparison.js';
export type * from './documents/evaluation.js';
export type { Evidence, EvidenceMatch, Family } from './documents/evidence.js';
export type * from './documents/explanation.js';
export type * from './documents/inspection.js';
export type {
  GroupKind,
  InnocentKind,
  UndecidedReason,
  Verdict,
  VerdictCounts,
  VerdictReason,
  WithheldReason,
} from './documents/verdict.js';
export type {
  AnalysisInput,
  DateOrder,
  LibraryOptions as AnalyzeOptions,
  Moment,
  Progress,
  ResolvedOptions,
} from './documents/options.js';
export type { CreationDate, CreationSource, GivenPost, PostKind, PostObject } from './documents/post.js';
export type { AccountPlace, ReportData, ShownPost, Tie } from './documents/report-data.js';
export type * from './documents/result.js';
export type * from './documents/scan.js';
export { type ClaimBasis, claimOf } from './report/claim.js';
export { renderComparison } from './report/comparison.js';
export { renderEvaluation } from './report/evaluation.js';
export { renderExplanation } from './report/explanation.js';
export { renderFirstScreen } from './report/first-screen.js';
export { renderInspection } from './report/inspection.js';
export type { TextOptions } from './report/page.js';
export { renderScan } from './report/scan/text.js';
export { renderSheet } from './report/sheet/index.js';
export { renderText } from './report/text.js';

/** Options of `compare`. */
export interface CompareOptions extends LibraryOptions {
  /** Whether the days (UTC) of each dump are compared, with the verdicts of the whole dump. */
  readonly byDay?: boolean;
  /** Whether each day is analysed by itself instead, without the other days. Only with `byDay`. */
  readonly eachDayAlone?: boolean;
}

/** Options of `evaluate`. */
export interface EvaluateOptions extends LibraryOptions {
  /** How many of the worst mistakes of each kind are listed. */
  readonly mistakes?: number;
  /** Whether each dump is decided again without each family and each signal; true by default. */
  readonly ablation?: boolean;
}

/** Options of `scan`. */
export interface ScanOptions extends Omit<LibraryOptions, 'hashtag'> {
  /** Hashtags with fewer posts than this are not decided; 200 by default. */
  readonly least?: number;
  /** Bytes of posts kept in memory; the rest goes to a temporary file. A quarter of the memory by default. */
  readonly memory?: number;
}

/** Paths of a dump and of a table that says which of its accounts are known to be coordinated or organic. */
export interface LabelledDump {
  /** Posts. */
  readonly dump: string;
  /** CSV with the columns `userid` and `label`, which is `coordinated` or `organic`. */
  readonly labels: string;
}

/**
 * Finds accounts that pushed a hashtag together.
 *
 * @param inputs one conversation: paths of files and folders (`-` is standard input), streams of a file's bytes, packed
 *   or not, and iterables of posts, in any mixture
 * @returns the document of `analyze --json`. Accounts are sorted by score, highest first, then by id. Scores are 0 to
 *   100; `p` and `q` are 0 to 1; times are ISO 8601 in UTC
 * @throws TrendAuditError if an input cannot be read, is not a dump, or has no selected post, and for a wrong option
 * @throws the reason of `options.signal` if it aborts, and what a given stream throws
 * @example
 * ```js
 * import { analyze } from 'trend-audit';
 *
 * const { summary } = await analyze(['fixtures/small-campaign/tweets.csv'], { until: '2014-03-02' });
 * console.log(summary.accounts.coordinated, summary.expectedFalse < 1);
 * //→ 10 true
 * ```
 */
export async function analyze(inputs: readonly AnalysisInput[], options: LibraryOptions = {}): Promise<Result> {
  return analyzeInputs(inputs, checked(options));
}

/**
 * Collects the evidence for and against one account, with posts side by side, and what would change its verdict.
 *
 * @param inputs as for `analyze`
 * @param account its exact id, its handle (with or without `@`, in any case), or the address of its profile
 * @returns the document of `explain --json`. Weights are log-likelihood ratios in nats: values above 0 are evidence for
 *   participation, below 0 against it
 * @throws TrendAuditError as `analyze`, and if no account, or more than one, has this name
 * @throws the reason of `options.signal` if it aborts, and what a given stream throws
 * @example
 * ```js
 * import { explain } from 'trend-audit';
 *
 * const { account, families } = await explain(['fixtures/small-campaign/tweets.csv'], 'babushka_mash_6');
 * console.log(account.verdict, families.map(({ family }) => family).join(', '));
 * //→ coordinated creation, posting, sharing
 * ```
 */
export async function explain(
  inputs: readonly AnalysisInput[],
  account: string,
  options: LibraryOptions = {},
): Promise<Explanation> {
  return explainInputs(inputs, account, checked(options));
}

/**
 * Describes dumps and what they can show. They are read as `analyze` reads them and measured, but nobody is judged.
 *
 * @param inputs as for `analyze`
 * @returns the document of `inspect --json`: formats, columns, how many posts have each field, which signals can be
 *   measured, and what the dump cannot show
 * @throws TrendAuditError if an input cannot be read or is not a dump, and for a wrong option
 * @throws the reason of `options.signal` if it aborts, and what a given stream throws
 * @example
 * ```js
 * import { inspect } from 'trend-audit';
 *
 * const { inputs } = await inspect(['fixtures/no-creation-dates/tweets.csv']);
 * console.log(inputs[0].format, inputs[0].posts);
 * //→ information-operations 800
 * ```
 */
export async function inspect(inputs: readonly AnalysisInput[], options: LibraryOptions = {}): Promise<Inspection> {
  return inspectInputs(inputs, checked(options));
}

/**
 * Finds which hashtags of an archive were pushed. Each one with enough posts is decided as `analyze` decides it with
 * `hashtag`, and the list is corrected for the number of hashtags. The inputs are read once.
 *
 * @param inputs as for `analyze`
 * @param options those of `analyze` without `hashtag`; `least` is in posts, `memory` in bytes
 * @returns the document of `scan --json`
 * @throws TrendAuditError as `analyze`
 * @throws the reason of `options.signal` if it aborts, and what a given stream throws
 * @example
 * ```js
 * import { scan } from 'trend-audit';
 *
 * const { hashtags } = await scan(['fixtures/small-campaign/tweets.csv'], { least: 100 });
 * console.log(hashtags.map(({ hashtag, standing }) => `${hashtag}: ${standing}`).join(', '));
 * //→ РоссияСвоихНеБросает: pushed
 * ```
 */
export async function scan(
  inputs: readonly AnalysisInput[],
  { least, memory, ...options }: ScanOptions = {},
): Promise<Scan> {
  return scanInputs(inputs, {
    ...checked(options),
    ...(least === undefined ? {} : { least }),
    ...(memory === undefined ? {} : { memory }),
  });
}

/**
 * Analyses each dump by itself, and divides it into days on request.
 *
 * @param files paths of files, each a separate dump
 * @returns the document of `compare --json`: a part for each dump or day, in the given order, and the accounts that are
 *   likely coordinated in several of them
 * @throws TrendAuditError as `analyze`
 * @throws the reason of `options.signal` if it aborts
 * @example
 * ```js
 * import { compare } from 'trend-audit';
 *
 * const { dumps } = await compare(['fixtures/small-campaign/tweets.csv', 'fixtures/nobody-coordinated/tweets.csv']);
 * console.log(dumps.map(({ summary }) => summary.accounts.coordinated).join(', '));
 * //→ 11, 0
 * ```
 */
export async function compare(
  files: readonly string[],
  { byDay = false, eachDayAlone = false, ...options }: CompareOptions = {},
): Promise<Comparison> {
  return compareDumps(files, { ...checked(options), byDay, eachDayAlone });
}

/**
 * Analyses each dump by itself and compares the verdicts with its labels.
 *
 * @param dumps paths of dumps, each with its labels
 * @returns the document of `evaluate --json`: precision, recall and AUC, 0 to 1, with 95% intervals; null where a
 *   figure cannot be computed
 * @throws TrendAuditError as `analyze`, and if labels cannot be read or match no account
 * @throws the reason of `options.signal` if it aborts
 * @example
 * ```js
 * import { evaluate } from 'trend-audit';
 *
 * const folder = 'fixtures/small-campaign';
 * const labelled = [{ dump: `${folder}/tweets.csv`, labels: `${folder}/labels.csv` }];
 * const { dumps } = await evaluate(labelled, { ablation: false });
 * console.log(dumps[0].quality.recall.value.toFixed(3));
 * //→ 0.846
 * ```
 */
export async function evaluate(
  dumps: readonly LabelledDump[],
  { mistakes, ablation = true, ...options }: EvaluateOptions = {},
): Promise<Evaluation> {
  return evaluateDumps(dumps, { ...checked(options), ablation, ...(mistakes === undefined ? {} : { mistakes }) });
}

/** A result, and the data that `renderReport` shows in addition. */
export interface AnalysisForReport {
  readonly result: Result;
  readonly data: ReportData;
}

/**
 * Does what `analyze` does, and also collects the posts and the ties between accounts that a report shows.
 *
 * @param inputs as for `analyze`
 * @returns the input of `renderReport`
 * @throws TrendAuditError as `analyze`
 * @throws the reason of `options.signal` if it aborts, and what a given stream throws
 * @example
 * ```js
 * import { analyzeForReport } from 'trend-audit';
 *
 * const { result, data } = await analyzeForReport(['fixtures/small-campaign/tweets.csv']);
 * console.log(result.summary.accounts.coordinated, Object.keys(data).join(', '));
 * //→ 11 posts, ties, places
 * ```
 */
export async function analyzeForReport(
  inputs: readonly AnalysisInput[],
  options: LibraryOptions = {},
): Promise<AnalysisForReport> {
  const { collectReportData } = await import('./report/data/collect-report-data.js');
  return collectReportData(inputs, checked(options), new Set(['posts', 'ties']));
}

/**
 * Makes the same report as `-o report.html`.
 *
 * @returns one self-contained HTML file; the same bytes for the same analysis
 * @example
 * ```js
 * import { analyzeForReport, renderReport } from 'trend-audit';
 *
 * const page = await renderReport(await analyzeForReport(['fixtures/small-campaign/tweets.csv']));
 * console.log(page.split('\n')[0]);
 * //→ <!doctype html>
 * ```
 */
export async function renderReport({ result, data }: AnalysisForReport): Promise<string> {
  const { renderHtml } = await import('./report/html/index.js');
  return renderHtml(result, data);
}

function checked(options: LibraryOptions): AnalyzeOptions {
  const taken = libraryOptions(options);
  checkOptions(taken);
  return taken;
}
