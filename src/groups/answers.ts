import type { Dataset } from '../dataset/dataset.js';
import { postsOfAccountWith } from '../dataset/item-posts.js';
import { outOfRange } from '../stats/array-access.js';
import { lowerBound, upperBound } from '../stats/search.js';
import { DAY, HOUR, MINUTE } from '../time/units.js';

/** Nearly all copies are answers, and nearly all answers of a text are to one question. */
const NEARLY_ALL = 0.8;
/** An answer comes in the sitting in which its author saw the question: three hours, as between two occasions. */
const ONE_SITTING = 3 * HOUR;
/** As near as posts are for the crowding of a set in time, and half of the crowding that counts there (0.4). */
const NEAR = 10 * MINUTE;
const EVENLY = 0.2;
/** ln 2: twice as many as the whole day explains. */
const TWICE = Math.LN2;
/** Answers come soon after a question at least this many times as often as other posts do. */
const MORE_OFTEN = 2;

/**
 * Whether the copies of a group answer one account, as those who take part in a quiz, a contest or a vote do: it asks the
 * same words of everybody, and asks more than once. Nearly all copies address an account outside the group within three
 * hours after a post of its own, and at most half as many of the posts of others come as soon after one. And each text
 * answers one question, or there are no more texts than questions: a stock of texts that is used again and again is a
 * campaign's.
 * @param copies the posts of the group that copy each other
 */
export function answerOneAccount(m: Dataset, accounts: readonly number[], copies: readonly number[]): boolean {
  const inside = new Set(accounts);
  const least = Math.ceil(NEARLY_ALL * copies.length);
  return [...postsToHosts(m, accounts, copies)].some(([host, addressed]) => {
    if (inside.has(host) || addressed.size < least) return false;
    const { delay, question } = questionsOf(m, host);
    const soon = Float64Array.from(addressed, delay).sort()[least - 1] ?? Number.POSITIVE_INFINITY;
    if (soon > ONE_SITTING) return false;
    const usual = shareOf(m, (p) => delay(p) <= soon, inside);
    if (MORE_OFTEN * usual * copies.length > least) return false;
    const answers = [...addressed].filter((p) => delay(p) <= soon);
    return answerInTurn(
      answers.map((p) => m.posts.textCluster[p] ?? outOfRange()),
      answers.map(question),
    );
  });
}

/**
 * Whether the copies of a group call for one account as voters do: nearly all address it, and they come in certain hours,
 * but in no minutes of these. A campaign that is sent out comes in waves of minutes.
 * @param copies the posts of the group that copy each other
 */
export function voteForOneAccount(m: Dataset, accounts: readonly number[], copies: readonly number[]): boolean {
  const wanted = new Set(copies);
  const addressing = new Map<number, number>();
  for (const a of accounts)
    for (const [p, targets] of targetsByPost(m, a))
      for (const target of wanted.has(p) ? targets : []) addressing.set(target, (addressing.get(target) ?? 0) + 1);
  return (
    Math.max(0, ...addressing.values()) >= NEARLY_ALL * copies.length &&
    m.timeGranularityMs <= MINUTE &&
    comeInHoursOnly(Float64Array.from(copies, (p) => m.posts.time[p] ?? outOfRange()).sort())
  );
}

/** Whether these times crowd in hours of the day, but not in minutes of these hours. */
function comeInHoursOnly(times: Float64Array): boolean {
  return crowding(times, ONE_SITTING / 2, DAY / 2) >= TWICE && crowding(times, NEAR, ONE_SITTING / 2) < EVENLY;
}

/** Mean over these times of ln((others within `near` + 1) ÷ (as many as those within `around` explain + 1)). */
function crowding(times: Float64Array, near: number, around: number): number {
  const others = (time: number, reach: number): number =>
    upperBound(times, time + reach) - lowerBound(times, time - reach) - 1;
  let sum = 0;
  for (const time of times) sum += Math.log((others(time, near) + 1) / ((others(time, around) * near) / around + 1));
  return sum / times.length;
}

/** For each account with posts that these posts address, those that do. */
function postsToHosts(
  m: Dataset,
  accounts: readonly number[],
  posts: readonly number[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const wanted = new Set(posts);
  const found = new Map<number, Set<number>>();
  for (const a of accounts)
    for (const [p, targets] of targetsByPost(m, a))
      for (const target of wanted.has(p) ? targets : []) {
        const host = m.targetAccounts[target] ?? outOfRange();
        if (host >= 0) found.set(host, (found.get(host) ?? new Set()).add(p));
      }
  return found;
}

/** The posts of an account that are no retweets, as questions. */
function questionsOf(
  { posts, accounts }: Dataset,
  host: number,
): {
  /** The time, in ms, from the last of them to a post; infinite if there is none. */
  readonly delay: (post: number) => number;
  /** The number of the sitting in which that was posted: a new one begins after a pause of three hours. */
  readonly question: (post: number) => number;
} {
  const timeOf = (p: number): number => posts.time[p] ?? outOfRange();
  const own = accounts.postsOf.row(host).filter((p) => posts.retweet[p] === 0);
  const times = Float64Array.from(own, timeOf);
  const sittings = new Uint32Array(times.length);
  for (let k = 1; k < times.length; k++) {
    const pause = (times[k] ?? outOfRange()) - (times[k - 1] ?? outOfRange());
    sittings[k] = (sittings[k - 1] ?? outOfRange()) + Number(pause >= ONE_SITTING);
  }
  const last = (p: number): number => upperBound(times, timeOf(p)) - 1;
  return {
    delay: (p) => timeOf(p) - (times[last(p)] ?? Number.NEGATIVE_INFINITY),
    question: (p) => sittings[last(p)] ?? outOfRange(),
  };
}

/** The share of the posts of accounts outside for which this holds; 0 if there are none. */
function shareOf({ posts }: Dataset, holds: (post: number) => boolean, inside: ReadonlySet<number>): number {
  let [others, found] = [0, 0];
  for (let p = 0; p < posts.count; p++) {
    if (inside.has(posts.account[p] ?? outOfRange())) continue;
    others++;
    found += Number(holds(p));
  }
  return others === 0 ? 0 : found / others;
}

/** Whether nearly all answers of each text are to one question, or there are no more texts than questions. */
function answerInTurn(texts: readonly number[], questions: readonly number[]): boolean {
  const uses = new Map<number, Map<number, number>>();
  for (const [k, text] of texts.entries()) {
    const question = questions[k] ?? outOfRange();
    const known = uses.get(text) ?? new Map<number, number>();
    uses.set(text, known.set(question, (known.get(question) ?? 0) + 1));
  }
  let toOne = 0;
  for (const counts of uses.values()) toOne += Math.max(...counts.values());
  return toOne >= NEARLY_ALL * texts.length || uses.size <= new Set(questions).size;
}

/** The accounts that each post of an account addresses, as numbers of target items. */
export function targetsByPost(m: Dataset, a: number): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const target of m.items.target.itemsOf.row(a)) {
    for (const p of postsOfAccountWith(m, m.items.target, target, a)) {
      const known = found.get(p);
      if (known) known.push(target);
      else found.set(p, [target]);
    }
  }
  return found;
}
