/** A row an account, a mark a post: who posts in waves is seen at a glance. */

import { dot, gridX, type RenderFunction, rectY, text } from '@observablehq/plot';
import type { ReportData } from '../../documents/report-data.js';
import type { AccountResult, Result } from '../../documents/result.js';
import { VERDICTS, type Verdict } from '../../documents/verdict.js';
import { escapeControls } from '../../text/escape-controls.js';
import { formatCount, formatNumber } from '../../text/format.js';
import { MINUTE } from '../../time/units.js';
import { accountName } from '../accounts.js';
import { truncate } from '../text-layout.js';
import { VERDICT_TEXTS } from '../verdicts.js';
import { figure } from './chart.js';
import { type SafeHtml, EMPTY_HTML } from './markup.js';
import { tickCount, timeAxis } from './time-axis.js';

/** More rows are a texture in which nobody finds a wave, and a drawing that no page holds. */
const ROWS: Readonly<Record<Verdict, number>> = {
  coordinated: 240,
  flooding: 40,
  unclear: 60,
  organic: 80,
  insufficient: 0,
};
/** Pixels that all rows of a verdict share, and the highest and lowest row that this may give. */
const SHARED: Readonly<Record<Verdict, number>> = {
  coordinated: 620,
  flooding: 80,
  unclear: 240,
  organic: 320,
  insufficient: 0,
};
const HIGHEST = 13;
const LOWEST = 3;
/** A row of so many pixels has room for a name. */
const NAMED_ROW = 11;
const NAME_CELLS = 20;
/** Room for a block's heading. */
const HEADING = 26;
const SVG = 'http://www.w3.org/2000/svg';

interface Row {
  readonly account: AccountResult;
  readonly times: readonly number[];
  /** Upper edge, in pixels from the top. */
  readonly top: number;
}

interface Block {
  readonly verdict: Verdict;
  readonly rows: readonly Row[];
  readonly rowHeight: number;
  /** How many accounts of the verdict there are. */
  readonly of: number;
  readonly top: number;
  readonly bottom: number;
}

export function postRaster(result: Result, exhibits: ReportData): SafeHtml {
  const posts = new Map<string, number[]>();
  for (const { account, time } of exhibits.posts) {
    const times = posts.get(account);
    if (times) times.push(Date.parse(time));
    else posts.set(account, [Date.parse(time)]);
  }
  const blocks = blocksOf(result, posts);
  if (blocks.length === 0) return EMPTY_HTML;
  const span: [number, number] = [
    Date.parse(result.dump.from),
    Math.max(Date.parse(result.dump.to), Date.parse(result.dump.from) + MINUTE),
  ];
  const shown = blocks.map(
    ({ verdict, rows, of }) =>
      `${formatCount(rows.length, 'account')} ${VERDICT_TEXTS[verdict].name}${rows.length < of ? `, of ${formatNumber(of)}` : ''}`,
  );
  return figure({
    id: 'raster',
    title: 'Every post of these accounts: a row an account, a mark a post',
    says: `${shown.join('; ')}. Marks that stand above one another are posts of the same moment: a wave. Rows are in the order of groups, then of first posts.${blocks.some(({ verdict, rows, of }) => verdict === 'organic' && rows.length < of) ? ' Organic accounts are drawn by lot, for comparison.' : ''}`,
    draw: (width) => draw(blocks, span, width),
  });
}

function draw(blocks: readonly Block[], span: [number, number], width: number) {
  // Names stand beside all rows of the first block, or beside none.
  const named = width > 600 && (blocks[0]?.rowHeight ?? 0) >= NAMED_ROW;
  const marginLeft = named ? 172 : 30;
  const bottom = blocks.at(-1)?.bottom ?? 0;
  const [first, last] = [new Date(span[0]), new Date(span[1])];
  return {
    width,
    height: bottom + 30,
    marginLeft,
    marginRight: 10,
    marginTop: 0,
    marginBottom: 30,
    x: { ...timeAxis(span[0], span[1], width - marginLeft) },
    y: { domain: [bottom, 0], axis: null },
    marks: [
      ...groupsOf(blocks).flatMap(({ from, to, name }) => [
        rectY([0], { x1: () => first, x2: () => last, y1: from, y2: to, fill: 'var(--band)' }),
        ...(to - from < 9
          ? []
          : [
              text([name], {
                frameAnchor: 'left',
                dx: 2 - marginLeft,
                y: (from + to) / 2,
                textAnchor: 'start',
                fontSize: 10,
                fontWeight: 600,
                fill: 'var(--quiet)',
              }),
            ]),
      ]),
      gridX({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: tickCount(width - marginLeft) }),
      text(blocks, {
        frameAnchor: 'left',
        dx: 2 - marginLeft,
        y: ({ top }: Block) => top - 10,
        textAnchor: 'start',
        fontSize: 12.5,
        fontWeight: 600,
        fill: 'var(--ink)',
        stroke: 'var(--paper)',
        strokeWidth: 4,
        text: ({ verdict, rows, of }: Block) =>
          `${VERDICT_TEXTS[verdict].name}: ${formatNumber(rows.length)}${rows.length < of ? ` of ${formatNumber(of)}` : ''}`,
      }),
      ...blocks
        .filter(({ rowHeight }) => named && rowHeight >= NAMED_ROW)
        .map(({ rows, rowHeight }) =>
          text(rows, {
            frameAnchor: 'left',
            dx: -6,
            y: ({ top }: Row) => top + rowHeight / 2,
            text: ({ account }: Row) => truncate(accountName(account), NAME_CELLS),
            textAnchor: 'end',
            fontSize: 10,
            fill: 'var(--ink)',
          }),
        ),
      ...blocks.map(({ verdict, rows, rowHeight }) => {
        const all = rows.flatMap((row) => row.times.map((time) => ({ row, time })));
        return dot(all, {
          x: ({ time }: Mark) => new Date(time),
          y: ({ row }: Mark) => row.top,
          render: ticks(all, rowHeight, `var(--${verdict})`, width > 600 ? 2 : 1.2),
        });
      }),
    ],
  };
}

interface Mark {
  readonly row: Row;
  readonly time: number;
}

/** All marks of a row as one path: a drawing of a hundred thousand elements opens in no browser. */
function ticks(all: readonly Mark[], rowHeight: number, ink: string, thickness: number): RenderFunction {
  const gap = rowHeight > 5 ? 1 : 0.4;
  return (index, _scales, values, _dimensions, { document }) => {
    const paths = new Map<Row, { readonly top: number; readonly xs: Set<number> }>();
    for (const i of index) {
      const mark = all[i];
      if (!mark) continue;
      const path = paths.get(mark.row) ?? { top: (values.y?.[i] ?? 0) + gap, xs: new Set() };
      paths.set(mark.row, path);
      // Posts of the same half pixel are one mark.
      path.xs.add(Math.round(2 * (values.x?.[i] ?? 0)) / 2);
    }
    const block = document.createElementNS(SVG, 'g');
    block.setAttribute('stroke', ink);
    block.setAttribute('stroke-width', String(thickness));
    for (const [{ account }, { top, xs }] of paths) {
      const path = document.createElementNS(SVG, 'path');
      const title = document.createElementNS(SVG, 'title');
      path.setAttribute(
        'd',
        [...xs]
          .sort((a, b) => a - b)
          .map((x) => `M${x} ${top.toFixed(1)}v${(rowHeight - 2 * gap).toFixed(1)}`)
          .join(''),
      );
      const group = account.group === null ? '' : `, group ${escapeControls(account.group)}`;
      title.textContent = `${truncate(accountName(account), 60)}${group}: ${formatCount(account.posts, 'post')}`;
      path.appendChild(title);
      block.appendChild(path);
    }
    return block;
  };
}

function blocksOf({ accounts, groups }: Result, posts: ReadonlyMap<string, readonly number[]>): Block[] {
  const order = new Map(groups.map(({ id }, index) => [id, index]));
  const groupOf = ({ group }: AccountResult): number =>
    group === null ? groups.length : (order.get(group) ?? groups.length);
  let bottom = 0;
  return VERDICTS.flatMap((verdict) => {
    const all = accounts.filter((account) => account.verdict === verdict);
    const known = all.filter(({ id }) => posts.has(id));
    const chosen = verdict === 'organic' ? evenly(known, ROWS.organic) : known.slice(0, ROWS[verdict]);
    if (chosen.length === 0) return [];
    const rowHeight = Math.max(LOWEST, Math.min(HIGHEST, Math.floor(SHARED[verdict] / chosen.length)));
    const top = bottom + HEADING;
    const rows = chosen
      .map((account) => ({ account, times: posts.get(account.id) ?? [] }))
      .sort(
        (a, b) =>
          groupOf(a.account) - groupOf(b.account) ||
          (a.times[0] ?? 0) - (b.times[0] ?? 0) ||
          (a.account.id < b.account.id ? -1 : 1),
      )
      .map((row, index) => ({ ...row, top: top + index * rowHeight }));
    bottom = top + rows.length * rowHeight;
    return [{ verdict, rows, rowHeight, of: all.length, top, bottom }];
  });
}

/** So many of them at equal distances in the order of ids, for nothing but the number to decide. */
function evenly(accounts: readonly AccountResult[], most: number): AccountResult[] {
  const step = Math.max(1, accounts.length / most);
  return accounts
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** Where the rows of each group begin and end. */
function groupsOf(blocks: readonly Block[]): { name: string; from: number; to: number }[] {
  return blocks.flatMap(({ rows, rowHeight }) => {
    const spans = new Map<string, { from: number; to: number }>();
    for (const { account, top } of rows) {
      if (account.group !== null)
        spans.set(account.group, { from: spans.get(account.group)?.from ?? top, to: top + rowHeight });
    }
    return [...spans].map(([group, { from, to }]) => ({ name: escapeControls(group), from, to: to - 1 }));
  });
}
