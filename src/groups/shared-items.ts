import { type Dataset, EDGE_KINDS } from '../dataset/dataset.js';
import { postsWith } from '../dataset/item-posts.js';
import { idAt } from '../dataset/post-ids.js';
import type { QuoteRef } from '../documents/evidence.js';
import type { SharedItem } from '../documents/result.js';
import type { QuoteLookup } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';

/** What is shown of what a group shares: enough to see what it pushes. */
const MOST = 5;
/** Words say more of a group than addresses do. */
const WORDS: ReadonlySet<SharedItem['kind']> = new Set(['text', 'retweet']);

/** An item that several accounts of a group bear: how many of them, and how many others. */
export interface SharedByGroup {
  readonly of: SharedItem['kind'];
  readonly item: number;
  readonly accounts: number;
  readonly others: number;
  /** The first post of one of them that bears it, by number. */
  readonly post: number;
}

/**
 * What at least two of some accounts share: words before addresses, then by accounts of theirs · ln(all / accounts that
 * bear it), the weight with which it ties them, so that what everybody retweets does not come first. At most `MOST`.
 */
export function topSharedItems(m: Dataset, accounts: readonly number[]): SharedByGroup[] {
  const items = EDGE_KINDS.flatMap((of) => {
    const bearers = new Map<number, number>();
    for (const a of accounts) for (const i of m.items[of].itemsOf.row(a)) bearers.set(i, (bearers.get(i) ?? 0) + 1);
    return [...bearers].flatMap(([item, count]) =>
      count < 2 ? [] : [{ of, item, accounts: count, others: m.items[of].accountsOf.rowSize(item) - count }],
    );
  });
  const last = ({ of }: Omit<SharedByGroup, 'post'>): number => Number(!WORDS.has(of));
  const weight = ({ accounts: own, others }: Omit<SharedByGroup, 'post'>): number =>
    own * Math.log(m.accounts.count / (own + others));
  return items
    .sort(
      (x, y) =>
        last(x) - last(y) ||
        weight(y) - weight(x) ||
        EDGE_KINDS.indexOf(x.of) - EDGE_KINDS.indexOf(y.of) ||
        x.item - y.item,
    )
    .slice(0, MOST)
    .map((each) => ({
      ...each,
      post: postsWith(m, m.items[each.of], each.item, accounts)[0] ?? outOfRange(),
    }));
}

/** What is quoted of it: the words of that post, or the item itself, where it is no words. */
export function quotedShared({ of, item, post }: SharedByGroup): QuoteRef {
  return WORDS.has(of) ? { of: 'post', post } : { of, item };
}

/** The same with an example and its times, for a reader. */
export function describeSharedObjects(
  m: Dataset,
  accounts: readonly number[],
  shared: readonly SharedByGroup[],
  quote: QuoteLookup,
): SharedItem[] {
  const time = (p: number): string => new Date(m.posts.time[p] ?? outOfRange()).toISOString();
  return shared.map((each) => {
    const { of, item, accounts: count, others, post } = each;
    const posts = postsWith(m, m.items[of], item, accounts);
    return {
      kind: of,
      ...(of === 'object' ? { column: m.objectColumns[item] ?? outOfRange() } : {}),
      example: quote(quotedShared(each)),
      account: m.accounts.id[m.posts.account[post] ?? outOfRange()] ?? outOfRange(),
      post: idAt(m.posts.id, post),
      accounts: count,
      posts: posts.length,
      others,
      from: time(posts[0] ?? outOfRange()),
      to: time(posts[posts.length - 1] ?? outOfRange()),
    };
  });
}
