/**
 * Reads tables that are drawn for the eye: by mysql and psql, in Markdown, or in columns of equal width with a rule
 * below the header.
 */

import { formatCount } from '../text/format.js';
import { CsvSyntaxError, MAX_RECORD } from './csv-records.js';
import { HEADER_SEARCH_ROWS, type HeaderPredicate } from './find-header.js';
import { type Grid, gridOf, isOpen, isRule, splitLine } from './grid-lines.js';
import type { Row, TableReading } from './row.js';

/** The grid with posts in a text with this beginning; undefined if there is none. */
export function findGrid(head: string, isHeader: HeaderPredicate): Grid | undefined {
  const lines = head.split(/\r?\n/, 2 * HEADER_SEARCH_ROWS);
  for (const [at, line] of lines.entries()) {
    if (!isRule(line)) continue;
    // The header stands above the rule, or below the upper edge of a frame.
    for (const header of [at - 1, at + 1]) {
      const grid = gridOf(line, lines[header] ?? '', header);
      // A text in quotes may hold such lines, too.
      if (grid && isHeader(splitLine(lines[header] ?? '', grid).cells)) return grid;
    }
  }
  return undefined;
}

/** Reads the rows of a grid, its header first. They throw CsvSyntaxError for a line that does not end. */
export function readGrid(chunks: AsyncIterable<Buffer>, grid: Grid): TableReading {
  const outside = { count: 0 };
  return {
    rows: rowsOf(chunks, grid, outside),
    notes: () =>
      outside.count === 0
        ? []
        : [
            `${formatCount(outside.count, 'line')} above or below the table ${outside.count === 1 ? 'is' : 'are'} left out.`,
          ],
  };
}

async function* rowsOf(chunks: AsyncIterable<Buffer>, grid: Grid, outside: { count: number }): AsyncGenerator<Row[]> {
  const lines = new GridRows(grid, outside);
  const decoder = new TextDecoder();
  let held = '';
  for await (const chunk of chunks) {
    const whole = (held + decoder.decode(chunk, { stream: true })).split('\n');
    held = whole.pop() ?? '';
    if (held.length + lines.size > MAX_RECORD) throw CsvSyntaxError.tooLong(lines.number + 1);
    yield whole.flatMap((line) => lines.take(line.replace(/\r$/, '')));
  }
  yield [...lines.take(held + decoder.decode()), ...lines.end()];
}

/** Makes rows of the lines of a grid: a row goes on in the next line if a text has a line end. */
class GridRows {
  readonly #grid: Grid;
  readonly #outside: { count: number };
  /** The number of the last line, from 1. */
  number = 0;
  /** A line of a frame without its right edge, and its number. */
  #open: { text: string; readonly line: number } | undefined;
  /** A row that goes on, and in which cells. */
  #row: { readonly cells: readonly string[]; readonly line: number; readonly goesOn: readonly boolean[] } | undefined;

  constructor(grid: Grid, outside: { count: number }) {
    this.#grid = grid;
    this.#outside = outside;
  }

  get size(): number {
    return this.#open?.text.length ?? 0;
  }

  take(text: string): Row[] {
    const line = ++this.number;
    if (line <= this.#grid.header) {
      if (text.trim() !== '' && !isRule(text)) this.#outside.count++;
      return [];
    }
    const open = this.#open;
    if (open && !isRule(text) && !text.trimStart().startsWith(this.#grid.bar ?? '')) {
      open.text += `\n${text}`;
      return isOpen(open.text, this.#grid) ? [] : this.end();
    }
    const before = this.end();
    if (text.trim() === '' || isRule(text)) return before;
    if (!isOpen(text, this.#grid)) return [...before, ...this.#rowOf(text, line)];
    this.#open = { text, line };
    return before;
  }

  /** The row of a line that is open so far. */
  end(): Row[] {
    const open = this.#open;
    this.#open = undefined;
    return open ? this.#rowOf(open.text, open.line) : [];
  }

  #rowOf(text: string, line: number): Row[] {
    const { cells, goesOn } = splitLine(text, this.#grid);
    // The number of rows below the table, or words around it.
    if (cells.length === 1) {
      this.#outside.count++;
      return [];
    }
    const before = this.#row;
    const row = before
      ? {
          line: before.line,
          cells: before.cells.map((cell, at) => (before.goesOn[at] ? `${cell}\n${cells[at] ?? ''}` : cell)),
        }
      : { line, cells };
    this.#row = goesOn.includes(true) ? { ...row, goesOn } : undefined;
    return this.#row ? [] : [row];
  }
}
