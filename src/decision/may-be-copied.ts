import type { Dataset } from '../dataset/dataset.js';
import { firstnessPValue } from '../groups/order-of-acting.js';
import { outOfRange } from '../stats/array-access.js';
import { binomialTail } from '../stats/binomial-tail.js';
import { lowerBound, upperBound } from '../stats/search.js';
import { DAY, SECOND } from '../time/units.js';
import type { TestResult } from './partial-conjunction-test.js';
import type { Candidate } from './side-meter.js';

/** Significance level: by chance at most one set in twenty has a member that is first this often. */
const SURPRISING = 0.05;
/**
 * Coarsest time resolution at which two posts with the same time cannot be copies of each other: seeing a post and
 * copying it takes longer than a second, but a minute is enough.
 */
const SHORTER_THAN_COPYING = SECOND;
/**
 * Half-width of the interval around a creation date in which others count as created together: the widest of the narrow
 * windows of `ConcentrationMeter`.
 */
const MADE_WITHIN = 45 * DAY;
/** Significance level: by chance at most one date in a hundred has as many followers' dates around it. */
const CROWDED = 0.01;

/**
 * Finds the accounts whose similarity to the members could be entirely the work of others. An attacker can make an
 * innocent account look coordinated by having its posts copied soon after they appear; but nobody can make another
 * account follow. So an account is not named if
 *
 * - it was first, before all members that did the same, on every occasion: a leader and a victim then look the same;
 * - or it was first more often than members are by chance, or the dump's times are too coarse to know whether it
 *   followed; unless it was created together with members that certainly followed.
 *
 * @param accounts the accounts that may be named
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
    // Without the creation family, dates must not be used.
    if (Number.isNaN(p.creation[a] ?? outOfRange())) return true;
    isMadeWith ??= madeWith(m, accounts.filter(isFollower), members);
    return !isMadeWith(a);
  };
}

/** Whether more of these accounts were created around the same time as the account than non-members explain. */
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
    // Pseudo-counts of one date inside and one outside: with few others, little is known about the spread of their
    // dates.
    const share = (around(others) + 1) / (others.length + 2);
    return binomialTail(around(theirs), theirs.length, share) <= CROWDED;
  };
}
