/** A made-up result: no account, text or figure in it was ever measured. */

import type { Evidence, Verdict } from '../../src/evidence.js';
import { type AccountResult, type Result, SCHEMA_VERSION } from '../../src/result.js';

export function account(id: string, verdict: Verdict, more: Partial<AccountResult> = {}): AccountResult {
  const createdAt = more.createdAt === undefined ? '2012-06-01T08:00:00.000Z' : more.createdAt;
  return {
    id,
    handle: id,
    displayName: '',
    verdict,
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
  return { signal, family, weight, p: 0.001, says, posts: ['1', '2'] };
}

const COHORT = evidence('creation-cohort', 'creation', 4.1, 'Created within 4 days of 26 other accounts of this dump, where its other accounts let expect 1.3.');
const BURST = evidence('burst', 'posting', 2.7, 'Wrote 14 of its 61 posts within 10 minutes, when the hashtag as a whole was quiet.');
const COPIES = evidence('same-text', 'sharing', 3.9, 'Wrote the same rare text as 9 others within 5 minutes, three times: “Своих не бросаем! Крым, мы с тобой”.');
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
  account(id, 'organic', { posts: 80 - 15 * index, mostInTenMinutes: 6 - index, displayName: index === 0 ? 'The Newsroom 📰' : '' }),
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
      skippedAt: { 'bad-time': [12, 19, 22], 'wrong-width': [77], 'duplicate-row': [101, 102, 103], 'other-hashtag': [2] },
      columns: { time: 'created_at', account: 'user' },
      notes: ['The ids of 3 posts were damaged by a spreadsheet (1.2E+18) and are not used'],
    },
  ],
  options: { hashtag: 'РоссияСвоихНеБросает', since: null, until: null, assumeTz: 'UTC', seed: 1 },
  dump: {
    posts: 1_302,
    accounts: 25,
    from: '2014-02-26T12:04:10.000Z',
    to: '2014-03-05T01:17:44.000Z',
    resolutionSeconds: 1,
    hashtags: [
      { tag: 'россиясвоихнебросает', posts: 1_302 },
      { tag: 'крым', posts: 415 },
    ],
    creationDates: { dump: 22, snowflake: 1, interpolated: 1, none: 1 },
  },
  summary: {
    accounts: { coordinated: coordinated.length, unclear: unclear.length, organic: organic.length, insufficient: 2 },
    posts: { coordinated: 534, unclear: 214, organic: 548, insufficient: 6 },
    expectedFalse: 1.8,
    cautions: ['Nearly half of the posts come from accounts that were flagged, so little background is left to compare with'],
  },
  accounts: [...coordinated, ...unclear, ...organic, account('lonely', 'insufficient', { createdAt: null }), account('shy', 'insufficient')],
  groups: [
    { id: 'g1', accounts: NAMES.slice(0, 9).map(([id]) => id), says: '9 accounts that share 14 texts, 3 retweeted posts' },
    { id: 'g2', accounts: NAMES.slice(9, 11).map(([id]) => id), says: '2 accounts that share 22 retweeted posts' },
  ],
  timeline: Array.from({ length: 48 }, (_, hour) => ({
    from: new Date(Date.UTC(2014, 1, 26, 12 + hour)).toISOString(),
    coordinated: hour < 6 ? 40 : 5,
    unclear: 4,
    organic: hour < 6 ? 4 : 20,
    insufficient: 0,
  })),
  traffic: { ctm: 61.2, retweetsPercent: 38.4, top50Percent: 100, postsPerAccount: 52.1 },
};

/** The same dump with nobody coordinated, no creation dates and no hashtag asked for. */
export const quiet: Result = {
  ...sample,
  options: { hashtag: null, assumeTz: 'Europe/Moscow', seed: 1 },
  dump: { ...sample.dump, accounts: 5, posts: 548, hashtags: [{ tag: 'крым', posts: 415 }], creationDates: { dump: 0, snowflake: 0, interpolated: 0, none: 5 } },
  summary: {
    accounts: { coordinated: 0, unclear: 0, organic: 5, insufficient: 0 },
    posts: { coordinated: 0, unclear: 0, organic: 548, insufficient: 0 },
    expectedFalse: 0,
    cautions: [],
  },
  accounts: organic.map((each) => ({ ...each, createdAt: null, createdAtFrom: null, createdAtTo: null, createdAtSource: 'none' })),
  groups: [],
};

/** The smallest dump there is: one post. */
export const onePost: Result = {
  ...quiet,
  inputs: [{ ...(sample.inputs[0] ?? fail()), rows: 1, posts: 1, skipped: {}, skippedAt: {}, notes: [] }],
  dump: { ...quiet.dump, accounts: 1, posts: 1, from: sample.dump.from, to: sample.dump.from, hashtags: [] },
  summary: {
    accounts: { coordinated: 0, unclear: 0, organic: 0, insufficient: 1 },
    posts: { coordinated: 0, unclear: 0, organic: 0, insufficient: 1 },
    expectedFalse: 0,
    cautions: [],
  },
  accounts: [account('lonely', 'insufficient', { createdAt: null, posts: 1 })],
  timeline: [{ from: '2014-02-26T12:00:00.000Z', coordinated: 0, unclear: 0, organic: 0, insufficient: 1 }],
  traffic: { ctm: 101, retweetsPercent: 0, top50Percent: 100, postsPerAccount: 1 },
};

function fail(): never {
  throw new Error('the sample has no input');
}
