/** What the tables of an evaluation have in common. */

import type { Estimate } from '../documents/evaluation.js';
import type { TextPage } from './page.js';
import { type ReportColumn, renderTable, renderTsv } from './table.js';
import { joinFacts, wrapParagraph } from './text-layout.js';

const UNKNOWN = '–';

/** Decimals for the rate of false positives: 0.1% of many accounts is a lot. */
export const RARE_RATE_DECIMALS = 4;

/** A column that is aligned to the left. */
export function leftColumn(head: string, paint?: (text: string) => string): ReportColumn {
  return { head, align: 'left', ...(paint ? { paint } : {}) };
}

/** A column of figures, aligned to the right. */
export function rightColumn(head: string): ReportColumn {
  return { head, align: 'right' };
}

/** A column with a longer name, for formats that show heads without their context. */
export function headedColumn(name: string, column: ReportColumn): ReportColumn {
  return { ...column, name };
}

/**
 * A table under its head, as `render` draws it; if the page is too narrow, a paragraph for each row, with the heads as
 * names of its cells.
 */
export function tableOrLines(
  columns: readonly ReportColumn[],
  rows: readonly (readonly string[])[],
  page: TextPage,
  render: typeof renderTable = renderTable,
): string[] {
  if (page.plain) return renderTsv(columns, rows);
  const table = render(columns, rows);
  if (!page.narrow && table.width < page.width)
    return [table.head, ...table.rows].map((line, index) => ` ${index === 0 ? page.quiet(line) : line}`.trimEnd());
  return rows.flatMap(([name = '', ...cells]) => {
    const known = cells.flatMap((cell, index) =>
      cell.trim() === '' ? [] : [`${columns[index + 1]?.head ?? ''} ${cell}`.trim()],
    );
    return [...wrapParagraph(name.trim(), page.width), ...joinFacts(known, page.width, '  ')];
  });
}

/** The value with this many decimals; a dash if there is none. */
export function formatFigure(value: number | null, decimals = 3): string {
  return value === null ? UNKNOWN : value.toFixed(decimals);
}

/** `+0.012`, `−0.034`. */
export function formatDelta(value: number | null): string {
  if (value === null) return UNKNOWN;
  const size = Math.abs(value).toFixed(3);
  if (Number(size) === 0) return size;
  return `${value < 0 ? '−' : '+'}${size}`;
}

/** `0.912–0.998`. */
export function formatInterval({ low, high }: Estimate, decimals = 3): string {
  return low === null || high === null ? '' : `${formatFigure(low, decimals)}–${formatFigure(high, decimals)}`;
}
