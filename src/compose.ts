/** What was found out → the document of `--json`. */

import type { Evidence, Verdict } from './evidence.js';
import type { NamedGroups } from './groups/name.js';
import { type Columns, rowLength } from './measure/measurements.js';
import type { AnalyzeOptions } from './options.js';
import type { CreationSource } from './post.js';
import type { ProfileFile } from './read/read-profiles.js';
import { skipMore } from './read/select.js';
import { type AccountResult, type Input, type Result, SCHEMA_VERSION, type VerdictCounts } from './result.js';
import { busiestWindow } from './signals/busiest-windows.js';
import { rankOrder } from './stats/rank-order.js';
import { timeline } from './trend/timeline.js';
import { traffic } from './trend/traffic.js';
import { trend } from './trend/trend.js';
import type { Judged } from './verdict/judge.js';
import { VERSION } from './version.js';

export interface Findings {
  readonly measurements: Columns;
  readonly judged: Pick<Judged, 'verdicts' | 'q' | 'expectedFalse'>;
  /** Of each account, 0 to 100. */
  readonly scores: Float64Array;
  /** What limits the result. */
  readonly cautions: readonly string[];
  /** What speaks for the taking part of the accounts called coordinated or unclear, the weightiest first. */
  readonly evidence: ReadonlyMap<number, readonly Evidence[]>;
  readonly groups: NamedGroups;
  readonly inputs: readonly Input[];
  readonly users: readonly ProfileFile[];
  readonly options: AnalyzeOptions;
}

const TEN_MINUTES = 600_000;
const DAY = 86_400_000;
const HASHTAGS_SHOWN = 20;
/** One for all: most accounts have none. */
const NOTHING: readonly Evidence[] = [];

export function compose(findings: Findings): Result {
  const { measurements: m, judged, scores, groups, inputs, users, options } = findings;
  const date = dates(m);
  // Accounts are numbered in the order of their ids, and equal ranks keep their order.
  const accounts = Array.from(rankOrder(scores.map((score) => -score)), (a) => accountResult(findings, a, groups.of.get(a) ?? null, date));
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
      cautions: findings.cautions,
    },
    accounts,
    groups: groups.list,
    timeline: timeline(m, judged.verdicts),
    trend: trend(m, judged.verdicts),
    traffic: traffic(m, judged.verdicts),
  };
}

function accountResult({ measurements: m, judged, scores, evidence }: Findings, a: number, group: string | null, date: WriteDate): AccountResult {
  const verdict = judged.verdicts[a] ?? 'insufficient';
  const created = date(m.accounts.created[a]);
  return {
    id: m.accounts.id[a] ?? '',
    handle: m.accounts.handle[a] ?? '',
    displayName: m.accounts.displayName[a] ?? '',
    verdict,
    score: scores[a] ?? 0,
    q: significant(judged.q[a] ?? 1),
    createdAt: created,
    // An exact date is one string, not three.
    createdAtFrom: m.accounts.createdFrom[a] === m.accounts.created[a] ? created : date(m.accounts.createdFrom[a]),
    createdAtTo: m.accounts.createdTo[a] === m.accounts.created[a] ? created : date(m.accounts.createdTo[a]),
    createdAtSource: m.accounts.createdSource[a] ?? 'none',
    posts: rowLength(m.accounts.postsOf, a),
    mostInTenMinutes: busiestWindow(m, a, Math.max(TEN_MINUTES, m.resolution)).count,
    group,
    evidence: evidence.get(a) ?? NOTHING,
  };
}

type WriteDate = (time: number | undefined) => string | null;

/** Creation dates as they are written: where they are told by days there are few of them, and each is one string. */
function dates({ createdResolution }: Columns): WriteDate {
  if (createdResolution < DAY) return iso;
  const written = new Map<number | undefined, string | null>();
  return (time) => {
    let text = written.get(time);
    if (text === undefined) written.set(time, (text = iso(time)));
    return text;
  };
}

function iso(time: number | undefined): string | null {
  return time === undefined || Number.isNaN(time) ? null : new Date(time).toISOString();
}

function count(verdicts: readonly Verdict[], weight: (account: number) => number): VerdictCounts {
  const counts = { coordinated: 0, unclear: 0, organic: 0, insufficient: 0 };
  for (const [a, verdict] of verdicts.entries()) counts[verdict] += weight(a);
  return counts;
}

function countSources(m: Columns): Record<CreationSource, number> {
  const counts = { dump: 0, snowflake: 0, interpolated: 0, none: 0 };
  for (const source of m.accounts.createdSource) counts[source]++;
  return counts;
}

/** Three significant digits: more would be noise. */
function significant(value: number): number {
  return Number.isNaN(value) ? 1 : Number(value.toPrecision(3));
}
