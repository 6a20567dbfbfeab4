/**
 * The library: each function gives the document that the command prints with `--json`, and renderers make of it what
 * the command prints for people. Nothing happens by importing it. All functions throw TrendAuditError for what a user
 * can mend, the reason of `options.signal` where it aborts, and what a given stream throws. The same inputs and
 * options give the same document as the command.
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
  /** Whether each day (UTC) of each dump is one of what is compared: with the verdicts of the whole dump. */
  readonly byDay?: boolean;
  /** Whether each day is analysed by itself instead, as if there were no other. Only with `byDay`. */
  readonly eachDayAlone?: boolean;
}

/** Options of `evaluate`. */
export interface EvaluateOptions extends LibraryOptions {
  /** How many of the worst mistakes of each kind are told. */
  readonly mistakes?: number;
  /** Whether each dump is decided again without each family and each signal; true by default. */
  readonly ablation?: boolean;
}

/** Options of `scan`. */
export interface ScanOptions extends Omit<LibraryOptions, 'hashtag'> {
  /** Hashtags with fewer posts are not decided; 200 by default. */
  readonly least?: number;
  /**
   * Bytes of posts that are kept in memory; beyond that they go to a temporary file. A quarter of the memory by
   * default.
   */
  readonly memory?: number;
}

/** A dump, and a table of what its accounts are known to be. Paths of files. */
export interface LabelledDump {
  /** Posts. */
  readonly dump: string;
  /** CSV with the columns `userid` and `label`, which is `coordinated` or `organic`. */
  readonly labels: string;
}

/**
 * Tells who pushed a hashtag together. The inputs are one conversation: paths of files and folders (`-` is standard
 * input), streams of a file's bytes, packed or not, and posts, in any mixture.
 *
 * @returns the document of `analyze --json`; accounts by score, highest first, then by id
 * @throws TrendAuditError where an input cannot be read, is no dump, or holds no post that is selected, and for a
 *   wrong option
 * @throws the reason of `options.signal` where it aborts, and what a given stream throws
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
 * One account's whole case: what speaks for and against its taking part, with posts side by side, and what would
 * change the verdict. `account` is its id exactly, its handle (with or without `@`, any case), or the address of its
 * profile.
 *
 * @throws TrendAuditError as `analyze`, and where no account, or more than one, is called so
 * @throws the reason of `options.signal` where it aborts, and what a given stream throws
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
 * What dumps are, and what can be said with them: read as `analyze` reads them, and measured, but nobody is judged.
 *
 * @throws TrendAuditError where an input cannot be read or is no dump, and for a wrong option
 * @throws the reason of `options.signal` where it aborts, and what a given stream throws
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
 * Tells which hashtags of an archive were pushed: each with enough posts is decided as `analyze` decides it with
 * `hashtag`, and the list is corrected for how many there are. The inputs are read once.
 *
 * @throws TrendAuditError as `analyze`
 * @throws the reason of `options.signal` where it aborts, and what a given stream throws
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
 * Analyses each dump by itself, and divides it into days where that is asked for.
 *
 * @param files paths of files, each a dump
 * @throws TrendAuditError as `analyze`
 * @throws the reason of `options.signal` where it aborts
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
 * Analyses each dump by itself and holds the verdicts against its labels.
 *
 * @throws TrendAuditError as `analyze`, and where labels cannot be read or fit no account
 * @throws the reason of `options.signal` where it aborts
 * @example
 * ```js
 * import { evaluate } from 'trend-audit';
 *
 * const folder = 'fixtures/small-campaign'; const { dumps } = await evaluate([{ dump: `${folder}/tweets.csv`, labels:
 * `${folder}/labels.csv` }], { ablation: false }); console.log(dumps[0].quality.recall.value.toFixed(3)); //→ 0.846
 * ```
 */
export async function evaluate(
  dumps: readonly LabelledDump[],
  { mistakes, ablation = true, ...options }: EvaluateOptions = {},
): Promise<Evaluation> {
  return evaluateDumps(dumps, { ...checked(options), ablation, ...(mistakes === undefined ? {} : { mistakes }) });
}

/** A result, and what `renderReport` shows beyond it. */
export interface AnalysisForReport {
  readonly result: Result;
  readonly data: ReportData;
}

/**
 * As `analyze`, with the posts and the ties that a report shows.
 *
 * @throws TrendAuditError as `analyze`
 * @throws the reason of `options.signal` where it aborts, and what a given stream throws
 * @example
 * ```js
 * import { analyzeForReport, renderReport } from 'trend-audit';
 *
 * const page = await renderReport(await analyzeForReport(['fixtures/small-campaign/tweets.csv']));
 * console.log(page.split('\n')[0]);
 * //→ <!doctype html>
 * ```
 */
export async function analyzeForReport(
  inputs: readonly AnalysisInput[],
  options: LibraryOptions = {},
): Promise<AnalysisForReport> {
  const { collectReportData } = await import('./report/data/collect-report-data.js');
  return collectReportData(inputs, checked(options), new Set(['posts', 'ties']));
}

/** The report as one HTML file, as `-o report.html` writes it. */
export async function renderReport({ result, data }: AnalysisForReport): Promise<string> {
  const { renderHtml } = await import('./report/html/index.js');
  return renderHtml(result, data);
}

function checked(options: LibraryOptions): AnalyzeOptions {
  const taken = libraryOptions(options);
  checkOptions(taken);
  return taken;
}
