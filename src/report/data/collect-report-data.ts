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
  /** Every post of the dump, in batches; asked for once more, it begins anew. Not after `close`. */
  readonly posts: () => AsyncIterable<readonly PostVerdict[]>;
  /** Ends the way back to the posts. */
  readonly close: () => Promise<void>;
}

/**
 * As `analyze`, for reports that show single posts or ties: `parts` are those parts of the exhibits that are wanted;
 * the others are empty. Throws TrendAuditError for what a user can mend.
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

/** The same, with the way to every post of the dump, which the caller closes. */
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

/** Ties come from what posts share, which is kept for them. */
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
