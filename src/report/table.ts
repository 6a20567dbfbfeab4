/** Tables without rules: columns held together by their alignment alone. */

import Table from 'cli-table3';
import { displayWidth } from './fit.js';

export interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Applied to a cell's text after it was measured. */
  readonly paint?: (text: string) => string;
}

/** What a cell shows: one line, or several. */
export type Cell = string | readonly string[];

const GAP = '  ';
const QUIET = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right', 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid']
    .map((name) => [name, '']),
);

/** cli-table3 looks at every earlier row for each cell of a row: few at a time keep a long table linear. */
const ROWS_AT_ONCE = 100;

export interface DrawnTable {
  readonly head: string;
  /** For each row its lines. */
  readonly rows: readonly (readonly string[])[];
  /** Cells that the widest line may take. */
  readonly width: number;
}

/**
 * Draws a table, as narrow as its texts allow. cli-table3 lays it out, but measures emoji,
 * flags and combining marks by an older standard; so it is given a run of `x` as wide as each text, and the texts are
 * put in the places of the runs afterwards.
 */
export function drawTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): DrawnTable {
  const heads = columns.map(({ head }) => [head]);
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? [cell] : cell)));
  const widths = columns.map((_, index) => [heads, ...cells].reduce((most, row) => Math.max(most, cellWidth(row[index] ?? [])), 1));
  const drawn: string[][] = [];
  for (let from = 0; from < cells.length; from += ROWS_AT_ONCE) {
    drawn.push(...drawRows(columns, widths, cells.slice(from, from + ROWS_AT_ONCE)));
  }
  const plain = columns.map(({ head, align }) => ({ head, align }));
  const width = widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length);
  return { head: drawRows(plain, widths, [heads])[0]?.[0] ?? '', rows: drawn, width };
}

function drawRows(columns: readonly Column[], widths: readonly number[], rows: readonly (readonly (readonly string[])[])[]): string[][] {
  const table = new Table({
    chars: { ...QUIET, middle: GAP },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: [...widths],
    colAligns: columns.map(({ align }) => align),
  });
  for (const row of rows) table.push(row.map((lines) => lines.map((line) => 'x'.repeat(displayWidth(line))).join('\n')));
  const lines = table.toString().split('\n');
  let next = 0;
  return rows.map((row) => {
    const height = Math.max(1, ...row.map((cell) => cell.length));
    const texts = Array.from({ length: height }, (_, line) => row.flatMap((cell, index) => painted(cell[line] ?? '', columns[index])));
    const mine = lines.slice(next, (next += height));
    return texts.map((inLine, index) => {
      const queue = inLine.values();
      return (mine[index] ?? '').replace(/x+/gu, () => queue.next().value ?? '').trimEnd();
    });
  });
}

/** As an array: empty where the text takes no room and so has no run to replace. */
function painted(text: string, column: Column | undefined): string[] {
  return displayWidth(text) === 0 ? [] : [column?.paint?.(text) ?? text];
}

function cellWidth(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, displayWidth(line)), 0);
}
