import type { AccountPostColumns } from '../dataset/dataset.js';
import type { TrafficDetails, YoungAccounts } from '../documents/result.js';
import type { Verdict } from '../documents/verdict.js';
import { addAt, outOfRange } from '../stats/array-access.js';
import { DAY } from '../time/units.js';

const AGES = [7, 30, 90] as const;

/**
 * Percentage of posts by accounts that were younger than 7, 30 and 90 days at that time, for all posts and for both
 * sides: an event also brings new ordinary users, so only the difference between the sides is informative. An estimated
 * creation date counts by the middle of its interval; a date more than a day after the post is contradictory and is
 * ignored.
 */
export function youngAccounts(
  { accounts, posts }: AccountPostColumns,
  verdicts: readonly Verdict[],
): TrafficDetails['young'] {
  const counted = { all: new Counted(), coordinated: new Counted(), organic: new Counted() };
  for (let p = 0; p < posts.count; p++) {
    const a = posts.account[p] ?? outOfRange();
    const days = ((posts.time[p] ?? outOfRange()) - (accounts.created[a] ?? outOfRange())) / DAY;
    if (Number.isNaN(days) || days < -1) continue;
    counted.all.add(days);
    const verdict = verdicts[a];
    if (verdict === 'coordinated' || verdict === 'organic') counted[verdict].add(days);
  }
  return {
    all: counted.all.percentages(),
    coordinated: counted.coordinated.percentages(),
    organic: counted.organic.percentages(),
  };
}

class Counted {
  #dated = 0;
  readonly #younger = new Float64Array(AGES.length);

  add(days: number): void {
    this.#dated++;
    for (const [i, age] of AGES.entries()) if (days < age) addAt(this.#younger, i, 1);
  }

  percentages(): YoungAccounts {
    const percent = (i: number): number | null =>
      this.#dated === 0 ? null : Math.round((10_000 * (this.#younger[i] ?? outOfRange())) / this.#dated) / 100;
    return {
      datedPosts: this.#dated,
      under7DaysPercent: percent(0),
      under30DaysPercent: percent(1),
      under90DaysPercent: percent(2),
    };
  }
}
