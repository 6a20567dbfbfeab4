import type { AccountPostColumns } from '../dataset/dataset.js';
import type { Trend } from '../documents/result.js';
import { emptyTally, type Verdict } from '../documents/verdict.js';
import { outOfRange } from '../stats/array-access.js';
import { formatCount, formatRoundPercent, plural } from '../text/format.js';
import { SECOND } from '../time/units.js';
import { type HourlyCounts, hourWidth } from './volume.js';

type FirstPosts = Trend['push']['firstPosts'][number];

/** Maximum share of all posts that count as the beginning, so that the rest can be compared with it. */
const BEGINNING = 0.2;

/** Posts by verdict at the beginning, and hour by hour. */
export function earlyCoordinatedShare(
  m: AccountPostColumns,
  verdicts: readonly Verdict[],
  hours: readonly HourlyCounts[],
): Trend['push'] {
  const firstPosts = beginnings(m, verdicts);
  return {
    firstPosts,
    hourSeconds: hourWidth(m) / SECOND,
    hours: hours.map(({ from, ...counts }) => ({ from: new Date(from).toISOString(), ...counts })),
    says: says(firstPosts, hours, m.posts.count),
  };
}

/**
 * The first 10, 100, 1000, … posts. Posts with the same time have no order, so all with the last one's time are
 * included.
 */
function beginnings({ posts, accounts }: AccountPostColumns, verdicts: readonly Verdict[]): FirstPosts[] {
  const found: FirstPosts[] = [];
  const counts = emptyTally();
  const seen = new Uint8Array(accounts.count);
  let coordinatedAccounts = 0;
  let next = 10;
  for (let p = 0; p < posts.count; p++) {
    if (p >= next && posts.time[p] !== posts.time[p - 1]) {
      found.push({ posts: p, ...counts, coordinatedAccounts });
      while (next <= p) next *= 10;
    }
    const a = posts.account[p] ?? outOfRange();
    const verdict = verdicts[a] ?? outOfRange();
    counts[verdict]++;
    if (verdict === 'coordinated' && seen[a] === 0) {
      seen[a] = 1;
      coordinatedAccounts++;
    }
  }
  return found;
}

function says(firstPosts: readonly FirstPosts[], hours: readonly HourlyCounts[], posts: number): string {
  const coordinated = hours.reduce((sum, hour) => sum + hour.coordinated, 0);
  if (coordinated === 0) return 'No account is likely coordinated, so there is no push to describe.';
  const first = firstPosts.findLast((each) => each.posts <= BEGINNING * posts);
  if (first === undefined)
    return (
      `With ${formatCount(posts, 'post')} (and times no finer than in this dump) we cannot separate ` +
      'the beginning from the rest.'
    );
  const unclear =
    first.unclear === 0
      ? 'no unclear account among them'
      : `${formatRoundPercent(first.coordinated + first.unclear, first.posts)} if the unclear accounts took part`;
  const who = first.coordinated === 0 ? 'None' : formatRoundPercent(first.coordinated, first.posts);
  const by =
    first.coordinatedAccounts === 0
      ? 'likely coordinated accounts'
      : formatCount(first.coordinatedAccounts, 'likely coordinated account');
  return (
    `${who} of the first ${formatCount(first.posts, 'post')} ` +
    `${plural(first.coordinated, 'is', 'are')} by ${by} (${unclear}), against ` +
    `${formatRoundPercent(coordinated - first.coordinated, posts - first.posts)} of the rest.`
  );
}
