/** Divides a dump that was analysed as a whole into days, with its verdicts counted by day. */

import { addDays } from 'date-fns/addDays';
import type { AccountPostColumns } from '../dataset/dataset.js';
import { postsBetween } from '../dataset/posts-between.js';
import type { ComparedDump } from '../documents/comparison.js';
import type { CreationSource } from '../documents/post.js';
import type { Result } from '../documents/result.js';
import { emptyTally, type Verdict, type VerdictCounts, type VerdictReason } from '../documents/verdict.js';
import { type AnalyzeOptions, runBlocking } from '../options.js';
import { analyzeOpen } from '../pipeline/analyze.js';
import { buildResult } from '../pipeline/build-result.js';
import { outOfRange } from '../stats/array-access.js';
import { formatDay } from '../time/format-dates.js';
import { traffic } from '../trend/traffic.js';
import { trend } from '../trend/trend.js';
import { daysBetween } from './days-between.js';
import type { ComparedPart } from './part.js';

/** A part for each day (UTC) with posts. Throws TrendAuditError for an error that a user can fix. */
export async function daysOfWhole(file: string, options: AnalyzeOptions): Promise<ComparedPart[]> {
  const { resultInputs, close } = await analyzeOpen([file], options);
  try {
    const { columns, judged, reasons } = resultInputs;
    return await runBlocking(options, () => {
      const result = buildResult(resultInputs);
      return daysBetween(result.dump.from, result.dump.to).flatMap((day) =>
        partOf(file, day, { result, columns, verdicts: judged.verdicts, reasons }),
      );
    });
  } finally {
    await close();
  }
}

interface Whole {
  readonly result: Result;
  readonly columns: AccountPostColumns;
  /** One for each account of the columns. */
  readonly verdicts: readonly Verdict[];
  readonly reasons: readonly (VerdictReason | null)[];
}

function partOf(file: string, day: Date, { result, columns: whole, verdicts: all, reasons }: Whole): ComparedPart[] {
  const excerpt = postsBetween(whole, day.getTime(), addDays(day, 1).getTime());
  if (!excerpt) return [];
  const { accounts } = excerpt;
  const columns = { ...excerpt.columns, hashtags: [] };
  const verdicts = Array.from(accounts, (a) => all[a] ?? outOfRange());
  const counts = count(verdicts, () => 1);
  const { hashtags: _, ...dump } = result.dump;
  const { time, count: posts } = columns.posts;
  const dumpOfDay: ComparedDump['dump'] = {
    ...dump,
    posts,
    accounts: accounts.length,
    from: new Date(time[0] ?? outOfRange()).toISOString(),
    to: new Date(time[posts - 1] ?? outOfRange()).toISOString(),
    creationDates: countSources(columns),
  };
  const called = result.summary.accounts.coordinated;
  const { inputs, options, summary } = result;
  const dumpPart: ComparedDump = {
    file,
    day: formatDay(day),
    judged: 'whole',
    inputs,
    options,
    dump: dumpOfDay,
    summary: {
      ...summary,
      accounts: counts,
      posts: count(verdicts, (a) => columns.accounts.postsOf.rowSize(a)),
      seenOnce: accounts.filter((a) => reasons[a] === 'seen-once').length,
      // The expected share of false calls among called accounts does not depend on the day on which they post.
      expectedFalse: called === 0 ? 0 : Math.round((10 * summary.expectedFalse * counts.coordinated) / called) / 10,
    },
    trend: trend(columns, verdicts),
    traffic: traffic(columns, verdicts),
    groups: activeGroups(result, new Set(columns.accounts.id)),
  };
  return [
    {
      dump: dumpPart,
      coordinated: verdicts.flatMap((verdict, a) =>
        verdict === 'coordinated'
          ? [{ id: columns.accounts.id[a] ?? outOfRange(), handle: columns.accounts.handle[a] ?? outOfRange() }]
          : [],
      ),
    },
  ];
}

function count(verdicts: readonly Verdict[], weight: (account: number) => number): VerdictCounts {
  const counts = emptyTally();
  for (const [a, verdict] of verdicts.entries()) counts[verdict] += weight(a);
  return counts;
}

function countSources({ accounts }: Pick<AccountPostColumns, 'accounts'>): Record<CreationSource, number> {
  const counts = { dump: 0, snowflake: 0, interpolated: 0, none: 0 };
  for (const source of accounts.createdSource) counts[source]++;
  return counts;
}

/** The number of groups with at least two accounts that posted that day, and the largest number of such accounts. */
function activeGroups({ groups }: Result, present: ReadonlySet<string>): ComparedDump['groups'] {
  const sizes = groups
    .map(({ accounts }) => accounts.filter((id) => present.has(id)).length)
    .filter((active) => active > 1);
  return { count: sizes.length, largest: Math.max(0, ...sizes) };
}
