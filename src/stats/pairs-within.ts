import { outOfRange } from './array-access.js';

/** Number of pairs among ascending times that are at most `span` milliseconds apart. */
export function pairsWithin(times: readonly number[], span: number): number {
  let [pairs, first] = [0, 0];
  for (const [k, time] of times.entries()) {
    while (time - (times[first] ?? outOfRange()) > span) first++;
    pairs += k - first;
  }
  return pairs;
}
