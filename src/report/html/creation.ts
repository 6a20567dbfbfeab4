/** When accounts were created: those called likely coordinated against those on which no sign was found. */

import { UTCDateMini } from '@date-fns/utc/date/mini';
import { axisY, binX, gridY, rectY, ruleY, text } from '@observablehq/plot';
import { addDays } from 'date-fns/addDays';
import { getYear } from 'date-fns/getYear';
import { max } from 'date-fns/max';
import { min } from 'date-fns/min';
import { subDays } from 'date-fns/subDays';
import type { AccountResult, Result } from '../../documents/result.js';
import { formatNumber, formatPercent } from '../../text/format.js';
import { formatDaySpan } from '../../time/format-dates.js';
import { DAY } from '../../time/units.js';
import { type PeakCreationDays, notableCreationDays } from '../peak-creation-days.js';
import { figure } from './chart.js';
import { VERDICT_COLORS } from './colors.js';
import { html, type SafeHtml, EMPTY_HTML } from './markup.js';
import { timeAxis } from './time-axis.js';

const MONTH = 31 * DAY;
/** Below this many months each has its own bar; beyond, quarters do. */
const MONTHS_DRAWN = 150;
/** Up to so many days each has its own bar. */
const DAYS_DRAWN = 120;
const LENGTHS = { day: DAY, month: MONTH, quarter: 3 * MONTH };
/** So many days are shown on both sides of the densest ones. */
const DAYS_AROUND = 45;

interface Side {
  readonly name: string;
  readonly ink: string;
  /** 1 is drawn upwards, -1 downwards. */
  readonly up: 1 | -1;
  readonly dates: readonly Date[];
  /** Accounts of this verdict, dated or not. */
  readonly accounts: number;
}

export function creationFigures({ accounts, dump }: Result): SafeHtml {
  const coordinated = accounts.filter(({ verdict }) => verdict === 'coordinated');
  const organic = accounts.filter(({ verdict }) => verdict === 'organic');
  const both: Side[] = [
    {
      name: 'likely coordinated',
      ink: VERDICT_COLORS.coordinated,
      up: 1,
      dates: datesOf(coordinated),
      accounts: coordinated.length,
    },
    { name: 'organic', ink: VERDICT_COLORS.organic, up: -1, dates: datesOf(organic), accounts: organic.length },
  ];
  const sides = both.filter(({ accounts: many }) => many > 0);
  const all = sides.flatMap(({ dates }) => dates.map((date) => date.getTime()));
  if (all.length === 0)
    return html`<p>No account has a creation date that is known, so that they cannot be compared.</p>`;
  const span: [number, number] = [Math.min(...ends(all)), Math.max(...ends(all))];
  const unit =
    span[1] - span[0] > MONTHS_DRAWN * MONTH ? 'quarter' : span[1] - span[0] > DAYS_DRAWN * DAY ? 'month' : 'day';
  // The bars of the first and the last date, whole.
  const whole: [number, number] = [span[0] - LENGTHS[unit], span[1] + LENGTHS[unit]];
  const days = notableCreationDays(
    coordinated,
    accounts.filter(({ verdict }) => verdict !== 'coordinated'),
  );
  const overall = figure({
    id: 'creation',
    title: `Accounts by the ${unit} in which they were created, in percent of each side`,
    says: html`${sides.map(describe)}${days ? `${marked(days, coordinated.length)} ` : ''}${unknown(sides)}`,
    ...(sides.length < 2
      ? {}
      : {
          key: 'Upwards: likely coordinated. Downwards: organic. Had both been created alike, one would be the mirror image of the other.',
        }),
    draw: (width) => mirrored(sides, unit, whole, width, width < 600 ? 240 : 300),
    table: byYear(sides),
  });
  if (!days || unit === 'day') return overall;
  const [first, last] = [new UTCDateMini(days.from), new UTCDateMini(days.to)];
  const end = min([addDays(last, DAYS_AROUND), max([new UTCDateMini(dump.to), last])]);
  const near: [number, number] = [subDays(first, DAYS_AROUND).getTime(), addDays(end, 1).getTime()];
  const within = (date: Date): boolean => date.getTime() >= near[0] && date.getTime() < near[1];
  const close = figure({
    id: 'creation-days',
    title: `The same by the day, around ${formatDaySpan(days.from, days.to)}`,
    says: `Created from ${formatDaySpan(near[0], end).replace(' – ', ' to ')}: ${sides.map(({ name, dates }) => `${formatNumber(dates.filter(within).length)} of the ${formatNumber(dates.length)} ${name} accounts`).join(', ')}.`,
    draw: (width) => mirrored(sides, 'day', near, width, width < 600 ? 200 : 240),
  });
  return html`${overall}${close}`;
}

function mirrored(
  sides: readonly Side[],
  interval: 'day' | 'month' | 'quarter',
  [from, to]: [number, number],
  width: number,
  height: number,
) {
  return {
    width,
    height,
    marginLeft: 44,
    marginRight: 12,
    marginTop: 20,
    marginBottom: 28,
    x: { ...timeAxis(from, to, width - 60), nice: false },
    y: { label: null, nice: true },
    marks: [
      gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 5 }),
      axisY({ ticks: 5, tickSize: 0, label: null, tickFormat: (tick: number) => `${formatNumber(Math.abs(tick))}%` }),
      ...sides
        .filter(({ dates }) => dates.length > 0)
        .flatMap(({ name, ink, up, dates }) => [
          rectY(
            dates.filter((date) => date.getTime() >= from && date.getTime() <= to),
            {
              ...binX(
                { y: (some: readonly Date[]) => (up * 100 * some.length) / dates.length },
                { x: (date: Date) => date, interval },
              ),
              fill: ink,
              inset: 0,
              insetRight: 0.5,
            },
          ),
          text([name], {
            frameAnchor: up === 1 ? 'top-left' : 'bottom-left',
            dx: 6,
            dy: up === 1 ? 2 : -4,
            fontSize: 12,
            fontWeight: 600,
            fill: 'var(--ink)',
            stroke: 'var(--paper)',
            strokeWidth: 4,
          }),
        ]),
      ruleY([0]),
    ],
  };
}

function datesOf(accounts: readonly AccountResult[]): Date[] {
  return accounts.flatMap(({ createdAt }) => (createdAt === null ? [] : [new Date(createdAt)]));
}

function ends(times: readonly number[]): [number, number] {
  return times.reduce<[number, number]>(
    ([least, most], time) => [Math.min(least, time), Math.max(most, time)],
    [Infinity, -Infinity],
  );
}

function describe({ name, dates }: Side): string {
  const middle = dates.toSorted((a, b) => a.getTime() - b.getTime())[Math.floor(dates.length / 2)];
  return middle
    ? `Half of the ${formatNumber(dates.length)} ${name} accounts were created before ${formatDaySpan(middle, middle)}. `
    : `No date is known of any ${name} account. `;
}

function marked({ from, to, created, othersCreated, othersDated }: PeakCreationDays, accounts: number): string {
  const rest = othersDated === 0 ? '' : `, ${formatPercent(othersCreated, othersDated)} of all others`;
  return `${formatNumber(created)} of the ${formatNumber(accounts)} likely coordinated were created on ${formatDaySpan(from, to)}${rest}.`;
}

function unknown(sides: readonly Side[]): string {
  const missing = sides.reduce((sum, { dates, accounts }) => sum + accounts - dates.length, 0);
  return missing === 0 ? '' : `Of ${formatNumber(missing)} no date is known.`;
}

function byYear(sides: readonly Side[]): SafeHtml {
  const years = new Map<number, number[]>();
  for (const [index, { dates }] of sides.entries()) {
    for (const date of dates) {
      const year = getYear(new UTCDateMini(date));
      const counts = years.get(year) ?? sides.map(() => 0);
      counts[index] = (counts[index] ?? 0) + 1;
      years.set(year, counts);
    }
  }
  const rows = [...years].sort(([a], [b]) => a - b);
  if (rows.length === 0) return EMPTY_HTML;
  return html`<table class="plain"><thead><tr><th scope="col">created in</th>${sides.map(({ name }) => html`<th scope="col" class="n">${name}</th>`)}</tr></thead><tbody>${rows.map(
    ([year, counts]) =>
      html`<tr><th scope="row">${String(year)}</th>${counts.map((made, index) => html`<td class="n">${formatNumber(made)} (${formatPercent(made, sides[index]?.dates.length ?? 0)})</td>`)}</tr>`,
  )}</tbody></table>`;
}
