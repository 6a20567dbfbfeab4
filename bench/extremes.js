// Synthetic datasets that are extreme in one way each: the time to decide them must not grow faster than their size.
import { CsrRows, groupIndices } from '../dist/dataset/csr-rows.js';
import { Random } from '../dist/simulate/random.js';
import { DAY } from '../dist/time/units.js';

const START = Date.UTC(2014, 2, 1);
const KINDS = ['retweet', 'link', 'object', 'target', 'tags'];

/** Each function makes a dataset with `posts` posts. */
export const EXTREMES = {
  'one account wrote nearly all': (posts) => {
    const people = Math.ceil(posts / 100);
    return make(posts, people, (p, random) => ({
      // Every account has a post, as in a dump.
      account: p % 100 === 0 ? p / 100 : 0,
      textCluster: below(random, Math.ceil(posts / 4)),
    }));
  },
  'half of the posts are one text': (posts) =>
    make(posts, Math.ceil(posts / 2), (p, random) => ({
      account: p % 2 === 0 ? p / 2 : below(random, Math.ceil(posts / 2)),
      textCluster: p % 2 === 0 ? 0 : 1 + below(random, posts),
    })),
  'all accounts were created on one day': (posts) =>
    make(posts, posts, (p, random) => ({
      account: p,
      textCluster: below(random, Math.ceil(posts / 2)),
      created: START - 9 * DAY + below(random, DAY / 1000) * 1000,
    })),
  'all posts are of one second': (posts) =>
    make(posts, Math.ceil(posts / 10), (p, random) => ({
      account: Math.floor(p / 10),
      textCluster: below(random, Math.ceil(posts / 4)),
      time: START,
    })),
};

const below = (random, count) => random.whole(0, count - 1);

/**
 * Posts in order of time, one per second unless `write` gives a time; accounts created at any time within five years.
 */
function make(posts, accounts, write) {
  const random = new Random(posts);
  const account = new Uint32Array(posts);
  const wording = new Uint32Array(posts);
  const time = new Float64Array(posts);
  const created = Float64Array.from({ length: accounts }, () => START - below(random, (5 * 365 * DAY) / 1000) * 1000);
  for (let p = 0; p < posts; p++) {
    const post = write(p, random);
    account[p] = post.account;
    wording[p] = post.textCluster;
    time[p] = post.time ?? START + 1000 * p;
    if (post.created !== undefined) created[post.account] = post.created;
  }
  const wordings = wording.reduce((most, each) => Math.max(most, each), 0) + 1;
  const id = Array.from({ length: accounts }, (_, a) => String(1e9 + a));
  const halves = Uint32Array.from({ length: 2 * posts }, (_, k) => (k % 2 === 0 ? 1 : (k - 1) / 2));
  return {
    accounts: {
      count: accounts,
      id,
      handle: id,
      displayName: id,
      created,
      createdFrom: created,
      createdTo: created,
      createdSource: id.map(() => 'dump'),
      postsOf: groupIndices(account, accounts),
    },
    posts: {
      count: posts,
      id: { halves, other: [] },
      account,
      time,
      textCluster: wording,
      obfuscated: new Uint8Array(posts),
      retweet: new Uint8Array(posts),
      input: new Uint32Array(posts),
      line: new Uint32Array(posts),
      recordOffset: new Float64Array(posts),
    },
    objectColumns: [],
    targetAccounts: new Int32Array(),
    comparableCluster: new Uint8Array(wordings).fill(1),
    items: {
      text: textItems(account, wording, accounts, wordings),
      ...Object.fromEntries(KINDS.map((kind) => [kind, noItems(accounts)])),
    },
    timeGranularityMs: 1000,
    creationGranularityMs: 1000,
    hashtags: [],
    repeated: new Map(),
  };
}

/** The texts that at least two accounts share. */
function textItems(account, wording, accounts, wordings) {
  const all = groupIndices(wording, wordings);
  const rows = { posts: [], accounts: [] };
  for (let w = 0; w < wordings; w++) {
    const bearing = all.row(w);
    const bearers = Uint32Array.from(new Set(Array.from(bearing, (p) => account[p]))).sort();
    if (bearers.length < 2) continue;
    rows.posts.push(bearing);
    rows.accounts.push(bearers);
  }
  const accountsOf = CsrRows.fromArrays(rows.accounts);
  return {
    count: accountsOf.count,
    postsOf: CsrRows.fromArrays(rows.posts),
    accountsOf,
    itemsOf: accountsOf.transposed(accounts),
    measurable: new Uint8Array(accounts).fill(1),
    keyIndex: new Uint16Array(accountsOf.count),
  };
}

function noItems(accounts) {
  const none = CsrRows.fromArrays([]);
  return {
    count: 0,
    postsOf: none,
    accountsOf: none,
    itemsOf: none.transposed(accounts),
    measurable: new Uint8Array(accounts),
    keyIndex: new Uint16Array(),
  };
}
