/** Tables without rules: columns held together by their alignment alone. */

import Table from 'cli-table3';
import { displayWidth } from './text-layout.js';

export interface Column {
  readonly head: string;
  /** What it is called where no head may be left empty or be the same as another. */
  readonly name?: string;
  readonly align: 'left' | 'right';
  /** Applied to a cell's text after it was measured. */
  readonly paint?: (text: string) => string;
}

export interface RenderedTable {
  readonly head: string;
  /** One line for each row. */
  readonly rows: readonly string[];
  /** Cells that the widest line may take. */
  readonly width: number;
}

/** What stands between two columns. */
export const COLUMN_GAP = '  ';
const NO_RULES = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
  ].map((name) => [name, '']),
);

/** cli-table3 looks at every earlier row for each cell of a row: few at a time keep a long table linear. */
const ROWS_AT_ONCE = 100;

/**
 * Draws a table, as narrow as its texts allow. cli-table3 lays it out, but measures emoji, flags and combining marks by
 * an older standard; so it is given runs of `x` as wide as the texts, which are put in the places of the runs
 * afterwards. It is slow as well: rows whose texts are as wide as those of an earlier row use its layout.
 */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): RenderedTable {
  const heads = columns.map(({ head }) => head);
  const shapes = [heads, ...rows].map((row) => row.map(displayWidth));
  const widths = columns.map((_, index) => shapes.reduce((most, shape) => Math.max(most, shape[index] ?? 0), 1));
  const layouts = new Map(shapes.map((shape) => [shape.join(), { shape, line: '' }]));
  const distinct = [...layouts.values()];
  for (let from = 0; from < distinct.length; from += ROWS_AT_ONCE) {
    const some = distinct.slice(from, from + ROWS_AT_ONCE);
    const lines = layOut(
      columns,
      widths,
      some.map(({ shape }) => shape),
    );
    some.forEach((layout, index) => (layout.line = lines[index] ?? ''));
  }
  const filled = (row: readonly string[], index: number, paint: boolean) => {
    const shape = shapes[index] ?? [];
    const texts = row
      .flatMap((text, at) => (shape[at] === 0 ? [] : [paint ? (columns[at]?.paint?.(text) ?? text) : text]))
      .values();
    return (layouts.get(shape.join())?.line ?? '').replace(/x+/gu, () => texts.next().value ?? '').trimEnd();
  };
  return {
    head: filled(heads, 0, false),
    rows: rows.map((row, index) => filled(row, index + 1, true)),
    width: widths.reduce((sum, each) => sum + each + COLUMN_GAP.length, -COLUMN_GAP.length),
  };
}

/** The same for screen readers and for programs: a line of heads, then the rows, with a tab between cells, nothing cut. */
export function renderTsv(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) =>
    row.map((text, index) => (columns[index]?.align === 'right' ? asTyped(text) : text).trim()),
  );
  return [columns.map(({ head, name = head }) => name), ...cells].map((row) => row.join('\t'));
}

/** `12,345` and `−0.5` are for people; a program would read 12 and 0. */
function asTyped(text: string): string {
  return (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text) ? text.replaceAll(',', '') : text).replace('−', '-');
}

/** A line for each shape, with a run of `x` where each text will be. */
function layOut(
  columns: readonly Column[],
  widths: readonly number[],
  shapes: readonly (readonly number[])[],
): string[] {
  const table = new Table({
    chars: { ...NO_RULES, middle: COLUMN_GAP },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: [...widths],
    colAligns: columns.map(({ align }) => align),
  });
  for (const shape of shapes) table.push(shape.map((width) => 'x'.repeat(width)));
  return table.toString().split('\n');
}
