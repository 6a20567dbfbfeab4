import type { Dataset } from '../dataset/dataset.js';
import { firstnessPValue } from '../groups/order-of-acting.js';
import { outOfRange } from '../stats/array-access.js';
import { binomialTail } from '../stats/binomial-tail.js';
import { lowerBound, upperBound } from '../stats/search.js';
import { DAY, SECOND } from '../time/units.js';
import type { TestResult } from './partial-conjunction-test.js';
import type { Candidate } from './side-meter.js';

/** In one of twenty sets, at most, is a member the first so often by chance. */
const SURPRISING = 0.05;
/** What is done within the same second is done at once: to see a post and to copy it takes longer. A minute is time enough. */
const SHORTER_THAN_COPYING = SECOND;
/** Days before and after a creation date in which others made with it are looked for: the widest crowd that a set is measured by. */
const MADE_WITHIN = 45 * DAY;
/** One in a hundred dates, at most, has by chance as many dates of those who followed around it. */
const CROWDED = 0.01;

/**
 * Whether all that an account has in common with the members may have been put on it: an attacker who wants an innocent account to look
 * as if it took part can let others copy what it posts, soon after it. Nobody can make another follow. So an account is not named
 *
 * - that was before all members who did the same, each time: a leader cannot be told from a victim, whatever else speaks;
 * - that was the first more often than members are by chance, or of which nobody can tell whether it followed, as the
 *   dump's times are too coarse: unless it was made together with members that certainly followed.
 *
 * @param accounts those that may be named
 */
export function mayBeCopied(
  m: Pick<Dataset, 'accounts' | 'timeGranularityMs'>,
  { members, size, occasions: { order } }: Pick<Candidate, 'members' | 'size' | 'occasions'>,
  { p }: Pick<TestResult, 'p'>,
  accounts: readonly number[],
): (account: number) => boolean {
  const atOnce = m.timeGranularityMs <= SHORTER_THAN_COPYING;
  const isFollower = (a: number): boolean => {
    const followed = (order.after[a] ?? outOfRange()) + (atOnce ? (order.atOnce[a] ?? outOfRange()) : 0);
    const chance = firstnessPValue(order.first[a] ?? outOfRange(), order.expectedFirst[a] ?? outOfRange());
    return followed > 0 && size * chance >= SURPRISING;
  };
  const isFirst = (a: number): boolean => (order.after[a] ?? outOfRange()) + (order.atOnce[a] ?? outOfRange()) === 0;
  let isMadeWith: ((a: number) => boolean) | undefined;
  return (a) => {
    if (isFirst(a)) return true;
    if (isFollower(a)) return false;
    // Where creation is left out, no date was looked at.
    if (Number.isNaN(p.creation[a] ?? outOfRange())) return true;
    isMadeWith ??= madeWith(m, accounts.filter(isFollower), members);
    return !isMadeWith(a);
  };
}

/** Whether so many of some accounts were made around the same time as another that those who are no members do not explain it. */
function madeWith(
  { accounts: { created } }: Pick<Dataset, 'accounts'>,
  some: readonly number[],
  members: Uint8Array,
): (account: number) => boolean {
  const theirs = Float64Array.from(some, (a) => created[a] ?? outOfRange())
    .filter((date) => !Number.isNaN(date))
    .sort();
  const others = created.filter((date, a) => !Number.isNaN(date) && members[a] === 0).sort();
  return (a) => {
    const date = created[a] ?? outOfRange();
    const around = (dates: Float64Array): number =>
      upperBound(dates, date + MADE_WITHIN) - lowerBound(dates, date - MADE_WITHIN);
    // One date more within and one without: where there are few others, little is known of how theirs are spread.
    const share = (around(others) + 1) / (others.length + 2);
    return binomialTail(around(theirs), theirs.length, share) <= CROWDED;
  };
}
