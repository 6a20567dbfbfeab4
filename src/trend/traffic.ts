import type { AccountPostColumns } from '../dataset/dataset.js';
import type { Coefficient, Result, TrafficDetails } from '../documents/result.js';
import type { Verdict } from '../documents/verdict.js';
import { increment, outOfRange } from '../stats/array-access.js';
import { gini } from '../stats/gini.js';
import { formatNumber } from '../text/format.js';
import { youngAccounts } from './young-accounts.js';

/** Number of most active accounts in the coefficient. */
const TOP = 50;

/** Numbers of first posts to compare: published cases have about 50,000; a fifth of that is still comparable. */
const COMPARABLE = [10_000, 50_000] as const;

/**
 * In %. If 50 accounts are a larger share of all accounts, F mainly reflects the small number of accounts: ordinary
 * traffic has a C of 12 in total.
 */
const TOP_PERCENT = 2;

/**
 * Figures from Ben Nimmo, Measuring Traffic Manipulation on Twitter (2019), and from measurements of the Digital
 * Forensic Research Lab with this method.
 */
const PUBLISHED: TrafficDetails['published'] = {
  source: 'Ben Nimmo, Measuring Traffic Manipulation on Twitter, Oxford Internet Institute 2019',
  ordinaryAtMost: 12,
  gamedFrom: 24,
  ordinaryPostsPerAccountBelow: 2.2,
  cases: [
    { name: '#TNwelcomesModi', ctm: 123.98, posts: 49_727, accounts: 891 },
    { name: '#GoBackModi', ctm: 46.81, posts: 49_538, accounts: 7_394 },
  ],
};

/**
 * Describes who made the traffic: the coefficient of traffic manipulation, concentration, and the age of accounts. Two
 * decimals.
 */
export function traffic(m: AccountPostColumns, verdicts: readonly Verdict[]): Result['traffic'] {
  const active = activity(m, m.posts.count);
  return {
    ...trafficManipulationCoefficient(m, m.posts.count),
    firstPosts: COMPARABLE.filter((first) => first < m.posts.count).map((first) => ({
      posts: first,
      ...trafficManipulationCoefficient(m, first),
    })),
    published: PUBLISHED,
    notComparable: limits(m),
    gini: round(gini(active)),
    top1Percent: round(percent(sumOfLast(active, Math.ceil(active.length / 100)), m.posts.count)),
    young: youngAccounts(m, verdicts),
    cautions: cautions(m),
  };
}

/**
 * Coefficient of traffic manipulation, C = R/10 + F + U, and its parts (Nimmo 2019): R is the percentage of retweets, F
 * the percentage of posts by the 50 most active accounts, U the posts per account; all of the first `first` posts. Two
 * decimals.
 */
export function trafficManipulationCoefficient(m: AccountPostColumns, first: number): Coefficient {
  const active = activity(m, first);
  const posts = Math.min(first, m.posts.count);
  let retweets = 0;
  for (let p = 0; p < posts; p++) retweets += m.posts.retweet[p] ?? outOfRange();
  const parts = {
    retweetsPercent: percent(retweets, posts),
    top50Percent: percent(sumOfLast(active, TOP), posts),
    postsPerAccount: active.length === 0 ? 0 : posts / active.length,
  };
  return {
    ctm: round(ctmFromParts(parts)),
    retweetsPercent: round(parts.retweetsPercent),
    top50Percent: round(parts.top50Percent),
    postsPerAccount: round(parts.postsPerAccount),
  };
}

/** Computes C from its parts. */
export function ctmFromParts({ retweetsPercent, top50Percent, postsPerAccount }: Omit<Coefficient, 'ctm'>): number {
  return retweetsPercent / 10 + top50Percent + postsPerAccount;
}

/** Numbers of posts per account, ascending, for accounts with any of the first `first` posts. */
function activity({ accounts, posts }: AccountPostColumns, first: number): Uint32Array {
  const counts = new Uint32Array(accounts.count);
  for (const a of posts.account.subarray(0, first)) increment(counts, a);
  return counts.filter((count) => count > 0).sort();
}

function sumOfLast(sorted: Uint32Array, last: number): number {
  return sorted.subarray(Math.max(0, sorted.length - last)).reduce((sum, count) => sum + count, 0);
}

/** Sentences on why the coefficient cannot be compared with published ones; empty if it can. */
function limits({ accounts, posts }: AccountPostColumns): string[] {
  const share = percent(TOP, accounts.count);
  if (accounts.count <= TOP)
    return [`There are no more than ${TOP} accounts, so the ${TOP} most active wrote everything.`];
  return [
    ...(share > TOP_PERCENT
      ? [
          `The ${TOP} most active are ${formatNumber(share)}% of these accounts: the figure is inflated ` +
            'because there are few accounts.',
        ]
      : []),
    ...(posts.count < COMPARABLE[0] ? ['The published figures are for tens of thousands of posts.'] : []),
  ];
}

function cautions({ accounts, posts }: AccountPostColumns): string[] {
  const dated = posts.account.reduce((sum, a) => sum + Number(!Number.isNaN(accounts.created[a] ?? outOfRange())), 0);
  const known = percent(dated, posts.count);
  return [
    ...(accounts.count < 100 ? ['There are fewer than 100 accounts: their most active 1% is one account.'] : []),
    ...(dated > 0 && known < 50
      ? [`The age of accounts is known for ${formatNumber(Math.round(known))}% of the posts only.`]
      : []),
  ];
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
