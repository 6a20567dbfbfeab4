/** What was found, in at most five sentences: figures and dates, no text from the dump. */

import type { AccountResult, GroupResult, Result } from '../documents/result.js';
import { totalOf } from '../documents/verdict.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber, formatPercent, plural, withFullStop } from '../text/format.js';
import { formatDaySpan, formatTimeSpan } from '../time/format-dates.js';
import { SECOND } from '../time/units.js';
import { halfCreationSpan, type PeakCreationDays, notableCreationDays } from './peak-creation-days.js';

/** Smallest p that is printed: the fitted tail from which p comes is checked down to one in ten thousand. */
const LEAST_P = 0.0001;
/** Posts are clustered if half of them are within at most this part of the dump's time. */
const SMALL_PART = 0.25;
/** Creation dates are mentioned only if the others' dates are at most half as frequent in the same span. */
const HALF_AS_OFTEN = 0.5;

/** The answer to "who pushed it?" in sentences, most important first. */
export function answerSentences(result: Result): string[] {
  const { summary, dump } = result;
  return [
    ...(summary.undecided ? undecidedSentences(summary.undecided) : coordinatedSentences(result)),
    ...besides(summary),
    ...(summary.accounts.coordinated === 0 ? restOf(summary, dump.accounts) : []),
  ];
}

function coordinatedSentences(result: Result): string[] {
  const { dump, summary, accounts, groups } = result;
  const found = summary.accounts.coordinated;
  if (found === 0) return ['No account is likely coordinated.'];
  const one = found === 1;
  return [
    `${formatCount(found, 'account')} (${formatPercent(found, dump.accounts)}) ${one ? 'is' : 'are'} ` +
      `likely coordinated (${chance(summary.p)}); we expect ${byChance(summary.expectedFalse)} of them ` +
      'to be wrong.',
    `${one ? 'It' : 'They'} wrote ${formatPercent(summary.posts.coordinated, dump.posts)} of all ` +
      `posts${clustered(result)}.`,
    ...created(
      accounts.filter(({ verdict }) => verdict === 'coordinated'),
      accounts.filter(({ verdict }) => verdict !== 'coordinated'),
    ),
    ...largestGroup(groups),
  ];
}

/** When the posts of the called accounts are closest together, compared with those of all others. */
function clustered({ trend: { push }, summary, dump }: Result): string {
  const { hours, hourSeconds } = push;
  const all = hours.reduce((sum, hour) => sum + hour.coordinated, 0);
  const span = shortestSpan(
    hours.map(({ from, coordinated }) => ({ at: Date.parse(from), count: coordinated })),
    all / 2,
  );
  const length = Date.parse(dump.to) - Date.parse(dump.from);
  if (!span || all < 2) return '';
  const end = span.to + hourSeconds * SECOND;
  if (end - span.from > SMALL_PART * length) return '';
  const inside = hours.filter(({ from }) => Date.parse(from) >= span.from && Date.parse(from) <= span.to);
  const theirs = inside.reduce((sum, hour) => sum + hour.coordinated, 0);
  const others = inside.reduce((sum, hour) => sum + totalOf(hour) - hour.coordinated, 0);
  const rest = dump.posts - summary.posts.coordinated;
  const who = theirs === all ? 'all of them' : `${formatPercent(theirs, all)} of them`;
  const compare = rest === 0 ? '' : `, as ${plural(others, 'does', 'do')} ${formatPercent(others, rest)} of the others`;
  return `; ${who} lie within ${formatTimeSpan(new Date(span.from), new Date(end), hourSeconds)}${compare}`;
}

/** The shortest span with at least `least` posts; the first if there are several. */
function shortestSpan(
  counts: readonly { readonly at: number; readonly count: number }[],
  least: number,
): { readonly from: number; readonly to: number } | undefined {
  let best: { from: number; to: number } | undefined;
  let inside = 0;
  for (let from = 0, to = 0; from < counts.length; from++) {
    for (; to < counts.length && inside < least; to++) inside += counts[to]?.count ?? 0;
    if (inside < least) break;
    const [first, last] = [counts[from]?.at ?? 0, counts[to - 1]?.at ?? 0];
    if (inside > 0 && (!best || last - first < best.to - best.from)) best = { from: first, to: last };
    inside -= counts[from]?.count ?? 0;
  }
  return best;
}

function created(found: readonly AccountResult[], others: readonly AccountResult[]): string[] {
  const days = notableCreationDays(found, others) ?? halfCreationSpan(found, others);
  if (!days) return [];
  if (share(days.othersCreated, days.othersDated) > HALF_AS_OFTEN * share(days.created, days.dated)) return [];
  const who =
    days.created === found.length ? `All ${formatNumber(found.length)}` : `${formatNumber(days.created)} of them`;
  return [`${who} were created on ${formatDaySpan(days.from, days.to)}${compared(days)}.`];
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function compared({ othersCreated, othersDated }: PeakCreationDays): string {
  if (othersDated === 0) return '';
  return othersCreated === 0
    ? ', none of the others'
    : `, as were ${formatPercent(othersCreated, othersDated)} of the others`;
}

function largestGroup(groups: readonly GroupResult[]): string[] {
  const [largest] = groups.filter(({ coordinated }) => coordinated > 0);
  if (!largest) return [];
  const others = groups.length - 1;
  const beside = others === 0 ? '' : ` (there ${plural(others, 'is', 'are')} ${formatCount(others, 'more group')})`;
  // The part before the colon says what the group does; the rest counts its ties.
  const [does = ''] = escapeControls(largest.says).split(':');
  return [`The largest group: ${does}${beside}.`];
}

function undecidedSentences({ reason, sides }: NonNullable<Result['summary']['undecided']>): string[] {
  const why =
    reason === 'both-sides'
      ? 'Two sets of accounts are more concentrated than the rest, and almost no background is left.'
      : 'Both sides are more concentrated than an ordinary public.';
  return [
    `We cannot tell who pushed, so nobody is named. ${why}`,
    ...sides.map((side, index) => withFullStop(`${index === 0 ? 'One side' : 'The other'}: ${side.says}`)),
  ];
}

/** Sentences on accounts that are not called coordinated but deserve a mention. */
function besides({ seenOnce, accounts: { coordinated, flooding } }: Result['summary']): string[] {
  const once =
    seenOnce === 0
      ? ''
      : `${formatNumber(seenOnce)} ${coordinated > 0 ? 'more ' : ''}${plural(seenOnce, 'fits', 'fit')}, ` +
        'seen once (on one occasion only)';
  const alone =
    flooding === 0
      ? ''
      : `${formatCount(flooding, 'account')} ${plural(flooding, 'repeats itself', 'repeat themselves')}, alone`;
  const told = [once, alone].filter((each) => each !== '').join('; ');
  return told === '' ? [] : [`${told}.`];
}

/** If nobody is called: how many accounts are unclear or could not be judged. */
function restOf(
  { accounts: { unclear, insufficient }, undecided, seenOnce }: Result['summary'],
  accounts: number,
): string[] {
  if (accounts === 0) return ['There were no posts to judge.'];
  const others = unclear - seenOnce;
  const some = `${formatCount(others, 'account')} ${plural(others, 'is', 'are')} unclear: some evidence, not enough to name.`;
  const blind =
    insufficient === accounts
      ? 'None had enough data to judge.'
      : `${formatNumber(insufficient)} of ${formatNumber(accounts)} had too little data to judge.`;
  return [...(others > 0 && !undecided ? [some] : []), ...(insufficient > 0 ? [blind] : [])];
}

function chance(p: number): string {
  return p < LEAST_P ? `p < ${LEAST_P}` : `p = ${Number(p.toPrecision(2))}`;
}

function byChance(expected: number): string {
  return expected < 0.5 ? 'fewer than one' : `about ${formatNumber(Math.round(expected))}`;
}
