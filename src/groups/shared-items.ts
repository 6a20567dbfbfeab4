import { type Dataset, EDGE_KINDS } from '../dataset/dataset.js';
import { postsWith } from '../dataset/item-posts.js';
import { idAt } from '../dataset/post-ids.js';
import type { QuoteRef } from '../documents/evidence.js';
import type { SharedItem } from '../documents/result.js';
import type { QuoteLookup } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';

/** Maximum number of shared items shown for a group: enough to see what it promotes. */
const MOST = 5;
/** Kinds that are shown first: the words of posts describe a group better than links. */
const WORDS: ReadonlySet<SharedItem['kind']> = new Set(['text', 'retweet']);

/** An item that several accounts of a group share, with the number of these accounts and of others. */
export interface SharedByGroup {
  readonly of: SharedItem['kind'];
  readonly item: number;
  readonly accounts: number;
  readonly others: number;
  /** The number of the first post of a group member with the item. */
  readonly post: number;
}

/**
 * The items that at least two of these accounts share, at most `MOST`. Texts and retweets first, then by
 * accounts of the group · ln(all accounts / accounts that share it), the weight with which an item ties them, so that
 * popular posts do not come first.
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

/** What a report quotes for the item: the words of that post or, for other kinds such as links, the item itself. */
export function quotedShared({ of, item, post }: SharedByGroup): QuoteRef {
  return WORDS.has(of) ? { of: 'post', post } : { of, item };
}

/** The shared items for the result, each with an example and its times. */
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
