/** Recognises a table from its first rows. */

import type { ColumnMap } from '../documents/options.js';
import { TrendAuditError } from '../errors.js';
import { formatCount } from '../text/format.js';
import { findDayOrder, type DayOrder } from '../time/day-order.js';
import type { ToUtc } from '../time/zone.js';
import { columnValues, timesOf } from './candidates/column-values.js';
import { prepareCells, type PreparedTable } from './cells/prepare-cells.js';
import { type ColumnMapping, isEnough, mapColumns, requireColumns } from './column-mapping.js';
import { type ColumnProfile, profileColumns } from './column-profile.js';
import { modalWidth } from './csv-records.js';
import {
  filled,
  findHeader,
  haveRowNames,
  headerPredicate,
  repeatsHeader,
  titleNotes,
  titleZone,
} from './find-header.js';
import type { LinePlaces } from './line-places.js';
import { mappedColumns } from './mapped-columns.js';
import { emptyFileError, orderNotes } from './messages.js';
import { isData, likelyColumns, noHeaderError, notPostsError } from './not-posts.js';
import { overflows, withWholeText } from './overflowing-text.js';
import type { PostFilter } from './post-filter.js';
import { preview } from './row-counts.js';
import type { Row } from './row.js';
import { takeBatches } from './streams.js';

/** A file that contains a table, and how to read it. */
export interface TableFile {
  readonly name: string;
  /** Its path on the disk; undefined if the input is not a file. */
  readonly path?: string;
  readonly inputIndex: number;
  readonly toUtc: ToUtc;
  readonly options: {
    readonly map?: ColumnMap;
    /** Whether the cells with objects also contain the names of the objects. */
    readonly objectsInPairs?: boolean;
    readonly assumeTz?: string;
    readonly dateOrder?: DayOrder;
    readonly maxBadRows?: number;
    readonly encoding?: string;
    readonly noHeader?: boolean;
    /** The path of the list of posts in JSON. */
    readonly records?: string;
    /** The sheet of a workbook, or the table of a database. */
    readonly sheet?: string;
    /** Whether to choose the table with account profiles among several, instead of the one with posts. */
    readonly profiles?: boolean;
    /** Selects the posts to read; all posts if left out. */
    readonly filter?: PostFilter;
    /** The folder outside of which no file is read. */
    readonly within?: string;
  };
  /** The cell delimiter of a text file; undefined for other files. */
  readonly delimiter?: string;
  /** The unit in which row positions are counted; lines if left out. */
  readonly unit?: 'line' | 'record';
  /** Records the lines of the posts whose rows give them. */
  readonly places?: LinePlaces;
  /** Called with the number of posts read so far. */
  readonly onPosts: (posts: number) => void;
}

/** How to read the rows of a table. */
export interface DetectedTable {
  readonly plan: ColumnMapping;
  readonly surveyed: ColumnProfile;
  /** Messages for the reader of the result. */
  readonly notes: readonly string[];
}

/** A table with the rows that were read to recognise it. */
export interface SampledTable extends DetectedTable {
  /** Its first rows below the header, at least one. */
  readonly sample: readonly Row[];
}

/** The number of rows examined before the first one is read as a post. */
export const SAMPLE_ROWS = 5000;

/**
 * Recognises a table from its first rows, which are taken from `batches`. Throws TrendAuditError if it holds no
 * posts.
 */
export async function detectTable(
  batches: AsyncGenerator<Row[]>,
  { name, options, delimiter }: Pick<TableFile, 'name' | 'options' | 'delimiter'>,
  again: (() => AsyncGenerator<Row[]>) | undefined,
): Promise<SampledTable> {
  const head = await takeBatches(batches, (rows) => rows.length > SAMPLE_ROWS);
  const at = options.noHeader === true ? 0 : findHeader(head, headerPredicate(options.map ?? {}));
  const [first] = head.slice(at);
  if (!first) throw emptyFileError(name, 'is empty: it holds no text');
  const row = first.cells.map((cell) => cell.trim());
  // The columns were named by number and the first line contains data: there is no header.
  const isHeaderless =
    options.noHeader === true ||
    (isData(row) && mappedColumns(options.map ?? {}).some((column) => /^[1-9]\d*$/.test(column)));
  const sample = head.slice(isHeaderless ? at : at + 1);
  const names = isHeaderless
    ? row.map((_, place) => String(place + 1))
    : haveRowNames(row, sample) && fitsBehindNames(row, sample)
      ? ['', ...row]
      : row;
  const raw = withoutSummaries(
    names,
    sample.filter(({ cells }) => !repeatsHeader(cells, names)),
  );
  const joiner = delimiter !== undefined && overflows(names, raw, delimiter) ? delimiter : undefined;
  const own =
    joiner === undefined
      ? raw
      : raw.map(({ cells, line }): Row => ({ cells: withWholeText(cells, names.length, joiner), line }));
  const prepared = prepareCells(
    names,
    own.map(({ cells }) => cells),
    modalWidth(names, own),
  );
  const plan = {
    ...planFor(prepared, options.map ?? {}, name),
    ...(options.objectsInPairs === true ? { objectsInPairs: true } : {}),
  };
  if (sample.length === 0) {
    const only = notPostsError({ plan, places: plan.places, header: names, rows: [] }, name);
    if (only) throw only;
    requireColumns(plan, name, '');
    throw emptyFileError(name, 'holds a header and no rows');
  }
  const surveyed = await resolveDayMonthOrder(
    {
      ...profileColumns(plan, own, prepared, { ...options, titleZone: titleZone(head.slice(0, at)) }),
      ...(joiner === undefined ? {} : { joiner }),
      ...(delimiter === undefined ? {} : { delimiter }),
    },
    head.length > SAMPLE_ROWS ? again : undefined,
  );
  const rows = sample.map(({ cells }) => cells);
  const other = notPostsError({ plan, places: surveyed.places, header: names, rows }, name);
  if (other) throw other;
  if (!isEnough({ ...plan, places: surveyed.places }) && isData(names)) throw noHeaderError(names, rows, name);
  if (own.length > 0 && !own.some(({ cells }) => cells.length === prepared.width))
    throw otherWidthError(names, own, name);
  const why = [surveyed.droppedAccount, surveyed.droppedTime].filter((each) => each !== '').join('; ');
  requireColumns(
    { ...plan, places: surveyed.places },
    name,
    why,
    likelyColumns({ header: names, places: surveyed.places }, rows),
  );
  return {
    plan,
    surveyed,
    sample,
    notes: [
      ...titleNotes(head.slice(0, at)),
      ...(joiner === undefined
        ? []
        : [`Texts stand last and without quotes: ${preview(joiner)} in them parts no cells.`]),
      ...surveyed.notes,
      ...orderNotes(surveyed),
    ],
  };
}

/**
 * The rows that are probably posts, for examining the columns. A row with at most half as many filled cells as usual
 * is a summary (`Total,,,812`) or is torn. Such rows are still read later.
 */
function withoutSummaries(header: readonly string[], rows: readonly Row[]): readonly Row[] {
  const width = modalWidth(header, rows);
  const counts = rows.filter(({ cells }) => cells.length === width).map(filled);
  const usual = counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
  return rows.filter((row) => filled(row) * 2 > usual);
}

/** The error for a table in which no row is as wide as the header. */
function otherWidthError(header: readonly string[], [first]: readonly Row[], file: string): TrendAuditError {
  return new TrendAuditError(
    'malformed',
    `has a header of ${formatCount(header.length, 'column')} and no row of as many: the first has ` +
      `${first?.cells.length ?? 0}`,
    {
      file,
      line: first?.line ?? 1,
      hint:
        'check how its cells are quoted, or whether the header has lost a name; without it number the ' +
        'columns: --no-header --map time=NUMBER',
    },
  );
}

/**
 * Whether each row has an extra cell in front (a row name): the times are one column to the right of the header's
 * time column. The width alone does not show this, because each text may contain a comma.
 */
function fitsBehindNames(header: readonly string[], rows: readonly Row[]): boolean {
  const at = mapColumns(header, {}, '').places.time?.[0];
  if (at === undefined) return false;
  const cells = rows.slice(0, SHIFT_SEEN_BY).map((row) => row.cells);
  // Ids of 16 or more digits may look like times.
  const holdsTimes = (place: number): boolean => {
    const column = columnValues(cells, place, '');
    return timesOf(column) !== undefined && !column.cells.some((cell) => /^\d{16,}$/.test(cell));
  };
  return !holdsTimes(at) && holdsTimes(at + 1);
}

/** The number of rows that show whether the header lacks a column. */
const SHIFT_SEEN_BY = 200;

/** Maps the columns by their names. If too few are found and one cell holds whole posts, maps the names in there. */
function planFor(prepared: PreparedTable, map: ColumnMap, file: string): ColumnMapping {
  const plan = mapColumns(prepared.header, map, file);
  if (isEnough(plan)) return plan;
  for (const at of prepared.objects) {
    const prefix = `${prepared.rawHeader[at] ?? ''}.`;
    const header = prepared.header.map((name, place) =>
      place >= prepared.width && name.startsWith(prefix) ? name.slice(prefix.length) : name,
    );
    const within = mapColumns(header, map, file);
    if (isEnough(within)) return within;
  }
  return plan;
}

/**
 * If the first rows do not show whether 10/1/17 is in January (a dump sorted by time may reach the 13th late), reads
 * the whole file once more. A pipe cannot be read again: there the guess is kept.
 */
async function resolveDayMonthOrder(
  survey: ColumnProfile,
  again: (() => AsyncGenerator<Row[]>) | undefined,
): Promise<ColumnProfile> {
  const at = survey.places.time?.[0];
  if (survey.ambiguousDate === '' || at === undefined || !again) return survey;
  let monthFirst = false;
  for await (const rows of again()) {
    const finding = findDayOrder(rows.map(({ cells }) => cells[at] ?? ''));
    if (finding.basis !== 'proven') continue;
    if (finding.order === 'day-first') return { ...survey, timeOrder: 'day-first', ambiguousDate: '' };
    monthFirst = true;
  }
  return monthFirst ? { ...survey, timeOrder: 'month-first', ambiguousDate: '' } : survey;
}
