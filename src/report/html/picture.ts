/**
 * The main picture: posts over time by the called accounts and by everybody else, and below, on the same time axis, a
 * row for each account.
 */

import type { ReportData } from '../../documents/report-data.js';
import { VERDICTS } from '../../documents/verdict.js';
import { formatCount, formatNumber, formatPercent } from '../../text/format.js';
import { formatTime, formatTimeSpan } from '../../time/format-dates.js';
import { HOUR, MINUTE, SECONDS_IN_MINUTE } from '../../time/units.js';
import { VERDICT_TEXTS } from '../verdicts.js';
import { chartFigure } from './chart.js';
import { legend } from './colors.js';
import { spanDocks, waveDock } from './docks.js';
import { firstWave, type Wave } from './first-wave.js';
import { EMPTY_HTML, html, type SafeHtml } from './markup.js';
import type { PageIndex } from './page-index.js';
import { drawScene, sceneOf, type TimeSpan } from './picture-drawing.js';
import { rasterBlocks } from './raster-rows.js';
import { barLength, type Bin, hourBins, describePeaks, timelineBins } from './timeline-bins.js';

/** Share of the called accounts' posts that a close-up may leave out at each end. */
const LEFT_OUT = 0.01;
/** A close-up covers at most this part of the whole time, with at most `MOST_BARS` bars. */
const SMALL_PART = 1 / 8;
const MOST_BARS = 160;

/**
 * The picture of posts over time, with a close-up if the called accounts posted within a small part of it; empty
 * without posts.
 */
export function overviewPicture(shown: PageIndex, exhibits: ReportData): SafeHtml {
  const { result } = shown;
  const bins = timelineBins(result);
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return EMPTY_HTML;
  const called = new Set(shown.listed.coordinated.map(({ id }) => id));
  const wave = firstWave(exhibits.posts, result, (id) => called.has(id));
  const whole: TimeSpan = [first.from.getTime(), Math.max(last.to.getTime(), first.from.getTime() + MINUTE)];
  const near = closeSpan(exhibits.posts, whole, (id) => called.has(id));
  const rows = near ? '' : tellRows(shown);
  const drawn = chartFigure({
    id: 'picture',
    title: called.size === 0 ? 'Posts over time' : 'Posts over time: those likely coordinated, and everybody else',
    says:
      `${describePeaks(bins, result.dump.resolutionSeconds)}${tellWave(wave, result)}${rows}${called.size === 0 ? '' : ' Each panel has its own scale.'} ` +
      `Bars${rows === '' ? '' : ' and rows'} lead to what they show.`,
    key: legend((verdict) => bins.some((bin) => bin[verdict] > 0)),
    links: true,
    draw: (width) => drawScene(sceneOf({ bins, wave, shown, span: whole, width, hasRows: near === undefined })),
    table: table(bins),
  });
  return html`${drawn}${near ? closeUp(near, wave, shown) : EMPTY_HTML}${wave ? waveDock(wave, shown) : EMPTY_HTML}${spanDocks(bins, shown, 'picture')}`;
}

/** The part of the dump's time in which the called accounts posted, by the hour, with their rows. */
function closeUp(span: TimeSpan, wave: Wave | undefined, shown: PageIndex): SafeHtml {
  const bins = hourBins(shown.result.trend.push, span, MOST_BARS);
  const [from, to] = [
    Math.min(span[0], bins[0]?.from.getTime() ?? span[0]),
    Math.max(span[1], bins.at(-1)?.to.getTime() ?? span[1]),
  ];
  const inside = bins.reduce((total, { posts }) => total + posts, 0);
  const drawn = chartFigure({
    id: 'close-up',
    title: `Close up: ${formatTimeSpan(new Date(from), new Date(to), SECONDS_IN_MINUTE)}`,
    says:
      'Nearly all posts of the accounts likely coordinated fall into this time, as do ' +
      `${formatCount(inside, 'post')} (${formatPercent(inside, shown.result.dump.posts)}) of ` +
      `all.${bins[0] ? ` Each bar is ${barLength(bins[0])}.` : ''}${tellRows(shown)} Bars and rows ` +
      'lead to what they show.',
    links: true,
    draw: (width) => drawScene(sceneOf({ bins, wave, shown, span: [from, to], width, hasRows: true })),
    ...(bins.length === 0 ? {} : { table: table(bins) }),
  });
  return html`${drawn}${spanDocks(bins, shown, 'close-up')}`;
}

/**
 * The time span of nearly all posts of the called accounts, with a margin before and after; undefined if it is not a
 * small part of the whole time.
 */
function closeSpan(
  posts: ReportData['posts'],
  [from, to]: TimeSpan,
  isCalled: (account: string) => boolean,
): TimeSpan | undefined {
  const times = posts.flatMap(({ account, time }) => (isCalled(account) ? [Date.parse(time)] : []));
  const first = times[Math.floor(LEFT_OUT * times.length)];
  const last = times[Math.ceil((1 - LEFT_OUT) * times.length) - 1];
  if (first === undefined || last === undefined || last - first > (to - from) * SMALL_PART) return undefined;
  const around = Math.max(HOUR, (last - first) / 4);
  const [start, end] = [Math.max(from, first - around), Math.min(to, last + around)];
  return end - start < (to - from) / 2 ? [start, end] : undefined;
}

function tellWave(wave: Wave | undefined, { dump }: PageIndex['result']): string {
  return wave
    ? ` First wave: ${formatCount(wave.posts.length, 'post')} by ` +
        `${formatCount(wave.accounts.length, 'likely coordinated account')}, ` +
        `${formatTimeSpan(wave.from, wave.to, Math.max(SECONDS_IN_MINUTE, dump.resolutionSeconds))}.`
    : '';
}

function tellRows(shown: PageIndex): string {
  const blocks = rasterBlocks(shown, 0);
  if (blocks.length === 0) return '';
  const drawn = blocks.some(({ verdict, rows, of }) => verdict === 'organic' && rows.length < of)
    ? ' Ordinary accounts are chosen at random, for comparison.'
    : '';
  return ` Below, each row is an account and each mark a post: marks above one another are a wave.${drawn}`;
}

function table(bins: readonly Bin[]): SafeHtml {
  const occurring = VERDICTS.filter((verdict) => bins.some((bin) => bin[verdict] > 0));
  return html`<table class="plain"><thead><tr><th scope="col">from (UTC)</th>${occurring.map((verdict) => html`<th scope="col" class="n">${VERDICT_TEXTS[verdict].name}</th>`)}</tr></thead><tbody>${bins
    .filter(({ posts }) => posts > 0)
    .map(
      (bin) =>
        html`<tr><th scope="row"><a href="#${bin.anchor}">${formatTime(bin.from, SECONDS_IN_MINUTE)}</a></th>${occurring.map((verdict) => html`<td class="n">${formatNumber(bin[verdict])}</td>`)}</tr>`,
    )}</tbody></table>`;
}
