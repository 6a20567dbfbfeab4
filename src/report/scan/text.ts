/** The page of an archive for people at a terminal. */

import type { Scan, ScannedHashtag, ScanSource } from '../../documents/scan.js';
import { escapeControls } from '../../text/escape-controls.js';
import { formatNumber, formatPercent, withFullStop } from '../../text/format.js';
import { formatDaySpan } from '../../time/format-dates.js';
import { cutNames } from '../cut-names.js';
import { createPage, joinSections, type TextOptions, type TextPage } from '../page.js';
import { skippedClauses } from '../skip-reasons.js';
import { type ReportColumn, renderTable, renderTsv } from '../table.js';
import { joinFacts, truncate, wrapParagraph } from '../text-layout.js';
import {
  scanAnswerSentences,
  campaignSentences,
  extentText,
  findingSentences,
  FLOODED,
  floodSentences,
  FOUND,
  foundHashtags,
  hashtagName,
  namesSentences,
  nextStep,
  notesOfInputs,
  sharedNote,
  STANDING_TEXTS,
} from './words.js';

/** Maximum number of groups described for a hashtag; the JSON has all. */
const GROUPS = 2;
/** Maximum width of a hashtag in a table, in cells. */
const HASHTAG = 24;

/**
 * Renders a scan for people, as `scan` prints it.
 *
 * @param asked the source of the posts, for the command that is suggested next; files if absent
 * @returns lines of text; it ends in a newline
 * @example
 * ```js
 * import { scan, renderScan } from 'trend-audit';
 *
 * const result = await scan(['fixtures/small-campaign/tweets.csv'], { least: 100 });
 * console.log(renderScan(result, { width: 80, color: false, top: 3 }).split('\n')[0]);
 * //→ 300 posts in 1 file · 1 hashtag with at least 100 posts
 * ```
 */
export function renderScan(scan: Scan, options: TextOptions, asked?: ScanSource): string {
  const page = createPage(options);
  return joinSections(
    [title, answer, ranking, campaigns, flooded, next, sources, cut].map((section) => section(scan, page, asked)),
    page,
  );
}

function title(scan: Scan, page: TextPage): string[] {
  return joinFacts(extentText(scan).split(' · '), page.width).map(page.strong);
}

function answer(scan: Scan, page: TextPage): string[] {
  const [first = '', ...rest] = scanAnswerSentences(scan);
  return [...wrapParagraph(first, page.prose).map(page.strong), ...wrapParagraph(rest.join(' '), page.prose)];
}

interface Figure extends ReportColumn {
  readonly cell: (hashtag: ScannedHashtag) => string;
}

const FIGURES: readonly Figure[] = [
  { head: 'standing', align: 'left', cell: ({ standing }) => STANDING_TEXTS[standing].name },
  { head: 'posts', align: 'right', cell: ({ posts }) => formatNumber(posts) },
  { head: 'accounts', align: 'right', cell: ({ accounts }) => formatNumber(accounts) },
  { head: 'found', align: 'right', cell: ({ size }) => (size === 0 ? '–' : formatNumber(size)) },
  {
    head: 'wrote',
    align: 'right',
    cell: ({ postsPercent, size }) => (size === 0 || postsPercent === 0 ? '–' : formatPercent(postsPercent, 100)),
  },
  { head: 'q', align: 'right', cell: ({ q }) => probability(q) },
];

function probability(value: number): string {
  return value < 0.001 ? '<.001' : value.toFixed(3).replace(/^0/u, '');
}

function ranking(scan: Scan, page: TextPage): string[] {
  const found = foundHashtags(scan);
  if (found.length === 0) return [];
  const shown = found.slice(0, page.most);
  const columns: ReportColumn[] = [
    { head: '', name: 'rank', align: 'right' },
    { head: 'hashtag', align: 'left' },
    ...FIGURES,
  ];
  const rows = shown.map((hashtag, place) => [
    formatNumber(place + 1),
    page.plain ? `#${escapeControls(hashtag.hashtag)}` : truncate(hashtagName(hashtag.hashtag), HASHTAG),
    ...FIGURES.map(({ cell }) => cell(hashtag)),
  ]);
  if (page.plain) {
    return renderTsv(
      [...columns, { head: 'says', align: 'left' }],
      rows.map((row, place) => [...row, ...shown.slice(place, place + 1).map(said)]),
    );
  }
  const { head, rows: lines, width } = renderTable(columns, rows);
  const isTable = width + 1 <= page.width;
  const entries = shown.flatMap((hashtag, place) => [
    ...(isTable
      ? [` ${lines[place] ?? ''}`]
      : joinFacts(
          columns.map(({ head: name }, column) => `${name} ${rows[place]?.[column] ?? ''}`.trim()),
          page.width,
        )),
    ...[when(hashtag), ...namesSentences(hashtag), ...findingSentences(hashtag, GROUPS)].flatMap((sentence) =>
      wrapParagraph(sentence, page.prose, { first: '      ', indent: '      ' }).map(page.quiet),
    ),
  ]);
  const more = found.length - shown.length;
  return [
    ...(isTable ? [` ${page.quiet(head)}`] : []),
    ...entries,
    ...(more > 0 ? [page.quiet(` and ${formatNumber(more)} more; all: --top 0`)] : []),
    ...wrapParagraph(key(shown), page.prose, { first: ' ', indent: ' ' }).map(page.quiet),
  ];
}

function said(hashtag: ScannedHashtag): string {
  return [...namesSentences(hashtag), ...findingSentences(hashtag)].join(' ');
}

function when({ from, to }: ScannedHashtag): string {
  return `${formatDaySpan(from, to)}.`;
}

/** Explains the words in the table. */
function key(shown: readonly ScannedHashtag[]): string {
  const standings = [...new Set(shown.map(({ standing }) => standing))];
  return [
    ...standings.map((standing) => `${STANDING_TEXTS[standing].name}: ${STANDING_TEXTS[standing].means}`),
    FOUND,
    'wrote: their share of the posts',
    'q: the false discovery rate over hashtags at which it would be listed',
  ]
    .join('; ')
    .concat('.');
}

function campaigns({ campaigns: all }: Scan, page: TextPage): string[] {
  if (all.length === 0) return [];
  return [
    page.strong('Campaigns: hashtags that the same accounts pushed'),
    ...all
      .slice(0, page.most)
      .flatMap((campaign) => campaignSentences(campaign))
      .flatMap((sentence, line) =>
        wrapParagraph(sentence, page.prose, { first: line % 2 === 0 ? ' · ' : '   ', indent: '   ' }),
      ),
    ...(all.length > page.most ? [page.quiet(` and ${formatNumber(all.length - page.most)} more; all: --top 0`)] : []),
  ];
}

function flooded(scan: Scan, page: TextPage): string[] {
  const sentences = floodSentences(scan);
  if (sentences.length === 0) return [];
  const more = sentences.length - page.most;
  return [
    page.strong(FLOODED),
    ...sentences
      .slice(0, page.most)
      .flatMap((sentence) => wrapParagraph(sentence, page.prose, { first: ' · ', indent: '   ' })),
    ...(more > 0 ? [page.quiet(` and ${formatNumber(more)} more; all: --top 0`)] : []),
  ];
}

function next(scan: Scan, page: TextPage, asked?: ScanSource): string[] {
  const [first] = foundHashtags(scan);
  if (!first) return [];
  return wrapParagraph(`The evidence for one of them: ${scan.tool.name} ${nextStep(scan, first, asked)}`, page.prose);
}

function sources({ inputs }: Scan, page: TextPage): string[] {
  const { shared, own } = notesOfInputs(inputs);
  const texts = inputs.flatMap((input, place) => {
    const notes = [...skippedClauses(input), ...(own[place] ?? [])];
    if (notes.length === 0) return [];
    return [`${escapeControls(input.path)}: ${notes.map((note) => withFullStop(escapeControls(note))).join(' ')}`];
  });
  return [...texts, ...shared.map(({ note, files }) => escapeControls(sharedNote(note, files, inputs.length)))].flatMap(
    (text) => wrapParagraph(text, page.prose).map(page.quiet),
  );
}

function cut({ hashtags }: Scan, page: TextPage): string[] {
  return cutNames(
    hashtags.flatMap(({ named }) => named),
    page,
  );
}
