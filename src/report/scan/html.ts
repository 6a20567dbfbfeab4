/** An archive as one page that opens from disk, loads nothing and runs no script. */

import { dot, link, type PlotOptions, ruleY, text } from '@observablehq/plot';
import type { HashtagStanding, Scan, ScannedHashtag, ScanSource } from '../../documents/scan.js';
import { formatNumber, formatPercent, withFullStop } from '../../text/format.js';
import { formatDaySpan } from '../../time/format-dates.js';
import { accountName } from '../accounts.js';
import { cutNamesSentence } from '../cut-names.js';
import { chartFigure } from '../html/chart.js';
import { EMPTY_HTML, html, isolate, type SafeHtml } from '../html/markup.js';
import { pageHead } from '../html/page-head.js';
import { PAGE_STYLE } from '../html/style.js';
import { skippedClauses } from '../skip-reasons.js';
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
  nextStep,
  notesOfInputs,
  sharedNote,
  STANDING_TEXTS,
} from './words.js';

/** Maximum number of hashtags whose names are shown next to their marks: the first ones of the ranking. */
const LABELLED = 12;
/** Maximum number of accounts named for a hashtag. */
const NAMED = 25;
/** Minimum number of accounts that a drawn pair of hashtags has in common: pairs with fewer would hide the rest. */
const LEAST_DRAWN = 3;
/**
 * Maximum number of pairs drawn, those with most accounts first: nobody could read a picture of all pairs of 500
 * hashtags.
 */
const PAIRS_DRAWN = 300;

/** Each standing has its own shape, so that standings are not distinguished by colour alone. */
const MARKS: Readonly<Record<HashtagStanding, { readonly symbol: string; readonly color: string }>> = {
  pushed: { symbol: 'circle', color: 'var(--coordinated)' },
  undecided: { symbol: 'diamond2', color: 'var(--unclear)' },
  community: { symbol: 'square2', color: 'var(--organic)' },
  unnamed: { symbol: 'star', color: 'var(--unclear)' },
  'by-chance': { symbol: 'triangle2', color: 'var(--unclear)' },
  none: { symbol: 'plus', color: 'var(--line)' },
  insufficient: { symbol: 'times', color: 'var(--insufficient)' },
};

/** The whole page; the same bytes for the same scan. */
export function renderScanPage(scan: Scan, asked?: ScanSource): string {
  const { tool } = scan;
  const [first = '', ...rest] = scanAnswerSentences(scan);
  return html`${pageHead({ title: 'Which hashtags were pushed', tool, style: PAGE_STYLE })}<body>
<a class="skip" href="#main">To the text</a>
<header>
<p class="kicker">Coordinated activity in an archive of posts</p>
<h1>Which hashtags were pushed</h1>
<p class="extent">${extentText(scan)}</p>
</header>
<main id="main">
<section aria-labelledby="answer">
<h2 id="answer" class="unseen">The answer</h2>
<p class="lead">${first}</p>
<p class="second">${rest.join(' ')}</p></section>
<section aria-labelledby="hashtags">
<h2 id="hashtags">The hashtags</h2>
${picture(scan)}${table(scan)}</section>
${campaigns(scan)}${flooded(scan)}${found(scan, asked)}${sources(scan)}</main>
<footer><p>${tool.name} ${tool.version} · likely coordinated activity in this archive, at a false discovery rate of 5% over hashtags and over accounts</p></footer>
</body>
</html>
`.source;
}

function picture(scan: Scan): SafeHtml {
  const { hashtags, links, linksLeftOut } = scan;
  const drawn = drawnLinks(links).length;
  const isCut = linksLeftOut > 0 || links.filter(({ accounts }) => accounts >= LEAST_DRAWN).length > drawn;
  const present = new Set(hashtags.map(({ standing }) => standing));
  return chartFigure({
    id: 'picture',
    title: 'Every hashtag, by its size and by what was found',
    says:
      'To the right the hashtags with many posts; above, those of which the accounts that were found wrote much. ' +
      'A line ties hashtags that at least three likely coordinated accounts have in common: the thicker, the more' +
      `${isCut ? `; not all such pairs are drawn, but ${formatNumber(drawn)} of the strongest` : ''}.`,
    key: html`${Object.entries(MARKS)
      .filter(([standing]) => [...present].some((each) => each === standing))
      .map(([standing, { color }]) => legendEntry(standing, color))}`,
    draw: (width) => draw(scan, width),
  });
}

function legendEntry(standing: string, color: string): SafeHtml {
  const name = Object.entries(STANDING_TEXTS).find(([key]) => key === standing)?.[1].name ?? standing;
  return html`<span class="entry"><svg class="swatch" width="12" height="12" aria-hidden="true" focusable="false"><rect width="12" height="12" fill="${color}"/></svg> ${name} (${SYMBOL_NAMES[standing] ?? ''})</span> `;
}

const SYMBOL_NAMES: Readonly<Record<string, string>> = {
  pushed: 'disc',
  undecided: 'diamond',
  community: 'square',
  unnamed: 'star',
  'by-chance': 'triangle',
  none: 'plus',
  insufficient: 'cross',
};

/** The links are already sorted by number of accounts, largest first. */
function drawnLinks(links: Scan['links']): Scan['links'] {
  return links.filter(({ accounts }) => accounts >= LEAST_DRAWN).slice(0, PAIRS_DRAWN);
}

function draw({ hashtags, links }: Scan, width: number): PlotOptions {
  const byName = new Map(hashtags.map((hashtag) => [hashtag.hashtag, hashtag]));
  const lines = drawnLinks(links).flatMap(({ hashtags: [a, b], accounts }) => {
    const [from, to] = [byName.get(a), byName.get(b)];
    return from && to ? [{ from, to, accounts }] : [];
  });
  const narrow = width < 600;
  // On the line at 0, names would overlap.
  const labelled = foundHashtags({ hashtags })
    .filter(({ postsPercent }) => postsPercent > 0)
    .slice(0, narrow ? 5 : LABELLED);
  // Not Math.min: an archive may have more hashtags than a call can have arguments.
  const [fewest, most] = hashtags.reduce(
    ([least, greatest], { posts }) => [Math.min(least, posts), Math.max(greatest, posts)] as const,
    [Infinity, 0] as readonly [number, number],
  );
  return {
    width,
    height: narrow ? 320 : 420,
    marginLeft: 48,
    marginRight: 20,
    marginTop: 24,
    x: { type: 'log', label: 'posts →', ticks: narrow ? 3 : 6, tickFormat: (value: number) => formatNumber(value) },
    y: {
      label: '↑ % of posts by the accounts that were found',
      grid: true,
      domain: [0, hashtags.reduce((highest, { postsPercent }) => Math.max(highest, postsPercent), 10)],
    },
    symbol: { type: 'identity' },
    marks: [
      ruleY([0], { stroke: 'var(--rule)' }),
      link(lines, {
        x1: ({ from }: (typeof lines)[number]) => from.posts,
        y1: ({ from }: (typeof lines)[number]) => from.postsPercent,
        x2: ({ to }: (typeof lines)[number]) => to.posts,
        y2: ({ to }: (typeof lines)[number]) => to.postsPercent,
        stroke: 'var(--coordinated)',
        strokeOpacity: 0.6,
        strokeWidth: ({ accounts }: (typeof lines)[number]) => Math.min(8, Math.sqrt(accounts)),
      }),
      // Findings are drawn last, so that they are above the rest.
      ...hashtags.toReversed().map(({ posts, postsPercent, standing }) =>
        dot([0], {
          x: posts,
          y: postsPercent,
          r: standing === 'none' ? 2 : 5,
          symbol: MARKS[standing].symbol,
          stroke: MARKS[standing].color,
          fill: standing === 'none' || standing === 'insufficient' ? 'none' : MARKS[standing].color,
        }),
      ),
      ...[false, true].map((onTheRight) =>
        text(
          labelled.filter(({ posts }) => posts * posts > fewest * most === onTheRight),
          {
            x: 'posts',
            y: 'postsPercent',
            text: ({ hashtag }: ScannedHashtag) => hashtagName(hashtag),
            // Away from the nearer edge, where a name would be cut off.
            dx: onTheRight ? -9 : 9,
            textAnchor: onTheRight ? 'end' : 'start',
            fill: 'var(--ink)',
            stroke: 'var(--paper)',
            strokeWidth: 4,
          },
        ),
      ),
    ],
  };
}

function table(scan: Scan): SafeHtml {
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="hashtags"><table class="tally">
<caption>In the order of what was found. ${FOUND.charAt(0).toUpperCase() + FOUND.slice(1)}; wrote: their share of the posts; q: the false discovery rate over hashtags at which it would be listed.</caption>
<thead><tr><th scope="col" class="n">Rank</th><th scope="col">Hashtag</th><th scope="col">Standing</th><th scope="col" class="n">Posts</th><th scope="col" class="n">Accounts</th><th scope="col" class="n">Found</th><th scope="col" class="n">Wrote</th><th scope="col" class="n">q</th><th scope="col">When (UTC)</th></tr></thead>
<tbody>${scan.hashtags.map((hashtag, place) => row(hashtag, place))}</tbody></table></div>
`;
}

function row(
  { hashtag, standing, posts, accounts, size, postsPercent, q, from, to }: ScannedHashtag,
  place: number,
): SafeHtml {
  const name = isolate(hashtagName(hashtag));
  const led = standing === 'none' || standing === 'insufficient' ? name : html`<a href="#h${place + 1}">${name}</a>`;
  return html`<tr><td class="n">${place + 1}</td><th scope="row">${led}</th><td>${STANDING_TEXTS[standing].name}</td><td class="n">${formatNumber(posts)}</td><td class="n">${formatNumber(accounts)}</td><td class="n">${size === 0 ? '–' : formatNumber(size)}</td><td class="n">${size === 0 || postsPercent === 0 ? '–' : formatPercent(postsPercent, 100)}</td><td class="n">${q}</td><td>${formatDaySpan(from, to)}</td></tr>
`;
}

function campaigns({ campaigns: all }: Scan): SafeHtml {
  if (all.length === 0) return EMPTY_HTML;
  return html`<section aria-labelledby="campaigns">
<h2 id="campaigns">Hashtags that the same accounts pushed</h2>
<ul>${all.map((campaign) => html`<li><bdi>${campaignSentences(campaign, NAMED).join(' ')}</bdi></li>`)}</ul></section>
`;
}

function flooded(scan: Scan): SafeHtml {
  const sentences = floodSentences(scan);
  if (sentences.length === 0) return EMPTY_HTML;
  return html`<section aria-labelledby="flooded">
<h2 id="flooded">${FLOODED}</h2>
<ul>${sentences.map((sentence) => html`<li><bdi>${sentence}</bdi></li>`)}</ul></section>
`;
}

function found(scan: Scan, asked?: ScanSource): SafeHtml {
  const hashtags = foundHashtags(scan);
  if (hashtags.length === 0) return EMPTY_HTML;
  return html`<section aria-labelledby="found">
<h2 id="found">What was found, one by one</h2>
<p>Before a name goes to print, look at the hashtag by itself: the command beneath each gives the evidence, with quotations.</p>
${hashtags.map((hashtag, place) => entry(scan, hashtag, place, asked))}</section>
`;
}

function entry(scan: Scan, hashtag: ScannedHashtag, place: number, asked?: ScanSource): SafeHtml {
  const { standing, named, size } = hashtag;
  const shown = named.slice(0, NAMED);
  return html`<h3 id="h${place + 1}">${isolate(hashtagName(hashtag.hashtag))}: ${STANDING_TEXTS[standing].name}</h3>
<p class="quiet">${withFullStop(STANDING_TEXTS[standing].means.charAt(0).toUpperCase() + STANDING_TEXTS[standing].means.slice(1))}</p>
${findingSentences(hashtag).map((sentence) => html`<p><bdi>${sentence}</bdi></p>`)}
${shown.length === 0 ? '' : html`<p>Highest scores: ${shown.map((account, index) => html`${index === 0 ? '' : ', '}${account.url === null ? isolate(accountName(account)) : html`<a href="${account.url}" rel="noreferrer">${isolate(accountName(account))}</a>`}`)}${size > shown.length ? `, and ${formatNumber(size - shown.length)} more` : ''}.</p>`}
<pre>${scan.tool.name} ${nextStep(scan, hashtag, asked)}</pre>
`;
}

function sources({ inputs, hashtags, options }: Scan): SafeHtml {
  const { shared, own } = notesOfInputs(inputs);
  const long = cutNamesSentence(hashtags.flatMap(({ named }) => named));
  return html`<section aria-labelledby="method">
<h2 id="method">Method</h2>
<p>Every hashtag with at least ${formatNumber(options.least)} posts was decided as a conversation of its own. Its p is the chance that a public without a push has a set of accounts as one-sided; q is the chance that such a public is also called pushed or undecided, corrected for the number of hashtags (Benjamini and Hochberg 1995). Where q is above 5%, nobody is named.</p>
${long === '' ? '' : html`<p>${long}</p>`}<ul>${inputs.map((input, place) => html`<li><bdi>${input.path}</bdi>: ${formatNumber(input.posts)} posts, SHA-256 <code>${input.sha256}</code>. ${[...skippedClauses(input), ...(own[place] ?? [])].map((note) => html`<bdi>${withFullStop(note)}</bdi> `)}</li>`)}${shared.map(({ note, files }) => html`<li><bdi>${sharedNote(note, files, inputs.length)}</bdi></li>`)}</ul></section>
`;
}
