/** The first time at which several called accounts posted together. */

import type { ShownPost } from '../../documents/report-data.js';
import type { AccountResult, Result } from '../../documents/result.js';
import { MINUTE } from '../../time/units.js';

/** Minimum number of accounts, the same as for a group. */
const FEWEST = 3;
/** Posts that are at most this far apart belong to one wave. */
const APART = 10 * MINUTE;

export interface Wave {
  readonly from: Date;
  readonly to: Date;
  readonly posts: readonly ShownPost[];
  /** The accounts that took part, in the order of their first posts. */
  readonly accounts: readonly string[];
}

/**
 * The first run of posts by accounts called coordinated in which each follows the one before within ten minutes (or
 * within the dump's time resolution, if that is coarser) and at least three accounts take part; undefined if there is
 * none.
 */
export function firstWave(
  posts: readonly ShownPost[],
  { dump }: Pick<Result, 'dump'>,
  called: (account: AccountResult['id']) => boolean,
): Wave | undefined {
  const apart = Math.max(APART, 1000 * dump.resolutionSeconds);
  let run: ShownPost[] = [];
  for (const post of [...posts.filter(({ account }) => called(account)), undefined]) {
    const last = run.at(-1);
    if (last !== undefined && (post === undefined || Date.parse(post.time) - Date.parse(last.time) > apart)) {
      const wave = waveOf(run);
      if (wave) return wave;
      run = [];
    }
    if (post) run.push(post);
  }
  return undefined;
}

function waveOf(posts: readonly ShownPost[]): Wave | undefined {
  const accounts = [...new Set(posts.map(({ account }) => account))];
  const [first, last] = [posts[0], posts.at(-1)];
  if (!first || !last || accounts.length < FEWEST) return undefined;
  return { from: new Date(first.time), to: new Date(last.time), posts, accounts };
}
