import { decideWithQuotes, type Measured, readAndMeasure } from '../analyze.js';
import type { Exhibits, PostVerdict } from '../exhibits.js';
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
  const measured = await readAndMeasure(paths, options);
  const result = await decideWithQuotes(measured);
  const textsOf: TextsOf = async (posts) => new Map([...(await measured.again(posts))].map(([p, { text }]) => [p, text]));
  return { result, exhibits: await exhibitsOf(measured, result, parts, textsOf), posts: () => postVerdicts(measured.measurements, result) };
}

/** The same of a result that is there already. Without `textsOf` posts have no texts. */
export async function exhibitsOf({ measurements, options }: Pick<Measured, 'measurements' | 'options'>, result: Result, parts: ReadonlySet<keyof Exhibits>, textsOf: TextsOf = noTexts): Promise<Exhibits> {
  return {
    posts: parts.has('posts') ? await shownPosts(measurements, result, textsOf) : [],
    ties: parts.has('ties') ? await compute(options, () => tiesWithin(measurements, result)) : [],
    places: parts.has('places') ? accountPlaces(measurements, result) : [],
  };
}

const noTexts: TextsOf = () => Promise.resolve(new Map());
