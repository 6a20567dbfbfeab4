import type { Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { DAY } from '../time/units.js';
import type { GroupMeter } from './group-meter.js';

/** A year: also the period with which creation dates are compared (`ConcentrationMeter`). */
const YEAR = 365 * DAY;

/**
 * Those of these accounts that were made together before the conversation began. Accounts that were made later say
 * nothing: a star who joins draws fans who join, and a prize draws people who open an account for it.
 */
export function madeTogetherBefore(m: Dataset, meter: GroupMeter, accounts: readonly number[]): readonly number[] {
  return madeBetween(m, meter, accounts, Number.NEGATIVE_INFINITY);
}

/**
 * Those that were made together in the year before the conversation, as if for it. A publisher makes its accounts in one
 * go, too, but uses them for years.
 */
export function madeForConversation(
  m: Dataset,
  meter: GroupMeter,
  accounts: readonly number[],
  isEnough?: (datesApart: number) => boolean,
): readonly number[] {
  return madeBetween(m, meter, accounts, (m.posts.time[0] ?? outOfRange()) - YEAR, isEnough);
}

function madeBetween(
  m: Dataset,
  meter: GroupMeter,
  accounts: readonly number[],
  from: number,
  isEnough?: (datesApart: number) => boolean,
): readonly number[] {
  const begun = m.posts.time[0] ?? outOfRange();
  return meter.madeTogether(accounts, isEnough).filter((a) => {
    const created = m.accounts.created[a] ?? outOfRange();
    return from <= created && created <= begun;
  });
}
