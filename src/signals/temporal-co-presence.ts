import { outOfRange } from '../stats/array-access.js';
import { LogProductAccumulator } from '../stats/log-product.js';
import { clamp, logit, PROBABILITY_EPSILON } from '../stats/logistic.js';
import { binOf, type BinShares, cachedMemberShare } from './bin-shares.js';
import { MAX_LOG_RATIO, PSEUDOCOUNT } from './constants.js';
import { defineSignal } from './signal.js';

/**
 * Whether an account posts when suspected accounts post: in time bins in which their share of posts is above their
 * share of the whole dump.
 */
export const temporalCoPresence = defineSignal({
  name: 'same-moments',
  family: 'sharing',
  corroboratingOnly: true,
  fit(m) {
    const { postsOf } = m.accounts;
    // Computed once, because every iteration needs it.
    const moments = new Uint32Array(postsOf.values.length);
    for (let k = 0; k < moments.length; k++) moments[k] = binOf(postsOf.values[k] ?? outOfRange());
    const shareAround = (a: number, own: number, around: BinShares): number =>
      meanLogOdds(moments, postsOf.start(a), postsOf.end(a), own, around);
    return {
      measurable: new Uint8Array(m.accounts.count).fill(1),
      initialScore: () => new Float64Array(m.accounts.count),
      logLikelihoodRatio: (membership, into = new Float64Array(m.accounts.count)) => {
        const around = cachedMemberShare(m)(membership);
        const usual = logit(around.overall);
        for (let a = 0; a < into.length; a++)
          into[a] = clamp(
            shareAround(a, membership.probability[a] ?? outOfRange(), around) - usual,
            -MAX_LOG_RATIO,
            MAX_LOG_RATIO,
          );
        return into;
      },
      explain: (a, membership) => {
        const around = cachedMemberShare(m)(membership);
        const percent = 100 / (1 + Math.exp(-shareAround(a, membership.probability[a] ?? outOfRange(), around)));
        const usualPercent = 100 * around.overall;
        return percent < 2 * usualPercent ? undefined : { finding: { percent, usualPercent }, posts: [] };
      },
    };
  },
  describe: ({ percent, usualPercent }, { called }) =>
    `${Math.round(percent)}% of the posts made just before and after its own are by ${called} accounts (usual here: ${Math.round(usualPercent)}%)`,
  figures: ({ percent, usualPercent }) => ({ value: Math.round(percent), expected: Math.round(usualPercent) }),
  // Compares whole percents, as printed.
  isTelling: ({ percent, usualPercent }) => Math.round(percent) >= Math.max(1, 2 * Math.round(usualPercent)),
  means: {
    for: 'suspected accounts post just before and after it more than elsewhere',
    against: 'suspected accounts post just before and after it less than elsewhere',
  },
  missing: {
    some: 'the others have no post',
    all: 'nobody has a post',
  },
});

/**
 * The mean log odds that a post by another account near one of this account's posts is by a member.
 * @param moments time bins; those of the account's posts are from `start` to `end`
 */
function meanLogOdds(
  moments: Uint32Array,
  start: number,
  end: number,
  own: number,
  { members, posts, overall }: BinShares,
): number {
  const odds = new LogProductAccumulator();
  for (let k = start; k < end;) {
    const moment = moments[k] ?? outOfRange();
    let mine = 1;
    for (k++; k < end && moments[k] === moment; k++) mine++;
    const all = (posts[moment] ?? outOfRange()) - mine + PSEUDOCOUNT;
    const suspected = clamp(
      (members[moment] ?? outOfRange()) - mine * own + PSEUDOCOUNT * overall,
      PROBABILITY_EPSILON * all,
      (1 - PROBABILITY_EPSILON) * all,
    );
    for (; mine > 0; mine--) odds.add(suspected, all - suspected);
  }
  return odds.sum / (end - start);
}
