/** Pairs of matching posts, one of the account and one of another, and the texts about them for all kinds of pages. */

import type { AccountPost, Explanation, MatchingPost } from '../documents/explanation.js';
import { compareTexts } from '../text/compare-texts.js';
import { formatDuration, granularityName } from '../text/format-durations.js';
import { formatTime } from '../time/format-dates.js';
import { SECONDS_IN_MINUTE } from '../time/units.js';
import { accountName } from './accounts.js';

/** The two posts. */
export interface MatchedPosts {
  readonly own: AccountPost;
  readonly match: MatchingPost;
}

/** Each match together with the account's own post. */
export function matchedPosts(matches: readonly MatchingPost[], { posts }: Explanation): MatchedPosts[] {
  return matches.flatMap((match) => {
    const own = posts.find(({ id }) => id === match.ownPost);
    return own ? [{ own, match }] : [];
  });
}

/**
 * `41 s later`, `3 min earlier`; no finer than the dump's time resolution. `brief` omits the note about the resolution.
 */
export function gapText(seconds: number, resolutionSeconds: number, brief = false): string {
  const size = Math.abs(seconds);
  if (size < resolutionSeconds || size === 0) {
    const step = granularityName(resolutionSeconds).replace(/s$/u, '');
    if (resolutionSeconds <= 1) return 'in the same second';
    return `within the same ${step}${brief ? '' : `; times are told to the ${step}`}`;
  }
  const length = size < 1 ? `${size.toFixed(1)} s` : formatDuration(size, 2 * SECONDS_IN_MINUTE);
  return `${length} ${seconds < 0 ? 'earlier' : 'later'}`;
}

/**
 * One more matching post: its author, its time, how long before or after the account's own post, how similar; escaped.
 */
export function otherMatch({ own, match }: MatchedPosts, first: MatchedPosts, { dump }: Explanation): string {
  const { resolutionSeconds } = dump;
  const from = own.id === first.own.id ? '' : ` (from its post of ${formatTime(own.time, resolutionSeconds)})`;
  const name = accountName({ id: match.account, handle: match.handle });
  return (
    `${name}, ${formatTime(match.time, resolutionSeconds)}, ` +
    `${gapText(match.gapSeconds, resolutionSeconds, true)}${from}${sharePhrase(match)}`
  );
}

/** The similarity in a few words: `, to the letter`, `, 94% of the words`; empty if no texts are compared. */
function sharePhrase({ identical, similarity }: MatchingPost): string {
  if (identical === null) return '';
  if (identical) return ', to the letter';
  return similarity === 1 ? ', the same words' : `, ${Math.floor(100 * (similarity ?? 0))}% of the words`;
}

/**
 * The similarity of their texts; undefined if texts are not compared. `marked` explains how differing words are shown.
 */
export function likenessText({ own, match }: MatchedPosts, marked: string): string | undefined {
  if (match.identical === null || own.text === null || match.text === null) return undefined;
  if (match.identical) return 'The same to the letter, white space aside.';
  const { common, words } = compareTexts(own.text, match.text);
  const alike =
    common === words
      ? 'The same words, but for links, names, hashtags or marks'
      : `${common} of ${words} words are the same`;
  return `${alike}; ${marked}.`;
}
