import type { Measurements } from '../measure/measurements.js';
import { clamp, logit, NEAREST } from '../stats/logistic.js';
import { LogOdds } from '../stats/odds.js';
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
  const odds = new LogOdds();
  for (let k = start; k < end; ) {
    const moment = momentOf(postsOf.values[k] ?? 0);
    let mine = 0;
    for (; k < end && momentOf(postsOf.values[k] ?? 0) === moment; k++) mine++;
    const all = (posts[moment] ?? 0) - mine + PRIOR_ACCOUNTS;
    const suspected = clamp((members[moment] ?? 0) - mine * own + PRIOR_ACCOUNTS * overall, NEAREST * all, (1 - NEAREST) * all);
    for (; mine > 0; mine--) odds.add(suspected, all - suspected);
  }
  return odds.sum / (end - start);
}
