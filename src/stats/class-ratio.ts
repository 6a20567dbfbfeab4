import { clamp } from './logistic.js';

/**
 * Log-likelihood ratio of each element's class: how much more often the class occurs by weight `member` than by weight
 * 1 − `member`, the element itself left out of both, both drawn by `prior` more elements towards the share of the class
 * among all. Classes below 0 mean "not measured" and give 0.
 */
export function classRatio(classes: Int32Array, member: Float64Array, prior: number, bound: number): Float64Array {
  const inside = new Map<number, number>();
  const outside = new Map<number, number>();
  let insiders = 0;
  let outsiders = 0;
  for (const [i, key] of classes.entries()) {
    if (key < 0) continue;
    const weight = member[i] ?? 0;
    inside.set(key, (inside.get(key) ?? 0) + weight);
    outside.set(key, (outside.get(key) ?? 0) + 1 - weight);
    insiders += weight;
    outsiders += 1 - weight;
  }
  return Float64Array.from(classes, (key, i) => {
    if (key < 0) return 0;
    const weight = member[i] ?? 0;
    const base = ((inside.get(key) ?? 0) + (outside.get(key) ?? 0)) / (insiders + outsiders);
    const among = ((inside.get(key) ?? 0) - weight + prior * base) / (insiders - weight + prior);
    const beside = ((outside.get(key) ?? 0) - (1 - weight) + prior * base) / (outsiders - (1 - weight) + prior);
    return clamp(Math.log(among / beside), -bound, bound);
  });
}
