/** Finds out how the cells of a table must be prepared before its columns can be identified. */

import { DAY } from '../../time/units.js';
import { type ColumnValues, columnValues, timesOf } from '../candidates/column-values.js';
import { type Field, type FieldIndices, isField, LIST_FIELDS } from '../fields.js';
import type { DumpFormat } from '../formats/format.js';
import { preview } from '../row-counts.js';
import { clockPartsOf, datePartsOf } from './date-parts.js';
import { halvedClock } from './day-halves.js';
import { DECODERS, type Decoding } from './decoders.js';
import { decodingsOfColumns } from './decoding.js';
import { CellMaker, type CellPlan, type DerivedCell, objectColumns, sourcesOf } from './derived-cells.js';

/** The number of rows from which the encoding of cells is determined. */
const JUDGED_BY = 500;

export interface PreparedTable {
  /** The header of the file. */
  readonly rawHeader: readonly string[];
  /** Number of cells in a row of the file. */
  readonly width: number;
  /** The names of all cells of a prepared row; '' for cells that hold objects. */
  readonly header: readonly string[];
  readonly cells: CellPlan;
  /** Columns that hold objects, or times without their half of the day: derived cells stand for them. */
  readonly objects: ReadonlySet<number>;
}

/** Decides from a sample of rows how the cells of each column are decoded, and which cells are derived from others. */
export function prepareCells(
  rawHeader: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): PreparedTable {
  const sample = rows.filter((cells) => cells.length === width).slice(0, JUDGED_BY);
  const decodings = decodingsByPlace(sample, width);
  const decode = new CellMaker({ decodings, derived: [] });
  const decoded = decode.isIdle ? sample : sample.map((cells) => decode.make(cells));
  const found = objectColumns(decoded, width);
  const header = Array.from({ length: width }, (_, at) => rawHeader[at] ?? '');
  const derived: DerivedCell[] = [];
  for (const { at, paths } of found) {
    const name = header[at] ?? '';
    for (const path of paths) {
      derived.push({ from: at, path });
      header.push(path === '' ? name : `${name}.${path}`);
    }
  }
  for (const { at } of found) header[at] = '';
  const replaced = new Set(found.map(({ at }) => at));
  const halved = halvedClock(decoded, width);
  if (halved) {
    derived.push({ halved });
    header.push(header[halved.clock] ?? '');
    header[halved.clock] = '';
    replaced.add(halved.clock);
  }
  addTimeOfParts(header, decoded, derived);
  return { rawHeader, width, header, cells: { decodings, derived }, objects: replaced };
}

/** Adds the cell of a time whose parts are in columns of their own, unless a column has the whole of it. */
function addTimeOfParts(header: string[], rows: readonly (readonly string[])[], derived: DerivedCell[]): void {
  const moment = datePartsOf(header, rows);
  const clock = moment ? undefined : clockPartsOf(header, rows);
  const cell = moment ? { moment } : clock && { clock };
  if (!cell || header.some((name, at) => isFinerThanDays(columnValues(rows, at, name)))) return;
  derived.push(cell);
  header.push(
    `${moment ? 'date' : 'time'} of ${sourcesOf(cell)
      .map((at) => header[at] ?? '')
      .join(', ')}`,
  );
  // The hour alone would be taken for the time of day.
  for (const at of clock?.clock ?? []) header[at] = '';
}

/** Whether a column alone gives dates with a time of day. */
function isFinerThanDays(column: ColumnValues): boolean {
  const times = timesOf(column);
  return times !== undefined && !times.numeric && times.step < DAY;
}

/** Like prepareCells, for rows whose cells only need decoding. */
export function readyCells(header: readonly string[], rows: readonly (readonly string[])[]): PreparedTable {
  const sample = rows.slice(0, JUDGED_BY);
  const decodings = decodingsByPlace(sample, header.length);
  return { rawHeader: header, width: header.length, header, cells: { decodings, derived: [] }, objects: new Set() };
}

function decodingsByPlace(rows: readonly (readonly string[])[], width: number): { at: number; how: Decoding[] }[] {
  const columns = Array.from({ length: width }, (_, at) => rows.map((cells) => cells[at] ?? ''));
  return decodingsOfColumns(columns)
    .map((how, at) => ({ at, how }))
    .filter(({ how }) => how.length > 0);
}

/** Whether a decoding applies to one of these fields. */
function isFor(decoding: Decoding, fields: readonly Field[]): boolean {
  const { only } = DECODERS[decoding];
  return only === undefined || fields.some((field) => only.has(field));
}

/**
 * Reduces the plan to the columns in use. A field with several columns gets one derived cell: the first that is
 * filled, or for stacked fields all lines. The returned `places` have one position for each such field.
 */
export function cellsInUse(
  { cells, width, header, objects, rawHeader }: PreparedTable,
  places: FieldIndices,
  { stacked = [], apostropheBeforeSigns = false }: Pick<DumpFormat, 'stacked' | 'apostropheBeforeSigns'> = {},
): { cells: CellPlan; places: FieldIndices; notes: string[] } {
  const derived = [...cells.derived];
  const own: FieldIndices = {};
  for (const [name, at] of Object.entries(places)) {
    if (!isField(name)) continue;
    if (LIST_FIELDS.has(name) || at.length < 2) {
      own[name] = at;
      continue;
    }
    own[name] = [width + derived.length];
    derived.push(stacked.includes(name) ? { lines: at } : { firstOf: at });
  }
  const read = new Set(Object.values(places).flat());
  const notes: string[] = [];
  const decodings = cells.decodings.flatMap(({ at, how }) => {
    const fields = Object.entries(places).flatMap(([field, of]) => (isField(field) && of.includes(at) ? [field] : []));
    // A format that is known to write a ' has its own handling and needs no note.
    const kept = how.filter((each) => isFor(each, fields) && !(each === 'guarded' && apostropheBeforeSigns));
    const isObject = objects.has(at);
    if (kept.length === 0 || (!isObject && fields.length === 0)) return [];
    notes.push(...kept.map((each) => `${preview(header[at] || (rawHeader[at] ?? ''))} ${DECODERS[each].says}.`));
    return [{ at, how: kept }];
  });
  const names = new Set<string>();
  const needed = derived.map((each, index): DerivedCell => {
    if (!('from' in each || 'moment' in each || 'clock' in each || 'halved' in each) || read.has(width + index)) {
      if ('from' in each) names.add(rawHeader[each.from] ?? '');
      return each;
    }
    return { lines: [] };
  });
  while (isEmpty(needed.at(-1))) needed.pop();
  if (names.size > 0)
    notes.push(
      `${[...names].map(preview).join(', ')} ${names.size === 1 ? 'holds' : 'hold'} objects printed as ` +
        'text: values were read from within.',
    );
  return { cells: { decodings, derived: needed }, places: own, notes };
}

function isEmpty(derived: DerivedCell | undefined): boolean {
  return derived !== undefined && 'lines' in derived && derived.lines.length === 0;
}
