import { type Measurements, rowOf } from '../measure/measurements.js';
import { clamp, logit } from '../stats/logistic.js';
import { LOUDEST, PRIOR_ACCOUNTS } from './constants.js';
import { MOMENT, presence } from './presence.js';
import { remember } from './remember.js';
import type { Membership, Signal } from './signal.js';

/** Posting when the suspected post: in moments that are more theirs than the whole conversation is. */
export const moments: Signal = {
  name: 'same-moments',
  family: 'sharing',
  onlyBeside: true,
  prepare(m) {
    const around = remember((membership: Membership) => sharesAround(m, membership));
    return {
      able: new Uint8Array(m.accounts.count).fill(1),
      first: () => new Float64Array(m.accounts.count),
      weigh: (membership) => {
        const { shares, overall } = around(membership);
        return shares.map((share) => clamp(share - logit(overall), -LOUDEST, LOUDEST));
      },
      explain: (a, membership) => {
        const { shares, overall } = around(membership);
        const percent = 100 / (1 + Math.exp(-(shares[a] ?? 0)));
        const usualPercent = 100 * overall;
        return percent < 2 * usualPercent ? undefined : { finding: { kind: 'moments', percent, usualPercent }, posts: [] };
      },
    };
  },
};

/** For each account the mean log odds that another's post near one of its own is a member's; `overall`: anywhere. */
function sharesAround({ accounts, posts }: Measurements, { probability }: Membership): { shares: Float64Array; overall: number } {
  const { members, posts: all, overall } = presence(posts.account, probability);
  const shares = Float64Array.from({ length: accounts.count }, (_, a) => {
    const own = rowOf(accounts.postsOf, a);
    const there = new Map<number, number>();
    for (const p of own) there.set(Math.floor(p / MOMENT), (there.get(Math.floor(p / MOMENT)) ?? 0) + 1);
    let total = 0;
    for (const [moment, mine] of there) {
      const others = (all[moment] ?? 0) - mine;
      const theirs = (members[moment] ?? 0) - mine * (probability[a] ?? 0);
      total += mine * logit((theirs + PRIOR_ACCOUNTS * overall) / (others + PRIOR_ACCOUNTS));
    }
    return total / own.length;
  });
  return { shares, overall };
}
