import type { Dataset, Items } from '../dataset/dataset.js';
import { postsByItem, postsOfAccountWith, postsWith } from '../dataset/item-posts.js';
import type { GroupKind, InnocentKind } from '../documents/verdict.js';
import { memoizeWeak } from '../signals/memoize-weak.js';
import { outOfRange } from '../stats/array-access.js';
import { pairsWithin } from '../stats/pairs-within.js';
import { foldHandle } from '../text/fold-handle.js';
import { HOUR, MINUTE, SECOND } from '../time/units.js';
import { answerOneAccount, targetsByPost, voteForOneAccount } from './answers.js';
import { haveFewAuthors, haveOneIdol, retweetAtOnce, shareLinksOfOne } from './audience.js';
import { sharedPosts } from './shared-posts.js';

/**
 * Whether such a group can be explained without coordination: by people who never agreed on anything, by one publisher,
 * or by one service.
 */
export function hasInnocentReading(kind: GroupKind): kind is InnocentKind {
  return kind !== 'copies-texts' && kind !== 'acts-together';
}

/** Mostly retweets: at least half of the posts, or of those that tie the group. */
const MOSTLY = 0.5;
/**
 * Template feeds: at least twenty own posts for each wording, and almost no retweets; known campaigns had four to six
 * posts for each wording. Feeds post continuously: at least three posts per account.
 */
const MOST_WORDINGS = 0.05;
const LEAST_IN_FEED = 3;
const HARDLY_ANY = 0.1;
/**
 * Public appeals: nearly all members follow one, post little else, and do so in one evening (the three busiest hours).
 * In real groups at most one post in five addressed one target like this.
 */
const NEARLY_ALL = 0.8;
const BUSIEST_HOURS = 3;
/** An account can be the first with one or two texts by chance. */
const LEAST_TEXTS = 3;
/** An application posts for its users within seconds; people who follow an appeal take minutes. */
const AT_ONCE = 10 * SECOND;
const SOON = 10 * MINUTE;
/**
 * Length, in characters, of the common prefix of one publisher's handles: that of a typical name of a station or
 * newspaper.
 */
const STEM = 5;

/** Classifies what a group does; the first rule that matches decides. */
export function kindOfGroup(m: Dataset, accounts: readonly number[]): GroupKind {
  const posts = accounts.flatMap((a) => [...m.accounts.postsOf.row(a)]);
  const retweets = posts.filter((p) => m.posts.retweet[p] === 1);
  const own = posts.filter((p) => m.posts.retweet[p] === 0);
  const votes = inFixedWording(m, accounts, own);
  const amplifying = retweets.length + (haveOneIdol(m, accounts, retweets) ? votes.length : 0);
  const isAudience = !retweetAtOnce(m, accounts);
  if (isAudience && amplifying >= MOSTLY * posts.length && haveFewAuthors(m, retweets)) return 'amplifies-few';
  const otherwise = isAudience && retweets.length >= MOSTLY * posts.length ? 'mostly-retweets' : 'acts-together';
  if (own.length === 0) return otherwise;
  if (retweets.length <= HARDLY_ANY * posts.length) {
    if (accountsWithCommonPrefix(m, accounts).length > 0 && postAtOnce(m, accounts, own)) return 'outlets';
    const wordings = new Set(own.map((p) => m.posts.textCluster[p]));
    const goesOn = own.length >= LEAST_IN_FEED * accounts.length;
    if (goesOn && wordings.size <= MOST_WORDINGS * own.length) return 'service-feed';
    if (isAppeal(m, accounts, own)) return 'public-appeal';
    if (votes.length >= NEARLY_ALL * own.length && areOfAnEvening(m, votes)) return 'service-feed';
  }
  if (isOfApplication(m, accounts, own) || isOfOnePage(m, accounts)) return 'service-feed';
  if (!mostlyCopy(m, accounts)) {
    const shared = otherwise === 'acts-together' && isAudience ? sharedPosts(m, accounts) : [];
    const reshared = shared.filter((p) => m.posts.retweet[p] === 1);
    const ownShared = shared.filter((p) => m.posts.retweet[p] === 0);
    if (shareLinksOfOne(m, accounts, ownShared)) return 'amplifies-few';
    if (reshared.length === 0 || reshared.length < MOSTLY * shared.length) return otherwise;
    return haveFewAuthors(m, reshared) ? 'amplifies-few' : 'mostly-retweets';
  }
  const copies = copiesWithin(m, accounts).flat();
  const isForOne =
    copyOneAccount(m, accounts) || answerOneAccount(m, accounts, copies) || voteForOneAccount(m, accounts, copies);
  return isForOne ? 'amplifies-few' : 'copies-texts';
}

/** Whether at least half of the accounts have a text in common with another of them. */
function mostlyCopy(m: Dataset, accounts: readonly number[]): boolean {
  return accountsThatCopy(m, accounts).length >= MOSTLY * accounts.length;
}

/**
 * Whether the copies openly repeat one account, and do not pass off its texts as the group's own. Either nearly all are
 * of at least three texts that an account outside the group was the first to post: those who listen to a speech copy its
 * organiser's posts by hand. Or nearly all address one account, and most are of texts whose first author never addresses
 * it: they quote this author, as critics do.
 */
function copyOneAccount(m: Dataset, accounts: readonly number[]): boolean {
  const { posts, items } = m;
  const inside = new Set(accounts);
  const origins = new Map<number, { copies: number; readonly texts: Set<number> }>();
  const addressed: number[] = [];
  let all = 0;
  for (const a of accounts) {
    const targetsOf = targetsByPost(m, a);
    for (const item of items.text.itemsOf.row(a)) {
      if (items.text.accountsOf.rowSize(item) < 2) continue;
      const author = posts.account[items.text.postsOf.row(item)[0] ?? outOfRange()] ?? outOfRange();
      if (author === a) continue;
      all++;
      const known = origins.get(author) ?? { copies: 0, texts: new Set() };
      origins.set(author, known);
      known.copies++;
      known.texts.add(item);
      const copies = [...postsOfAccountWith(m, items.text, item, a)];
      addressed.push(...new Set(copies.flatMap((p) => targetsOf.get(p) ?? [])));
    }
  }
  const common = new Set(
    countBy(addressed)
      .filter(([, count]) => count >= NEARLY_ALL * all)
      .map(([target]) => target),
  );
  return [...origins].some(
    ([author, { copies, texts }]) =>
      (copies >= NEARLY_ALL * all && texts.size >= LEAST_TEXTS && !inside.has(author)) ||
      (copies >= MOSTLY * all && common.size > 0 && !items.target.itemsOf.row(author).some((t) => common.has(t))),
  );
}

/** The accounts that have a text in common with another of them. */
export function accountsThatCopy({ items: { text } }: Dataset, accounts: readonly number[]): readonly number[] {
  const inside = new Set(accounts);
  return accounts.filter((a) =>
    text.itemsOf.row(a).some((i) => text.accountsOf.row(i).some((b) => b !== a && inside.has(b))),
  );
}

/**
 * The own posts with a fixed wording, as in votes: a wording of at least twenty posts, or one that at least half of the
 * group uses.
 */
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

/** Whether nearly all of these posts are from the three busiest hours. */
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

/**
 * The accounts whose handles have a common prefix, if they are at least half of the group and almost no other account
 * in the dump has that prefix; otherwise none.
 */
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

/** How many accounts of the dump have each prefix; cached for all groups. */
const stemCounts = memoizeWeak((handles: readonly string[]) => new Map(countBy(handles.map(handleStem))));

/**
 * Whether an application posts the copies for all members: at least half of their own posts are copies with a link,
 * usually to the application, and nearly all pairs of copies that are at most ten minutes apart are at most ten seconds
 * apart. People who follow an appeal take minutes.
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

/**
 * Whether a page offers the texts: nearly all copies have one link, and address one account. People come to a petition or
 * a campaign's page at any time, and it writes their post for them.
 */
function isOfOnePage(m: Dataset, accounts: readonly number[]): boolean {
  const copies = copiesWithin(m, accounts).flat();
  const areOfOne = ({ itemsOf, postsOf }: Items): boolean => {
    const wanted = new Set(copies);
    const bearers = countBy(accounts.flatMap((a) => [...itemsOf.row(a)]));
    return bearers.some(
      ([item, count]) =>
        count >= MOSTLY * accounts.length &&
        postsOf.row(item).filter((p) => wanted.has(p)).length >= NEARLY_ALL * copies.length,
    );
  };
  return copies.length > 0 && areOfOne(m.items.link) && areOfOne(m.items.target);
}

/** Whether most copies inside the group are posted within a second of another copy of the same text. */
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

/** For each text that the group posts at least twice, its posts, ascending. */
function copiesWithin(m: Dataset, accounts: readonly number[]): (readonly number[])[] {
  return [...postsByItem(m, m.items.text, accounts).values()].filter(({ length }) => length > 1);
}

/** The distinct values with their counts, most frequent first; ties in order of first occurrence. */
function countBy<Value>(values: readonly Value[]): [Value, number][] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((x, y) => y[1] - x[1]);
}
