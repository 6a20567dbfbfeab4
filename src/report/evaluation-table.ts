/** What the tables of an evaluation have in common. */

import type { Estimate } from '../evaluation-result.js';
import { facts, paragraph } from './fit.js';
import type { Page } from './page.js';
import { type Column, drawTable, tabbedTable } from './table.js';

const UNKNOWN = '–';

/** False positives are few of many: a tenth of a percent is much. */
export const RARE = 4;

export function left(head: string, paint?: (text: string) => string): Column {
  return { head, align: 'left', ...(paint ? { paint } : {}) };
}

export function right(head: string): Column {
  return { head, align: 'right' };
}

/** A column whose head alone does not say what it holds. */
export function named(name: string, column: Column): Column {
  return { ...column, name };
}

/** A table under its head; where the page is too narrow, a paragraph for each row, its cells named by the heads. */
export function tableOrLines(columns: readonly Column[], rows: readonly (readonly string[])[], page: Page): string[] {
  if (page.plain) return tabbedTable(columns, rows);
  const table = drawTable(columns, rows);
  if (!page.narrow && table.width < page.width) return [table.head, ...table.rows].map((line, index) => ` ${index === 0 ? page.quiet(line) : line}`.trimEnd());
  return rows.flatMap(([name = '', ...cells]) => {
    const known = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [`${columns[index + 1]?.head ?? ''} ${cell}`.trim()]));
    return [...paragraph(name.trim(), page.width), ...facts(known, page.width, '  ')];
  });
}

/** Three decimals; a dash where there is no figure. */
export function figure(value: number | null, decimals = 3): string {
  return value === null ? UNKNOWN : value.toFixed(decimals);
}

/** `+0.012`, `−0.034`. */
export function change(value: number | null): string {
  if (value === null) return UNKNOWN;
  const size = Math.abs(value).toFixed(3);
  if (Number(size) === 0) return size;
  return `${value < 0 ? '−' : '+'}${size}`;
}

/** `0.912–0.998`. */
export function interval({ low, high }: Estimate, decimals = 3): string {
  return low === null || high === null ? '' : `${figure(low, decimals)}–${figure(high, decimals)}`;
}
