/** The column names in tables of profiles. */

import { isEnoughForPosts } from './column-mapping.js';
import { normalizeColumnName } from './column-name.js';

/** Column names of profiles, the surest first. */
export const ID = [
  'id_str',
  'user_id',
  'userid',
  'author_id',
  'account_id',
  'account.accountId',
  'did',
  'user_did',
  'id',
  'user_id_str',
  'uid',
];
export const HANDLE = [
  'screen_name',
  'username',
  'handle',
  'user_screen_name',
  'acct',
  'account.username',
  'user_handle',
  'author_username',
  'author',
  'user',
];
export const NAME = [
  'display_name',
  'user_display_name',
  'account.accountDisplayName',
  'full_name',
  'name',
  'user_name',
];
export const CREATED = [
  'account_created_at',
  'user_created_at',
  'account_creation_date',
  'user_created',
  'account_created',
  'account.createdAt',
  'created_at',
  'created',
  'join_date',
  'joined',
  'registered',
  'creation_date',
  'timestamp_utc',
];
const HANDLES: ReadonlySet<string> = new Set(
  ['screen_name', 'username', 'handle', 'acct', 'screenname', 'login'].map(normalizeColumnName),
);

/** Whether a column with this name holds handles in a table of profiles. */
export function isProfileHandle(column: string): boolean {
  return HANDLES.has(normalizeColumnName(column));
}

const TYPICAL = /followers|following|friends_?count|accountId|\bbio\b|description|statuses_?count/i;

/** Whether a header has columns that only profiles have (followers, a description). */
export function isTypical(header: readonly string[]): boolean {
  return header.some((name) => TYPICAL.test(name));
}

/** The index of the first of these names that a header has; -1 if it has none. */
export function placeAmong(header: readonly string[], candidates: readonly string[]): number {
  const names = header.map(normalizeColumnName);
  return candidates.map((name) => names.indexOf(normalizeColumnName(name))).find((at) => at >= 0) ?? -1;
}

/** A score for how much a row looks like the header of a table of profiles: 0 if it names no account. */
export function likenessToProfiles(header: readonly string[]): number {
  const has = (names: readonly string[]): boolean => placeAmong(header, names) >= 0;
  if (!has(ID) && !has(HANDLE)) return 0;
  // Posts may have much data about their authors too.
  const areOfPosts = isEnoughForPosts(header);
  return 1 + Number(has(HANDLE)) + Number(has(CREATED)) + (areOfPosts ? 0 : 4 * Number(isTypical(header)) + 4);
}
