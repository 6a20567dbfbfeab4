// Invented archives of many hashtags. A few are pushed, a third have sincere communities, and accounts take part in
// several.
import { simulate, simulationOptions } from '../dist/simulate/index.js';

/** The share of accounts that push, for each pushed hashtag. */
export const PUSHES = [0.5, 0.2, 0.1, 0.05, 0.05, 0.02, 0.02, 0.01];
/** Posts and accounts of a medium hashtag: about two posts per account, as in small hashtags. */
const POSTS = 800;
const ACCOUNTS = 450;
/** In every second hashtag, this share of the organic accounts also took part in the previous one. */
const SHARED = 0.2;
/** The second and the third push use the same accounts, as far as their numbers allow. */
const SAME_PUSHERS = [1, 2];
/** Milliseconds between the beginnings of two conversations (6 hours): they overlap. */
const STEP = 6 * 3_600_000;

/**
 * Generates the conversations of an archive. Pushes are placed at regular intervals.
 * @returns for each: its hashtag, the share of accounts that push, whether it has sincere communities, its posts
 */
export function* conversationsOf({ seed, hashtags }) {
  const every = Math.floor(hashtags / PUSHES.length);
  let before = [];
  let pushersBefore = [];
  for (let k = 0; k < hashtags; k++) {
    const place = (k - Math.floor(every / 2)) / every;
    const push = Number.isInteger(place) ? (PUSHES[place] ?? 0) : 0;
    const sincere = k % 3 === 0;
    // Sizes from half to double, equally frequent.
    const size = 2 ** (((k * 7) % 21) / 10 - 1);
    const { posts, labels } = simulate(optionsOf({ k, seed, push, sincere, size }));
    const accounts = new Map(posts.map(({ account }) => [account.id, account]));
    const ids = [...accounts.keys()].sort();
    const pushers = ids.filter((id) => labels.get(id) === 'coordinated');
    const organic = ids.filter((id) => labels.get(id) !== 'coordinated');
    const taken = new Map();
    if (k % 2 === 1)
      for (const [n, id] of organic.slice(0, Math.floor(SHARED * organic.length)).entries())
        if (before[n]) taken.set(id, before[n]);
    if (place === SAME_PUSHERS[1])
      for (const [n, id] of pushers.entries()) if (pushersBefore[n]) taken.set(id, pushersBefore[n]);
    const idOf = (id) => taken.get(id)?.id ?? id;
    const said = posts.map((post) => ({
      ...post,
      account: taken.get(post.account.id) ?? post.account,
      ...(post.retweetedAccountId === undefined ? {} : { retweetedAccountId: idOf(post.retweetedAccountId) }),
      ...(post.repliedTo === undefined ? {} : { repliedTo: idOf(post.repliedTo) }),
    }));
    before = organic.map((id) => accounts.get(id));
    if (place === SAME_PUSHERS[0]) pushersBefore = pushers.map((id) => accounts.get(id));
    yield {
      hashtag: nameOf(k),
      push,
      sincere,
      pushers: new Set(pushers.map(idOf)),
      accounts: accounts.size,
      posts: said,
    };
  }
}

const nameOf = (k) => `тема${k + 1}`;

function optionsOf({ k, seed, push, sincere, size }) {
  const accounts = Math.round(ACCOUNTS * size);
  const posts = Math.round(POSTS * size);
  const pushing = push === 0 ? 0 : Math.max(3, Math.round(push * accounts));
  const from = Date.UTC(2019, 0, 1) + k * STEP;
  return simulationOptions(sincere ? 'sincere-communities' : 'organic-only', {
    seed: 100_000 * seed + k,
    hashtag: `#${nameOf(k)}`,
    from,
    to: from + 6.5 * 86_400_000,
    eventAt: from + 3 * 86_400_000,
    organic: {
      accounts: accounts - pushing,
      posts: Math.max(accounts, posts - 4 * pushing),
      ...(sincere ? { fans: Math.round(0.1 * accounts), activists: Math.round(0.04 * accounts) } : {}),
    },
    campaign: {
      accounts: pushing,
      posts: 5 * pushing,
      leastPosts: 3,
      waves: 6,
      copiesPerTemplate: Math.min(40, Math.max(5, pushing)),
    },
  });
}
