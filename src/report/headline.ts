/** The beginning of a report: what was analysed, and the answer. */

import type { Result } from '../documents/result.js';
import { type Verdict, VERDICTS } from '../documents/verdict.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber, formatPercent, withFullStop } from '../text/format.js';
import { foldHashtag } from '../text/hashtags.js';
import { shortenName } from '../text/shorten-name.js';
import { formatTimeSpan } from '../time/format-dates.js';
import type { TextPage } from './page.js';
import { answerSentences } from './story.js';
import { renderFigures, renderTsv } from './table.js';
import { displayWidth, joinFacts, wrapParagraph, truncate, wrap } from './text-layout.js';
import { VERDICT_TEXTS } from './verdicts.js';

const TAGS_SHOWN = 5;
const ALL = 'All posts';
/** Shown with every answer. */
export const DISCLAIMER =
  'Coordinated need not be inauthentic (volunteers, fans), and where none is found nobody is cleared.';

/** What was analysed: the hashtag, the number of posts and accounts, and the time span. */
export function titleSection({ dump, options }: Result, page: TextPage): string[] {
  const name = conversationName(dump, options.hashtag);
  const extent = [
    formatCount(dump.posts, 'post'),
    formatCount(dump.accounts, 'account'),
    formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds),
  ];
  const oneLine = extent.join(' · ');
  const fits = displayWidth(name) + 3 + displayWidth(oneLine) <= page.width;
  const lines =
    fits && !page.plain
      ? [`${page.strong(name)}   ${oneLine}`]
      : [page.strong(truncate(name, page.width)), ...joinFacts(extent, page.width)];
  const tags = dump.hashtags
    .map(({ tag, posts }) => ({ tag: `#${escapeControls(shortenName(tag))}`, posts }))
    .filter(({ tag }) => tag.toLowerCase() !== name.toLowerCase());
  if (tags.length === 0) return lines;
  const [first = '', ...rest] = tags.slice(0, TAGS_SHOWN).map(({ tag, posts }) => `${tag} ${formatNumber(posts)}`);
  return [
    ...lines,
    ...joinFacts([`${name === ALL ? 'Hashtags' : 'Used together with'}: ${first}`, ...rest], page.prose).map(
      page.quiet,
    ),
  ];
}

/** The requested hashtag, as the dump spells it, or else the one that all posts have, or else `ALL`; escaped. */
export function conversationName(dump: Result['dump'], asked: string | null): string {
  if (asked !== null) {
    const folded = foldHashtag(asked);
    const known = dump.hashtags.find(({ tag }) => foldHashtag(tag) === folded);
    return `#${escapeControls(shortenName(known?.tag ?? asked.replace(/^[#＃]/u, '')))}`;
  }
  const first = dump.hashtags[0];
  return first?.posts === dump.posts ? `#${escapeControls(shortenName(first.tag))}` : ALL;
}

/** The answer, the disclaimer and the cautions. */
export function answerSection(result: Result, page: TextPage): string[] {
  const lines = wrap(answerSentences(result).join(' '), page.prose);
  const cautions = result.summary.cautions.flatMap((caution) =>
    wrapParagraph(withFullStop(escapeControls(caution)), page.prose, { first: 'Caution: ', indent: '  ' }).map(
      page.alarming,
    ),
  );
  return [...lines, ...wrap(DISCLAIMER, page.prose).map(page.quiet), ...cautions];
}

/** Every account and every post, by verdict. */
export function countsSection(result: Result, page: TextPage): string[] {
  return countsOf(result, VERDICTS, page);
}

/** The same without verdicts that no account has; `coordinated` is always shown. */
export function countsShown(result: Result, page: TextPage): string[] {
  const { accounts } = result.summary;
  return countsOf(
    result,
    VERDICTS.filter((verdict) => verdict === 'coordinated' || accounts[verdict] > 0),
    page,
  );
}

function countsOf({ dump, summary }: Result, verdicts: readonly Verdict[], page: TextPage): string[] {
  const columns = [
    { head: '', name: 'verdict', align: 'left' },
    { head: 'accounts', align: 'right' },
    { head: '', name: 'share of accounts', align: 'right' },
    { head: 'posts', align: 'right' },
    { head: '', name: 'share of posts', align: 'right' },
    { head: '', name: 'meaning', align: 'left', paint: page.quiet },
  ] as const;
  const rows = verdicts.map((verdict) => {
    const [accounts, posts] = [summary.accounts[verdict], summary.posts[verdict]];
    const { name, means } = VERDICT_TEXTS[verdict];
    return [
      name,
      formatNumber(accounts),
      formatPercent(accounts, dump.accounts),
      formatNumber(posts),
      formatPercent(posts, dump.posts),
      means,
    ];
  });
  if (page.plain) return renderTsv(columns, rows);
  const table = renderFigures(columns, rows);
  if (!page.narrow && table.width < page.width)
    return [table.head, ...table.rows].map((line, index) => ` ${index === 0 ? page.quiet(line) : line}`);
  return rows.flatMap(([name = '', accounts, share, posts, postShare]) =>
    wrapParagraph(`${name}: ${accounts} accounts (${share}), ${posts} posts (${postShare})`, page.width, {
      indent: '  ',
      first: '',
    }),
  );
}
