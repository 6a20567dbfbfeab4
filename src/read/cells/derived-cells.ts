/**
 * Additional cells of a row that are not in its file: from objects printed into a cell, and from several cells
 * together.
 */

import { compilePath, compileTemplate, scalarPaths, type Path } from '../json/path.js';
import { isJsonObject, isWrappedScalar } from '../json/value.js';
import { nonEmpty } from '../values.js';
import { type ClockColumns, clockOf, type DateColumns, momentOf } from './date-parts.js';
import { type HalvedClock, withHalf } from './day-halves.js';
import type { Decoding } from './decoders.js';
import { decodeCell } from './decoding.js';
import { parsePrintedObject } from './printed-object.js';

/** The columns from which a cell is derived. */
export function sourcesOf(derived: DerivedCell): readonly number[] {
  if ('from' in derived) return [derived.from];
  if ('firstOf' in derived) return derived.firstOf;
  if ('lines' in derived) return derived.lines;
  if ('clock' in derived) return clockSources(derived.clock);
  if ('halved' in derived) return [derived.halved.clock, derived.halved.half];
  const { year, month, day } = derived.moment;
  return [year, month, day, ...clockSources(derived.moment)];
}

function clockSources({ clock, half }: ClockColumns): readonly number[] {
  return half === undefined ? clock : [...clock, half];
}

/** A cell that is derived from others; can be sent to another thread. */
export type DerivedCell =
  /** The value at a path of the object that is printed in a cell; all values if the path leads to a list. */
  | { readonly from: number; readonly path: Path }
  /** The first of these cells that is not empty. */
  | { readonly firstOf: readonly number[] }
  /** All cells that are not empty, separated by blank lines. */
  | { readonly lines: readonly number[] }
  /** A time whose parts are in separate columns. */
  | { readonly moment: DateColumns }
  /** A time of day whose hour, minute, second and half of the day are in separate columns. */
  | { readonly clock: ClockColumns }
  /** A time of a 12-hour clock whose AM or PM is in a separate column. */
  | { readonly halved: HalvedClock };

/** How the cells of a row are prepared before they are read. */
export interface CellPlan {
  /** Columns whose cells are still encoded. */
  readonly decodings: readonly { readonly at: number; readonly how: readonly Decoding[] }[];
  /** Appended to the row's cells in this order; each may use the ones before it. */
  readonly derived: readonly DerivedCell[];
}

/** The maximum number of paths that are read from an object. */
const PATHS = 200;
/** The number of rows that are examined for each column. */
const JUDGED_BY = 300;

/** Separates the items of a list in one cell. */
const LIST_SEPARATOR = '|';

/** Decodes the cells of a row, and appends the cells that are derived from them. */
export class CellMaker {
  /** Whether rows need no preparation. */
  readonly isIdle: boolean;
  readonly #plan: CellPlan;
  readonly #makers: readonly ((cells: readonly string[], parsed: Map<number, unknown>) => string)[];

  constructor(plan: CellPlan) {
    this.#plan = plan;
    this.#makers = plan.derived.map(makerOf);
    this.isIdle = plan.decodings.length === 0 && plan.derived.length === 0;
  }

  make(cells: readonly string[]): readonly string[] {
    if (this.isIdle) return cells;
    const made = [...cells];
    for (const { at, how } of this.#plan.decodings) {
      const cell = made[at];
      if (cell !== undefined && cell !== '') made[at] = decodeCell(cell, how);
    }
    const parsed = new Map<number, unknown>();
    for (const maker of this.#makers) made.push(maker(made, parsed));
    return made;
  }
}

function makerOf(derived: DerivedCell): (cells: readonly string[], parsed: Map<number, unknown>) => string {
  if ('firstOf' in derived)
    return (cells) => derived.firstOf.map((at) => cells[at] ?? '').find((cell) => cell.trim() !== '') ?? '';
  if ('lines' in derived)
    return (cells) =>
      derived.lines
        .map((at) => cells[at] ?? '')
        .filter((cell) => cell.trim() !== '')
        .join('\n\n');
  if ('moment' in derived) return (cells) => momentOf(cells, derived.moment);
  if ('clock' in derived) return (cells) => clockOf(cells, derived.clock);
  if ('halved' in derived) return (cells) => withHalf(cells, derived.halved);
  const { from, path } = derived;
  const read = compileTemplate(path);
  return (cells, parsed) => {
    let object = parsed.get(from);
    if (object === undefined) {
      object = parsePrintedObject(cells[from] ?? '') ?? null;
      parsed.set(from, object);
    }
    return read(object).join(LIST_SEPARATOR);
  };
}

/** A column whose cells hold objects, with the paths in these. */
export interface ObjectColumn {
  readonly at: number;
  readonly paths: readonly Path[];
}

/** The columns of a table whose cells are printed objects, or lists of them. */
export function objectColumns(rows: readonly (readonly string[])[], width: number): ObjectColumn[] {
  const found: ObjectColumn[] = [];
  for (let at = 0; at < width; at++) {
    const filled: string[] = [];
    for (const cells of rows) {
      const cell = cells[at] ?? '';
      if (nonEmpty(cell).length > 2) filled.push(cell);
      // The first three cells are enough to exclude most columns.
      if (filled.length === JUDGED_BY || (filled.length === 3 && !filled.some(mayBeObject))) break;
    }
    if (!filled.some(mayBeObject)) continue;
    const objects = filled.map(parsePrintedObject).filter(hasObject);
    if (objects.length === 0 || objects.length < filled.length * 0.8) continue;
    // MongoDB's `{'$date': …}` is a single value.
    found.push({ at, paths: objects.every(isWrapped) ? [''] : scalarPaths(objects, PATHS) });
  }
  return found;
}

function isWrapped(value: unknown): boolean {
  return isJsonObject(value) && isWrappedScalar(value);
}

function mayBeObject(cell: string): boolean {
  return /[{(<]/.test(cell.slice(0, 80)) && /^\s*(?:@?\{|[[(]|[A-Za-z_][\w.]*\s*[({])/.test(cell);
}

const anything = compilePath('**');

/** Whether a value contains an object; lists of plain texts are read in another way. */
function hasObject(value: unknown): boolean {
  return anything(value).some((part) => typeof part === 'object' && part !== null && Object.keys(part).length > 0);
}
