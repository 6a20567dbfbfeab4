import { accountCreation } from '../time/account-age.js';
import { snowflakeTime } from '../time/snowflake.js';
import type { Kept, Profile } from './collector.js';

/** Why no creation date is read from the account ids of one input. */
export type Doubt = 'no-numbers' | 'rounded' | 'made-up' | 'another-network' | 'impossible';

interface Author {
  readonly id: string;
  readonly firstPost: number;
}

const HOUR = 3_600_000;
const LONGEST_NUMBER = 19;

/** Post ids are snowflakes, and tell their time, from 2010-11-04 on. */
const SNOWFLAKE_POSTS = Date.UTC(2010, 10, 5);
/** Posts of an input whose ids are held against their times: enough for a share, few for a large dump. */
const POSTS_CHECKED = 1000;
/** A post's own time may be told in any zone, UTC−12 to UTC+14. */
const ANY_ZONE = 15 * HOUR;

/**
 * Share of numbers among an input's account ids of at most 19 characters (longer ones are hashes, behind which some
 * releases hide part of their accounts). Of short hashes few are all digits by chance: (10/16)ⁿ of those with n signs.
 */
const LEAST_NUMBERS = 0.9;
/** Share of the numbers that may be no id given before the account's first post (a wrong time, a spliced dump). */
const MOST_IMPOSSIBLE = 0.05;
/** The platform's first million accounts are nowhere the majority: who numbers people by hand starts there. */
const FIRST_MILLION = 1_000_000;

/**
 * When each account was created: as the dump states, else as its id tells where the ids of one of its inputs are the
 * platform's own numbers. `ids` and `profiles` are in the same order; so is the result.
 */
export function creationDates(posts: readonly Kept[], ids: readonly string[], profiles: readonly (Profile | undefined)[]): Profile['created'][] {
  if (profiles.every((profile) => profile?.created !== undefined)) return profiles.map((profile) => profile?.created);
  const known = new Map(ids.map((id, a) => [id, profiles[a]]));
  const trusted = new Set<string>();
  const firstPost = new Map<string, number>();
  for (const [input, authors] of authorsOf(posts)) {
    const doubt = doubtNumbers(input, authors, posts, known);
    for (const author of authors) {
      firstPost.set(author.id, Math.min(author.firstPost, firstPost.get(author.id) ?? Infinity));
      if (doubt === undefined) trusted.add(author.id);
    }
  }
  return ids.map((id, a) => {
    const profile = profiles[a];
    if (profile?.created) return profile.created;
    return trusted.has(id) && isNumber(id, profile) && !endsRounded(id) ? accountCreation(id, firstPost.get(id) ?? -Infinity) : undefined;
  });
}

/** For each input why its account ids tell no dates; undefined where they do. */
export function doubts(posts: readonly Kept[], profiles: ReadonlyMap<string, Profile>): Map<number, Doubt | undefined> {
  return new Map([...authorsOf(posts)].map(([input, authors]) => [input, doubtNumbers(input, authors, posts, profiles)]));
}

/** The accounts of each input, with their first post in it. */
function authorsOf(posts: readonly Kept[]): Map<number, Author[]> {
  const first = new Map<number, Map<string, number>>();
  for (const { input, account, time } of posts) {
    const times = first.get(input) ?? new Map<string, number>();
    first.set(input, times.set(account, Math.min(time, times.get(account) ?? Infinity)));
  }
  return new Map([...first].map(([input, times]) => [input, [...times].map(([id, firstPost]) => ({ id, firstPost }))]));
}

function doubtNumbers(input: number, authors: readonly Author[], posts: readonly Kept[], profiles: ReadonlyMap<string, Profile | undefined>): Doubt | undefined {
  // Where a row states no id, the handle or the display name stands for it.
  const stated = authors.filter(({ id }) => !isName(id, profiles.get(id)));
  const numbers = stated.filter(({ id }) => isNumber(id, profiles.get(id)));
  const alike = stated.filter(({ id }) => id.length <= LONGEST_NUMBER);
  if (numbers.length === 0 || numbers.length < LEAST_NUMBERS * alike.length) return 'no-numbers';
  const long = numbers.filter(({ id }) => id.length >= 16);
  if (long.length > 2 && long.filter(({ id }) => id.endsWith('00')).length * 2 > long.length) return 'rounded';
  if (numbers.filter(({ id }) => Number(id) < FIRST_MILLION).length * 2 > numbers.length) return 'made-up';
  if (!arePlatformPosts(input, posts)) return 'another-network';
  const impossible = numbers.filter(({ id, firstPost }) => accountCreation(id, firstPost) === undefined);
  return impossible.length > MOST_IMPOSSIBLE * numbers.length ? 'impossible' : undefined;
}

/** Post ids that tell another time than their posts were made by another network, or by nobody; no ids at all say nothing. */
function arePlatformPosts(input: number, posts: readonly Kept[]): boolean {
  let checked = 0;
  let agreeing = 0;
  for (const { id, time, input: of } of posts) {
    if (of !== input || id === undefined || time < SNOWFLAKE_POSTS) continue;
    const made = snowflakeTime(id);
    checked++;
    if (made !== undefined && Math.abs(made - time) <= ANY_ZONE) agreeing++;
    if (checked === POSTS_CHECKED) break;
  }
  return agreeing * 2 >= checked;
}

function isName(id: string, profile: Profile | undefined): boolean {
  return profile === undefined || id === profile.handle.name || id === profile.displayName.name;
}

function isNumber(id: string, profile: Profile | undefined): boolean {
  return /^[1-9]\d{0,18}$/.test(id) && !isName(id, profile);
}

/** One true id in a thousand ends so, and most of those that a spreadsheet has rounded. */
function endsRounded(id: string): boolean {
  return id.length >= 16 && id.endsWith('000');
}
