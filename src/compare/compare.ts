import { addDays } from 'date-fns/addDays';
import { type ComparedDump, type Comparison, COMPARISON_SCHEMA_VERSION } from '../documents/comparison.js';
import type { Result } from '../documents/result.js';
import { VERSION } from '../documents/version.js';
import { TrendAuditError } from '../errors.js';
import type { AnalyzeOptions } from '../options.js';
import { analyze } from '../pipeline/analyze.js';
import { formatDay } from '../time/format-dates.js';
import { daysBetween } from './days-between.js';
import { daysOfWhole } from './days-of-whole.js';
import type { ComparedPart } from './part.js';

/** Each day is read and analysed again, so the number of days is limited to a quarter of a year. */
const MOST_DAYS_ALONE = 92;

export interface CompareOptions extends AnalyzeOptions {
  /** Whether to compare the days (UTC) of each dump, with the verdicts of the whole dump. */
  readonly byDay?: boolean;
  /** Whether each day is analysed by itself instead, without the other days. Only with `byDay`. */
  readonly eachDayAlone?: boolean;
}

/**
 * Analyses each dump by itself, and divides it into days on request. Throws TrendAuditError for an error that a user
 * can fix.
 */
export async function compareDumps(
  files: readonly string[],
  { byDay = false, eachDayAlone = false, ...options }: CompareOptions = {},
): Promise<Comparison> {
  const partsOf = !byDay ? dumpAlone : eachDayAlone ? daysAlone : daysOfWhole;
  const parts: ComparedPart[] = [];
  for (const file of files) parts.push(...(await partsOf(file, options)));
  return {
    schemaVersion: COMPARISON_SCHEMA_VERSION,
    tool: { name: 'trend-audit', version: VERSION },
    dumps: parts.map(({ dump }) => dump),
    recurring: recurring(parts),
  };
}

async function dumpAlone(file: string, options: AnalyzeOptions): Promise<ComparedPart[]> {
  return [partOf(file, null, await analyze([file], options))];
}

async function daysAlone(file: string, options: AnalyzeOptions): Promise<ComparedPart[]> {
  const { dump } = await analyze([file], options);
  const days = daysBetween(dump.from, dump.to);
  if (days.length > MOST_DAYS_ALONE)
    throw new TrendAuditError('usage', `spans ${days.length} days: too many to analyse one by one`, {
      file,
      hint: `choose up to ${MOST_DAYS_ALONE} with --since and --until`,
    });
  const parts: ComparedPart[] = [];
  for (const day of days) {
    const [start, end] = [day.getTime(), addDays(day, 1).getTime()];
    const since = Math.max(start, options.since ?? start);
    const until = Math.min(end, options.until ?? end);
    const result = await analyze([file], { ...options, since, until }).catch(nothingThatDay);
    if (result) parts.push(partOf(file, formatDay(day), result));
  }
  return parts;
}

/** Days without posts are left out. */
function nothingThatDay(error: unknown): undefined {
  if (error instanceof TrendAuditError && error.code === 'nothing-left') return undefined;
  throw error;
}

function partOf(file: string, day: string | null, result: Result): ComparedPart {
  const { inputs, options, dump, summary, trend, traffic, groups, accounts } = result;
  const largest = groups.reduce((most, group) => Math.max(most, group.accounts.length), 0);
  const compared: ComparedDump = {
    file,
    day,
    judged: 'alone',
    inputs,
    options,
    dump,
    summary,
    trend,
    traffic,
    groups: { count: groups.length, largest },
  };
  return { dump: compared, coordinated: accounts.filter(({ verdict }) => verdict === 'coordinated') };
}

function recurring(parts: readonly ComparedPart[]): Comparison['recurring'] {
  const found = new Map<string, { readonly id: string; readonly handle: string; readonly dumps: number[] }>();
  for (const [index, { coordinated }] of parts.entries()) {
    for (const { id, handle } of coordinated) {
      const known = found.get(id);
      if (known) known.dumps.push(index);
      else found.set(id, { id, handle, dumps: [index] });
    }
  }
  return [...found.values()]
    .filter(({ dumps }) => dumps.length > 1)
    .sort((a, b) => b.dumps.length - a.dumps.length || (a.id < b.id ? -1 : 1));
}
