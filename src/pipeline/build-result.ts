import type { AccountPostColumns } from '../dataset/dataset.js';
import type { CreationSource } from '../documents/post.js';
import { type Result, SCHEMA_VERSION } from '../documents/result.js';
import { emptyTally, type Verdict, type VerdictCounts } from '../documents/verdict.js';
import { VERSION } from '../documents/version.js';
import { resolveOptions } from '../options.js';
import { outOfRange } from '../stats/array-access.js';
import { timeline } from '../trend/timeline.js';
import { traffic } from '../trend/traffic.js';
import { trend } from '../trend/trend.js';
import { accountResults } from './account-results.js';
import type { ResultInputs } from './result-inputs.js';

const HASHTAGS_SHOWN = 20;

/** Builds the document of `--json`. */
export function buildResult(resultInputs: ResultInputs): Result {
  const { columns, judged, reasons, p, undecided, cautions, groups, inputs, users, options } = resultInputs;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'trend-audit', version: VERSION },
    // How a file was read does not affect the result; `inspect` shows it.
    inputs: inputs.map(({ reading: _reading, ...input }) => input),
    ...(users.length === 0 ? {} : { profiles: users }),
    options: resolveOptions(options),
    dump: {
      posts: columns.posts.count,
      accounts: columns.accounts.count,
      from: new Date(columns.posts.time[0] ?? outOfRange()).toISOString(),
      to: new Date(columns.posts.time[columns.posts.count - 1] ?? outOfRange()).toISOString(),
      resolutionSeconds: columns.timeGranularityMs / 1000,
      hashtags: columns.hashtags.slice(0, HASHTAGS_SHOWN),
      creationDates: countSources(columns),
    },
    summary: {
      accounts: count(judged.verdicts, () => 1),
      posts: count(judged.verdicts, (a) => columns.accounts.postsOf.rowSize(a)),
      seenOnce: reasons.filter((reason) => reason === 'seen-once').length,
      p,
      undecided,
      expectedFalse: Math.round(10 * judged.expectedFalse) / 10,
      cautions,
    },
    accounts: accountResults(resultInputs),
    groups: groups.list,
    timeline: timeline(columns, judged.verdicts),
    trend: trend(columns, judged.verdicts),
    traffic: traffic(columns, judged.verdicts),
  };
}

function count(verdicts: readonly Verdict[], weight: (account: number) => number): VerdictCounts {
  const counts = emptyTally();
  for (const [a, verdict] of verdicts.entries()) counts[verdict] += weight(a);
  return counts;
}

function countSources(m: AccountPostColumns): Record<CreationSource, number> {
  const counts = { dump: 0, snowflake: 0, interpolated: 0, none: 0 };
  for (const source of m.accounts.createdSource) counts[source]++;
  return counts;
}
