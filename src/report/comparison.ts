/** A comparison of dumps: a row for each, or a block if the page is narrow. */

import path from 'node:path';
import type { ComparedDump, Comparison } from '../documents/comparison.js';
import type { Trend } from '../documents/result.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber, formatPercent } from '../text/format.js';
import { formatTimeSpan } from '../time/format-dates.js';
import { accountName } from './accounts.js';
import { cutNames } from './cut-names.js';
import { joinSections, createPage, type TextPage, type TextOptions } from './page.js';
import { type ReportColumn, renderTable, COLUMN_GAP, renderTsv } from './table.js';
import { displayWidth, joinFacts, wrapParagraph, truncate, wrap } from './text-layout.js';

/**
 * Renders a comparison for people, as `compare` prints it: a row for each dump or day, or a block on a narrow page.
 *
 * @returns lines of text; it ends in a newline
 * @example
 * ```js
 * import { compare, renderComparison } from 'trend-audit';
 *
 * const comparison = await compare(['fixtures/small-campaign/tweets.csv', 'fixtures/nobody-coordinated/tweets.csv']);
 * console.log(renderComparison(comparison, { width: 80, color: false, top: 3 }).split('\n')[0]);
 * //→ 2 dumps
 * ```
 */
export function renderComparison(comparison: Comparison, options: TextOptions): string {
  const page = createPage(options);
  return joinSections(
    [table, recurring, sources, cut].map((section) => section(comparison, page)),
    page,
  );
}

function cut({ recurring: accounts }: Comparison, page: TextPage): string[] {
  return cutNames(accounts, page);
}

interface Figure extends ReportColumn {
  readonly cell: (dump: ComparedDump) => string;
  /** What the head means; empty if it is clear by itself. */
  readonly means: string;
  /** Whether it may be omitted on a narrow page. */
  readonly optional: boolean;
}

/** Cells for a name: figures are omitted until it has all that it needs, or `NAME`; it always has `SHORTEST_NAME`. */
const NAME = 16;
const SHORTEST_NAME = 3;
const LEADS: Readonly<Record<Trend['lead']['outcome'], string>> = {
  coordinated: 'coord.',
  organic: 'organic',
  both: 'both',
  neither: 'none',
  'not tested': '–',
};

function table({ dumps }: Comparison, page: TextPage): string[] {
  const names = namesOf(dumps);
  const heading = wrap(
    formatCount(dumps.length, dumps.some(({ day }) => day !== null) ? 'day' : 'dump'),
    page.width,
  ).map(page.strong);
  const every = figuresOf(dumps);
  const first: ReportColumn = { head: dumps.every(({ day }) => day !== null) ? 'day' : 'dump', align: 'left' };
  if (page.plain)
    return [
      ...heading,
      ...renderTsv(
        [first, ...every],
        dumps.map((dump, index) => [names[index] ?? '', ...every.map(({ cell }) => cell(dump))]),
      ),
      ...key(every, page),
    ];
  if (page.narrow) {
    const blocks = dumps.flatMap((dump, index) => [
      ...wrap(names[index] ?? '', page.width).map(page.strong),
      ...joinFacts(
        every.map(({ head, cell }) => `${head} ${cell(dump)}`),
        page.width,
        '  ',
      ),
    ]);
    return [...heading, ...blocks, ...key(every, page)];
  }
  const longest = names.reduce((most, name) => Math.max(most, displayWidth(name)), displayWidth(first.head));
  const roomFor = (figures: readonly Figure[]): number =>
    page.width - 1 - COLUMN_GAP.length - drawn(dumps, figures).width;
  // Omits the least important figures first, until the names have enough room.
  const figures = [...every];
  while (figures.some(({ optional }) => optional) && roomFor(figures) < Math.min(longest, NAME))
    figures.splice(
      figures.findLastIndex(({ optional }) => optional),
      1,
    );
  const room = Math.max(SHORTEST_NAME, roomFor(figures));
  const rows = dumps.map((dump, index) => [
    truncate(names[index] ?? '', room),
    ...figures.map(({ cell }) => cell(dump)),
  ]);
  const { head, rows: lines } = renderTable([first, ...figures], rows);
  return [...heading, ` ${page.quiet(head)}`, ...lines.map((line) => ` ${line}`), ...key(figures, page)];
}

/** Explains the heads that are not clear by themselves. */
function key(figures: readonly Figure[], page: TextPage): string[] {
  const meanings = figures.filter(({ means }) => means !== '').map(({ head, means }) => `${head}: ${means}`);
  return wrapParagraph(`${meanings.join('; ')}.`, page.prose, { indent: ' ' }).map(page.quiet);
}

function drawn(dumps: readonly ComparedDump[], figures: readonly Figure[]): ReturnType<typeof renderTable> {
  return renderTable(
    figures,
    dumps.map((dump) => figures.map(({ cell }) => cell(dump))),
  );
}

function figuresOf(dumps: readonly ComparedDump[]): Figure[] {
  const common = commonBeginning(dumps);
  const right = (head: string, means: string, cell: Figure['cell'], optional = false): Figure => ({
    head,
    align: 'right',
    means,
    cell,
    optional,
  });
  return [
    right('posts', '', ({ dump }) => formatNumber(dump.posts)),
    right('accounts', '', ({ dump }) => formatNumber(dump.accounts)),
    right('coord.', 'accounts that are likely coordinated', ({ summary }) =>
      formatNumber(summary.accounts.coordinated),
    ),
    right('wrote', 'their share of the posts', ({ summary, dump }) =>
      formatPercent(summary.posts.coordinated, dump.posts),
    ),
    right('first 100', 'their share of the first 100 posts', ({ trend }) => shareOfFirst(trend), true),
    right(
      'CTM',
      'coefficient of traffic manipulation of ' +
        `${common === undefined ? 'all posts, to be compared where dumps are of like size' : `the first ${formatNumber(common)} posts`}`,
      ({ traffic }) => formatNumber((traffic.firstPosts.find(({ posts }) => posts === common) ?? traffic).ctm),
    ),
    right('leads', 'which side moved first', ({ trend }) => LEADS[trend.lead.outcome], true),
    right(
      'top 1%',
      'share of posts by the most active 1% of accounts',
      ({ traffic }) => formatPercent(traffic.top1Percent, 100),
      true,
    ),
    right(
      '<30 days',
      'share of posts by accounts younger than that',
      ({ traffic }) =>
        traffic.young.all.under30DaysPercent === null ? '–' : formatPercent(traffic.young.all.under30DaysPercent, 100),
      true,
    ),
  ];
}

/** The coordinated share of the first 100 posts (and of further ones at the same time); a dash if there are fewer. */
function shareOfFirst({ push }: Trend): string {
  const first = push.firstPosts.find(({ posts }) => posts >= 100);
  return first ? formatPercent(first.coordinated, first.posts) : '–';
}

/** The largest number of first posts for which every dump has a coefficient; undefined if one dump is too small. */
function commonBeginning(dumps: readonly ComparedDump[]): number | undefined {
  return [50_000, 10_000].find((first) =>
    dumps.every(({ traffic }) => traffic.firstPosts.some(({ posts }) => posts === first)),
  );
}

function recurring({ recurring: accounts, dumps }: Comparison, page: TextPage): string[] {
  if (dumps.length < 2) return [];
  const heading = wrap('Likely coordinated in several of them', page.width).map(page.strong);
  if (accounts.length === 0)
    return [
      ...heading,
      ...wrapParagraph(
        'No account is. (Accounts are compared by id: dumps with different kinds of ids have none in common.)',
        page.prose,
        { first: ' ', indent: ' ' },
      ),
    ];
  const shown = accounts.slice(0, page.most);
  const names = shown.map(({ id, handle, dumps: where }) => `${accountName({ id, handle })} (${where.length})`);
  const more = accounts.length - shown.length;
  return [
    ...heading,
    ...wrapParagraph(
      `${formatCount(accounts.length, 'account')}, with the number of dumps: ` +
        `${names.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more (all: --top 0)` : ''}.`,
      page.prose,
      { first: ' ', indent: '   ' },
    ),
  ];
}

function sources({ dumps }: Comparison, page: TextPage): string[] {
  const wholes = dumps.flatMap((each, index) =>
    each.judged === 'alone' || dumps[index - 1]?.file !== each.file
      ? [{ ...each, day: each.judged === 'alone' ? each.day : null, dump: spanOf(each, dumps) }]
      : [],
  );
  const lines = wholes.map(({ file, day, dump, summary }) => {
    const cautions =
      summary.cautions.length === 0
        ? ''
        : ` Caution: ${summary.cautions.map((caution) => escapeControls(caution)).join(' ')}`;
    return (
      `${escapeControls(file)}${day === null ? '' : `, ${day}`}: ` +
      `${formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds)}.${cautions}`
    );
  });
  return [
    ...wrap(
      dumps.some(({ judged }) => judged === 'whole')
        ? 'Read, analysed as a whole, and counted by day'
        : 'Read, and analysed each by itself',
      page.width,
    ).map(page.strong),
    ...lines.flatMap((line) => wrapParagraph(line, page.prose, { first: ' ', indent: '   ' })),
  ];
}

/** The time span of what was analysed together: all days of the file, or this part alone. */
function spanOf({ file, judged, dump }: ComparedDump, dumps: readonly ComparedDump[]): ComparedDump['dump'] {
  const last = judged === 'alone' ? undefined : dumps.findLast((other) => other.file === file);
  return { ...dump, to: last?.dump.to ?? dump.to };
}

/** The days, or the file names without folder and extension; the whole paths if two names would be the same. */
function namesOf(dumps: readonly ComparedDump[]): string[] {
  const several = new Set(dumps.map(({ file }) => file)).size > 1;
  const short = dumps.map(({ file, day }) =>
    day === null
      ? escapeControls(path.basename(file).replace(/(?<=.)(?:\.[a-z]\w{0,6}){1,2}$/iu, ''))
      : `${day}${several ? ` ${escapeControls(path.basename(file))}` : ''}`,
  );
  return new Set(short).size === short.length
    ? short
    : dumps.map(({ file, day }) => `${day === null ? '' : `${day} `}${escapeControls(file)}`);
}
