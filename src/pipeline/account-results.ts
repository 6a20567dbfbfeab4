import type { AccountPostColumns } from '../dataset/dataset.js';
import { platformOfDump, profileUrl } from '../documents/addresses.js';
import type { Evidence } from '../documents/evidence.js';
import type { AccountResult, Platform } from '../documents/result.js';
import { busiestWindow } from '../signals/scan-statistics.js';
import { argsort } from '../stats/argsort.js';
import { outOfRange } from '../stats/array-access.js';
import type { ResultInputs } from './result-inputs.js';

const TEN_MINUTES = 600_000;
const DAY = 86_400_000;
/** Shared by all accounts without evidence, which are the majority. */
const NOTHING: readonly Evidence[] = [];

/** All accounts, sorted by score (highest first), then by id. */
export function accountResults(resultInputs: ResultInputs): AccountResult[] {
  const { columns, scores, groups } = resultInputs;
  const date = dates(columns);
  const platform = platformOfDump(resultInputs.inputs, columns.accounts.id);
  // Accounts are numbered in the order of their ids, and argsort is stable.
  return Array.from(argsort(scores.map((score) => -score)), (a) =>
    accountResult(resultInputs, a, groups.of.get(a) ?? null, date, platform),
  );
}

function accountResult(
  { columns, judged, reasons, scores, evidence }: ResultInputs,
  a: number,
  group: string | null,
  date: WriteDate,
  platform: Platform | undefined,
): AccountResult {
  const verdict = judged.verdicts[a] ?? outOfRange();
  const created = date(columns.accounts.created[a]);
  const id = columns.accounts.id[a] ?? outOfRange();
  const handle = columns.accounts.handle[a] ?? outOfRange();
  // Every property is written out: copying an object first takes ten times as long and three times the memory.
  return {
    id,
    handle,
    displayName: columns.accounts.displayName[a] ?? outOfRange(),
    url: profileUrl(platform, { id, handle }) ?? null,
    verdict,
    reason: reasons[a] ?? null,
    score: scores[a] ?? outOfRange(),
    q: significant(judged.q[a] ?? outOfRange()),
    createdAt: created,
    // Reuses one string if the date is exact.
    createdAtFrom:
      columns.accounts.createdFrom[a] === columns.accounts.created[a] ? created : date(columns.accounts.createdFrom[a]),
    createdAtTo:
      columns.accounts.createdTo[a] === columns.accounts.created[a] ? created : date(columns.accounts.createdTo[a]),
    createdAtSource: columns.accounts.createdSource[a] ?? outOfRange(),
    posts: columns.accounts.postsOf.rowSize(a),
    mostInTenMinutes: busiestWindow(columns, a, Math.max(TEN_MINUTES, columns.timeGranularityMs)).count,
    group,
    evidence: evidence.get(a) ?? NOTHING,
  };
}

type WriteDate = (time: number | undefined) => string | null;

/** Formats creation dates; if they are whole days, there are few of them, and each string is reused. */
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

/** Three significant digits: more would be noise. Not measured (NaN) counts as 1. */
function significant(value: number): number {
  return Number.isNaN(value) ? 1 : Number(value.toPrecision(3));
}
