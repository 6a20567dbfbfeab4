/** The network of a group: which accounts are tied, and by what. */

import { dot, link, type PlotOptions, text } from '@observablehq/plot';
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Tie } from '../../documents/report-data.js';
import type { AccountResult } from '../../documents/result.js';
import { joinList, formatNumber } from '../../text/format.js';
import { accountName } from '../accounts.js';
import { displayWidth, truncate } from '../text-layout.js';
import { chartFigure } from './chart.js';
import { html, type SafeHtml, EMPTY_HTML } from './markup.js';

/** Maximum number of accounts drawn: with more, the drawing cannot be read. */
const NODES = 120;
/** Up to this many lines, all are drawn; if there are more, only the strongest of each account. */
const LINES = 120;
const LINES_EACH = 3;
const NAME_CELLS = 18;
/** Size of a letter of a name, in pixels. */
const LETTER = { width: 6.2, height: 13 };
/** Width in pixels: the facts about the group are next to the drawing. */
const WIDTH = 620;
/** Number of steps after which d3-force's default cooling ends. */
const STEPS = 300;

/** The kinds of ties, each with its own dash pattern. */
export const TIE_KINDS: Readonly<Record<Tie['kind'], { readonly name: string; readonly dash: string }>> = {
  text: { name: 'same text', dash: 'none' },
  retweet: { name: 'same retweet', dash: '6,3' },
  link: { name: 'same link', dash: '1.5,3' },
  object: { name: 'same object', dash: '10,2' },
  tags: { name: 'same series of hashtags', dash: '8,3,1.5,3' },
};

interface Node extends SimulationNodeDatum {
  readonly account: AccountResult;
  readonly radius: number;
}

interface Line extends SimulationLinkDatum<Node> {
  source: Node;
  target: Node;
  readonly weight: number;
  /** The kind with the largest weight. */
  readonly kind: Tie['kind'];
}

/**
 * The network of one group; empty if no tie is known. `ties` are those within the group, strongest first; `table` has
 * them in figures; `anchorOf` has the anchors of accounts on the page.
 */
export function networkFigure(
  id: string,
  members: readonly AccountResult[],
  ties: readonly Tie[],
  table: SafeHtml,
  anchorOf: ReadonlyMap<string, string>,
): SafeHtml {
  const degree = new Map<string, number>();
  for (const { source, target, weight } of ties)
    for (const account of [source, target]) degree.set(account, (degree.get(account) ?? 0) + weight);
  const central = members
    .filter((account) => degree.has(account.id))
    .toSorted((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
  const shown = central.slice(0, NODES);
  const nodes = new Map(
    shown.map((account): [string, Node] => [
      account.id,
      { account, radius: Math.min(11, 3 + Math.sqrt(account.posts)) },
    ]),
  );
  const keyOf = pairKeys(members);
  const lines = strongest(linesOf(ties, nodes, keyOf));
  if (lines.length === 0) return EMPTY_HTML;
  const pairs = new Set(ties.map(keyOf)).size;
  const kinds = Object.entries(TIE_KINDS).filter(([kind]) => lines.some((line) => line.kind === kind));
  const ends = new Set(lines.flatMap(({ source, target }) => [source, target]));
  const drawn = [...nodes.values()].filter((node) => ends.has(node));
  const cut = [
    ...(drawn.length < central.length ? [`${formatNumber(drawn.length)} accounts`] : []),
    ...(lines.length < pairs ? [`${formatNumber(lines.length)} lines, the strongest of each`] : []),
  ];
  return chartFigure({
    id,
    wide: WIDTH,
    title: 'Who is tied to whom',
    says:
      `${formatNumber(central.length)} accounts that share something rare with another, ` +
      `${formatNumber(pairs)} pairs.${cut.length === 0 ? '' : ` Drawn: ${joinList(cut)}.`} The larger ` +
      'an account, the more it posted; the thicker a line, the more and the rarer what the two share.',
    key: html`<span class="entry">${disc(true)} likely coordinated</span> ${drawn.some(({ account: { verdict } }) => verdict !== 'coordinated') ? html`<span class="entry">${disc(false)} unclear</span> ` : []}${kinds.map(([, { name, dash }]) => html`<span class="entry"><svg class="swatch" width="26" height="12" aria-hidden="true" focusable="false"><path d="M1 6H25" stroke="var(--line)" stroke-width="2" stroke-dasharray="${dash}"/></svg> ${name}</span> `)}`,
    links: true,
    draw: (width) => draw(drawn, lines, width, anchorOf),
    table,
  });
}

function draw(
  nodes: readonly Node[],
  lines: readonly Line[],
  width: number,
  anchorOf: ReadonlyMap<string, string>,
): PlotOptions {
  const href = ({ account }: Node): string | null => {
    const anchor = anchorOf.get(account.id);
    return anchor === undefined ? null : `#${anchor}`;
  };
  const narrow = width < WIDTH;
  const height = Math.round(Math.min(440, 130 + 50 * Math.sqrt(nodes.length)));
  const places = layOut(nodes, lines, width, height, narrow ? 24 : 60);
  const [x, y] = [
    ({ account }: Node): number => places.get(account.id)?.[0] ?? 0,
    ({ account }: Node): number => places.get(account.id)?.[1] ?? 0,
  ];
  const heaviest = lines.reduce((most, { weight }) => Math.max(most, weight), 0);
  return {
    width,
    height,
    margin: 0,
    axis: null,
    x: { type: 'identity' },
    y: { type: 'identity' },
    r: { type: 'identity' },
    marks: [
      ...Object.entries(TIE_KINDS).map(([kind, { dash }]) =>
        link(
          lines.filter((line) => line.kind === kind),
          {
            x1: ({ source }: Line) => x(source),
            y1: ({ source }: Line) => y(source),
            x2: ({ target }: Line) => x(target),
            y2: ({ target }: Line) => y(target),
            stroke: 'var(--line)',
            // Transparent, so that lines that cross do not hide each other.
            strokeOpacity: lines.length > 80 ? 0.5 : 0.9,
            strokeDasharray: dash,
            strokeLinecap: 'butt',
            strokeWidth: ({ weight }: Line) => 0.6 + ((lines.length > 80 ? 2.4 : 3.4) * weight) / heaviest,
          },
        ),
      ),
      dot(nodes, {
        x,
        y,
        r: ({ radius }: Node) => radius,
        href,
        title: ({ account }: Node) => (account.verdict === 'coordinated' ? accountName(account) : 'an unclear account'),
        strokeWidth: 2,
        fill: ({ account }: Node) => (account.verdict === 'coordinated' ? 'var(--coordinated)' : 'var(--paper)'),
        stroke: ({ account }: Node) => (account.verdict === 'coordinated' ? 'var(--paper)' : 'var(--unclear)'),
      }),
      // Unclear accounts are named only in their own list.
      text(
        withRoom(
          nodes.filter(({ account }) => account.verdict === 'coordinated'),
          places,
        ),
        {
          x: (node: Node) => Math.max(halfName(node), Math.min(width - halfName(node), x(node))),
          y: (node: Node) => y(node) - node.radius - 3,
          lineAnchor: 'bottom',
          text: ({ account }: Node) => truncate(accountName(account), NAME_CELLS),
          href,
          fontSize: narrow ? 10 : 11,
          fill: 'var(--ink)',
          stroke: 'var(--paper)',
          strokeWidth: 4,
        },
      ),
    ],
  };
}

/** The nodes whose names do not overlap, chosen by the total weight of their ties, largest first. */
function withRoom(nodes: readonly Node[], places: ReadonlyMap<string, readonly [number, number]>): Node[] {
  const taken: { readonly left: number; readonly right: number; readonly bottom: number }[] = [];
  return nodes.filter(({ account, radius }) => {
    const [x, y] = places.get(account.id) ?? [0, 0];
    const half = halfName({ account });
    const box = { left: x - half, right: x + half, bottom: y - radius };
    if (
      taken.some(
        (other) =>
          box.left < other.right && other.left < box.right && Math.abs(box.bottom - other.bottom) < LETTER.height,
      )
    )
      return false;
    taken.push(box);
    return true;
  });
}

/** Half the width of its name, in pixels. */
function halfName({ account }: Pick<Node, 'account'>): number {
  return (displayWidth(truncate(accountName(account), NAME_CELLS)) * LETTER.width) / 2;
}

/** Positions from a force simulation that always starts from the same state, stretched to the size of the picture. */
function layOut(
  nodes: readonly Node[],
  lines: readonly Line[],
  width: number,
  height: number,
  margin: number,
): Map<string, readonly [number, number]> {
  const moving = nodes.map((node): Node => ({ account: node.account, radius: node.radius }));
  const byId = new Map(moving.map((node) => [node.account.id, node]));
  const links = lines.flatMap((line) => {
    const [source, target] = [byId.get(line.source.account.id), byId.get(line.target.account.id)];
    return source && target ? [{ ...line, source, target }] : [];
  });
  forceSimulation(moving)
    .force('lines', forceLink<Node, Line>(links).distance(nodes.length > 40 ? 70 : 46))
    .force('apart', forceManyBody().strength(nodes.length > 40 ? -320 : -160))
    .force(
      'room',
      forceCollide<Node>(({ radius }) => radius + 7),
    )
    .force('x', forceX(0).strength(0.06 * Math.min(1, height / width)))
    .force('y', forceY(0).strength(0.12))
    .stop()
    .tick(STEPS);
  const across = stretch(
    moving.map(({ x = 0 }) => x),
    margin,
    width - margin,
  );
  const down = stretch(
    moving.map(({ y = 0 }) => y),
    30,
    height - 18,
  );
  return new Map(moving.map(({ account, x = 0, y = 0 }) => [account.id, [across(x), down(y)]]));
}

function stretch(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (value) => (most === least ? (from + to) / 2 : from + ((value - least) * (to - from)) / (most - least));
}

/** A number for each pair of members, because their ids may be long. */
function pairKeys(members: readonly AccountResult[]): (tie: Tie) => number {
  const numbers = new Map(members.map(({ id }, index) => [id, index]));
  return ({ source, target }) => (numbers.get(source) ?? 0) * members.length + (numbers.get(target) ?? 0);
}

/** One line for each pair, the heaviest first. */
function linesOf(ties: readonly Tie[], nodes: ReadonlyMap<string, Node>, keyOf: (tie: Tie) => number): Line[] {
  const pairs = new Map<number, { source: Node; target: Node; weight: number; kind: Tie['kind']; most: number }>();
  for (const tie of ties) {
    const { source, target, kind, weight } = tie;
    const [from, to] = [nodes.get(source), nodes.get(target)];
    if (!from || !to) continue;
    const key = keyOf(tie);
    const pair = pairs.get(key);
    if (!pair) pairs.set(key, { source: from, target: to, weight, kind, most: weight });
    else {
      pair.weight += weight;
      if (weight > pair.most) Object.assign(pair, { kind, most: weight });
    }
  }
  return [...pairs.values()].sort(
    (a, b) =>
      b.weight - a.weight ||
      (a.source.account.id + a.target.account.id < b.source.account.id + b.target.account.id ? -1 : 1),
  );
}

/** All lines if there are few; else those that are among the strongest of at least one of their two accounts. */
function strongest(lines: readonly Line[]): Line[] {
  if (lines.length <= LINES) return [...lines];
  const kept = new Map<Node, number>();
  return lines.filter(({ source, target }) => {
    const [from, to] = [kept.get(source) ?? 0, kept.get(target) ?? 0];
    if (from >= LINES_EACH && to >= LINES_EACH) return false;
    kept.set(source, from + 1).set(target, to + 1);
    return true;
  });
}

function disc(full: boolean): SafeHtml {
  return html`<svg class="swatch" width="14" height="14" aria-hidden="true" focusable="false"><circle cx="7" cy="7" r="5" stroke-width="2" fill="${full ? 'var(--coordinated)' : 'var(--paper)'}" stroke="${full ? 'var(--coordinated)' : 'var(--unclear)'}"/></svg>`;
}
