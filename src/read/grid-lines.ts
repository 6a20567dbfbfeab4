/** Splits the lines of a table that is drawn for the eye. */

/** How the lines of a table are drawn. */
export interface Grid {
  /** The sign between cells; undefined if columns of equal width stand apart. */
  readonly bar: string | undefined;
  /** Whether each line begins and ends with a bar. */
  readonly isFramed: boolean;
  /** Where each column begins and ends, in characters, as the rule shows it. */
  readonly spans: readonly Span[];
  readonly width: number;
  /** The number of the header's line, from 0. */
  readonly header: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const RULE = /^[\s|+:=\-\u2500-\u257f]+$/;
/** The part of a rule below one column. */
const DASHES = /[:=\-─━═]{2,}/gu;
const BARS = ['|', '│', '║', '┃'];
/** A bar within a cell of Markdown. */
const ESCAPED_BAR = /\\\|/g;
const UNESCAPED_BAR = /(?<!\\)\|/;

/** Whether a line only separates others, in at least two columns. */
export function isRule(line: string): boolean {
  return RULE.test(line) && (line.match(DASHES)?.length ?? 0) >= 2;
}

/** The grid of a rule and the line next to it, if this is its header: with a name for each column. */
export function gridOf(rule: string, line: string, header: number): Grid | undefined {
  if (line.trim() === '' || isRule(line)) return undefined;
  const spans = [...rule.matchAll(DASHES)].map(({ 0: dashes, index }) => ({ from: index, to: index + dashes.length }));
  const bar = BARS.find((each) => line.includes(each));
  const isFramed = bar !== undefined && line.trimStart().startsWith(bar) && line.trimEnd().endsWith(bar);
  const grid = { bar, isFramed, spans, width: spans.length, header };
  const { cells } = splitLine(line, grid);
  return cells.length === spans.length && cells.filter((name) => name !== '').length >= 2 ? grid : undefined;
}

/** Whether a line of a frame is open at its end, since a text has a line end. */
export function isOpen(line: string, { bar = '', isFramed }: Grid): boolean {
  return isFramed && line.trimStart().startsWith(bar) && !line.trimEnd().endsWith(bar);
}

interface SplitLine {
  readonly cells: string[];
  /** Whether each cell goes on in the next line, as psql marks it with a + at its right edge. */
  readonly goesOn: readonly boolean[];
}

/** The cells of a line, without the space around them. A line that does not fit has another number of cells. */
export function splitLine(line: string, grid: Grid): SplitLine {
  const parts = partsOf(line, grid);
  const goesOn = parts.map((part, at) => part.endsWith('+') && part.length === widthOf(grid, at));
  const cells = parts.map((part, at) => (goesOn[at] ? part.slice(0, -1) : part).trim().replaceAll(ESCAPED_BAR, '|'));
  return { cells, goesOn };
}

/** The width of a column with the space on both sides; 0 if columns have no bars, where nothing can go on. */
function widthOf({ bar, spans }: Grid, at: number): number {
  const { from, to } = spans[at] ?? { from: 0, to: 0 };
  return bar === undefined ? 0 : to - from;
}

function partsOf(line: string, { bar, spans, width }: Grid): readonly string[] {
  if (bar === undefined) return byPlaces([...line], spans, /^\s?$/) ?? [line];
  const parts = (bar === '|' ? line.split(UNESCAPED_BAR) : line.split(bar)).slice(
    line.trimStart().startsWith(bar) ? 1 : 0,
  );
  if (parts.length > width && parts.at(-1)?.trim() === '') parts.pop();
  if (parts.length === width) return parts;
  // A text contains a bar.
  return byPlaces([...line], spans, new RegExp(`^\\${bar}$`)) ?? parts;
}

/** The parts of a line by the places of the columns; undefined if something else than `between` stands there. */
function byPlaces(characters: readonly string[], spans: readonly Span[], between: RegExp): string[] | undefined {
  const starts = spans.map(({ from }) => from);
  if (!starts.slice(1).every((from) => between.test(characters[from - 1] ?? ''))) return undefined;
  return starts.map((from, at) => {
    const next = starts[at + 1];
    return characters
      .slice(from, next === undefined ? undefined : next - 1)
      .join('')
      .replace(/\s*[|│║┃]\s*$/u, '');
  });
}
