import type { Measurements } from '../measure/measurements.js';
import { clamp, logit, MOST_FACTORS, NEAREST } from '../stats/logistic.js';
import { LOUDEST, PRIOR_ACCOUNTS } from './constants.js';
import { momentOf, type Presence, presenceOf } from './presence.js';
import type { Signal } from './signal.js';

/** Posting when the suspected post: in moments that are more theirs than the whole conversation is. */
export const moments: Signal = {
  name: 'same-moments',
  family: 'sharing',
  onlyBeside: true,
  prepare(m) {
    return {
      able: new Uint8Array(m.accounts.count).fill(1),
      first: () => new Float64Array(m.accounts.count),
      weigh: (membership, into = new Float64Array(m.accounts.count)) => {
        const around = presenceOf(m)(membership);
        const usual = logit(around.overall);
        for (let a = 0; a < into.length; a++) into[a] = clamp(shareAround(m, a, membership.probability[a] ?? 0, around) - usual, -LOUDEST, LOUDEST);
        return into;
      },
      explain: (a, membership) => {
        const around = presenceOf(m)(membership);
        const percent = 100 / (1 + Math.exp(-shareAround(m, a, membership.probability[a] ?? 0, around)));
        const usualPercent = 100 * around.overall;
        return percent < 2 * usualPercent ? undefined : { finding: { kind: 'moments', percent, usualPercent }, posts: [] };
      },
    };
  },
};

/** The mean log odds that another's post near one of the account's own is a member's. */
function shareAround({ accounts: { postsOf } }: Measurements, a: number, own: number, { members, posts, overall }: Presence): number {
  const start = postsOf.start[a] ?? 0;
  const end = postsOf.start[a + 1] ?? 0;
  let total = 0;
  // The odds of several posts are multiplied before one logarithm is taken.
  let theirs = 1;
  let notTheirs = 1;
  let factors = 0;
  for (let k = start; k < end; ) {
    const moment = momentOf(postsOf.values[k] ?? 0);
    let mine = 0;
    for (; k < end && momentOf(postsOf.values[k] ?? 0) === moment; k++) mine++;
    const all = (posts[moment] ?? 0) - mine + PRIOR_ACCOUNTS;
    const suspected = clamp((members[moment] ?? 0) - mine * own + PRIOR_ACCOUNTS * overall, NEAREST * all, (1 - NEAREST) * all);
    for (; mine > 0; mine--) {
      theirs *= suspected;
      notTheirs *= all - suspected;
      if (++factors < MOST_FACTORS) continue;
      total += Math.log(theirs / notTheirs);
      theirs = 1;
      notTheirs = 1;
      factors = 0;
    }
  }
  return (total + Math.log(theirs / notTheirs)) / (end - start);
}
