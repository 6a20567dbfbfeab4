/** How the picture is drawn: panels of bars above blocks of rows, on one time axis, and what each mark links to. */

import { axisX, gridX, type PlotOptions } from '@observablehq/plot';
import { VERDICTS, type Verdict } from '../../documents/verdict.js';
import { escapeControls } from '../../text/escape-controls.js';
import { formatCount, formatNumber, formatPercent } from '../../text/format.js';
import { formatTime } from '../../time/format-dates.js';
import { SECONDS_IN_MINUTE } from '../../time/units.js';
import { accountName } from '../accounts.js';
import { truncate } from '../text-layout.js';
import { VERDICT_TEXTS } from '../verdicts.js';
import { VERDICT_COLORS } from './colors.js';
import type { Wave } from './first-wave.js';
import type { PageIndex } from './page-index.js';
import { type RasterBlock, rasterBlocks, groupSpans, NAMED_ROW, type RasterRow } from './raster-rows.js';
import { linkTo, svgPart, partMark, type SvgPart } from './svg-parts.js';
import { tickCount, timeAxis } from './time-axis.js';
import { type Bin, binSpan } from './timeline-bins.js';

/** Space at the top for the label of the wave and the time axis. */
const TOP = 46;
const BOTTOM = 26;
const RIGHT = 10;
const HEADING = 22;
const NAME_CELLS = { wide: 22, narrow: 13 };

/** From and to, in milliseconds since 1970. */
export type TimeSpan = readonly [number, number];

interface Panel {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
  readonly top: number;
  readonly bottom: number;
  readonly most: number;
}

export interface Scene {
  readonly width: number;
  readonly left: number;
  readonly bins: readonly Bin[];
  readonly panels: readonly Panel[];
  readonly blocks: readonly RasterBlock[];
  readonly bottom: number;
  readonly wave: Wave | undefined;
  readonly shown: PageIndex;
  readonly span: TimeSpan;
  /** The position of a time; times outside of the span are placed at its ends. */
  readonly x: (time: number) => number;
}

/** Where everything is in a drawing of this width. */
export function sceneOf({
  bins,
  wave,
  shown,
  span: [from, to],
  width,
  hasRows,
}: Pick<Scene, 'bins' | 'wave' | 'shown' | 'width'> & { readonly span: TimeSpan; readonly hasRows: boolean }): Scene {
  const left = width > 600 ? 172 : 96;
  const panels = panelsOf(bins, width > 600 ? 84 : 64);
  const blocks = hasRows ? rasterBlocks(shown, panels.at(-1)?.bottom ?? 0) : [];
  return {
    width,
    left,
    bins,
    panels,
    blocks,
    bottom: blocks.at(-1)?.bottom ?? panels.at(-1)?.bottom ?? 0,
    wave,
    shown,
    span: [from, to],
    x: (time) => left + ((Math.max(from, Math.min(to, time)) - from) / (to - from)) * (width - RIGHT - left),
  };
}

function panelsOf(bins: readonly Bin[], height: number): Panel[] {
  const rest = VERDICTS.filter((verdict) => verdict !== 'coordinated');
  const sides: readonly (readonly [string, readonly Verdict[]])[] = bins.some(({ coordinated }) => coordinated > 0)
    ? [
        [VERDICT_TEXTS.coordinated.name, ['coordinated']],
        ['everybody else', rest],
      ]
    : [['all accounts', VERDICTS]];
  let bottom = 0;
  return sides.map(([name, verdicts]) => {
    const top = bottom + HEADING;
    bottom = top + height;
    return { name, verdicts, top, bottom, most: Math.max(1, ...bins.map((bin) => sum(bin, verdicts))) };
  });
}

/** The options with which Observable Plot draws a scene. */
export function drawScene(scene: Scene): PlotOptions {
  const { width, left, bottom, span } = scene;
  const axis = timeAxis(span[0], span[1], width - left);
  const ticks = { ticks: tickCount(width - left), tickSize: 0, label: null } as const;
  return {
    width,
    height: TOP + bottom + BOTTOM,
    marginLeft: left,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: { ...axis, axis: null },
    y: { domain: [bottom, 0], axis: null },
    marks: [
      partMark(ground(scene)),
      gridX({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: ticks.ticks }),
      ...(['top', 'bottom'] as const).map((anchor) => axisX({ ...ticks, anchor, ...tickFormat(axis) })),
      partMark(content(scene)),
    ],
  };
}

function tickFormat({ tickFormat: format }: ReturnType<typeof timeAxis>) {
  return format === undefined || format === null ? {} : { tickFormat: format };
}

/** What is drawn below the lines of the time axis: the bands of the groups. */
function ground({ blocks, width }: Scene): SvgPart {
  return svgPart(
    'g',
    { transform: `translate(0,${TOP})` },
    groupSpans(blocks).map(({ from, to }) =>
      svgPart('rect', { x: 0, y: from, width: width - RIGHT, height: Math.max(1, to - from), fill: 'var(--band)' }),
    ),
  );
}

function content(scene: Scene): SvgPart {
  return svgPart('g', { transform: `translate(0,${TOP})` }, [
    ...(scene.wave && isInside(scene.wave, scene) ? waveMark(scene.wave, scene) : []),
    ...scene.panels.flatMap((panel) => bars(panel, scene)),
    svgPart(
      'g',
      { class: 'bins' },
      scene.bins.filter(({ posts }) => posts > 0).map((bin) => binLink(bin, scene)),
    ),
    ...groupNames(scene.blocks),
    ...scene.blocks.flatMap((block) => [
      heading(
        `${VERDICT_TEXTS[block.verdict].name}: ` +
          `${formatNumber(block.rows.length)}${block.rows.length < block.of ? ` of ${formatNumber(block.of)}` : ''}`,
        block.top,
      ),
      svgPart(
        'g',
        { stroke: `var(--${block.verdict})`, 'stroke-width': scene.width > 600 ? 2 : 1.2, class: 'rows' },
        block.rows.map((row) => rowLink(row, block, scene)),
      ),
    ]),
  ]);
}

/** Names of the groups next to their rows, if there are several groups. */
function groupNames(blocks: readonly RasterBlock[]): SvgPart[] {
  const groups = groupSpans(blocks);
  if (new Set(groups.map(({ group }) => group)).size < 2) return [];
  return groups
    .filter(({ from, to }) => to - from >= NAMED_ROW - 2)
    .map(({ group, from, to }) =>
      linkTo(group, `Group ${escapeControls(group)}`, [
        svgPart('text', { x: 2, y: (from + to) / 2 + 3, class: 'group-name' }, [escapeControls(group)]),
      ]),
    );
}

function heading(text: string, top: number): SvgPart {
  return svgPart('text', { x: 0, y: top - 7, class: 'heading' }, [text]);
}

function bars({ name, verdicts, top, bottom, most }: Panel, { bins, x, width, left }: Scene): SvgPart[] {
  const [posts, all] = [
    bins.reduce((total, bin) => total + sum(bin, verdicts), 0),
    bins.reduce((total, bin) => total + bin.posts, 0),
  ];
  const rects = bins.flatMap((bin) => {
    let base = bottom;
    return verdicts.flatMap((verdict) => {
      if (bin[verdict] === 0) return [];
      const height = (bin[verdict] / most) * (bottom - top);
      base -= height;
      const [from, to] = [x(bin.from.getTime()), x(bin.to.getTime())];
      const gap = bins.length > 150 ? 0 : 0.5;
      return [svgPart('rect', { x: from, y: base, width: to - from - gap, height, fill: VERDICT_COLORS[verdict] })];
    });
  });
  return [
    heading(`${name}: ${formatCount(posts, 'post')}${posts === all ? '' : ` (${formatPercent(posts, all)})`}`, top),
    svgPart('path', { d: `M${left} ${top}H${width - RIGHT}`, stroke: 'var(--rule)' }),
    svgPart('text', { x: left - 6, y: top + 8, class: 'tick' }, [formatNumber(most)]),
    svgPart('text', { x: left - 6, y: bottom, class: 'tick' }, ['0']),
    ...rects,
    svgPart('path', { d: `M${left} ${bottom}H${width - RIGHT}`, stroke: 'var(--ink)' }),
  ];
}

/** A link to the dock of a span; it covers all panels. */
function binLink(bin: Bin, { panels, x }: Scene): SvgPart {
  const [from, to] = [x(bin.from.getTime()), x(bin.to.getTime())];
  const [top, bottom] = [panels[0]?.top ?? 0, panels.at(-1)?.bottom ?? 0];
  const of = bin.coordinated === 0 ? '' : `, ${formatNumber(bin.coordinated)} by accounts likely coordinated`;
  return linkTo(bin.anchor, `${binSpan(bin)}: ${formatCount(bin.posts, 'post')}${of}`, [
    svgPart('rect', { x: from, y: top, width: to - from, height: bottom - top, class: 'hit' }),
  ]);
}

function isInside({ from, to }: Wave, { span }: Scene): boolean {
  return to.getTime() >= span[0] && from.getTime() <= span[1];
}

function waveMark(wave: Wave, { x, bottom, width, left, blocks, panels, shown }: Scene): SvgPart[] {
  const [from, to] = [x(wave.from.getTime()), x(wave.to.getTime())];
  const end = blocks[0]?.bottom ?? panels.at(-1)?.bottom ?? bottom;
  const isLeft = from - left > (width - left) / 2;
  const time = formatTime(wave.from, Math.max(SECONDS_IN_MINUTE, shown.result.dump.resolutionSeconds));
  return [
    svgPart('rect', { x: from - 1, y: -18, width: Math.max(2, to - from + 2), height: end + 18, class: 'wave' }),
    linkTo('wave', 'The first wave: who took part', [
      svgPart(
        'text',
        { x: isLeft ? from - 6 : from - 1, y: -32, class: 'wave-name', 'text-anchor': isLeft ? 'end' : 'start' },
        [`First wave: ${formatCount(wave.accounts.length, 'account')}${width > 600 ? `, ${time} UTC` : ''}`],
      ),
      svgPart('path', { d: `M${from} -28V-18`, stroke: 'var(--ink)' }),
    ]),
  ];
}

/** A row is one link, because no browser opens a drawing of a hundred thousand elements. */
function rowLink(
  { account, times, top }: RasterRow,
  { rowHeight }: RasterBlock,
  { x, width, left, shown, span }: Scene,
): SvgPart {
  const gap = rowHeight > 5 ? 1 : 0.4;
  // Posts within the same half pixel share one mark.
  const xs = [
    ...new Set(times.filter((time) => time >= span[0] && time <= span[1]).map((time) => Math.round(2 * x(time)) / 2)),
  ].sort((a, b) => a - b);
  const marks = xs.map((at) => `M${at} ${(top + gap).toFixed(1)}v${(rowHeight - 2 * gap).toFixed(1)}`).join('');
  const group = account.group === null ? '' : `, group ${escapeControls(account.group)}`;
  // Unclear accounts are named only in their own list.
  const who = account.verdict === 'unclear' ? 'an unclear account' : truncate(accountName(account), 60);
  const title = `${who}${group}: ${formatCount(account.posts, 'post')}`;
  const name =
    rowHeight < NAMED_ROW || account.verdict === 'unclear'
      ? []
      : [
          svgPart(
            'text',
            { x: left - 6, y: top + rowHeight - 2.5, class: 'row-name', 'font-size': Math.min(10, rowHeight - 1) },
            [truncate(accountName(account), width > 600 ? NAME_CELLS.wide : NAME_CELLS.narrow)],
          ),
        ];
  const anchor = shown.anchorOf.get(account.id);
  const parts = [
    svgPart('rect', { x: 0, y: top, width: width - RIGHT, height: rowHeight, class: 'hit' }),
    ...name,
    svgPart('path', { d: marks }),
  ];
  return anchor === undefined
    ? svgPart('g', {}, [svgPart('title', {}, [title]), ...parts])
    : linkTo(anchor, title, parts);
}

function sum(bin: Bin, verdicts: readonly Verdict[]): number {
  return verdicts.reduce((total, verdict) => total + bin[verdict], 0);
}
