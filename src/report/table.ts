/** Tables without lines: columns are separated only by their alignment. */

import Table from 'cli-table3';
import { displayWidth } from './text-layout.js';

export interface ReportColumn {
  readonly head: string;
  /** The name of the column in formats in which heads must not be empty or repeated. */
  readonly name?: string;
  readonly align: 'left' | 'right';
  /** Applied to a cell's text after it was measured. */
  readonly paint?: (text: string) => string;
}

export interface RenderedTable {
  readonly head: string;
  /** One line for each row. */
  readonly rows: readonly string[];
  /** Width of the widest line, in cells. */
  readonly width: number;
}

/** The separator between two columns. */
export const COLUMN_GAP = '  ';

/** Draws a table of any texts, including names and words of a dump, as narrow as possible. */
export function renderTable(columns: readonly ReportColumn[], rows: readonly (readonly string[])[]): RenderedTable {
  const heads = columns.map(({ head }) => head);
  const widths = columns.map((_, index) =>
    [heads, ...rows].reduce((most, row) => Math.max(most, displayWidth(row[index] ?? '')), 1),
  );
  const drawn = (texts: readonly string[], painted: boolean): string =>
    columns
      .map(({ align, paint }, index) => {
        const text = texts[index] ?? '';
        const room = ' '.repeat((widths[index] ?? 0) - displayWidth(text));
        const shown = painted && paint ? paint(text) : text;
        return align === 'left' ? shown + room : room + shown;
      })
      .join(COLUMN_GAP)
      .trimEnd();
  return {
    head: drawn(heads, false),
    rows: rows.map((row) => drawn(row, true)),
    width: widths.reduce((sum, each) => sum + each + COLUMN_GAP.length, -COLUMN_GAP.length),
  };
}

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

/**
 * The same for a short table of our own words and figures, with cli-table3. It measures emoji, flags and combining
 * marks by an older standard than terminals do, and is slow for many rows: neither matters here.
 */
export function renderFigures(columns: readonly ReportColumn[], rows: readonly (readonly string[])[]): RenderedTable {
  const table = new Table({
    chars: { ...NO_RULES, middle: COLUMN_GAP },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: columns.map(({ align }) => align),
    head: columns.map(({ head }) => head),
  });
  table.push(...rows.map((row) => row.map((text, index) => columns[index]?.paint?.(text) ?? text)));
  const [head = '', ...lines] = table.toString().split('\n');
  return { head: head.trimEnd(), rows: lines.map((line) => line.trimEnd()), width: head.length };
}

/**
 * The same for screen readers and for programs: a line of heads, then the rows, with a tab between cells, nothing cut.
 */
export function renderTsv(columns: readonly ReportColumn[], rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) =>
    row.map((text, index) => (columns[index]?.align === 'right' ? asTyped(text) : text).trim()),
  );
  return [columns.map(({ head, name = head }) => name), ...cells].map((row) => row.join('\t'));
}

/** `12,345` and `−0.5` are for people; a program would read 12 and 0. */
function asTyped(text: string): string {
  return (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text) ? text.replaceAll(',', '') : text).replace('−', '-');
}
