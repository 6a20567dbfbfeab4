import { rowOf } from '../measure/measurements.js';
import { classRatio } from '../stats/class-ratio.js';
import { LOUDEST, POSTS_SHOWN, PRIOR_ACCOUNTS } from './constants.js';
import type { Signal } from './signal.js';

/** Bounds of the classes of repetition: once, twice, four times, … the same text again. */
const CLASSES = [1, 2, 4, 8, 16];

/** The same text again from one account; retweets are not its text. */
export const repeats: Signal = {
  name: 'repeated-text',
  family: 'posting',
  prepare(m) {
    const counts = Array.from({ length: m.accounts.count }, () => ({ own: 0, most: 0, wording: -1, repeated: 0 }));
    for (const [a, count] of counts.entries()) {
      const times = new Map<number, number>();
      for (const p of rowOf(m.accounts.postsOf, a)) {
        const wording = m.posts.wording[p] ?? 0;
        if (m.posts.retweet[p] === 1 || m.tellingWording[wording] !== 1) continue;
        count.own++;
        const again = (times.get(wording) ?? 0) + 1;
        times.set(wording, again);
        if (again > 1) count.repeated++;
        if (again > count.most) Object.assign(count, { most: again, wording });
      }
    }
    const classes = Int32Array.from(counts, ({ own, repeated }) => (own < 2 ? -1 : CLASSES.filter((bound) => repeated >= bound).length));
    return {
      able: Uint8Array.from(counts, ({ own }) => Number(own >= 2)),
      first: () => Float64Array.from(counts, ({ repeated }) => repeated),
      weigh: ({ probability }) => classRatio(classes, probability, PRIOR_ACCOUNTS, LOUDEST),
      explain: (a) => {
        const count = counts[a];
        if (!count || count.most < 2) return undefined;
        const posts = [...rowOf(m.accounts.postsOf, a)].filter((p) => m.posts.wording[p] === count.wording && m.posts.retweet[p] === 0);
        return {
          finding: { kind: 'repeats', times: count.most, of: rowOf(m.accounts.postsOf, a).length, example: { of: 'post', post: posts[0] ?? 0 } },
          posts: posts.slice(0, POSTS_SHOWN),
        };
      },
    };
  },
};
