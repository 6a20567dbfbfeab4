import { type Dataset } from '../dataset/dataset.js';
import { postsOfAccountWith, postsWith } from '../dataset/item-posts.js';
import type { GroupKind, InnocentKind } from '../documents/verdict.js';
import { memoizeWeak } from '../signals/memoize-weak.js';
import { outOfRange } from '../stats/array-access.js';
import { foldHandle } from '../text/fold-handle.js';
import { HOUR, MINUTE, SECOND } from '../time/units.js';

/** Whether what a group does is what people do who never agreed on anything, or who are one publisher or service. */
export function hasInnocentReading(kind: GroupKind): kind is InnocentKind {
  return kind !== 'copies-texts' && kind !== 'acts-together';
}

/** Mostly retweets: at least half of the posts. */
const MOSTLY = 0.5;
/** Whoever amplifies few gives four fifths of the retweets to six authors at most: an official account, or one and its circle. */
const NEARLY_ALL_RETWEETS = 0.8;
const FEW_AUTHORS = 6;
/** Templates: a wording for at least twenty own posts, and next to no retweets. Campaigns in view had one for four to six. A feed goes on and on: three posts an account at least. */
const MOST_WORDINGS = 0.05;
const LEAST_IN_FEED = 3;
const HARDLY_ANY = 0.1;
/** An appeal is followed by nearly all, who say little else, and in an evening: the three busiest hours. Of real groups in view at most one post in five named one target so. */
const NEARLY_ALL = 0.8;
const BUSIEST_HOURS = 3;
/** An application posts for its users in seconds; people who act on a word do in minutes. */
const AT_ONCE = 10 * SECOND;
const SOON = 10 * MINUTE;
/** Letters that handles of one publisher begin with alike: as long as an ordinary name of a station or a paper. */
const STEM = 5;

/** The kind of a group, by rule. */
export function kindOfGroup(m: Dataset, accounts: readonly number[]): GroupKind {
  const posts = accounts.flatMap((a) => [...m.accounts.postsOf.row(a)]);
  const retweets = posts.filter((p) => m.posts.retweet[p] === 1);
  const own = posts.filter((p) => m.posts.retweet[p] === 0);
  const votes = inFixedWording(m, accounts, own);
  const amplifying = retweets.length + (haveOneIdol(m, accounts, retweets) ? votes.length : 0);
  if (amplifying >= MOSTLY * posts.length && haveFewAuthors(m, retweets)) return 'amplifies-few';
  if (own.length === 0) return 'acts-together';
  if (retweets.length <= HARDLY_ANY * posts.length) {
    if (accountsWithCommonPrefix(m, accounts).length > 0 && postAtOnce(m, accounts, own)) return 'outlets';
    const wordings = new Set(own.map((p) => m.posts.textCluster[p]));
    const goesOn = own.length >= LEAST_IN_FEED * accounts.length;
    if (goesOn && wordings.size <= MOST_WORDINGS * own.length) return 'service-feed';
    if (isAppeal(m, accounts, own)) return 'public-appeal';
    if (votes.length >= NEARLY_ALL * own.length && areOfAnEvening(m, votes)) return 'service-feed';
  }
  if (isOfApplication(m, accounts, own)) return 'service-feed';
  return mostlyCopy(m, accounts) ? 'copies-texts' : 'acts-together';
}

/** Whether at least half of the accounts have a text that another of them has. */
function mostlyCopy({ items: { text } }: Dataset, accounts: readonly number[]): boolean {
  const inside = new Set(accounts);
  const copies = accounts.filter((a) =>
    text.itemsOf.row(a).some((i) => text.accountsOf.row(i).some((b) => b !== a && inside.has(b))),
  );
  return copies.length >= MOSTLY * accounts.length;
}

function haveFewAuthors({ posts }: Dataset, retweets: readonly number[]): boolean {
  const counts = countBy(retweets.map((p) => posts.retweetedAuthor[p] ?? outOfRange()).filter((author) => author > 0));
  const most = counts.slice(0, FEW_AUTHORS).reduce((sum, [, count]) => sum + count, 0);
  return retweets.length > 0 && most >= NEARLY_ALL_RETWEETS * retweets.length;
}

/** Whether half of a group retweets one and the same author. */
function haveOneIdol({ posts }: Dataset, accounts: readonly number[], retweets: readonly number[]): boolean {
  const fans = new Map<number, Set<number>>();
  for (const p of retweets) {
    const author = posts.retweetedAuthor[p] ?? outOfRange();
    if (author > 0) fans.set(author, (fans.get(author) ?? new Set()).add(posts.account[p] ?? outOfRange()));
  }
  return [...fans.values()].some(({ size }) => size >= MOSTLY * accounts.length);
}

/** Own posts in a fixed wording, as votes are: one for at least twenty posts, or one in which half of the group joins. */
function inFixedWording({ posts }: Dataset, accounts: readonly number[], own: readonly number[]): readonly number[] {
  const wordingOf = (p: number): number => posts.textCluster[p] ?? outOfRange();
  const bearers = new Map<number, Set<number>>();
  const times = new Map(countBy(own.map(wordingOf)));
  for (const p of own) {
    const known = bearers.get(wordingOf(p)) ?? new Set();
    bearers.set(wordingOf(p), known.add(posts.account[p] ?? outOfRange()));
  }
  return own.filter(
    (p) =>
      (times.get(wordingOf(p)) ?? 0) * MOST_WORDINGS >= 1 ||
      (bearers.get(wordingOf(p))?.size ?? 0) >= MOSTLY * accounts.length,
  );
}

/** Whether nearly all of these posts are of the three busiest hours. */
function areOfAnEvening({ posts }: Dataset, some: readonly number[]): boolean {
  const hours = countBy(some.map((p) => Math.floor((posts.time[p] ?? outOfRange()) / HOUR)));
  const busiest = hours.slice(0, BUSIEST_HOURS).reduce((sum, [, count]) => sum + count, 0);
  return busiest >= NEARLY_ALL * some.length;
}

function isAppeal(m: Dataset, accounts: readonly number[], own: readonly number[]): boolean {
  const { itemsOf } = m.items.target;
  const bearers = countBy(accounts.flatMap((a) => [...itemsOf.row(a)]));
  const ownPosts = new Set(own);
  return bearers.some(([item, count]) => {
    if (count < NEARLY_ALL * accounts.length) return false;
    const addressed = postsWith(m, m.items.target, item, accounts).filter((p) => ownPosts.has(p));
    return addressed.length >= NEARLY_ALL * own.length && areOfAnEvening(m, addressed);
  });
}

/** Those whose handles begin alike, where these are half of a group and hardly any other in the dump does; else none. */
export function accountsWithCommonPrefix(
  { accounts: { handle, count } }: Dataset,
  accounts: readonly number[],
): readonly number[] {
  const stemOf = (a: number): string => handleStem(handle[a] ?? outOfRange());
  const [stem] = countBy(accounts.map(stemOf).filter((each) => each.length === STEM))[0] ?? [];
  const own = accounts.filter((a) => stemOf(a) === stem);
  if (stem === undefined || own.length < MOSTLY * accounts.length) return [];
  const everywhere = stemCounts(handle).get(stem) ?? 0;
  return everywhere - own.length <= HARDLY_ANY * (count - accounts.length) ? own : [];
}

function handleStem(handle: string): string {
  return foldHandle(handle).slice(0, STEM);
}

/** How many accounts have each stem: counted once for all groups. */
const stemCounts = memoizeWeak((handles: readonly string[]) => new Map(countBy(handles.map(handleStem))));

/**
 * Whether what a group copies is posted by an application for all of them: half of their own posts and more are copies with
 * a link, to the application as a rule, and whatever is copied within ten minutes is so within ten seconds. People who act
 * on a word follow it in minutes.
 */
function isOfApplication(m: Dataset, accounts: readonly number[], own: readonly number[]): boolean {
  const { posts, timeGranularityMs } = m;
  if (timeGranularityMs > AT_ONCE) return false;
  const linking = new Set(
    accounts.flatMap((a) =>
      [...m.items.link.itemsOf.row(a)].flatMap((item) => [...postsOfAccountWith(m, m.items.link, item, a)]),
    ),
  );
  let [copies, atOnce, soon] = [0, 0, 0];
  for (const theirs of copiesWithin(m, accounts)) {
    const times = theirs.filter((p) => linking.has(p)).map((p) => posts.time[p] ?? outOfRange());
    if (times.length < 2) continue;
    copies += times.length;
    atOnce += pairsWithin(times, AT_ONCE);
    soon += pairsWithin(times, SOON);
  }
  return copies >= MOSTLY * own.length && soon >= copies && atOnce >= NEARLY_ALL * soon;
}

/** How many pairs of some ascending times are no further apart than `span`. */
function pairsWithin(times: readonly number[], span: number): number {
  let [pairs, first] = [0, 0];
  for (const [k, time] of times.entries()) {
    while (time - (times[first] ?? outOfRange()) > span) first++;
    pairs += k - first;
  }
  return pairs;
}

/** Whether most of what is copied inside the group is posted within a second of another's copy. */
function postAtOnce(m: Dataset, accounts: readonly number[], own: readonly number[]): boolean {
  const { posts, timeGranularityMs } = m;
  let [copies, atOnce] = [0, 0];
  for (const theirs of copiesWithin(m, accounts)) {
    copies += theirs.length;
    const near = (p: number | undefined, q: number | undefined): boolean =>
      p !== undefined &&
      q !== undefined &&
      Math.abs((posts.time[p] ?? outOfRange()) - (posts.time[q] ?? outOfRange())) <=
        Math.max(SECOND, timeGranularityMs);
    atOnce += theirs.filter((p, k) => near(p, theirs[k - 1]) || near(p, theirs[k + 1])).length;
  }
  return copies >= HARDLY_ANY * own.length && atOnce > MOSTLY * copies;
}

/** For each text that a group has at least twice its posts with it, ascending. Found from the group alone: a dump may have thousands. */
function copiesWithin(m: Dataset, accounts: readonly number[]): number[][] {
  const found = new Map<number, number[]>();
  for (const a of accounts) {
    for (const item of m.items.text.itemsOf.row(a)) {
      const theirs = [...postsOfAccountWith(m, m.items.text, item, a)];
      const known = found.get(item);
      if (known) for (const p of theirs) known.push(p);
      else found.set(item, theirs);
    }
  }
  return [...found.values()].filter(({ length }) => length > 1).map((theirs) => theirs.sort((x, y) => x - y));
}

/** Values and how often each occurs, the most frequent first, of equal ones the first met first. */
function countBy<Value>(values: readonly Value[]): [Value, number][] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((x, y) => y[1] - x[1]);
}
