/** An account's posts, next to the posts of others that they match. */

import { isQuotedText } from '../documents/evidence.js';
import type { AccountPost, Explanation, ItemSharedWithFlagged } from '../documents/explanation.js';
import { escapeControls } from '../text/escape-controls.js';
import { cutText, formatCount } from '../text/format.js';
import { diffWords, type WordRun } from '../text/word-diff.js';
import { formatTime } from '../time/format-dates.js';
import { accountName } from './accounts.js';
import { shownId } from './cut-names.js';
import { gapText, likenessText, type MatchedPosts, matchedPosts, otherMatch } from './matched-posts.js';
import type { TextPage } from './page.js';
import { displayWidth, joinFacts, wrapParagraph, wrap } from './text-layout.js';

const KINDS: Readonly<Record<ItemSharedWithFlagged['kind'], string>> = {
  retweet: 'retweeted the same post',
  text: 'the same text, or nearly the same',
  link: 'the same link',
  object: 'the same object',
  target: 'mentioned the same account',
  tags: 'the same combination of hashtags',
};
const TEXT_LINES = 12;
/** Minimum page width, in cells, at which two posts are shown side by side. */
const TWO_COLUMNS = 72;
const BETWEEN = ' │ ';
const INDENT = '   ';

/** The items that the account shares with the counted accounts, each with matching posts. */
export function sharedWithOthers(explanation: Explanation, page: TextPage): string[] {
  const { shared, called } = explanation;
  const shown = shared.slice(0, page.most);
  const title = heading(`All that it shares with ${called} accounts`, shown.length, shared.length);
  if (shared.length === 0) return [...wrap(title, page.width).map(page.strong), ' Nothing.'];
  return [
    ...wrap(title, page.width).map(page.strong),
    ...shown.flatMap((item, index) => itemLines(item, index + 1, explanation, page)),
  ];
}

function itemLines(item: ItemSharedWithFlagged, place: number, explanation: Explanation, page: TextPage): string[] {
  const { kind, flagged, matches, posts } = item;
  const [first, ...rest] = matchedPosts(matches, explanation);
  const indent = { indent: `${INDENT} ` };
  return [
    ...wrapParagraph(`${sharedTitle(item, explanation)}:`, page.prose, { first: ` ${place}. `, indent: `${INDENT} ` }),
    ...(isQuotedText(kind) ? [] : wrapParagraph(escapeControls(item.example), page.prose, indent)),
    ...(first ? pairLines(first, explanation, page) : []),
    ...rest.flatMap((each) =>
      first
        ? wrapParagraph(
            `also ${otherMatch(each, first, explanation)}: ${placeOf({ id: each.match.post, url: each.match.url })}`,
            page.prose,
            indent,
          ).map(page.quiet)
        : [],
    ),
    ...(flagged > matches.length
      ? wrapParagraph(`and ${formatCount(flagged - matches.length, 'more account')}`, page.prose, indent).map(
          page.quiet,
        )
      : []),
    ...(posts.length > 1
      ? wrapParagraph(`It posted this ${posts.length} times.`, page.prose, indent).map(page.quiet)
      : []),
  ];
}

/** `the same link, also by 7 likely coordinated accounts and by 70 others`. */
export function sharedTitle(
  { kind, column, flagged, notFlagged }: ItemSharedWithFlagged,
  { called }: Explanation,
): string {
  const others = notFlagged === 0 ? 'by nobody else' : `by ${formatCount(notFlagged, 'other')}`;
  const what = column === undefined ? KINDS[kind] : `the same ${escapeControls(cutText(column))}`;
  return `${what}, also by ${formatCount(flagged, `${called} account`)} and ${others}`;
}

/** Two posts side by side, each with its exact text; one above the other if there is too little room. */
export function pairLines(pair: MatchedPosts, explanation: Explanation, page: TextPage): string[] {
  const { own, match } = pair;
  const { resolutionSeconds } = explanation.dump;
  const differ = match.identical === false && own.text !== null && match.text !== null;
  const runs = differ ? diffWords(own.text ?? '', match.text ?? '') : undefined;
  const [left, right] = [
    [accountName(explanation.account), formatTime(own.time, resolutionSeconds), runs ? marked(runs.one) : quoted(own)],
    [
      nameOf(match),
      `${formatTime(match.time, resolutionSeconds)}, ${gapText(match.gapSeconds, resolutionSeconds)}`,
      runs ? marked(runs.other) : quoted({ text: match.text, retweet: own.retweet }),
    ],
  ];
  const alike = likenessText(pair, 'words that differ are in ‹ ›');
  return [
    ...(page.plain || page.width < TWO_COLUMNS ? stacked([...left, ...right], page) : sideBySide(left, right, page)),
    ...(alike === undefined ? [] : wrapParagraph(alike, page.prose, { indent: `${INDENT} ` })),
    ...[placeOf(own), placeOf({ id: match.post, url: match.url })].flatMap((place) =>
      wrapParagraph(place, page.width, { indent: `${INDENT} ` }).map(page.quiet),
    ),
  ];
}

function stacked(parts: readonly string[], page: TextPage): string[] {
  return parts.flatMap((part) => wrapParagraph(part, page.prose, { indent: `${INDENT} `, most: TEXT_LINES }));
}

function sideBySide(left: readonly string[], right: readonly string[], page: TextPage): string[] {
  const room = Math.floor((page.prose - INDENT.length - 1 - BETWEEN.length) / 2);
  return left.flatMap((part, index) => {
    const [one, other] = [wrap(part, room, TEXT_LINES), wrap(right[index] ?? '', room, TEXT_LINES)];
    return Array.from({ length: Math.max(one.length, other.length) }, (_, at) => {
      const line = one[at] ?? '';
      return `${INDENT} ${line}${' '.repeat(Math.max(0, room - displayWidth(line)))}${BETWEEN}${other[at] ?? ''}`.trimEnd();
    });
  });
}

/** The words of a post; those that the other post does not have are in ‹ ›. */
function marked(runs: readonly WordRun[]): string {
  return `“${runs.map(({ words, same }) => (same ? escapeControls(words) : `‹${escapeControls(words)}›`)).join(' ')}”`;
}

/** The text of a post. It is not kept for a retweet that nobody else shares. */
function quoted({ text, retweet }: Pick<AccountPost, 'text' | 'retweet'>): string {
  if (text === null) return retweet ? 'a retweet whose words could not be read' : 'its words could not be read';
  return `“${escapeControls(text.replaceAll(/\s+/gu, ' ').trim())}”`;
}

function nameOf({ account, handle }: MatchedPosts['match']): string {
  return accountName({ id: account, handle });
}

/** Where to find a post: its address, or else its id. */
function placeOf({ id, url }: Pick<AccountPost, 'id' | 'url'>): string {
  return url ?? `post ${shownId(id)}`;
}

/** The account's own posts, in order of time, at most `page.most`. */
export function ownPosts({ posts, dump }: Explanation, page: TextPage): string[] {
  const shown = posts.slice(0, page.most);
  return [
    ...wrap(heading('Its posts, in the order of time', shown.length, posts.length), page.width).map(page.strong),
    ...shown.flatMap((post) => postLines(post, dump.resolutionSeconds, page)),
  ];
}

/** One of the account's own posts: its time, its address and its text. */
export function postLines(post: AccountPost, resolution: number, page: TextPage): string[] {
  return [
    ...joinFacts(
      [formatTime(post.time, resolution), ...(post.retweet ? ['retweet'] : []), placeOf(post)],
      page.width - 1,
    ).map((line) => ` ${line}`),
    ...wrapParagraph(quoted(post), page.prose, { indent: INDENT, most: TEXT_LINES }),
  ];
}

function heading(title: string, shown: number, all: number): string {
  return shown < all ? `${title}: ${shown} of ${all} (all: --top 0)` : title;
}
