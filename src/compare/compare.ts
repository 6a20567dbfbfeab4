import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays } from 'date-fns/addDays';
import { eachDayOfInterval } from 'date-fns/eachDayOfInterval';
import { type ComparedDump, type Comparison, COMPARISON_SCHEMA_VERSION } from '../documents/comparison.js';
import type { Result } from '../documents/result.js';
import { VERSION } from '../documents/version.js';
import { TrendAuditError } from '../errors.js';
import type { AnalyzeOptions } from '../options.js';
import { analyze } from '../pipeline/analyze.js';
import { formatDay } from '../time/format-dates.js';

/** Every day is read and analysed anew: a quarter is as much as anybody waits for. */
const MOST_DAYS = 92;

export interface CompareOptions extends AnalyzeOptions {
  /** Whether each day (UTC) of each dump is one of what is compared. */
  readonly byDay?: boolean;
}

interface Part {
  readonly file: string;
  readonly day: string | null;
  readonly result: Result;
}

/** Analyses each dump, or each day of each, by itself. Throws TrendAuditError for what a user can mend. */
export async function compareDumps(
  files: readonly string[],
  { byDay = false, ...options }: CompareOptions = {},
): Promise<Comparison> {
  const parts: Part[] = [];
  for (const file of files) {
    const result = await analyze([file], options);
    parts.push(...(byDay ? await daysOf(file, result, options) : [{ file, day: null, result }]));
  }
  return {
    schemaVersion: COMPARISON_SCHEMA_VERSION,
    tool: { name: 'trend-audit', version: VERSION },
    dumps: parts.map(summarised),
    recurring: recurring(parts),
  };
}

async function daysOf(file: string, { dump }: Result, options: AnalyzeOptions): Promise<Part[]> {
  const days = eachDayOfInterval({ start: new UTCDateMini(dump.from), end: new UTCDateMini(dump.to) });
  if (days.length > MOST_DAYS)
    throw new TrendAuditError('usage', `spans ${days.length} days: too many to compare one by one`, {
      file,
      hint: `choose up to ${MOST_DAYS} with --since and --until`,
    });
  const parts: Part[] = [];
  for (const day of days) {
    const [start, end] = [day.getTime(), addDays(day, 1).getTime()];
    const since = Math.max(start, options.since ?? start);
    const until = Math.min(end, options.until ?? end);
    const result = await analyze([file], { ...options, since, until }).catch(nothingThatDay);
    if (result) parts.push({ file, day: formatDay(day), result });
  }
  return parts;
}

/** A day without posts is no day to compare. */
function nothingThatDay(error: unknown): undefined {
  if (error instanceof TrendAuditError && error.code === 'nothing-left') return undefined;
  throw error;
}

function summarised({
  file,
  day,
  result: { inputs, options, dump, summary, trend, traffic, groups },
}: Part): ComparedDump {
  const largest = groups.reduce((most, { accounts }) => Math.max(most, accounts.length), 0);
  return { file, day, inputs, options, dump, summary, trend, traffic, groups: { count: groups.length, largest } };
}

function recurring(parts: readonly Part[]): Comparison['recurring'] {
  const found = new Map<string, { readonly id: string; readonly handle: string; readonly dumps: number[] }>();
  for (const [index, { result }] of parts.entries()) {
    for (const { id, handle, verdict } of result.accounts) {
      if (verdict !== 'coordinated') continue;
      const known = found.get(id);
      if (known) known.dumps.push(index);
      else found.set(id, { id, handle, dumps: [index] });
    }
  }
  return [...found.values()]
    .filter(({ dumps }) => dumps.length > 1)
    .sort((a, b) => b.dumps.length - a.dumps.length || (a.id < b.id ? -1 : 1));
}
