import { TIES, type Measurements, rowOf } from '../measure/measurements.js';

/**
 * Acting together once is what outlets of one publisher do when they print one headline. Tools in the field ask for at
 * least two occasions (the QUT toolkit's and CooRTweet's rule), and so does this one.
 */
const LEAST_OCCASIONS = 2;

/**
 * Of the accounts in `suspected`, those that belong to a set that acted together on several occasions: joined, directly
 * or through others, by texts, retweeted posts or links of which there are at least `LEAST_OCCASIONS`. An account that
 * shares nothing with any other is among them as soon as there is such a set: its other evidence is likeness to it.
 */
export function actedRepeatedly(m: Measurements, suspected: readonly number[]): ReadonlySet<number> {
  const root = new Map(suspected.map((a) => [a, a]));
  const find = (a: number): number => {
    let at = a;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up;
    root.set(a, at);
    return at;
  };
  const shared: number[] = [];
  for (const kind of TIES) {
    const items = m.items[kind];
    for (let i = 0; i < items.count; i++) {
      const members = [...rowOf(items.accountsOf, i)].filter((a) => root.has(a));
      const [first] = members;
      if (first === undefined || members.length < 2) continue;
      for (const a of members) root.set(find(a), find(first));
      shared.push(first);
    }
  }
  const occasions = new Map<number, number>();
  for (const a of shared) occasions.set(find(a), (occasions.get(find(a)) ?? 0) + 1);
  const pushed = [...occasions.values()].some((count) => count >= LEAST_OCCASIONS);
  return new Set(suspected.filter((a) => (occasions.get(find(a)) ?? (pushed ? LEAST_OCCASIONS : 0)) >= LEAST_OCCASIONS));
}
