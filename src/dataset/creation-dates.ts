import type { Input } from '../documents/result.js';
import { outOfRange } from '../stats/array-access.js';
import { foldHandle } from '../text/fold-handle.js';
import { accountCreation } from '../time/account-age.js';
import { snowflakeTime } from '../time/snowflake.js';
import { HOUR } from '../time/units.js';
import { idAt, type PostIds } from './post-ids.js';

/** Why the account ids of an input give no creation dates. */
export type IdDatingObstacle = 'no-numbers' | 'rounded' | 'made-up' | 'another-network' | 'impossible';

export type CreationEstimate =
  | { readonly from: number; readonly to: number; readonly source: 'dump' | 'snowflake' | 'interpolated' }
  | undefined;

interface Author {
  readonly account: number;
  readonly id: string;
  readonly name: boolean;
  readonly firstPost: number;
}

const LONGEST_NUMBER = 19;

/** From 2010-11-04 on, post ids are snowflakes, which contain the time. */
const SNOWFLAKE_POSTS = Date.UTC(2010, 10, 5);
/**
 * The number of posts per input whose ids are compared with their times: enough to estimate a share, and fast for a
 * large dump.
 */
const POSTS_CHECKED = 1000;
/** From this share of post ids with matching times on, a dump is from X: ids of other platforms never match. */
export const MIN_MATCHING_SHARE = 0.5;
/** A post's time may be in any time zone, from UTC−12 to UTC+14. */
const ANY_ZONE = 15 * HOUR;

/**
 * The minimum share of numbers among an input's account ids of at most 19 characters. (Longer ones are hashes, which
 * some releases use to hide part of their accounts.) Short hashes are rarely all digits by chance: (10/16)ⁿ of those
 * with n characters.
 */
const LEAST_NUMBERS = 0.9;
/**
 * The maximum share of numbers that cannot be ids given before the account's first post (a wrong time, a spliced
 * dump).
 */
const MOST_IMPOSSIBLE = 0.05;
/** The platform's first million accounts are never the majority; numbers assigned by hand begin here. */
const FIRST_MILLION = 1_000_000;

/** What shows the platform of an input. */
export type InputOrigin = Pick<Input, 'platform'>;

/** The data from which creation dates are estimated: accounts, and posts in order of time. */
export interface DatingInput {
  /** Indexed by input; the platform of a missing input is unknown. */
  readonly origins: readonly InputOrigin[];
  readonly accounts: {
    readonly id: readonly string[];
    readonly handle: readonly string[];
    readonly displayName: readonly string[];
  };
  readonly posts: {
    readonly id: PostIds;
    readonly account: Uint32Array;
    readonly time: Float64Array;
    readonly input: Uint32Array;
  };
}

/**
 * The creation date of each account: as stated in the dump, else derived from its id if the ids of one of its inputs
 * are the platform's own numbers.
 *
 * @param stated for each account, the date stated in the dump
 */
export function creationDates(dated: DatingInput, stated: readonly CreationEstimate[]): readonly CreationEstimate[] {
  const ids = dated.accounts.id;
  if (!stated.includes(undefined)) return stated;
  const trusted = new Uint8Array(ids.length);
  const firstPost = new Float64Array(ids.length).fill(Infinity);
  for (const [input, authors] of authorsOf(dated)) {
    const doubt = doubtNumbers(input, authors, dated);
    for (const { account, firstPost: first } of authors) {
      firstPost[account] = Math.min(first, firstPost[account] ?? outOfRange());
      if (doubt === undefined) trusted[account] = 1;
    }
  }
  return stated.map((created, a) => {
    if (created) return created;
    const id = ids[a] ?? outOfRange();
    return trusted[a] === 1 && isNumber(id) && !isName(a, dated) && !endsRounded(id)
      ? accountCreation(id, firstPost[a] ?? outOfRange())
      : undefined;
  });
}

/** For each input, why its account ids give no dates; undefined if they do. */
export function idDatingObstacles(dated: DatingInput): Map<number, IdDatingObstacle | undefined> {
  return new Map([...authorsOf(dated)].map(([input, authors]) => [input, doubtNumbers(input, authors, dated)]));
}

/** The accounts of each input, with their first post in it. */
function authorsOf(dated: DatingInput): Map<number, Author[]> {
  const ids = dated.accounts.id;
  const { account, time, input } = dated.posts;
  const first = new Map<number, Float64Array>();
  for (const [p, a] of account.entries()) {
    const of = input[p] ?? outOfRange();
    const times = first.get(of) ?? new Float64Array(ids.length).fill(Infinity);
    first.set(of, times);
    const at = time[p] ?? outOfRange();
    if (at < (times[a] ?? outOfRange())) times[a] = at;
  }
  return new Map(
    [...first]
      .sort(([a], [b]) => a - b)
      .map(([of, times]) => {
        const authors: Author[] = [];
        for (const [a, firstPost] of times.entries()) {
          const id = ids[a] ?? outOfRange();
          // If a row has no id, its handle or display name is used as the id.
          if (firstPost !== Infinity) authors.push({ account: a, id, name: isName(a, dated), firstPost });
        }
        return [of, authors];
      }),
  );
}

function doubtNumbers(input: number, authors: readonly Author[], dated: DatingInput): IdDatingObstacle | undefined {
  const stated = authors.filter(({ name }) => !name);
  const numbers = stated.filter(({ id }) => isNumber(id));
  const alike = stated.filter(({ id }) => id.length <= LONGEST_NUMBER);
  if (numbers.length === 0 || numbers.length < LEAST_NUMBERS * alike.length) return 'no-numbers';
  const long = numbers.filter(({ id }) => id.length >= 16);
  if (long.length > 2 && long.filter(({ id }) => id.endsWith('00')).length * 2 > long.length) return 'rounded';
  if (numbers.filter(({ id }) => Number(id) < FIRST_MILLION).length * 2 > numbers.length) return 'made-up';
  // Other networks number their accounts too, and every number gives some date.
  const telling = shareOfMatchingIds(input, dated);
  if (telling === undefined ? dated.origins[input]?.platform !== 'x' : telling < MIN_MATCHING_SHARE)
    return 'another-network';
  const impossible = numbers.filter(({ id, firstPost }) => accountCreation(id, firstPost) === undefined);
  return impossible.length > MOST_IMPOSSIBLE * numbers.length ? 'impossible' : undefined;
}

/**
 * The share of an input's posts whose ids contain the time of the post, as X's do, among the first posts; undefined
 * if no id can show it. If they do not match, the ids are from another network, or invented.
 */
export function shareOfMatchingIds(input: number, { posts }: Pick<DatingInput, 'posts'>): number | undefined {
  const { input: inputs, time, id } = posts;
  let checked = 0;
  let agreeing = 0;
  for (let p = 0; p < time.length; p++) {
    const at = time[p] ?? outOfRange();
    if (inputs[p] !== input || at < SNOWFLAKE_POSTS || id.made?.[p] === 1) continue;
    const made = snowflakeTime(idAt(id, p));
    checked++;
    if (made !== undefined && Math.abs(made - at) <= ANY_ZONE) agreeing++;
    if (checked === POSTS_CHECKED) break;
  }
  return checked === 0 ? undefined : agreeing / checked;
}

function isName(a: number, { accounts }: DatingInput): boolean {
  return (
    accounts.id[a] === foldHandle(accounts.handle[a] ?? outOfRange()) || accounts.id[a] === accounts.displayName[a]
  );
}

function isNumber(id: string): boolean {
  return /^[1-9]\d{0,18}$/.test(id);
}

/** True for one in a thousand correct ids, and for most ids that a spreadsheet has rounded. */
function endsRounded(id: string): boolean {
  return id.length >= 16 && id.endsWith('000');
}
