/** The answer, before anything else. */

import { VERDICTS } from '../evidence.js';
import type { Result, VerdictCounts } from '../result.js';
import { visible } from '../text/visible.js';
import { type DensestDays, markedDays } from './densest-days.js';
import { firstHours } from './first-hours.js';
import { displayWidth, facts, paragraph, truncate, wrap } from './fit.js';
import type { Page } from './page.js';
import { drawTable, tabbedTable } from './table.js';
import { VERDICT_TEXTS } from './verdicts.js';
import { count, daySpan, number, percent, sentence, timeSpan } from './words.js';

const TAGS_SHOWN = 5;
const ALL = 'All posts';
/** Goes with every answer. */
export const REMINDER = 'Coordinated need not be inauthentic (volunteers, fans); organic: no sign found.';

/** What was looked at: the hashtag, how much of it, and when. */
export function title({ dump, options }: Result, page: Page): string[] {
  const name = conversation(dump, options.hashtag);
  const extent = [count(dump.posts, 'post'), count(dump.accounts, 'account'), timeSpan(dump.from, dump.to, dump.resolutionSeconds)];
  const oneLine = extent.join(' · ');
  const fits = displayWidth(name) + 3 + displayWidth(oneLine) <= page.width;
  const lines = fits && !page.plain ? [`${page.strong(name)}   ${oneLine}`] : [page.strong(truncate(name, page.width)), ...facts(extent, page.width)];
  const tags = dump.hashtags.map(({ tag, posts }) => ({ tag: `#${visible(tag)}`, posts })).filter(({ tag }) => tag.toLowerCase() !== name.toLowerCase());
  if (tags.length === 0) return lines;
  const [first = '', ...rest] = tags.slice(0, TAGS_SHOWN).map(({ tag, posts }) => `${tag} ${number(posts)}`);
  return [...lines, ...facts([`${name === ALL ? 'Hashtags' : 'With it'}: ${first}`, ...rest], page.prose).map(page.quiet)];
}

/** The hashtag that was asked for, or else the one that all posts bear; escaped. */
export function conversation(dump: Result['dump'], asked: string | null): string {
  if (asked !== null) return `#${visible(asked.replace(/^[#＃]/u, ''))}`;
  const first = dump.hashtags[0];
  return first?.posts === dump.posts ? `#${visible(first.tag)}` : ALL;
}

/** The answer, what it does not say, and what limits it. */
export function answer(result: Result, page: Page): string[] {
  const lines = wrap(answerSentences(result).join(' '), page.prose);
  const cautions = result.summary.cautions.flatMap((caution) =>
    paragraph(sentence(visible(caution)), page.prose, { first: 'Caution: ', indent: '  ' }).map(page.alarming),
  );
  return [...lines, ...wrap(REMINDER, page.prose).map(page.quiet), ...cautions];
}

/** The same as sentences: figures and dates, no text from the dump. */
export function answerSentences({ dump, summary, accounts, timeline }: Result): string[] {
  const found = summary.accounts.coordinated;
  if (found === 0) {
    return ['No account is likely coordinated.', ...restOf(summary.accounts, dump.accounts)];
  }
  const one = found === 1;
  const wrote = summary.posts.coordinated;
  const start = firstHours(timeline);
  const early = start && start.coordinated > 0 ? `, and ${percent(start.coordinated, start.posts)} of the ${number(start.posts)} in the ${start.name}` : '';
  const sentences = [
    `${count(found, 'account')} (${percent(found, dump.accounts)}) ${one ? 'is' : 'are'} likely coordinated; ${byChance(summary.expectedFalse)} would look so had all acted alone.`,
    `${one ? 'It' : 'They'} wrote ${percent(wrote, dump.posts)} of all posts${early}.`,
  ];
  const days = markedDays(
    accounts.filter(({ verdict }) => verdict === 'coordinated'),
    accounts.filter(({ verdict }) => verdict !== 'coordinated'),
  );
  if (days) {
    sentences.push(`${days.created === found ? `All ${number(found)}` : `${number(days.created)} of them`} were created on ${daySpan(days.from, days.to)}${compared(days)}.`);
  }
  return sentences;
}

/** Where nobody was found: what that does not mean. */
function restOf({ unclear, insufficient }: VerdictCounts, accounts: number): string[] {
  if (accounts === 0) return ['There were no posts to judge.'];
  const some = `${count(unclear, 'account')} ${unclear === 1 ? 'is' : 'are'} unclear: some sign, not enough.`;
  const blind = insufficient === accounts ? 'None had enough data to judge.' : `${number(insufficient)} of ${number(accounts)} had too little data to judge.`;
  return [...(unclear > 0 ? [some] : []), ...(insufficient > 0 ? [blind] : [])];
}

function compared({ othersCreated, othersDated }: DensestDays): string {
  if (othersDated === 0) return '';
  return othersCreated === 0 ? ', none of the others' : `, as were ${percent(othersCreated, othersDated)} of the others`;
}

function byChance(expected: number): string {
  return expected < 0.5 ? 'fewer than one' : `about ${number(Math.round(expected))}`;
}

/** Every account and every post, by verdict. */
export function tally({ dump, summary }: Result, page: Page): string[] {
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
    return [name, number(accounts), percent(accounts, dump.accounts), number(posts), percent(posts, dump.posts), means];
  });
  if (page.plain) return tabbedTable(columns, rows);
  const table = drawTable(columns, rows);
  if (!page.narrow && table.width < page.width) return [table.head, ...table.rows].map((line, index) => ` ${index === 0 ? page.quiet(line) : line}`);
  return rows.flatMap(([name = '', accounts, share, posts, postShare]) =>
    paragraph(`${name}: ${accounts} accounts (${share}), ${posts} posts (${postShare})`, page.width, { indent: '  ', first: '' }),
  );
}

