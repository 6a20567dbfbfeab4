/** A made-up result: no account, text or figure in it was ever measured. */

import type { Evidence } from '../../src/documents/evidence.js';
import {
  type AccountResult,
  type Coefficient,
  type GroupResult,
  type Result,
  SCHEMA_VERSION,
  type Trend,
} from '../../src/documents/result.js';
import type { Verdict, VerdictCounts } from '../../src/documents/verdict.js';
import { resolveOptions } from '../../src/options.js';

export function account(id: string, verdict: Verdict, more: Partial<AccountResult> = {}): AccountResult {
  const createdAt = more.createdAt === undefined ? '2012-06-01T08:00:00.000Z' : more.createdAt;
  return {
    id,
    handle: id,
    displayName: '',
    url: null,
    verdict,
    reason: verdict === 'unclear' ? 'one-sign' : verdict === 'insufficient' ? 'little-shown' : null,
    score: verdict === 'coordinated' ? 90 : 0,
    q: verdict === 'coordinated' ? 0.001 : 1,
    createdAt,
    createdAtFrom: createdAt,
    createdAtTo: createdAt,
    createdAtSource: createdAt === null ? 'none' : 'dump',
    posts: 3,
    mostInTenMinutes: 1,
    group: null,
    evidence: [],
    ...more,
  };
}

export function evidence(signal: string, family: Evidence['family'], weight: number, says: string): Evidence {
  return {
    signal,
    family,
    weight,
    p: 0.001,
    says,
    value: null,
    expected: null,
    accounts: null,
    others: null,
    gapSeconds: null,
    identical: null,
    similarity: null,
    item: null,
    with: [],
    posts: ['1', '2'],
  };
}

export function group(
  id: string,
  accounts: readonly string[],
  says: string,
  more: Partial<GroupResult> = {},
): GroupResult {
  return {
    id,
    accounts,
    coordinated: accounts.length,
    kind: 'copies-texts',
    alsoExplainedBy: 'Volunteers who agreed on a text post it, too.',
    says,
    ties: { text: 14, retweet: 3, link: 0, tags: 0 },
    posts: 412,
    from: '2014-02-26T12:04:10.000Z',
    to: '2014-03-04T21:40:02.000Z',
    busiest: { from: '2014-02-26T14:02:00.000Z', to: '2014-02-26T14:51:30.000Z', posts: 88 },
    shared: [
      {
        kind: 'text',
        example: 'Своих не бросаем! Крым, мы с тобой #РоссияСвоихНеБросает',
        account: 'slava_rus_01',
        post: '1',
        accounts: 8,
        posts: 21,
        others: 0,
        from: '2014-02-26T14:02:00.000Z',
        to: '2014-02-26T14:19:00.000Z',
      },
      {
        kind: 'retweet',
        example: 'RT @slava_rus_01: \u202Eвсе на площадь',
        account: 'slava_rus_01',
        post: '1',
        accounts: 5,
        posts: 5,
        others: 2,
        from: '2014-02-27T09:00:00.000Z',
        to: '2014-02-27T09:12:00.000Z',
      },
    ],
    creation: {
      dated: accounts.length,
      from: '2014-02-24T00:00:00.000Z',
      to: '2014-02-27T08:00:00.000Z',
      densest: { from: '2014-02-24', to: '2014-02-27', accounts: accounts.length },
    },
    ...more,
  };
}

const hours: readonly (VerdictCounts & { readonly from: string })[] = Array.from({ length: 48 }, (_, hour) => ({
  from: new Date(Date.UTC(2014, 1, 26, 12 + hour)).toISOString(),
  coordinated: hour < 6 ? 40 : 5,
  flooding: 0,
  unclear: 4,
  organic: hour < 6 ? 4 : 20,
  insufficient: 0,
}));

const trend: Trend = {
  push: {
    firstPosts: [
      { posts: 10, coordinated: 9, flooding: 0, unclear: 1, organic: 0, insufficient: 0, coordinatedAccounts: 4 },
      { posts: 100, coordinated: 84, flooding: 0, unclear: 8, organic: 8, insufficient: 0, coordinatedAccounts: 10 },
    ],
    hourSeconds: 3600,
    hours,
    says: '84% of the first 100 posts are by 10 likely coordinated accounts (92% if the unclear accounts took part), against 38% of the rest.',
  },
  pickUp: {
    firstAt: '2014-02-26T18:00:00.000Z',
    lastingFrom: '2014-02-26T18:00:00.000Z',
    withUnclear: { firstAt: '2014-02-26T18:00:00.000Z', lastingFrom: '2014-02-26T18:00:00.000Z' },
    says: 'Organic posts first outnumbered coordinated ones by more than chance in the hour of 26 Feb 2014 18:00 UTC.',
  },
  lead: {
    outcome: 'coordinated',
    binSeconds: 3600,
    bins: 48,
    coordinatedFirst: { lagSeconds: 21_600, correlation: 0.41, p: 0.021 },
    organicFirst: { lagSeconds: 3600, correlation: 0.08, p: 0.6 },
    says: 'Coordinated volume leads.',
  },
};

function trafficOf(coefficient: Coefficient): Result['traffic'] {
  return {
    ...coefficient,
    firstPosts: [],
    published: {
      source: 'a paper',
      ordinaryAtMost: 12,
      gamedFrom: 24,
      ordinaryPostsPerAccountBelow: 2.2,
      cases: [{ name: '#GoBackModi', ctm: 46.81, posts: 49_538, accounts: 7_394 }],
    },
    notComparable: [],
    gini: 0.31,
    top1Percent: 4.7,
    young: {
      all: { datedPosts: 1_290, under7DaysPercent: 41.3, under30DaysPercent: 42, under90DaysPercent: 44.19 },
      coordinated: { datedPosts: 534, under7DaysPercent: 100, under30DaysPercent: 100, under90DaysPercent: 100 },
      organic: { datedPosts: 548, under7DaysPercent: 0, under30DaysPercent: 1.5, under90DaysPercent: 4 },
    },
    cautions: [
      'There are no more than 50 accounts, so the 50 most active wrote everything: the coefficient says nothing.',
    ],
  };
}

/** Where nobody is coordinated and no date of creation is known. */
const undated = { datedPosts: 0, under7DaysPercent: null, under30DaysPercent: null, under90DaysPercent: null };
const quietTrend: Trend = {
  push: { ...trend.push, firstPosts: [], says: 'No account is likely coordinated, so there is no push to describe.' },
  pickUp: {
    firstAt: null,
    lastingFrom: null,
    withUnclear: { firstAt: null, lastingFrom: null },
    says: 'Nothing to pick up.',
  },
  lead: {
    outcome: 'not tested',
    binSeconds: 0,
    bins: 0,
    coordinatedFirst: null,
    organicFirst: null,
    says: 'It cannot be tested: there are fewer than 30 coordinated posts.',
  },
};

const COHORT = evidence(
  'creation-cohort',
  'creation',
  4.1,
  'Created within 4 days of 26 other accounts of this dump, where its other accounts let expect 1.3.',
);
const BURST = evidence(
  'burst',
  'posting',
  2.7,
  'Wrote 14 of its 61 posts within 10 minutes, when the hashtag as a whole was quiet.',
);
const COPIES = evidence(
  'same-text',
  'sharing',
  3.9,
  'Wrote the same rare text as 9 others within 5 minutes, three times: “Своих не бросаем! Крым, мы с тобой”.',
);
/** Of a signal that the report has no name for. */
const AGE = evidence('a-new-signal', 'creation', 0.8, 'First used the hashtag 7 hours after it was created.');

const NAMES = [
  ['slava_rus_01', 'Слава Руси'],
  ['anna_krim', '🇷🇺 Анна 🇷🇺'],
  ['user_with_a_very_long_handle_indeed', 'A display name that goes on and on'],
  ['sara', 'سارة القحطاني'],
  ['mei', '陳美玲 👩🏽\u200D🔬'],
  ['zoe', 'Zoe\u0308 e\u0301tude'],
  ['hostile', '\u202Egnp.exe\u001B[2J\u200B\n'],
  ['olga_1991', 'Ольга'],
  ['dmitry_p', ''],
  ['мария', 'Мария'],
  ['k_petrov', 'К. Петров'],
  ['one_more', ''],
] as const;

const coordinated = NAMES.map(([id, displayName], index) =>
  account(id, 'coordinated', {
    displayName,
    score: 97 - index * 2.5,
    posts: 61 - index * 3,
    mostInTenMinutes: 14 - index,
    group: index < 9 ? 'g1' : index < 11 ? 'g2' : null,
    createdAt: `2014-02-${24 + (index % 4)}T0${index % 10}:00:00.000Z`,
    evidence: index === 3 ? [COPIES] : [AGE, BURST, COHORT, COPIES].slice(0, 2 + (index % 3)),
  }),
);

const unclear = ['petya', 'vasya', 'nina', 'kolya', 'gleb', 'ira'].map((id, index) =>
  account(id, 'unclear', { score: 30 - index, evidence: [index < 5 ? COHORT : BURST] }),
);

const organic = ['newsroom', 'ليلى', '東京の人', 'old_hand', 'quiet_one'].map((id, index) =>
  account(id, 'organic', {
    posts: 80 - 15 * index,
    mostInTenMinutes: 6 - index,
    displayName: index === 0 ? 'The Newsroom 📰' : '',
  }),
);

export const sample: Result = {
  schemaVersion: SCHEMA_VERSION,
  tool: { name: 'trend-audit', version: '0.1.0' },
  inputs: [
    {
      path: 'dumps/tweets.csv',
      sha256: '0'.repeat(64),
      bytes: 812_345,
      format: 'generic',
      rows: 1_330,
      posts: 1_302,
      skipped: { 'bad-time': 4, 'wrong-width': 1, 'duplicate-row': 11, 'other-hashtag': 12 },
      skippedAt: {
        'bad-time': [12, 19, 22],
        'wrong-width': [77],
        'duplicate-row': [101, 102, 103],
        'other-hashtag': [2],
      },
      columns: { time: 'created_at', account: 'user' },
      notes: ['The ids of 3 posts were damaged by a spreadsheet (1.2E+18) and are not used'],
    },
  ],
  options: resolveOptions({ hashtag: 'РоссияСвоихНеБросает' }),
  dump: {
    posts: 1_302,
    accounts: 25,
    from: '2014-02-26T12:04:10.000Z',
    to: '2014-03-05T01:17:44.000Z',
    resolutionSeconds: 1,
    hashtags: [
      { tag: 'РоссияСвоихНеБросает', posts: 1_302 },
      { tag: 'крым', posts: 415 },
    ],
    creationDates: { dump: 22, snowflake: 1, interpolated: 1, none: 1 },
  },
  summary: {
    accounts: {
      coordinated: coordinated.length,
      flooding: 0,
      unclear: unclear.length,
      organic: organic.length,
      insufficient: 2,
    },
    posts: { coordinated: 534, flooding: 0, unclear: 214, organic: 548, insufficient: 6 },
    seenOnce: 0,
    p: 0.0021,
    undecided: null,
    expectedFalse: 1.8,
    cautions: [
      'Nearly half of the posts come from accounts that were flagged, so little background is left to compare with',
    ],
  },
  accounts: [
    ...coordinated,
    ...unclear,
    ...organic,
    account('lonely', 'insufficient', { createdAt: null }),
    account('shy', 'insufficient'),
  ],
  groups: [
    group(
      'g1',
      NAMES.slice(0, 9).map(([id]) => id),
      '9 accounts that share 14 texts, 3 retweeted posts',
    ),
    group(
      'g2',
      NAMES.slice(9, 11).map(([id]) => id),
      '2 accounts that share 22 retweeted posts',
      { shared: [], creation: { dated: 0, from: null, to: null, densest: null } },
    ),
  ],
  timeline: hours,
  trend,
  traffic: trafficOf({ ctm: 61.2, retweetsPercent: 38.4, top50Percent: 100, postsPerAccount: 52.1 }),
};

/** The same dump with nobody coordinated, no creation dates and no hashtag asked for. */
export const quiet: Result = {
  ...sample,
  options: { ...sample.options, hashtag: null, assumeTz: 'Europe/Moscow' },
  dump: {
    ...sample.dump,
    accounts: 5,
    posts: 548,
    hashtags: [{ tag: 'крым', posts: 415 }],
    creationDates: { dump: 0, snowflake: 0, interpolated: 0, none: 5 },
  },
  summary: {
    accounts: { coordinated: 0, flooding: 0, unclear: 0, organic: 5, insufficient: 0 },
    posts: { coordinated: 0, flooding: 0, unclear: 0, organic: 548, insufficient: 0 },
    seenOnce: 0,
    p: 0.0021,
    undecided: null,
    expectedFalse: 0,
    cautions: [],
  },
  accounts: organic.map((each) => ({
    ...each,
    createdAt: null,
    createdAtFrom: null,
    createdAtTo: null,
    createdAtSource: 'none',
  })),
  groups: [],
  timeline: hours.map((hour) => ({ ...hour, coordinated: 0, flooding: 0, unclear: 0 })),
  trend: quietTrend,
  traffic: { ...sample.traffic, young: { all: undated, coordinated: undated, organic: undated } },
};

/** The smallest dump there is: one post. */
export const onePost: Result = {
  ...quiet,
  inputs: [{ ...(sample.inputs[0] ?? fail()), rows: 1, posts: 1, skipped: {}, skippedAt: {}, notes: [] }],
  dump: { ...quiet.dump, accounts: 1, posts: 1, from: sample.dump.from, to: sample.dump.from, hashtags: [] },
  summary: {
    accounts: { coordinated: 0, flooding: 0, unclear: 0, organic: 0, insufficient: 1 },
    posts: { coordinated: 0, flooding: 0, unclear: 0, organic: 0, insufficient: 1 },
    seenOnce: 0,
    p: 0.0021,
    undecided: null,
    expectedFalse: 0,
    cautions: [],
  },
  accounts: [account('lonely', 'insufficient', { createdAt: null, posts: 1 })],
  timeline: [
    { from: '2014-02-26T12:00:00.000Z', coordinated: 0, flooding: 0, unclear: 0, organic: 0, insufficient: 1 },
  ],
  traffic: { ...quiet.traffic, ctm: 101, retweetsPercent: 0, top50Percent: 100, postsPerAccount: 1 },
};

function fail(): never {
  throw new Error('the sample has no input');
}
