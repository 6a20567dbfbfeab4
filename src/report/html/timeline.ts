/** How many posts, when, by whom; and what share of them is likely coordinated. */

import { axisY, gridY, rectY, ruleX, ruleY, text } from '@observablehq/plot';
import type { Result } from '../../documents/result.js';
import { sumOf, totalOf, type VerdictCounts, VERDICTS } from '../../documents/verdict.js';
import { formatEachBin } from '../../text/format-durations.js';
import { formatCount, formatNumber, formatPercent } from '../../text/format.js';
import { formatTimeSpan, formatTime } from '../../time/format-dates.js';
import { DAY, SECONDS_IN_DAY, SECONDS_IN_MINUTE } from '../../time/units.js';
import { type Chart, figure } from './chart.js';
import { VERDICT_COLORS, legend } from './colors.js';
import { html, type SafeHtml, EMPTY_HTML } from './markup.js';
import { timeAxis } from './time-axis.js';

/** A share of fewer bins than this is drawn over each; of more, over several together, for few posts have no share to speak of. */
const SHARES_DRAWN = 60;
/** A share of fewer posts says nothing. */
const FEWEST = 5;

/** Room above the bars for words about moments, in pixels. */
const MOMENTS = 28;

interface Bin extends VerdictCounts {
  readonly from: Date;
  readonly to: Date;
  readonly posts: number;
}

export function timelineFigures(result: Result): SafeHtml {
  const bins = binsOf(result.timeline);
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last || bins.length < 2) return EMPTY_HTML;
  const span: [number, number] = [first.from.getTime(), last.to.getTime()];
  const volume = figure({
    id: 'volume',
    title: `Posts ${binName(first)}, by the verdict on their account`,
    says: peaks(bins, result.dump.resolutionSeconds),
    key: legend((verdict) => bins.some((bin) => bin[verdict] > 0)),
    draw: (width) => ({
      ...frame(width, width < 600 ? 200 : 300, result.trend ? MOMENTS : 0),
      x: timeAxis(...span, width - 60),
      y: { label: null, nice: true },
      marks: [
        ...scale(),
        rectY(stacked(bins), {
          x1: 'from',
          x2: 'to',
          y1: 'y1',
          y2: 'y2',
          fill: 'ink',
          inset: 0,
          insetRight: bins.length > 150 ? 0 : 0.5,
        }),
        ruleY([0]),
        ...pickUp(result, span, width),
      ],
    }),
    table: table(bins),
  });
  return result.summary.posts.coordinated === 0 ? volume : html`${volume}${shareFigure(bins, span, result)}`;
}

function shareFigure(bins: readonly Bin[], span: [number, number], { summary, dump }: Result): SafeHtml {
  const wider = joined(bins, Math.ceil(bins.length / SHARES_DRAWN)).filter(({ posts }) => posts >= FEWEST);
  const [first] = wider;
  const overall = (100 * summary.posts.coordinated) / dump.posts;
  const highest = wider.toSorted((a, b) => shareOf(b) - shareOf(a) || a.from.getTime() - b.from.getTime())[0];
  if (!first || !highest) return EMPTY_HTML;
  const chart: Chart = {
    id: 'share',
    title: `Likely coordinated share of the posts ${binName(first)}`,
    says: `Over the whole dump it is ${formatPercent(summary.posts.coordinated, dump.posts)} (the dashed line). It was highest at ${moment(highest)}: ${formatPercent(highest.coordinated, highest.posts)} of ${formatCount(highest.posts, 'post')}. Where fewer than ${FEWEST} posts were written, no share is drawn.`,
    draw: (width) => ({
      ...frame(width, width < 600 ? 130 : 170),
      x: timeAxis(...span, width - 60),
      y: { domain: [0, 100], label: null, ticks: [0, 50, 100], tickFormat: (tick: number) => `${tick}%` },
      marks: [
        gridY([50, 100], { stroke: 'var(--rule)', strokeOpacity: 1 }),
        rectY(wider, { x1: 'from', x2: 'to', y: shareOf, fill: VERDICT_COLORS.coordinated, inset: 0, insetRight: 0.5 }),
        ruleY([overall], { stroke: 'var(--ink)', strokeDasharray: '5,3' }),
        ruleY([0]),
      ],
    }),
  };
  return figure(chart);
}

/** Where the public came: when it was first more, and from when on it was never less again. */
function pickUp({ trend }: Result, [from, to]: readonly [number, number], width: number) {
  const whom = width < 600 ? '' : ' likely coordinated';
  const moments = [
    { at: trend?.pickUp.firstAt ?? null, says: `organic first outnumber${whom}` },
    { at: trend?.pickUp.lastingFrom ?? null, says: 'never fewer again' },
  ].flatMap(({ at, says }, line) => (at === null ? [] : [{ time: new Date(at), says, line }]));
  const ink = { fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 4 };
  return moments.flatMap(({ time, says, line }) => {
    // Above all bars, each on a line of its own, and on the side on which there is more room.
    const up = MOMENTS - 14 * line;
    const left = time.getTime() - from > (to - from) / 2;
    return [
      ruleX([time], { stroke: 'var(--ink)', strokeDasharray: '2,2', insetTop: -up }),
      text([says], {
        x: () => time,
        frameAnchor: 'top',
        lineAnchor: 'top',
        dx: left ? -5 : 5,
        dy: -up,
        textAnchor: left ? 'end' : 'start',
        ...ink,
      }),
    ];
  });
}

function frame(width: number, height: number, above = 0) {
  return { width, height: height + above, marginLeft: 44, marginRight: 12, marginTop: 12 + above, marginBottom: 26 };
}

function scale() {
  return [
    gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 4 }),
    axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: formatNumber }),
  ];
}

function binsOf(timeline: Result['timeline']): Bin[] {
  const starts = timeline.map(({ from }) => Date.parse(from));
  const length = (starts[1] ?? 0) - (starts[0] ?? 0);
  return timeline.map((bin, index) => ({
    ...bin,
    from: new Date(starts[index] ?? 0),
    to: new Date((starts[index] ?? 0) + length),
    posts: totalOf(bin),
  }));
}

/** So many bins at a time made into one. */
function joined(bins: readonly Bin[], many: number): Bin[] {
  const wider: Bin[] = [];
  for (let at = 0; at < bins.length; at += many) {
    const part = bins.slice(at, at + many);
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) continue;
    const counts = sumOf(part);
    wider.push({ ...counts, from: first.from, to: last.to, posts: totalOf(counts) });
  }
  return wider;
}

function stacked(bins: readonly Bin[]): { from: Date; to: Date; y1: number; y2: number; ink: string }[] {
  return bins.flatMap((bin) => {
    let height = 0;
    return VERDICTS.flatMap((verdict) => {
      const y1 = height;
      height += bin[verdict];
      return bin[verdict] === 0 ? [] : [{ from: bin.from, to: bin.to, y1, y2: height, ink: VERDICT_COLORS[verdict] }];
    });
  });
}

function peaks(bins: readonly Bin[], resolutionSeconds: number): string {
  const highest = (height: (bin: Bin) => number): Bin | undefined =>
    bins.reduce<Bin | undefined>((best, bin) => (best && height(best) >= height(bin) ? best : bin), undefined);
  const [all, pushed] = [highest(({ posts }) => posts), highest(({ coordinated }) => coordinated)];
  const [first, last] = [bins[0], bins.at(-1)];
  if (!all || !pushed || !first || !last) return '';
  const span = `From ${formatTimeSpan(first.from, last.to, Math.max(resolutionSeconds, SECONDS_IN_MINUTE)).replace(' – ', ' to ')}.`;
  const most = `Most posts at ${moment(all)}: ${formatNumber(all.posts)}, of them ${formatNumber(all.coordinated)} by accounts likely coordinated.`;
  return pushed.coordinated === 0 || pushed === all
    ? `${span} ${most}`
    : `${span} ${most} Most posts by these at ${moment(pushed)}: ${formatNumber(pushed.coordinated)} of ${formatNumber(pushed.posts)}.`;
}

function table(bins: readonly Bin[]): SafeHtml {
  const occurring = VERDICTS.filter((verdict) => bins.some((bin) => bin[verdict] > 0));
  return html`<table class="plain"><thead><tr><th scope="col">from (UTC)</th>${occurring.map((verdict) => html`<th scope="col" class="n">${verdict}</th>`)}</tr></thead><tbody>${bins
    .filter(({ posts }) => posts > 0)
    .map(
      (bin) =>
        html`<tr><th scope="row">${formatTime(bin.from, SECONDS_IN_MINUTE)}</th>${occurring.map((verdict) => html`<td class="n">${formatNumber(bin[verdict])}</td>`)}</tr>`,
    )}</tbody></table>`;
}

/** `26 Feb 2014 12:00 UTC`, or the day alone for bins of days. */
function moment({ from, to }: Bin): string {
  return formatTimeSpan(from, from, to.getTime() - from.getTime() >= DAY ? SECONDS_IN_DAY : SECONDS_IN_MINUTE);
}

function binName({ from, to }: Bin): string {
  return `in ${formatEachBin(to.getTime() - from.getTime())}`;
}

function shareOf({ coordinated, posts }: Bin): number {
  return (100 * coordinated) / posts;
}
