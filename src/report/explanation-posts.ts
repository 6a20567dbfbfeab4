/** An account's posts, and beside them those of flagged accounts that they match. */

import type { AccountPost, Explanation, ItemSharedWithFlagged } from '../documents/explanation.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatDuration } from '../text/format-durations.js';
import { formatCount } from '../text/format.js';
import { formatTime } from '../time/format-dates.js';
import { SECONDS_IN_MINUTE } from '../time/units.js';
import { leftColumn, tableOrLines } from './evaluation-table.js';
import type { TextPage } from './page.js';
import { joinFacts, wrapParagraph, wrap } from './text-layout.js';

const KINDS: Readonly<Record<ItemSharedWithFlagged['kind'], string>> = {
  retweet: 'the same post retweeted',
  text: 'the same text',
  link: 'the same link',
  target: 'the same account addressed',
  tags: 'the same series of hashtags',
};
const OWN_SHOWN = 3;
const TEXT_LINES = 6;

export function sharedWithFlagged({ shared, dump }: Explanation, page: TextPage): string[] {
  const shown = shared.slice(0, page.most);
  const title = heading('What it shares with accounts flagged', shown.length, shared.length);
  if (shared.length === 0) return [...wrap(title, page.width).map(page.strong), ' Nothing.'];
  return [
    ...wrap(title, page.width).map(page.strong),
    ...shown.flatMap((item, index) => itemLines(item, index + 1, dump.resolutionSeconds, page)),
  ];
}

function itemLines(
  { kind, example, flagged, notFlagged, posts, matches }: ItemSharedWithFlagged,
  place: number,
  resolution: number,
  page: TextPage,
): string[] {
  const others = notFlagged === 0 ? 'by nobody else' : `by ${formatCount(notFlagged, 'other')}`;
  const own = posts
    .slice(0, OWN_SHOWN)
    .map(({ id, time }) => ['this account', formatTime(time, resolution), '', escapeControls(id)]);
  const theirs = matches.map(({ account, handle, post, time, gapSeconds }) => [
    escapeControls(handle === '' ? account : handle),
    formatTime(time, resolution),
    gap(gapSeconds),
    escapeControls(post),
  ]);
  const unshown = [
    posts.length > OWN_SHOWN ? [`${formatCount(posts.length - OWN_SHOWN, 'more post')} of its own`] : [],
    flagged > matches.length ? [`${formatCount(flagged - matches.length, 'more account')} flagged`] : [],
  ].flat();
  return [
    ...wrapParagraph(`${KINDS[kind]}, also by ${formatCount(flagged, 'account')} flagged and ${others}:`, page.prose, {
      first: ` ${place}. `,
      indent: '    ',
    }),
    ...wrapParagraph(`“${escapeControls(example.replaceAll(/\s+/gu, ' ').trim())}”`, page.prose, {
      indent: '    ',
      most: TEXT_LINES,
    }),
    ...tableOrLines(
      [leftColumn('account'), leftColumn('time'), leftColumn('gap'), leftColumn('post')],
      [...own, ...theirs],
      { ...page, width: page.width - 3 },
    ).map((line) => `   ${line}`),
    ...(unshown.length === 0
      ? []
      : joinFacts([`and ${unshown[0]}`, ...unshown.slice(1)], page.width - 4).map((line) => page.quiet(`    ${line}`))),
  ];
}

export function ownPosts({ posts, dump }: Explanation, page: TextPage): string[] {
  const shown = posts.slice(0, page.most);
  return [
    ...wrap(heading('Its posts, in the order of time', shown.length, posts.length), page.width).map(page.strong),
    ...wrapParagraph(
      'A text that has copies or near copies is quoted as one of them has it: look a post up by its id for its own words.',
      page.prose,
      { first: ' ', indent: '   ' },
    ).map(page.quiet),
    ...shown.flatMap((post) => postLines(post, dump.resolutionSeconds, page)),
  ];
}

function postLines({ id, time, retweet, text }: AccountPost, resolution: number, page: TextPage): string[] {
  const said =
    text === null
      ? retweet
        ? 'a retweet that no other account here shares'
        : 'text not kept'
      : `“${escapeControls(text.replaceAll(/\s+/gu, ' ').trim())}”`;
  return [
    ...joinFacts(
      [formatTime(time, resolution), `post ${escapeControls(id)}`, ...(retweet ? ['retweet'] : [])],
      page.width - 1,
    ).map((line) => ` ${line}`),
    ...wrapParagraph(said, page.prose, { indent: '   ', most: TEXT_LINES }),
  ];
}

function heading(title: string, shown: number, all: number): string {
  return shown < all ? `${title}: ${shown} of ${all} (all: --top 0)` : title;
}

/** `41 s later`, `3 min earlier`. */
function gap(seconds: number): string {
  const size = Math.abs(seconds);
  if (size === 0) return 'same moment';
  const length = size < 1 ? `${size.toFixed(1)} s` : formatDuration(size, 2 * SECONDS_IN_MINUTE);
  return `${length} ${seconds < 0 ? 'earlier' : 'later'}`;
}
