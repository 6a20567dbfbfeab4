/** What was found out → the document of `--json`. */

import type { Evidence, Verdict } from './evidence.js';
import type { Community } from './groups/communities.js';
import { describeGroup } from './groups/describe.js';
import type { Shared } from './groups/shared.js';
import { type Measurements, rowLength } from './measure/measurements.js';
import type { AnalyzeOptions } from './options.js';
import type { CreationSource } from './post.js';
import type { ProfileFile } from './read/read-profiles.js';
import { skipMore } from './read/select.js';
import { type AccountResult, type GroupResult, type Input, type Result, SCHEMA_VERSION, type VerdictCounts } from './result.js';
import { busiestWindow } from './signals/busiest-windows.js';
import type { Quote } from './signals/says.js';
import { rankOrder } from './stats/rank-order.js';
import { timeline } from './trend/timeline.js';
import { traffic } from './trend/traffic.js';
import { trend } from './trend/trend.js';
import { cautions } from './verdict/cautions.js';
import { scoreOf } from './verdict/score.js';
import type { Judged } from './verdict/judge.js';
import type { Settled } from './verdict/settle.js';
import { VERSION } from './version.js';

/** Accounts that act together, with what they share most. */
export interface Group extends Community {
  readonly shared: readonly Shared[];
}

export interface Findings {
  readonly measurements: Measurements;
  readonly settled: Settled;
  readonly judged: Judged;
  /** What speaks for each account's taking part, the weightiest first. */
  readonly evidence: (account: number) => readonly Evidence[];
  readonly groups: readonly Group[];
  readonly quote: Quote;
  readonly inputs: readonly Input[];
  readonly users: readonly ProfileFile[];
  readonly options: AnalyzeOptions;
}

const TEN_MINUTES = 600_000;
const HASHTAGS_SHOWN = 20;

export function compose(findings: Findings): Result {
  const { measurements: m, judged, inputs, users, options } = findings;
  const groups = nameGroups(findings);
  const scores = Float64Array.from({ length: m.accounts.count }, (_, a) => scoreOf(findings.settled, judged.verdicts[a] ?? 'insufficient', a));
  // Accounts are numbered in the order of their ids, and equal ranks keep their order.
  const accounts = Array.from(rankOrder(scores.map((score) => -score)), (a) => accountResult(findings, a, scores[a] ?? 0, groups.of.get(a) ?? null));
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'trend-audit', version: VERSION },
    // What was not used has no bearing on the result: `inspect` tells it.
    inputs: inputs.map(({ reading: _reading, ...input }, number) => {
      const repeated = m.repeated.get(number);
      return repeated ? skipMore(input, 'repeated-id', repeated.count, repeated.lines) : input;
    }),
    ...(users.length === 0 ? {} : { profiles: users.map(({ path, sha256, bytes, profiles }) => ({ path, sha256, bytes, accounts: profiles.length })) }),
    options: {
      hashtag: options.hashtag ?? null,
      since: options.since === undefined ? null : new Date(options.since).toISOString(),
      until: options.until === undefined ? null : new Date(options.until).toISOString(),
      map: options.map ?? null,
      users: options.users ?? null,
      assumeTz: options.assumeTz ?? 'UTC',
      maxBadRows: options.maxBadRows ?? 0.1,
      encoding: options.encoding ?? null,
      seed: options.seed ?? 1,
    },
    dump: {
      posts: m.posts.count,
      accounts: m.accounts.count,
      from: new Date(m.posts.time[0] ?? 0).toISOString(),
      to: new Date(m.posts.time[m.posts.count - 1] ?? 0).toISOString(),
      resolutionSeconds: m.resolution / 1000,
      hashtags: m.hashtags.slice(0, HASHTAGS_SHOWN),
      creationDates: countSources(m),
    },
    summary: {
      accounts: count(judged.verdicts, () => 1),
      posts: count(judged.verdicts, (a) => rowLength(m.accounts.postsOf, a)),
      expectedFalse: Math.round(10 * judged.expectedFalse) / 10,
      cautions: cautions(findings.settled, judged),
    },
    accounts,
    groups: groups.list,
    timeline: timeline(m, judged.verdicts),
    trend: trend(m, judged.verdicts),
    traffic: traffic(m, judged.verdicts),
  };
}

function accountResult(findings: Findings, a: number, score: number, group: string | null): AccountResult {
  const { measurements: m, judged } = findings;
  const verdict = judged.verdicts[a] ?? 'insufficient';
  const created = iso(m.accounts.created[a]);
  return {
    id: m.accounts.id[a] ?? '',
    handle: m.accounts.handle[a] ?? '',
    displayName: m.accounts.displayName[a] ?? '',
    verdict,
    score,
    q: significant(judged.q[a] ?? 1),
    createdAt: created,
    // An exact date is one string, not three.
    createdAtFrom: m.accounts.createdFrom[a] === m.accounts.created[a] ? created : iso(m.accounts.createdFrom[a]),
    createdAtTo: m.accounts.createdTo[a] === m.accounts.created[a] ? created : iso(m.accounts.createdTo[a]),
    createdAtSource: m.accounts.createdSource[a] ?? 'none',
    posts: rowLength(m.accounts.postsOf, a),
    mostInTenMinutes: busiestWindow(m, a, Math.max(TEN_MINUTES, m.resolution)).count,
    group,
    evidence: verdict === 'coordinated' || verdict === 'unclear' ? findings.evidence(a) : [],
  };
}

function iso(time: number | undefined): string | null {
  return time === undefined || Number.isNaN(time) ? null : new Date(time).toISOString();
}

function nameGroups({ measurements: m, groups, quote }: Findings): { list: GroupResult[]; of: Map<number, string> } {
  const of = new Map<number, string>();
  const list = groups.map((group, i) => {
    const { accounts, ties } = group;
    const id = `g${i + 1}`;
    for (const a of accounts) of.set(a, id);
    const shared = [
      [ties.text, 'text'],
      [ties.retweet, 'retweeted post'],
      [ties.link, 'link'],
      [ties.tags, 'series of hashtags'],
    ] as const;
    const what = shared.filter(([times]) => times > 0).map(([times, noun]) => `${times} ${noun}${times === 1 || noun.endsWith('s') ? '' : 's'}`);
    return { id, accounts: accounts.map((a) => m.accounts.id[a] ?? ''), says: `${accounts.length} accounts that share ${what.join(', ')}`, ...describeGroup(m, group, group.shared, quote) };
  });
  return { list, of };
}

function count(verdicts: readonly Verdict[], weight: (account: number) => number): VerdictCounts {
  const counts = { coordinated: 0, unclear: 0, organic: 0, insufficient: 0 };
  for (const [a, verdict] of verdicts.entries()) counts[verdict] += weight(a);
  return counts;
}

function countSources(m: Measurements): Record<CreationSource, number> {
  const counts = { dump: 0, snowflake: 0, interpolated: 0, none: 0 };
  for (const source of m.accounts.createdSource) counts[source]++;
  return counts;
}

/** Three significant digits: more would be noise. */
function significant(value: number): number {
  return Number.isNaN(value) ? 1 : Number(value.toPrecision(3));
}
