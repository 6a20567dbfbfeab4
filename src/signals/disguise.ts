import { rowLength, rowOf } from '../measure/measurements.js';
import { classRatio } from '../stats/class-ratio.js';
import { LOUDEST, POSTS_SHOWN, PRIOR_ACCOUNTS } from './constants.js';
import type { Signal } from './signal.js';

/** Bounds of the classes: a post that hides characters, two, four. */
const CLASSES = [1, 2, 4];

/** Invisible characters, and letters of one script among those of another: they defeat comparison, and nobody types them by chance. */
export const disguise: Signal = {
  name: 'disguised-text',
  family: 'posting',
  prepare({ accounts, posts }) {
    const hiding = Array.from({ length: accounts.count }, (_, a) => [...rowOf(accounts.postsOf, a)].filter((p) => posts.disguised[p] === 1));
    const own = Array.from({ length: accounts.count }, (_, a) => rowOf(accounts.postsOf, a).filter((p) => posts.retweet[p] === 0).length);
    const classes = Int32Array.from(hiding, ({ length }, a) => (own[a] === 0 ? -1 : CLASSES.filter((bound) => length >= bound).length));
    // Where nobody hides anything there is nothing that could have been measured.
    const anybody = hiding.some(({ length }) => length > 0);
    return {
      able: Uint8Array.from(own, (count) => Number(anybody && count > 0)),
      first: () => Float64Array.from(hiding, ({ length }) => length),
      weigh: ({ probability }) => classRatio(classes, probability, PRIOR_ACCOUNTS, LOUDEST),
      explain: (a) => {
        const found = hiding[a] ?? [];
        if (found.length === 0) return undefined;
        return { finding: { kind: 'disguise', posts: found.length, of: rowLength(accounts.postsOf, a) }, posts: found.slice(0, POSTS_SHOWN) };
      },
    };
  },
};
