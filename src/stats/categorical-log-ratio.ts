import { addAt, outOfRange } from './array-access.js';
import { clamp } from './logistic.js';

/**
 * Log-likelihood ratio of each element's class, clipped to ±`bound`: ln of the share of the class by weight `member`
 * over its share by weight 1 − `member`. The element itself is left out of both, and both are shrunk by `prior`
 * pseudo-elements towards the share of the class among all. Classes are small integers; those below 0 mean "not
 * measured" and give 0.
 */
export function categoricalLogRatio(
  classes: Int8Array,
  member: Float64Array,
  prior: number,
  bound: number,
  into: Float64Array = new Float64Array(classes.length),
): Float64Array {
  let highest = 0;
  for (let i = 0; i < classes.length; i++) highest = Math.max(highest, classes[i] ?? outOfRange());
  const inside = new Float64Array(highest + 1);
  const outside = new Float64Array(highest + 1);
  let insiders = 0;
  let outsiders = 0;
  for (let i = 0; i < classes.length; i++) {
    const key = classes[i] ?? outOfRange();
    if (key < 0) continue;
    const weight = member[i] ?? outOfRange();
    addAt(inside, key, weight);
    outside[key] = (outside[key] ?? outOfRange()) + 1 - weight;
    insiders += weight;
    outsiders += 1 - weight;
  }
  const usual = inside.map(
    (within, key) => prior * ((within + (outside[key] ?? outOfRange())) / (insiders + outsiders)),
  );
  for (let i = 0; i < classes.length; i++) {
    const key = classes[i] ?? outOfRange();
    if (key < 0) {
      into[i] = 0;
      continue;
    }
    const weight = member[i] ?? outOfRange();
    const among = ((inside[key] ?? outOfRange()) - weight + (usual[key] ?? outOfRange())) / (insiders - weight + prior);
    const beside =
      ((outside[key] ?? outOfRange()) - (1 - weight) + (usual[key] ?? outOfRange())) /
      (outsiders - (1 - weight) + prior);
    into[i] = clamp(Math.log(among / beside), -bound, bound);
  }
  return into;
}
