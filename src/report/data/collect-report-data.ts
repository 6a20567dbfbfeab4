import type { AccountPostColumns } from '../../dataset/dataset.js';
import type { ReportData, PostVerdict, Tie } from '../../documents/report-data.js';
import type { Result } from '../../documents/result.js';
import { type AnalysisInput, type AnalyzeOptions, runBlocking } from '../../options.js';
import { analyzeOpen, analyzeSession } from '../../pipeline/analyze.js';
import { buildResult } from '../../pipeline/build-result.js';
import { ingest, type Session } from '../../pipeline/ingest.js';
import { accountEdges } from './account-edges.js';
import { accountPlaces } from './account-places.js';
import { postVerdicts } from './post-verdicts.js';
import { shownPosts, type TextsOf } from './shown-posts.js';

export interface AnalysisWithData {
  readonly result: Result;
  readonly data: ReportData;
}

export interface OpenReportData extends AnalysisWithData {
  /** Every post of the dump, in batches. Each call starts from the beginning. Must not be used after `close`. */
  readonly posts: () => AsyncIterable<readonly PostVerdict[]>;
  /** Ends the access to the posts. */
  readonly close: () => Promise<void>;
}

/**
 * Like `analyze`, with the data for reports that show single posts or ties. `parts` are the wanted parts of the data;
 * the others are empty. Throws TrendAuditError for errors that a user can fix.
 */
export async function collectReportData(
  paths: readonly AnalysisInput[],
  options: AnalyzeOptions,
  parts: ReadonlySet<keyof ReportData>,
): Promise<AnalysisWithData> {
  const { result, data, close } = await openReportData(paths, options, parts);
  await close();
  return { result, data };
}

/** The same, with access to every post of the dump; the caller must close it. */
export async function openReportData(
  paths: readonly AnalysisInput[],
  options: AnalyzeOptions,
  parts: ReadonlySet<keyof ReportData>,
): Promise<OpenReportData> {
  const { result, columns, rereadPosts, close, ties } = await (parts.has('ties')
    ? resultWithTies(paths, options)
    : resultAlone(paths, options));
  const textsOf: TextsOf = async (posts) => new Map([...(await rereadPosts(posts))].map(([p, { text }]) => [p, text]));
  const shown = parts.has('posts') ? await shownPosts(columns, result, textsOf) : [];
  return {
    result,
    data: { posts: shown, ties, places: parts.has('places') ? accountPlaces(columns, result) : [] },
    posts: () => postVerdicts(columns, result, textsOf),
    close,
  };
}

interface Ground extends Pick<Session, 'rereadPosts' | 'close'> {
  readonly result: Result;
  readonly columns: AccountPostColumns;
  readonly ties: readonly Tie[];
}

async function resultAlone(paths: readonly AnalysisInput[], options: AnalyzeOptions): Promise<Ground> {
  const { resultInputs, rereadPosts, close } = await analyzeOpen(paths, options);
  return {
    result: await runBlocking(options, () => buildResult(resultInputs)),
    columns: resultInputs.columns,
    rereadPosts,
    close,
    ties: [],
  };
}

/** Ties need the items that posts share, so the dataset is kept. */
async function resultWithTies(paths: readonly AnalysisInput[], options: AnalyzeOptions): Promise<Ground> {
  const session = await ingest(paths, options);
  const { dataset, rereadPosts, close } = session;
  const result = await analyzeSession(session);
  return {
    result,
    columns: dataset,
    rereadPosts,
    close,
    ties: await runBlocking(options, () => accountEdges(dataset, result)),
  };
}
