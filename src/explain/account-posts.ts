import type { Items, Dataset } from '../dataset/dataset.js';
import { idAt } from '../dataset/post-ids.js';
import type { QuoteRef, ItemKind } from '../documents/evidence.js';
import type { AccountPost, MatchingPost, ItemSharedWithFlagged } from '../documents/explanation.js';
import type { Session } from '../pipeline/ingest.js';
import type { QuoteLookup } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { SECOND } from '../time/units.js';

/** What says most of acting together first; the order among items that as many share. */
const KINDS: readonly ItemKind[] = ['text', 'retweet', 'link', 'tags', 'target'];
const MATCHES_SHOWN = 3;

/** The account's posts, in the order of time. */
export async function accountPosts(a: number, { dataset, rereadPosts }: Session): Promise<AccountPost[]> {
  const own = [...dataset.accounts.postsOf.row(a)];
  const posts = await rereadPosts(own);
  return own.map((p) => ({
    ...named(p, dataset),
    retweet: dataset.posts.retweet[p] === 1,
    text: posts.get(p)?.text ?? null,
  }));
}

/** What the examples of `sharedWithFlagged` quote. */
export function quotedShared(a: number, m: Dataset): QuoteRef[] {
  return KINDS.flatMap((of) => Array.from(m.items[of].itemsOf.row(a), (item) => ({ of, item })));
}

/** What the account shares with accounts flagged; first what others than those share least, as the signals rank it. */
export function sharedWithFlagged(
  a: number,
  m: Dataset,
  suspected: readonly number[],
  quote: QuoteLookup,
): ItemSharedWithFlagged[] {
  const flagged = new Set(suspected);
  return KINDS.flatMap((kind) =>
    Array.from(m.items[kind].itemsOf.row(a), (i) => sharedItem(a, m, kind, i, flagged, quote)),
  )
    .filter((item) => item.flagged > 0)
    .sort((x, y) => shareFlagged(y) - shareFlagged(x));
}

/** Two strangers' worth of doubt stand beside every item, as in the signals' weights. */
function shareFlagged({ flagged, notFlagged }: ItemSharedWithFlagged): number {
  return flagged / (flagged + notFlagged + 2);
}

function sharedItem(
  a: number,
  m: Dataset,
  kind: ItemKind,
  i: number,
  flagged: ReadonlySet<number>,
  quote: QuoteLookup,
): ItemSharedWithFlagged {
  const items = m.items[kind];
  const others = [...items.accountsOf.row(i)].filter((b) => b !== a);
  const members = others.filter((b) => flagged.has(b)).length;
  const own = [...items.postsOf.row(i)].filter((p) => m.posts.account[p] === a);
  return {
    kind,
    example: quote({ of: kind, item: i }),
    flagged: members,
    notFlagged: others.length - members,
    posts: own.map((p) => named(p, m)),
    matches: members === 0 ? [] : nearest(own, m, items, i, flagged),
  };
}

function nearest(
  own: readonly number[],
  m: Dataset,
  items: Items,
  i: number,
  flagged: ReadonlySet<number>,
): MatchingPost[] {
  const account = (p: number): number => m.posts.account[p] ?? outOfRange();
  const self = own[0] === undefined ? -1 : account(own[0]);
  const theirs = [...items.postsOf.row(i)].filter((p) => account(p) !== self && flagged.has(account(p)));
  const seen = new Set<number>();
  return theirs
    .map((p) => ({ p, gap: gapTo(own, p, m) }))
    .sort((x, y) => Math.abs(x.gap) - Math.abs(y.gap) || x.p - y.p)
    .filter(({ p }) => seen.size < seen.add(account(p)).size)
    .slice(0, MATCHES_SHOWN)
    .map(({ p, gap }) => {
      const { id, time } = named(p, m);
      return {
        account: m.accounts.id[account(p)] ?? outOfRange(),
        handle: m.accounts.handle[account(p)] ?? outOfRange(),
        post: id,
        time,
        gapSeconds: gap / SECOND,
      };
    });
}

/** Milliseconds from the nearest of the account's own posts to this one; below 0 where it came before. */
function gapTo(own: readonly number[], p: number, { posts: { time } }: Dataset): number {
  const gaps = own.map((mine) => (time[p] ?? outOfRange()) - (time[mine] ?? outOfRange()));
  return gaps.reduce((least, gap) => (Math.abs(gap) < Math.abs(least) ? gap : least), Infinity);
}

function named(p: number, { posts }: Dataset): Pick<AccountPost, 'id' | 'time'> {
  return { id: idAt(posts.id, p), time: new Date(posts.time[p] ?? outOfRange()).toISOString() };
}
