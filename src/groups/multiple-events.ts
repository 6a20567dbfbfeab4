import { EDGE_KINDS, type Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';

/**
 * Acting together once is what outlets of one publisher do when they print one headline. Tools in the field ask for at
 * least two occasions (the QUT toolkit's and CooRTweet's rule), and so does this one.
 */
const MIN_EVENTS = 2;

/**
 * Of the accounts in `suspected`, those that belong to a set that acted together on several occasions: joined, directly
 * or through others, by texts, retweeted posts or links of which there are at least `MIN_EVENTS`. An account that
 * shares nothing with any other is among them as soon as there is such a set: its other evidence is likeness to it.
 */
export function connectedByMultipleEvents(m: Dataset, suspected: readonly number[]): ReadonlySet<number> {
  /** Whom each is joined to, directly or through others; −1 where it is not suspected. */
  const root = new Int32Array(m.accounts.count).fill(-1);
  for (const a of suspected) root[a] = a;
  const find = (a: number): number => {
    let at = a;
    for (let up = root[at] ?? outOfRange(); up !== at; up = root[at] ?? outOfRange()) {
      root[at] = root[up] ?? outOfRange();
      at = up;
    }
    return at;
  };
  const shared: number[] = [];
  for (const kind of EDGE_KINDS) {
    const { count, accountsOf } = m.items[kind];
    for (let i = 0; i < count; i++) {
      let first = -1;
      let several = false;
      for (const a of accountsOf.row(i)) {
        if (root[a] === -1) continue;
        if (first === -1) first = a;
        else {
          root[find(a)] = find(first);
          several = true;
        }
      }
      if (several) shared.push(first);
    }
  }
  const occasions = new Map<number, number>();
  for (const a of shared) occasions.set(find(a), (occasions.get(find(a)) ?? 0) + 1);
  const pushed = [...occasions.values()].some((count) => count >= MIN_EVENTS);
  return new Set(suspected.filter((a) => (occasions.get(find(a)) ?? (pushed ? MIN_EVENTS : 0)) >= MIN_EVENTS));
}
