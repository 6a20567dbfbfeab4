/** Finds posts that are listed within their accounts: `[{"username": …, "tweets": [{"text": …}, …]}, …]`. */

import { isEnough, mapColumns, type ColumnMapping } from '../column-mapping.js';
import { compilePath, listPaths, type Path, scalarPaths } from './path.js';
import { isJsonObject, type JsonObject } from './value.js';

export interface OwnedPosts {
  /** The path of the list of posts in an account. */
  readonly inner: Path;
  /** The posts of a value of the file, each with its account as `user`. */
  readonly unwrap: (value: unknown) => readonly unknown[];
}

/** Keys of lists of posts; comments and replies are usually by others than the account around them. */
const OF_POSTS =
  /tweet|post|status|message|timeline|toot|feed|publica|mensa|video|note|items|entries|truths|твит|пост/i;
const OF_OTHERS = /comment|repl|answer|respon|quot|mention|retweet|repost|share|like|edit|histor|version|media/i;

/** The number of values that are looked at. */
const SAMPLE = 20;

/** The posts that are listed within their accounts; undefined if the values are anything else. */
export function findOwnedPosts(values: readonly unknown[]): OwnedPosts | undefined {
  for (const outer of ['', ...new Set(values.slice(0, 5).flatMap(listPaths))]) {
    const accounts = compilePath(outer);
    const records = values.slice(0, SAMPLE).flatMap((value) => accounts(value));
    for (const inner of new Set(records.slice(0, SAMPLE).flatMap(listPaths))) {
      if (inner.includes('.') || !OF_POSTS.test(inner) || OF_OTHERS.test(inner)) continue;
      const posts = (record: unknown): readonly unknown[] => postsOf(record, inner);
      const own = planOf(records.map((record) => without(record, inner)));
      const listed = planOf(records.flatMap((record) => compilePath(inner)(record)));
      if (own.places.text !== undefined || !hasAccount(own) || hasAccount(listed)) continue;
      if (listed.places.time === undefined || !isEnough(planOf(records.flatMap(posts)))) continue;
      return { inner, unwrap: (value) => accounts(value).flatMap(posts) };
    }
  }
  return undefined;
}

function planOf(records: readonly unknown[]): ColumnMapping {
  return mapColumns(scalarPaths(records), {}, '');
}

function hasAccount({ places }: ColumnMapping): boolean {
  return (places.account ?? places.handle ?? places.name) !== undefined;
}

/** The posts of an account, each with the account as `user`. */
function postsOf(record: unknown, inner: Path): readonly unknown[] {
  const user = without(record, inner);
  return compilePath(inner)(record)
    .filter((post) => isJsonObject(post))
    .map((post) => ({ ...post, user }));
}

function without(record: unknown, key: string): JsonObject {
  return isJsonObject(record) ? Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) : {};
}
