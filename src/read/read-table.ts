import type { Post } from '../documents/post.js';
import type { Input, Reading } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import type { ToUtc } from '../time/zone.js';
import { type ColumnMapping, mapColumns, requireColumns } from './column-mapping.js';
import { type ColumnProfile, profileColumns } from './column-profile.js';
import { CsvSyntaxError, type Row } from './csv-records.js';
import { resolveDayMonthOrder } from './day-month-order.js';
import { findHeader, headerPredicate, titleNotes } from './find-header.js';
import { columnNames, unusedColumns, emptyFileError, skipHints, orderNotes } from './messages.js';
import type { RowCounts } from './row-counts.js';
import { type RowWarnings, rowNotes, CountedTable, zoneAssumed } from './table.js';

export interface TableFile {
  readonly name: string;
  readonly inputIndex: number;
  readonly toUtc: ToUtc;
  readonly options: {
    readonly map?: Readonly<Record<string, string>>;
    readonly assumeTz?: string;
    readonly maxBadRows?: number;
    readonly encoding?: string;
  };
  /** What the places of rows count; lines where it is not said. */
  readonly unit?: 'line' | 'record';
  /** Told how many posts there were so far. */
  readonly onPosts: (posts: number) => void;
}

/** The account of a reading, save what the bytes themselves tell. */
export type ReadReport = Omit<Input, 'path' | 'sha256' | 'bytes' | 'reading'> & {
  readonly reading: Omit<Reading, 'encoding' | 'encodingRepairs'>;
};

/** Rows that are looked at before the first is read. */
export const SAMPLE_ROWS = 5000;

/** The posts of a table, a batch at a time. `again` gives its rows once more, where they can be had. */
export async function* readTable(
  batches: AsyncGenerator<Row[]>,
  file: TableFile,
  again?: () => AsyncGenerator<Row[]>,
): AsyncGenerator<readonly Post[], ReadReport> {
  try {
    return yield* read(batches, file, again);
  } catch (error) {
    throw explainBroken(error, file.name);
  } finally {
    await batches.return(undefined);
  }
}

/** A broken table in words; anything else as it is. */
export function explainBroken(error: unknown, file: string): unknown {
  if (!(error instanceof CsvSyntaxError)) return error;
  return new TrendAuditError('malformed', error.message, {
    file,
    line: error.line,
    hint: 'get the whole file again, or take this row and what follows out of it',
  });
}

/** What a table is, by its first rows. */
export interface DetectedTable {
  readonly plan: ColumnMapping;
  readonly surveyed: ColumnProfile;
  /** Its first rows below the header, at least one. */
  readonly sample: readonly Row[];
  /** Whether there are no others. */
  readonly ended: boolean;
  /** For the reader of the result. */
  readonly notes: readonly string[];
}

/** Recognises a table by its first rows, which are taken from `batches`. Throws TrendAuditError where it holds no posts. */
export async function detectTable(
  batches: AsyncGenerator<Row[]>,
  { name, options }: Pick<TableFile, 'name' | 'options'>,
  again: (() => AsyncGenerator<Row[]>) | undefined,
): Promise<DetectedTable> {
  const head: Row[] = [];
  let ended = false;
  while (!ended && head.length <= SAMPLE_ROWS) {
    const next = await batches.next();
    if (next.done) ended = true;
    else for (const row of next.value) head.push(row);
  }
  const at = findHeader(head, headerPredicate(options.map ?? {}));
  const [header, ...sample] = head.slice(at);
  if (!header) throw emptyFileError(name, 'is empty: it holds no text');
  const plan = mapColumns(
    header.cells.map((cell) => cell.trim()),
    options.map ?? {},
    name,
  );
  if (sample.length === 0) {
    requireColumns(plan, name, '');
    throw emptyFileError(name, 'holds a header and no rows');
  }
  const surveyed = await resolveDayMonthOrder(profileColumns(plan, sample), ended ? undefined : again);
  requireColumns({ ...plan, places: surveyed.places }, name, surveyed.droppedAccount);
  return {
    plan,
    surveyed,
    sample,
    ended,
    notes: [...titleNotes(head.slice(0, at)), ...surveyed.notes, ...orderNotes(surveyed)],
  };
}

async function* read(
  batches: AsyncGenerator<Row[]>,
  file: TableFile,
  again: (() => AsyncGenerator<Row[]>) | undefined,
): AsyncGenerator<readonly Post[], ReadReport> {
  const { inputIndex, toUtc, options, onPosts } = file;
  const recognised = await detectTable(batches, file, again);
  const { plan, surveyed, sample, ended } = recognised;
  const table = new CountedTable(plan, surveyed, toUtc, inputIndex, file.unit);
  const { tally } = table;
  const posts = table.read(sample);
  // A file of which nothing at all can be read is not read to its end.
  if (posts.length === 0 && sample.length >= SAMPLE_ROWS) checkRows(tally, recognised, file);
  onPosts(tally.posts);
  if (posts.length > 0) yield posts;
  if (!ended) {
    for await (const rows of batches) {
      const batch = table.read(rows);
      onPosts(tally.posts);
      if (batch.length > 0) yield batch;
    }
  }
  checkRows(tally, recognised, file);
  return readReport(recognised, tally, table.doubts, options.assumeTz);
}

/** Fails where too many rows are bad. */
export function checkRows(
  tally: RowCounts,
  { plan }: DetectedTable,
  { name, options }: Pick<TableFile, 'name' | 'options'>,
): void {
  tally.check(options.maxBadRows ?? 0.1, name, skipHints(plan));
}

/** The account of a table that was read: `doubts` are of all its rows. */
export function readReport(
  { plan, surveyed, notes }: DetectedTable,
  tally: RowCounts,
  doubts: RowWarnings,
  assumeTz: string | undefined,
): ReadReport {
  return {
    format: plan.format.name,
    rows: tally.rows,
    posts: tally.posts,
    skipped: tally.skipped,
    skippedAt: tally.skippedAt,
    columns: columnNames(plan, surveyed),
    reading: {
      timeZoneAssumed: zoneAssumed(doubts, assumeTz),
      damagedIds: surveyed.damagedIds,
      columnsLeft: unusedColumns(plan, surveyed),
    },
    notes: [...notes, ...rowNotes(doubts, plan, assumeTz)],
  };
}
