/** What was found out → the document of `--json`. */

import type { AccountPostColumns } from '../dataset/dataset.js';
import type { AssignedVerdicts } from '../decision/assign-verdicts.js';
import type { Evidence, Verdict } from '../documents/evidence.js';
import type { CreationSource } from '../documents/post.js';
import {
  type AccountResult,
  type Input,
  type Result,
  SCHEMA_VERSION,
  type VerdictCounts,
} from '../documents/result.js';
import { VERSION } from '../documents/version.js';
import type { LabelledGroups } from '../groups/label-groups.js';
import type { AnalyzeOptions } from '../options.js';
import { addSkipped } from '../read/post-filter.js';
import type { ProfileFile } from '../read/read-profiles.js';
import { busiestWindow } from '../signals/scan-statistics.js';
import { argsort } from '../stats/argsort.js';
import { timeline } from '../trend/timeline.js';
import { traffic } from '../trend/traffic.js';
import { trend } from '../trend/trend.js';

export interface ResultInputs {
  readonly columns: AccountPostColumns;
  readonly judged: Pick<AssignedVerdicts, 'verdicts' | 'q' | 'expectedFalse'>;
  /** Of each account, 0 to 100. */
  readonly scores: Float64Array;
  /** What limits the result. */
  readonly cautions: readonly string[];
  /** What speaks for the taking part of the accounts called coordinated or unclear, the weightiest first. */
  readonly evidence: ReadonlyMap<number, readonly Evidence[]>;
  readonly groups: LabelledGroups;
  readonly inputs: readonly Input[];
  readonly users: readonly ProfileFile[];
  readonly options: AnalyzeOptions;
}

const TEN_MINUTES = 600_000;
const DAY = 86_400_000;
const HASHTAGS_SHOWN = 20;
/** One for all: most accounts have none. */
const NOTHING: readonly Evidence[] = [];

export function buildResult(findings: ResultInputs): Result {
  const { columns, judged, scores, groups, inputs, users, options } = findings;
  const date = dates(columns);
  // Accounts are numbered in the order of their ids, and equal ranks keep their order.
  const accounts = Array.from(argsort(scores.map((score) => -score)), (a) =>
    accountResult(findings, a, groups.of.get(a) ?? null, date),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'trend-audit', version: VERSION },
    // What was not used has no bearing on the result: `inspect` tells it.
    inputs: inputs.map(({ reading: _reading, ...input }, number) => {
      const repeated = columns.repeated.get(number);
      return repeated ? addSkipped(input, 'repeated-id', repeated.count, repeated.lines) : input;
    }),
    ...(users.length === 0
      ? {}
      : {
          profiles: users.map(({ path, sha256, bytes, profiles }) => ({
            path,
            sha256,
            bytes,
            accounts: profiles.length,
          })),
        }),
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
      posts: columns.posts.count,
      accounts: columns.accounts.count,
      from: new Date(columns.posts.time[0] ?? 0).toISOString(),
      to: new Date(columns.posts.time[columns.posts.count - 1] ?? 0).toISOString(),
      resolutionSeconds: columns.timeGranularityMs / 1000,
      hashtags: columns.hashtags.slice(0, HASHTAGS_SHOWN),
      creationDates: countSources(columns),
    },
    summary: {
      accounts: count(judged.verdicts, () => 1),
      posts: count(judged.verdicts, (a) => columns.accounts.postsOf.rowSize(a)),
      expectedFalse: Math.round(10 * judged.expectedFalse) / 10,
      cautions: findings.cautions,
    },
    accounts,
    groups: groups.list,
    timeline: timeline(columns, judged.verdicts),
    trend: trend(columns, judged.verdicts),
    traffic: traffic(columns, judged.verdicts),
  };
}

function accountResult(
  { columns, judged, scores, evidence }: ResultInputs,
  a: number,
  group: string | null,
  date: WriteDate,
): AccountResult {
  const verdict = judged.verdicts[a] ?? 'insufficient';
  const created = date(columns.accounts.created[a]);
  return {
    id: columns.accounts.id[a] ?? '',
    handle: columns.accounts.handle[a] ?? '',
    displayName: columns.accounts.displayName[a] ?? '',
    verdict,
    score: scores[a] ?? 0,
    q: significant(judged.q[a] ?? 1),
    createdAt: created,
    // An exact date is one string, not three.
    createdAtFrom:
      columns.accounts.createdFrom[a] === columns.accounts.created[a] ? created : date(columns.accounts.createdFrom[a]),
    createdAtTo:
      columns.accounts.createdTo[a] === columns.accounts.created[a] ? created : date(columns.accounts.createdTo[a]),
    createdAtSource: columns.accounts.createdSource[a] ?? 'none',
    posts: columns.accounts.postsOf.rowSize(a),
    mostInTenMinutes: busiestWindow(columns, a, Math.max(TEN_MINUTES, columns.timeGranularityMs)).count,
    group,
    evidence: evidence.get(a) ?? NOTHING,
  };
}

type WriteDate = (time: number | undefined) => string | null;

/** Creation dates as they are written: where they are told by days there are few of them, and each is one string. */
function dates({ creationGranularityMs }: AccountPostColumns): WriteDate {
  if (creationGranularityMs < DAY) return iso;
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

function countSources(m: AccountPostColumns): Record<CreationSource, number> {
  const counts = { dump: 0, snowflake: 0, interpolated: 0, none: 0 };
  for (const source of m.accounts.createdSource) counts[source]++;
  return counts;
}

/** Three significant digits: more would be noise. */
function significant(value: number): number {
  return Number.isNaN(value) ? 1 : Number(value.toPrecision(3));
}
