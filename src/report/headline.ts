/** The answer, before anything else. */

import type { Result } from '../documents/result.js';
import { VERDICTS, type VerdictCounts } from '../documents/verdict.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber, formatPercent, withFullStop, plural } from '../text/format.js';
import { foldHashtag } from '../text/hashtags.js';
import { formatDaySpan, formatTimeSpan } from '../time/format-dates.js';
import { firstHours } from './first-hours.js';
import type { TextPage } from './page.js';
import { type PeakCreationDays, notableCreationDays } from './peak-creation-days.js';
import { renderFigures, renderTsv } from './table.js';
import { displayWidth, joinFacts, wrapParagraph, truncate, wrap } from './text-layout.js';
import { VERDICT_TEXTS } from './verdicts.js';

const TAGS_SHOWN = 5;
const LEAST_P = 0.0001;
const ALL = 'All posts';
/** Goes with every answer. */
export const DISCLAIMER =
  'Coordinated need not be inauthentic (volunteers, fans), and where none is found nobody is cleared.';

/** What was looked at: the hashtag, how much of it, and when. */
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
    .map(({ tag, posts }) => ({ tag: `#${escapeControls(tag)}`, posts }))
    .filter(({ tag }) => tag.toLowerCase() !== name.toLowerCase());
  if (tags.length === 0) return lines;
  const [first = '', ...rest] = tags.slice(0, TAGS_SHOWN).map(({ tag, posts }) => `${tag} ${formatNumber(posts)}`);
  return [
    ...lines,
    ...joinFacts([`${name === ALL ? 'Hashtags' : 'With it'}: ${first}`, ...rest], page.prose).map(page.quiet),
  ];
}

/** The hashtag that was asked for, as the dump spells it, or else the one that all posts bear; escaped. */
export function conversationName(dump: Result['dump'], asked: string | null): string {
  if (asked !== null) {
    const folded = foldHashtag(asked);
    const known = dump.hashtags.find(({ tag }) => foldHashtag(tag) === folded);
    return `#${escapeControls(known?.tag ?? asked.replace(/^[#＃]/u, ''))}`;
  }
  const first = dump.hashtags[0];
  return first?.posts === dump.posts ? `#${escapeControls(first.tag)}` : ALL;
}

/** The answer, what it does not say, and what limits it. */
export function answerSection(result: Result, page: TextPage): string[] {
  const lines = wrap(answerSentences(result).join(' '), page.prose);
  const cautions = result.summary.cautions.flatMap((caution) =>
    wrapParagraph(withFullStop(escapeControls(caution)), page.prose, { first: 'Caution: ', indent: '  ' }).map(
      page.alarming,
    ),
  );
  return [...lines, ...wrap(DISCLAIMER, page.prose).map(page.quiet), ...cautions];
}

/** The same as sentences: figures and dates, no text from the dump. */
export function answerSentences(result: Result): string[] {
  const { summary, dump } = result;
  return [
    ...(summary.undecided ? undecidedSentences(summary.undecided) : coordinatedSentences(result)),
    ...seenOnce(summary),
    ...flooding(summary.accounts),
    ...(summary.accounts.coordinated === 0 ? restOf(summary, dump.accounts) : []),
  ];
}

function coordinatedSentences({ dump, summary, accounts, timeline }: Result): string[] {
  const found = summary.accounts.coordinated;
  if (found === 0) return ['No account is likely coordinated.'];
  const one = found === 1;
  const wrote = summary.posts.coordinated;
  const start = firstHours(timeline);
  const early =
    start && start.coordinated > 0
      ? `, and ${formatPercent(start.coordinated, start.posts)} of the ${formatNumber(start.posts)} in the ${start.name}`
      : '';
  const sentences = [
    `${formatCount(found, 'account')} (${formatPercent(found, dump.accounts)}) ${one ? 'is' : 'are'} likely coordinated (${chance(summary.p)}); ${byChance(summary.expectedFalse)} would look so had all acted alone.`,
    `${one ? 'It' : 'They'} wrote ${formatPercent(wrote, dump.posts)} of all posts${early}.`,
  ];
  const days = notableCreationDays(
    accounts.filter(({ verdict }) => verdict === 'coordinated'),
    accounts.filter(({ verdict }) => verdict !== 'coordinated'),
  );
  if (days) {
    sentences.push(
      `${days.created === found ? `All ${formatNumber(found)}` : `${formatNumber(days.created)} of them`} were created on ${formatDaySpan(days.from, days.to)}${compared(days)}.`,
    );
  }
  return sentences;
}

function undecidedSentences({ reason, sides }: NonNullable<Result['summary']['undecided']>): string[] {
  const why =
    reason === 'both-sides'
      ? 'Two sets of accounts keep together more than the rest, and leave next to no background.'
      : 'Both sides keep together more than a public by itself does.';
  return [
    `It cannot be told who pushed, and nobody is named. ${why}`,
    ...sides.map((side, index) => withFullStop(`${index === 0 ? 'One side' : 'The other'}: ${side.says}`)),
  ];
}

function seenOnce({ seenOnce: once, accounts }: Result['summary']): string[] {
  if (once === 0) return [];
  return [
    `${formatNumber(once)} ${accounts.coordinated > 0 ? 'more ' : ''}${plural(once, 'was', 'were')} seen once: ${plural(once, 'it fits', 'they fit')}, but acted along on one occasion only.`,
  ];
}

function flooding({ flooding: alone }: VerdictCounts): string[] {
  if (alone === 0) return [];
  return [`${formatCount(alone, 'account')} ${plural(alone, 'repeats itself', 'repeat themselves')}, alone.`];
}

/** Where nobody was found: what that does not mean. */
function restOf(
  { accounts: { unclear, insufficient }, undecided, seenOnce: once }: Result['summary'],
  accounts: number,
): string[] {
  if (accounts === 0) return ['There were no posts to judge.'];
  const others = unclear - once;
  const some = `${formatCount(others, 'account')} ${plural(others, 'is', 'are')} unclear: some sign, not enough.`;
  const blind =
    insufficient === accounts
      ? 'None had enough data to judge.'
      : `${formatNumber(insufficient)} of ${formatNumber(accounts)} had too little data to judge.`;
  return [...(others > 0 && !undecided ? [some] : []), ...(insufficient > 0 ? [blind] : [])];
}

function compared({ othersCreated, othersDated }: PeakCreationDays): string {
  if (othersDated === 0) return '';
  return othersCreated === 0
    ? ', none of the others'
    : `, as were ${formatPercent(othersCreated, othersDated)} of the others`;
}

/** The fitted tail that it comes from is checked down to one in ten thousand. */
function chance(p: number): string {
  return p < LEAST_P ? `p < ${LEAST_P}` : `p = ${Number(p.toPrecision(2))}`;
}

function byChance(expected: number): string {
  return expected < 0.5 ? 'fewer than one' : `about ${formatNumber(Math.round(expected))}`;
}

/** Every account and every post, by verdict. */
export function countsSection({ dump, summary }: Result, page: TextPage): string[] {
  const columns = [
    { head: '', name: 'verdict', align: 'left' },
    { head: 'accounts', align: 'right' },
    { head: '', name: 'share of accounts', align: 'right' },
    { head: 'posts', align: 'right' },
    { head: '', name: 'share of posts', align: 'right' },
    { head: '', name: 'meaning', align: 'left', paint: page.quiet },
  ] as const;
  const rows = VERDICTS.map((verdict) => {
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
