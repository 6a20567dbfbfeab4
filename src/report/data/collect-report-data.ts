import type { AccountPostColumns } from '../../dataset/dataset.js';
import type { ReportData, PostVerdict, Tie } from '../../documents/report-data.js';
import type { Result } from '../../documents/result.js';
import { type AnalyzeOptions, runBlocking } from '../../options.js';
import { analyzeMeasuredWithQuotes, analyzeOpen, type Session, ingest } from '../../pipeline/analyze.js';
import { buildResult } from '../../pipeline/build-result.js';
import { accountEdges } from './account-edges.js';
import { accountPlaces } from './account-places.js';
import { postVerdicts } from './post-verdicts.js';
import { shownPosts, type TextsOf } from './shown-posts.js';

export interface AnalysisWithData {
  readonly result: Result;
  readonly data: ReportData;
  /** Every post of the dump; asked for once more, it begins anew. */
  readonly posts: () => Iterable<PostVerdict>;
}

/**
 * As `analyze`, for reports that show single posts or ties: `parts` are those parts of the exhibits that are wanted; the
 * others are empty. Throws TrendAuditError for what a user can mend.
 */
export async function collectReportData(
  paths: readonly string[],
  options: AnalyzeOptions,
  parts: ReadonlySet<keyof ReportData>,
): Promise<AnalysisWithData> {
  const { result, columns, rereadPosts, ties } = await (parts.has('ties')
    ? resultWithTies(paths, options)
    : resultAlone(paths, options));
  const textsOf: TextsOf = async (posts) => new Map([...(await rereadPosts(posts))].map(([p, { text }]) => [p, text]));
  return {
    result,
    data: {
      posts: parts.has('posts') ? await shownPosts(columns, result, textsOf) : [],
      ties,
      places: parts.has('places') ? accountPlaces(columns, result) : [],
    },
    posts: () => postVerdicts(columns, result),
  };
}

interface Ground extends Pick<Session, 'rereadPosts'> {
  readonly result: Result;
  readonly columns: AccountPostColumns;
  readonly ties: readonly Tie[];
}

async function resultAlone(paths: readonly string[], options: AnalyzeOptions): Promise<Ground> {
  const { findings, rereadPosts } = await analyzeOpen(paths, options);
  return {
    result: await runBlocking(options, () => buildResult(findings)),
    columns: findings.columns,
    rereadPosts,
    ties: [],
  };
}

/** Ties come from what posts share, which is kept for them. */
async function resultWithTies(paths: readonly string[], options: AnalyzeOptions): Promise<Ground> {
  const measured = await ingest(paths, options);
  const { dataset, rereadPosts } = measured;
  const result = await analyzeMeasuredWithQuotes(measured);
  return {
    result,
    columns: dataset,
    rereadPosts,
    ties: await runBlocking(options, () => accountEdges(dataset, result)),
  };
}
