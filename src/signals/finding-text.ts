import type { Finding, FindingKind, QuoteRef } from '../documents/evidence.js';
import { formatDuration } from '../text/format-durations.js';
import { formatEstimate, plural } from '../text/format.js';
import { SECONDS_IN_MINUTE } from '../time/units.js';

/** Characters of a quoted text that are shown; a tweet's first line fits. */
const QUOTED = 60;

/** The sentence for each kind of finding. Quotes from the dump are as the dump has them: escape them where shown. */
const SENTENCES: { readonly [K in FindingKind]: (finding: Extract<Finding, { kind: K }>, quoted: string) => string } = {
  cohort: ({ others, days, expected }) =>
    `created within ${days} ${plural(days, 'day')} with ${others} ${plural(others, 'other')} flagged here (${formatEstimate(expected)} expected)`,
  burst: ({ posts, minutes, expected }) =>
    `${posts} posts in ${formatDuration(minutes * SECONDS_IN_MINUTE)} (${formatEstimate(expected)} expected)`,
  repeats: ({ times, of }, quoted) => `the same text ${times} times in ${of} posts: ${quote(quoted)}`,
  retweet: (finding, quoted) => sharedSentence('retweeted', 'post', finding, quoted),
  text: (finding, quoted) => sharedSentence('wrote', 'text', finding, quoted),
  link: (finding, quoted) => sharedSentence('shared', 'link', finding, quoted),
  target: (finding, quoted) => sharedSentence('addressed', 'account', finding, quoted),
  tags: (finding, quoted) => sharedSentence('used', 'series of hashtags', finding, quoted),
  disguise: ({ posts, of }) =>
    `hides characters in ${posts} of ${of} posts: invisible ones, or letters of another script`,
  succession: ({ minutes, items }) =>
    `shares ${items} ${plural(items, 'thing')} with others, half of them within ${formatDuration(minutes * SECONDS_IN_MINUTE)} of the nearest`,
  moments: ({ percent, usualPercent }) =>
    `${Math.round(percent)}% of the posts around its own are by accounts flagged here (${Math.round(usualPercent)}% of all posts)`,
};

/** Gives what a sentence quotes, as the dump has it. */
export type QuoteLookup = (quotable: QuoteRef) => string;

/** One plain sentence for a finding. */
export function describeFinding(finding: Finding, quotedBy: QuoteLookup): string {
  // Each key of the record takes exactly the finding of its own kind.
  const sentence = SENTENCES[finding.kind] as (finding: Finding, quoted: string) => string;
  return sentence(finding, 'example' in finding ? quotedBy(finding.example) : '');
}

function sharedSentence(
  verb: string,
  noun: string,
  { items, members, orMore, strangers, minutes }: Extract<Finding, { strangers: number }>,
  quoted: string,
): string {
  const what = items === 1 ? `the same ${noun}` : `${items} of the same ${plural(items, noun)}`;
  const others = strangers === 0 ? 'nobody else did' : `so did ${strangers} ${plural(strangers, 'other')}`;
  return `${verb} ${what} as ${orMore ? 'at least ' : ''}${members} ${plural(members, 'account')} flagged here, ${formatGap(minutes)}: ${quote(quoted)} (${others})`;
}

/** How far the nearest of two posts are from each other. */
function formatGap(minutes: number): string {
  return minutes === 0 ? 'at the same moment' : `nearest ${formatDuration(minutes * SECONDS_IN_MINUTE)} apart`;
}

function quote(text: string): string {
  const chars = [...text.replaceAll(/\s+/gu, ' ').trim()];
  return `“${chars.length > QUOTED ? `${chars.slice(0, QUOTED - 1).join('')}…` : chars.join('')}”`;
}
