import { createHash } from 'node:crypto';
import type { AccountPostColumns } from '../../dataset/dataset.js';
import { idAt } from '../../dataset/post-ids.js';
import type { ShownPost } from '../../documents/report-data.js';
import type { AccountResult, Result } from '../../documents/result.js';
import { outOfRange } from '../../stats/array-access.js';

/** The text of each of these posts, as the dump has it; by the posts' numbers. */
export type TextsOf = (posts: readonly number[]) => Promise<ReadonlyMap<number, string>>;

/** Limits on what is shown individually. The defaults keep a report of any dump within 10 MB. */
export interface ReportLimits {
  /**
   * Total number of posts of accounts with findings: a post with its address and a mark in a drawing takes about 250
   * bytes, so 10,000 take 2.5 MB.
   */
  readonly flaggedPosts: number;
  /** The same for organic accounts, which are shown only for comparison. */
  readonly organicPosts: number;
  /** Number of organic accounts: as many as a drawing has rows for. */
  readonly organicAccounts: number;
  /**
   * Number of texts of one account, in addition to those that match posts of others; those that show its evidence come
   * first. Nobody reads more.
   */
  readonly textsEach: number;
  /**
   * Bytes of all texts together, escaped for HTML: 2.2 MB, which with the marks leaves half of the 10 MB for tables.
   */
  readonly textBytes: number;
}

export const REPORT_LIMITS: ReportLimits = {
  flaggedPosts: 10_000,
  organicPosts: 4_000,
  organicAccounts: 200,
  textsEach: 50,
  textBytes: 2_200_000,
};

/**
 * All posts of coordinated accounts, then of flooding ones, then of unclear ones (highest score first; an account whose
 * posts would exceed the limit is left out, and smaller ones may follow), and of some organic accounts. These are
 * chosen by a hash of their ids, independently of the order of rows and of their activity. In order of time.
 */
export async function shownPosts(
  m: AccountPostColumns,
  { accounts }: Pick<Result, 'accounts'>,
  textsOf: TextsOf,
  bounds = REPORT_LIMITS,
): Promise<ShownPost[]> {
  const numberOf = new Map(m.accounts.id.map((id, a) => [id, a]));
  const found = (['coordinated', 'flooding', 'unclear'] as const).flatMap((verdict) =>
    accounts.filter((account) => account.verdict === verdict),
  );
  const organic = drawn(accounts.filter(({ verdict }) => verdict === 'organic')).slice(0, bounds.organicAccounts);
  const shown = [...fitting(found, bounds.flaggedPosts), ...fitting(organic, bounds.organicPosts)];

  const posts = shown.map((account) => ({
    account,
    numbers: m.accounts.postsOf.row(numberOf.get(account.id) ?? -1),
  }));
  const matched = matchedPosts(posts, m);
  const wanted = [
    ...new Set(
      posts.flatMap(({ account, numbers }) => [
        ...(matched.get(account.id) ?? []),
        ...telling(account, numbers, m, bounds.textsEach),
      ]),
    ),
  ];
  const texts = withinBytes(wanted, await textsOf(wanted), bounds.textBytes);

  return posts
    .flatMap(({ account, numbers }) => Array.from(numbers, (p) => ({ p, account })))
    .sort((x, y) => x.p - y.p)
    .map(({ p, account: { id, verdict } }) => ({
      id: idAt(m.posts.id, p),
      account: id,
      verdict,
      time: new Date(m.posts.time[p] ?? outOfRange()).toISOString(),
      retweet: m.posts.retweet[p] === 1,
      text: texts.get(p) ?? null,
    }));
}

function fitting(accounts: readonly AccountResult[], most: number): AccountResult[] {
  let left = most;
  return accounts.filter(({ posts }) => {
    if (posts > left) return false;
    left -= posts;
    return true;
  });
}

function drawn(accounts: readonly AccountResult[]): AccountResult[] {
  return accounts
    .map((account) => ({ account, lot: createHash('sha256').update(account.id).digest('hex') }))
    .sort((x, y) => (x.lot < y.lot ? -1 : 1))
    .map(({ account }) => account);
}

/**
 * For each account the posts (by number) that its evidence matches: its own, and those of other shown accounts, so that
 * both texts of a pair are available. In the order of the evidence.
 */
function matchedPosts(
  shown: readonly { readonly account: AccountResult; readonly numbers: Uint32Array }[],
  m: AccountPostColumns,
): Map<string, number[]> {
  const pairs = shown.map(({ account: { id, evidence } }) => ({
    id,
    posts: evidence.flatMap((each) => each.with.flatMap(({ ownPost, post }) => [ownPost, post])),
  }));
  const named = new Set(pairs.flatMap(({ posts }) => posts));
  const numberOf = new Map<string, number>();
  for (const { numbers } of shown) {
    for (const p of numbers) {
      const id = idAt(m.posts.id, p);
      if (named.has(id)) numberOf.set(id, p);
    }
  }
  return new Map(pairs.map(({ id, posts }) => [id, posts.flatMap((post) => numberOf.get(post) ?? [])]));
}

/**
 * The posts of an account (by number) whose texts are shown: first those that its evidence names, then the earliest
 * others.
 */
function telling({ evidence }: AccountResult, numbers: Uint32Array, m: AccountPostColumns, most: number): number[] {
  const named = new Set(evidence.flatMap(({ posts }) => posts));
  const [first, rest] = [
    [...numbers].filter((p) => named.has(idAt(m.posts.id, p))),
    [...numbers].filter((p) => !named.has(idAt(m.posts.id, p))),
  ];
  return [...first, ...rest].slice(0, most);
}

/**
 * The texts in this order, within the limit of bytes; a text that does not fit is left out, and shorter ones may
 * follow.
 */
function withinBytes(order: readonly number[], texts: ReadonlyMap<number, string>, most: number): Map<number, string> {
  let left = most;
  const kept = new Map<number, string>();
  for (const p of order) {
    const text = texts.get(p);
    if (text === undefined) continue;
    const bytes = Buffer.byteLength(text.replaceAll(/[&<>"']/gu, '&#00;'));
    if (bytes > left) continue;
    left -= bytes;
    kept.set(p, text);
  }
  return kept;
}
