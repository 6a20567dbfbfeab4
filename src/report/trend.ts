/** Posts over time as a small chart, and sentences on the push, the uptake and which side moved first. */

import type { Result } from '../documents/result.js';
import { sumOf, totalOf } from '../documents/verdict.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatBinLength } from '../text/format-durations.js';
import { formatNumber, formatPercent, withFullStop } from '../text/format.js';
import { formatTimeSpan, formatTime } from '../time/format-dates.js';
import { SECONDS_IN_MINUTE } from '../time/units.js';
import type { TextPage } from './page.js';
import { renderTsv } from './table.js';
import { displayWidth, wrapParagraph, wrap } from './text-layout.js';

/** Widths of the names of rows, and of the figures at their ends, in cells. */
const NAMES = 14;
const FIGURES = 9;
/** Marks by their height. */
const MARKS = '▁▂▃▄▅▆▇█';
/** Width from which a plain page computes its number of rows: the usual width of a page. */
const PLAIN = 80;

interface Row {
  readonly name: string;
  /** Values from 0 to `top`; what is not above 0 is left blank. */
  readonly values: readonly number[];
  readonly top: number;
  readonly figure: string;
}

/** A chart of posts over time and, if any account is coordinated, who moved first. */
export function trendSection(result: Result, page: TextPage): string[] {
  const chart = volume(result, page);
  const { push, pickUp, lead } = result.trend;
  // If nobody is coordinated, these sentences only repeat the headline.
  const sentences = result.summary.posts.coordinated === 0 ? [] : [push.says, pickUp.says, lead.says];
  return [
    ...chart,
    ...sentences.flatMap((says) =>
      wrapParagraph(withFullStop(escapeControls(says)), page.prose, { first: ' ', indent: '   ' }),
    ),
  ];
}

/**
 * A row of marks for each side, each scaled to its own maximum, so that their shapes can be compared; and the
 * coordinated share.
 */
function volume({ timeline, dump }: Result, page: TextPage): string[] {
  const [first, second] = timeline;
  if (first === undefined || second === undefined) return [];
  const width = page.plain ? PLAIN : Math.min(page.width, page.prose);
  const room = page.narrow ? width - 2 : width - NAMES - FIGURES;
  const together = Math.ceil(timeline.length / room);
  const marks = Array.from({ length: Math.ceil(timeline.length / together) }, (_, mark) =>
    sumOf(timeline.slice(mark * together, (mark + 1) * together)),
  );
  const rows = [
    posts(
      'coordinated',
      marks.map(({ coordinated }) => coordinated),
    ),
    posts(
      'organic',
      marks.map(({ organic }) => organic),
    ),
    posts(
      'others',
      marks.map(({ flooding, unclear, insufficient }) => flooding + unclear + insufficient),
    ),
    {
      name: 'share',
      values: marks.map((counts) => counts.coordinated / Math.max(1, totalOf(counts))),
      top: 1,
      figure: '100%',
    },
  ].filter(({ name, values }) => (name !== 'others' && name !== 'share') || values.some((value) => value > 0));
  const length = together * (Date.parse(second.from) - Date.parse(first.from));
  if (page.plain)
    return [
      `Posts over time (each row = ${formatBinLength(length)})`,
      ...courses(
        rows,
        timeline.filter((_, bin) => bin % together === 0).map(({ from }) => from),
      ),
    ];
  const heading = `Posts over time (each bar = ${formatBinLength(length)})`;
  const share = rows.some(({ name }) => name === 'share') ? '; share: of coordinated posts among all' : '';
  const key =
    `The highest mark of each row is the number beside it${share}. From ` +
    `${formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds).replace(' – ', ' to ')}.`;
  return [
    ...wrap(heading, page.width).map(page.strong),
    ...rows.flatMap((row) => draw(row, page)),
    ...wrapParagraph(key, page.prose, { first: ' ', indent: ' ' }).map(page.quiet),
  ];
}

function posts(name: string, values: readonly number[]): Row {
  const top = Math.max(0, ...values);
  return { name, values, top, figure: formatNumber(top) };
}

/** The same in figures. */
function courses(rows: readonly Row[], starts: readonly string[]): string[] {
  const columns = [
    { head: 'from (UTC)', align: 'left' } as const,
    ...rows.map(({ name }) => ({ head: name === 'share' ? 'coordinated share' : name, align: 'right' }) as const),
  ];
  return renderTsv(
    columns,
    starts.map((from, mark) => [
      formatTime(from, SECONDS_IN_MINUTE),
      ...rows.map(({ name, values }) =>
        name === 'share' ? formatPercent(values[mark] ?? 0, 1) : formatNumber(values[mark] ?? 0),
      ),
    ]),
  );
}

function draw({ name, values, top, figure }: Row, page: TextPage): string[] {
  const marks = values.map((value) => (value > 0 ? MARKS[Math.ceil((value / top) * MARKS.length) - 1] : ' ')).join('');
  if (page.narrow)
    return [...wrapParagraph(`${name}, up to ${figure}`, page.width, { indent: ' ' }), ` ${marks}`.trimEnd()];
  return [
    ` ${name.padEnd(NAMES - 1)}${marks.padEnd(values.length)}${' '.repeat(Math.max(1, FIGURES - displayWidth(figure)))}${figure}`,
  ];
}
