/** When accounts were created: those called likely coordinated, compared with ordinary ones (no coordination found). */

import { UTCDateMini } from '@date-fns/utc/date/mini';
import { axisY, gridY, rectY, ruleY, text } from '@observablehq/plot';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { getYear } from 'date-fns/getYear';
import { max } from 'date-fns/max';
import { min } from 'date-fns/min';
import { startOfDay } from 'date-fns/startOfDay';
import { startOfMonth } from 'date-fns/startOfMonth';
import { startOfQuarter } from 'date-fns/startOfQuarter';
import { subDays } from 'date-fns/subDays';
import type { AccountResult } from '../../documents/result.js';
import { formatNumber, formatPercent, plural } from '../../text/format.js';
import { formatDaySpan } from '../../time/format-dates.js';
import { DAY } from '../../time/units.js';
import { type PeakCreationDays, notableCreationDays } from '../peak-creation-days.js';
import { chartFigure } from './chart.js';
import { VERDICT_COLORS } from './colors.js';
import { dock, accountLinks } from './docks.js';
import { html, type SafeHtml, EMPTY_HTML } from './markup.js';
import type { PageIndex } from './page-index.js';
import { timeAxis } from './time-axis.js';

const MONTH = 31 * DAY;
/** Up to this many months, each month has its own bar; beyond that, each quarter. */
const MONTHS_DRAWN = 150;
/** Up to this many days, each day has its own bar. */
const DAYS_DRAWN = 120;
/** Number of days shown before and after the densest ones. */
const DAYS_AROUND = 45;
/** Width, in pixels, of one of two drawings side by side. */
const HALF = 555;

const UNITS = {
  day: { start: startOfDay, next: (date: Date) => addDays(date, 1), length: DAY },
  month: { start: startOfMonth, next: (date: Date) => addMonths(date, 1), length: MONTH },
  quarter: { start: startOfQuarter, next: (date: Date) => addMonths(date, 3), length: 3 * MONTH },
} as const;
type Unit = keyof typeof UNITS;

interface Side {
  readonly name: string;
  readonly ink: string;
  /** 1 is drawn upwards, -1 downwards. */
  readonly up: 1 | -1;
  readonly dated: readonly { readonly account: AccountResult; readonly date: Date }[];
  /** Accounts of this verdict, dated or not. */
  readonly accounts: number;
}

/** A bar, and the anchor that it links to. */
interface Bar {
  readonly side: Side;
  readonly from: Date;
  readonly to: Date;
  readonly accounts: readonly AccountResult[];
  readonly anchor: string;
}

/** Charts of when accounts were created, coordinated and ordinary ones; empty if no date is known. */
export function creationFigures(shown: PageIndex): SafeHtml {
  const { accounts, dump } = shown.result;
  const coordinated = accounts.filter(({ verdict }) => verdict === 'coordinated');
  const organic = accounts.filter(({ verdict }) => verdict === 'organic');
  const both = [
    sideOf('likely coordinated', VERDICT_COLORS.coordinated, 1, coordinated),
    sideOf('ordinary', VERDICT_COLORS.organic, -1, organic),
  ];
  const sides = both.filter(({ accounts: many }) => many > 0);
  const all = sides.flatMap(({ dated }) => dated.map(({ date }) => date.getTime()));
  if (all.length === 0)
    return html`<p>No account has a creation date that is known, so that they cannot be compared.</p>`;
  const span = ends(all);
  const unit =
    span[1] - span[0] > MONTHS_DRAWN * MONTH ? 'quarter' : span[1] - span[0] > DAYS_DRAWN * DAY ? 'month' : 'day';
  // Extended, so that the bars of the first and the last date are whole.
  const whole: [number, number] = [span[0] - UNITS[unit].length, span[1] + UNITS[unit].length];
  const days = notableCreationDays(
    coordinated,
    accounts.filter(({ verdict }) => verdict !== 'coordinated'),
  );
  const isTwo = days !== undefined && unit !== 'day';
  const bars = barsOf(sides, unit, 'c');
  const overall = chartFigure({
    id: 'creation',
    title: `Accounts by the ${unit} in which they were created, in percent of each side`,
    says: html`${sides.map(describe)}${days ? `${marked(days, coordinated.length)} ` : ''}${unknown(sides)}`,
    ...(sides.length < 2
      ? {}
      : {
          key:
            'Upwards: likely coordinated. Downwards: ordinary accounts, on which no coordination was found. ' +
            'Had both been created alike, one would mirror the other.',
        }),
    ...(isTwo ? { wide: HALF } : {}),
    links: true,
    draw: (width) => mirrored(sides, bars, whole, width),
    table: byYear(sides),
  });
  if (!isTwo) return html`${overall}${docks(bars, 'creation', shown)}`;
  const [first, last] = [new UTCDateMini(days.from), new UTCDateMini(days.to)];
  const end = min([addDays(last, DAYS_AROUND), max([new UTCDateMini(dump.to), last])]);
  const near: [number, number] = [subDays(first, DAYS_AROUND).getTime(), addDays(end, 1).getTime()];
  const within = ({ date }: { readonly date: Date }): boolean => date.getTime() >= near[0] && date.getTime() < near[1];
  const daily = barsOf(
    sides.map((side) => ({ ...side, dated: side.dated.filter(within) })),
    'day',
    'd',
  );
  const close = chartFigure({
    id: 'creation-days',
    title: `The same by the day, around ${formatDaySpan(days.from, days.to)}`,
    says:
      `Created from ${formatDaySpan(near[0], end).replace(' – ', ' to ')}: ` +
      `${sides.map(({ name, dated }) => `${formatNumber(dated.filter(within).length)} of the ${formatNumber(dated.length)} ${name} accounts`).join(', ')}.`,
    wide: HALF,
    links: true,
    draw: (width) => mirrored(sides, daily, near, width),
  });
  return html`<div class="two">${overall}${close}</div>${docks(bars, 'creation', shown)}${docks(daily, 'creation-days', shown)}`;
}

function sideOf(name: string, ink: string, up: 1 | -1, accounts: readonly AccountResult[]): Side {
  const dated = accounts.flatMap((account) =>
    account.createdAt === null ? [] : [{ account, date: new Date(account.createdAt) }],
  );
  return { name, ink, up, dated, accounts: accounts.length };
}

function barsOf(sides: readonly Side[], unit: Unit, prefix: string): Bar[] {
  const { start, next } = UNITS[unit];
  return sides.flatMap((side) => {
    const units = new Map<number, AccountResult[]>();
    for (const { account, date } of side.dated) {
      const from = start(new UTCDateMini(date)).getTime();
      units.set(from, [...(units.get(from) ?? []), account]);
    }
    return [...units]
      .sort(([a], [b]) => a - b)
      .map(([from, accounts]) => ({
        side,
        from: new Date(from),
        to: new Date(next(new UTCDateMini(from)).getTime()),
        accounts,
        anchor: `${prefix}${side.up === 1 ? 'u' : 'd'}${from / DAY}`,
      }));
  });
}

function mirrored(sides: readonly Side[], bars: readonly Bar[], [from, to]: [number, number], width: number) {
  const dated = new Map(sides.map(({ up, dated: all }) => [up, all.length]));
  const share = ({ side, accounts }: Bar): number => (side.up * 100 * accounts.length) / (dated.get(side.up) ?? 1);
  return {
    width,
    height: 230,
    marginLeft: 40,
    marginRight: 12,
    marginTop: 20,
    marginBottom: 28,
    x: { ...timeAxis(from, to, width - 60), nice: false },
    y: { label: null, nice: true },
    marks: [
      gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 5 }),
      axisY({ ticks: 5, tickSize: 0, label: null, tickFormat: (tick: number) => `${formatNumber(Math.abs(tick))}%` }),
      rectY(bars, {
        x1: 'from',
        x2: 'to',
        y: share,
        fill: ({ side }: Bar) => side.ink,
        inset: 0,
        insetRight: 0.5,
        href: ({ anchor }: Bar) => `#${anchor}`,
        title: titleOf,
      }),
      ...sides
        .filter(({ dated: some }) => some.length > 0)
        .map(({ name, up }) =>
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
        ),
      ruleY([0]),
    ],
  };
}

function titleOf({ side, from, to, accounts }: Bar): string {
  return (
    `Created ${formatDaySpan(from, new Date(to.getTime() - 1))}: ${formatNumber(accounts.length)} ` +
    `${side.name} ${plural(accounts.length, 'account')}`
  );
}

function docks(bars: readonly Bar[], back: string, shown: PageIndex): SafeHtml {
  return html`${bars.map((bar) => {
    const all = formatPercent(bar.accounts.length, bar.side.dated.length);
    const names = bar.side.up === 1 ? html`: ${accountLinks(bar.accounts, shown)}` : EMPTY_HTML;
    return dock(bar.anchor, titleOf(bar), html`<p>${all} of the dated ones on this side${names}.</p>`, back);
  })}`;
}

function ends(times: readonly number[]): [number, number] {
  return times.reduce<[number, number]>(
    ([least, most], time) => [Math.min(least, time), Math.max(most, time)],
    [Infinity, -Infinity],
  );
}

function describe({ name, dated }: Side): string {
  const middle = dated.toSorted((a, b) => a.date.getTime() - b.date.getTime())[Math.floor(dated.length / 2)]?.date;
  return middle
    ? `Half of the ${formatNumber(dated.length)} ${name} accounts were created before ` +
        `${formatDaySpan(middle, middle)}. `
    : `No date is known of any ${name} account. `;
}

function marked({ from, to, created, othersCreated, othersDated }: PeakCreationDays, accounts: number): string {
  const rest = othersDated === 0 ? '' : `, ${formatPercent(othersCreated, othersDated)} of all others`;
  return (
    `${formatNumber(created)} of the ${formatNumber(accounts)} likely coordinated were created on ` +
    `${formatDaySpan(from, to)}${rest}.`
  );
}

function unknown(sides: readonly Side[]): string {
  const missing = sides.reduce((sum, { dated, accounts }) => sum + accounts - dated.length, 0);
  return missing === 0 ? '' : `Of ${formatNumber(missing)} no date is known.`;
}

function byYear(sides: readonly Side[]): SafeHtml {
  const years = new Map<number, number[]>();
  for (const [index, { dated }] of sides.entries()) {
    for (const { date } of dated) {
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
      html`<tr><th scope="row">${String(year)}</th>${counts.map((made, index) => html`<td class="n">${formatNumber(made)} (${formatPercent(made, sides[index]?.dated.length ?? 0)})</td>`)}</tr>`,
  )}</tbody></table>`;
}
