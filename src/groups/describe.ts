import type { Dataset } from '../dataset/dataset.js';
import type { GroupActivity, GroupDetails, UndecidedSide } from '../documents/result.js';
import type { QuoteLookup } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { densestWindow } from '../stats/densest-window.js';
import { formatCount, formatNumber } from '../text/format.js';
import { formatDay, formatDaySpan } from '../time/format-dates.js';
import { DAY, HOUR } from '../time/units.js';
import type { Community } from './communities.js';
import { copiedShare } from './concentration.js';
import { type SharedByGroup, describeSharedObjects } from './shared-items.js';

/** Window, in days, for the densest creation dates: accounts of one batch are created within a few days. */
const COHORT_DAYS = 4;

const iso = (time: number): string => new Date(time).toISOString();

/** When a group was active, what its accounts share and when they were created. */
export function describeGroup(
  m: Dataset,
  { accounts, ties, objects }: Community,
  shared: readonly SharedByGroup[],
  quote: QuoteLookup,
): GroupDetails {
  return {
    ties,
    ...(objects.length === 0 ? {} : { objects }),
    ...activityOf(m, accounts),
    shared: describeSharedObjects(m, accounts, shared, quote),
  };
}

/** One side of an undecided dump, without names. */
export function describeSide(m: Dataset, members: Uint8Array): UndecidedSide {
  const accounts = [...members.keys()].filter((a) => members[a] === 1);
  const activity = activityOf(m, accounts);
  const copies = copiedShare(m, members);
  const copiesPercent = Number.isNaN(copies) ? 0 : Math.round(1000 * copies) / 10;
  const { densest, dated } = activity.creation;
  const made = densest
    ? `; ${formatNumber(densest.accounts)} of the ${formatNumber(dated)} with a known date were created on ${formatDaySpan(densest.from, densest.to)}`
    : '';
  return {
    accounts: accounts.length,
    copiesPercent,
    says: `${formatCount(accounts.length, 'account')} with ${formatCount(activity.posts, 'post')}, of whose own posts ${formatNumber(copiesPercent)}% are copies of one another's${made}`,
    ...activity,
  };
}

function activityOf(m: Dataset, accounts: readonly number[]): GroupActivity {
  const times = timesOf(m, accounts);
  const hour = Math.max(HOUR, m.timeGranularityMs);
  const busiest = densestWindow(times, hour);
  return {
    posts: times.length,
    from: iso(times[0] ?? outOfRange()),
    to: iso(times.at(-1) ?? outOfRange()),
    busiest: {
      from: iso(times[busiest.start] ?? outOfRange()),
      to: iso(times[busiest.start + busiest.size - 1] ?? outOfRange()),
      posts: busiest.size,
    },
    creation: creationOf(m, accounts),
  };
}

/** The times of all posts of these accounts, ascending. */
function timesOf({ accounts: { postsOf }, posts: { time } }: Dataset, accounts: readonly number[]): Float64Array {
  const times = new Float64Array(accounts.reduce((sum, a) => sum + postsOf.rowSize(a), 0));
  let at = 0;
  for (const a of accounts) for (const p of postsOf.row(a)) times[at++] = time[p] ?? outOfRange();
  return times.sort();
}

/** Creation dates known to the day; estimates are left out, as they would spread a cohort over months. */
function creationOf(
  { accounts: { createdFrom, createdTo } }: Dataset,
  accounts: readonly number[],
): GroupDetails['creation'] {
  const known = Float64Array.from(
    accounts.filter((a) => (createdTo[a] ?? outOfRange()) - (createdFrom[a] ?? outOfRange()) <= DAY),
    (a) => ((createdFrom[a] ?? outOfRange()) + (createdTo[a] ?? outOfRange())) / 2,
  ).sort();
  const days = known.map((time) => Math.floor(time / DAY));
  const { start, size } = densestWindow(days, COHORT_DAYS);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return { dated: 0, from: null, to: null, densest: null };
  return {
    dated: known.length,
    from: iso(first),
    to: iso(last),
    densest: {
      from: formatDay((days[start] ?? outOfRange()) * DAY),
      to: formatDay((days[start + size - 1] ?? outOfRange()) * DAY),
      accounts: size,
    },
  };
}
