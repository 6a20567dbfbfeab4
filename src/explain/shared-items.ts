import type { Dataset } from '../dataset/dataset.js';
import { idAt } from '../dataset/post-ids.js';
import { isQuotedText, type ItemKind, type QuoteRef } from '../documents/evidence.js';
import type { ItemSharedWithFlagged } from '../documents/explanation.js';
import type { Match, QuoteLookup } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { gapBetween, matchingPost, type ShownPosts, postTime } from './matching-posts.js';

/** The kinds of items with the strongest evidence first: the order among items with equal shares. */
const KINDS: readonly ItemKind[] = ['text', 'retweet', 'link', 'object', 'tags', 'target'];
const MATCHES_SHOWN = 3;

/** An item that the account shares, by index. */
export interface SharedItemRef {
  readonly kind: ItemKind;
  readonly item: number;
  /** Reference to an example: for texts, a post of the account itself, else the item. */
  readonly example: QuoteRef;
  /** The account's own posts with the item, in order of time. */
  readonly own: readonly number[];
  /** Number of other accounts with the item: counted ones, and the rest. */
  readonly counted: number;
  readonly others: number;
  readonly matches: readonly Match[];
}

/**
 * Items that the account shares with counted accounts; first those that are least common among other accounts, in the
 * same order as in the signals.
 */
export function sharedWithFlagged(a: number, m: Dataset, counted: readonly number[]): SharedItemRef[] {
  const among = new Set(counted);
  return KINDS.flatMap((kind) =>
    Array.from(m.items[kind].itemsOf.row(a), (item) => sharedItem(a, m, kind, item, among)),
  )
    .filter((item) => item.counted > 0)
    .sort((x, y) => shareCounted(y) - shareCounted(x));
}

/** The item with its text, times and addresses. */
export function describeSharedItem(
  { kind, item, example, own, counted, others, matches }: SharedItemRef,
  shown: ShownPosts,
  quote: QuoteLookup,
): ItemSharedWithFlagged {
  const { dataset } = shown;
  return {
    kind,
    ...(kind === 'object' ? { column: dataset.objectColumns[item] ?? outOfRange() } : {}),
    example: quote(example),
    flagged: counted,
    notFlagged: others,
    posts: own.map((p) => ({ id: idAt(dataset.posts.id, p), time: postTime(p, dataset) })),
    matches: matches.map((match) => matchingPost(match, shown, isQuotedText(kind))),
  };
}

/**
 * Share of counted accounts among the sharers, with a pseudo-count of two other sharers, as in the signals' weights.
 */
function shareCounted({ counted, others }: SharedItemRef): number {
  return counted / (counted + others + 2);
}

function sharedItem(a: number, m: Dataset, kind: ItemKind, item: number, among: ReadonlySet<number>): SharedItemRef {
  const { accountsOf, postsOf } = m.items[kind];
  const bearers = [...accountsOf.row(item)].filter((b) => b !== a);
  const counted = bearers.filter((b) => among.has(b)).length;
  const posts = [...postsOf.row(item)];
  const own = posts.filter((p) => m.posts.account[p] === a);
  const [first] = own;
  return {
    kind,
    item,
    example: isQuotedText(kind) && first !== undefined ? { of: 'post', post: first } : { of: kind, item },
    own,
    counted,
    others: bearers.length - counted,
    matches: counted === 0 ? [] : nearestMatches(own, m, posts, among, a),
  };
}

function nearestMatches(
  own: readonly number[],
  m: Dataset,
  posts: readonly number[],
  among: ReadonlySet<number>,
  self: number,
): Match[] {
  const account = (p: number): number => m.posts.account[p] ?? outOfRange();
  const seen = new Set<number>();
  return posts
    .filter((p) => account(p) !== self && among.has(account(p)))
    .map((post) => nearestOwn(own, post, m))
    .sort((x, y) => x.gap - y.gap || x.post - y.post)
    .filter(({ post }) => seen.size < seen.add(account(post)).size)
    .slice(0, MATCHES_SHOWN)
    .map(({ post, ownPost }) => ({ post, ownPost }));
}

/** The account's own post that is nearest in time to this one. */
function nearestOwn(own: readonly number[], post: number, m: Dataset): Match & { readonly gap: number } {
  let nearest = { post, ownPost: own[0] ?? outOfRange(), gap: Infinity };
  for (const ownPost of own) {
    const gap = Math.abs(gapBetween(ownPost, post, m));
    if (gap < nearest.gap) nearest = { post, ownPost, gap };
  }
  return nearest;
}
