import { decideWithQuotes, findOut, type Measured, readAndMeasure } from '../analyze.js';
import { compose } from '../compose.js';
import type { Exhibits, PostVerdict, Tie } from '../exhibits.js';
import type { Columns } from '../measure/measurements.js';
import { type AnalyzeOptions, compute } from '../options.js';
import type { Result } from '../result.js';
import { accountPlaces } from './account-places.js';
import { postVerdicts } from './post-verdicts.js';
import { shownPosts, type TextsOf } from './shown-posts.js';
import { tiesWithin } from './ties.js';

export interface Exhibition {
  readonly result: Result;
  readonly exhibits: Exhibits;
  /** Every post of the dump; asked for once more, it begins anew. */
  readonly posts: () => Iterable<PostVerdict>;
}

/**
 * As `analyze`, for reports that show single posts or ties: `parts` are those parts of the exhibits that are wanted; the
 * others are empty. Throws TrendAuditError for what a user can mend.
 */
export async function exhibit(paths: readonly string[], options: AnalyzeOptions, parts: ReadonlySet<keyof Exhibits>): Promise<Exhibition> {
  const { result, columns, again, ties } = await (parts.has('ties') ? resultWithTies(paths, options) : resultAlone(paths, options));
  const textsOf: TextsOf = async (posts) => new Map([...(await again(posts))].map(([p, { text }]) => [p, text]));
  return {
    result,
    exhibits: {
      posts: parts.has('posts') ? await shownPosts(columns, result, textsOf) : [],
      ties,
      places: parts.has('places') ? accountPlaces(columns, result) : [],
    },
    posts: () => postVerdicts(columns, result),
  };
}

interface Ground extends Pick<Measured, 'again'> {
  readonly result: Result;
  readonly columns: Columns;
  readonly ties: readonly Tie[];
}

async function resultAlone(paths: readonly string[], options: AnalyzeOptions): Promise<Ground> {
  const { findings, again } = await findOut(paths, options);
  return { result: await compute(options, () => compose(findings)), columns: findings.measurements, again, ties: [] };
}

/** Ties come from what posts share, which is kept for them. */
async function resultWithTies(paths: readonly string[], options: AnalyzeOptions): Promise<Ground> {
  const measured = await readAndMeasure(paths, options);
  const { measurements, again } = measured;
  const result = await decideWithQuotes(measured);
  return { result, columns: measurements, again, ties: await compute(options, () => tiesWithin(measurements, result)) };
}
