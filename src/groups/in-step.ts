import type { Dataset, Items } from '../dataset/dataset.js';
import { postsByItem } from '../dataset/item-posts.js';
import { outOfRange } from '../stats/array-access.js';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.js';
import { poissonTail } from '../stats/poisson-tail.js';
import { lowerBound } from '../stats/search.js';

/**
 * False discovery rate of the accounts that are not named: in a group that keeps one pace, one time in five somebody is
 * left out by chance. It is high because in doubt nobody is named.
 */
const OUT_OF_STEP = 0.2;

/**
 * The accounts of a group that share its items less closely in time than its core does. People who found a text copy it at
 * any time; a push posts in waves. For each of an account's posts with a shared item, its gap is the time to the
 * nearest such post of another account of the core. If the account keeps the core's pace, the share S of the core's own
 * gaps that are as long is uniform or larger, and −2 Σ ln S over k posts has a χ² distribution with 2k degrees of freedom
 * (Fisher's method). In a core without waves every gap is usual, and nobody is found.
 *
 * @param core accounts of the group that surely belong together, which are not tested; if there are none, the whole
 *   group is its own core, and everybody is tested
 */
export function accountsOutOfStep(
  m: Dataset,
  items: readonly Items[],
  accounts: readonly number[],
  core: readonly number[],
): ReadonlySet<number> {
  const paceSetters = new Set(core.length > 0 ? core : accounts);
  const tested = core.length > 0 ? accounts.filter((a) => !paceSetters.has(a)) : accounts;
  if (tested.length === 0) return new Set();
  const gaps = gapsToCore(m, mostShared(m, items, accounts), paceSetters);
  const ofCore = Float64Array.from([...paceSetters].flatMap((a) => gaps.get(a) ?? [])).sort();
  const share = (gap: number): number => (ofCore.length - lowerBound(ofCore, gap) + 1) / (ofCore.length + 1);
  const p = Float64Array.from(tested, (a) => fisherPValue((gaps.get(a) ?? []).map(share)));
  const q = benjaminiHochberg(p);
  return new Set(tested.filter((_, k) => (q[k] ?? outOfRange()) <= OUT_OF_STEP));
}

/** Fisher's combined p-value; 1 if there are none. P(χ²(2k) ≥ 2x) = P(Poisson(x) < k). */
export function fisherPValue(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total - Math.log(value), 0);
  return values.length === 0 ? 1 : 1 - poissonTail(values.length, sum);
}

/** The posts of these accounts with an item that two of them share, of the kind of which there are most; ascending. */
function mostShared(m: Dataset, items: readonly Items[], accounts: readonly number[]): readonly number[] {
  const byKind = items.map((kind) => {
    const shared = [...postsByItem(m, kind, accounts).values()].filter(([first = outOfRange(), ...others]) =>
      others.some((p) => m.posts.account[p] !== m.posts.account[first]),
    );
    return [...new Set(shared.flat())];
  });
  const most = byKind.reduce((best, posts) => (posts.length > best.length ? posts : best), []);
  return most.sort((x, y) => x - y);
}

/**
 * For each account the times, in ms, from its posts to the nearest post of another account of the core.
 * @param posts in order of time
 */
function gapsToCore(
  { posts: { account, time } }: Dataset,
  posts: readonly number[],
  core: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const nearest = new Float64Array(posts.length).fill(Number.POSITIVE_INFINITY);
  const places = [...posts.keys()];
  for (const order of [places, places.toReversed()]) {
    // The last post of the core so far, and the last one of another account than that.
    let [last, lastOther] = [-1, -1];
    for (const k of order) {
      const p = posts[k] ?? outOfRange();
      const a = account[p] ?? outOfRange();
      const q = last >= 0 && account[last] === a ? lastOther : last;
      if (q >= 0)
        nearest[k] = Math.min(
          nearest[k] ?? outOfRange(),
          Math.abs((time[p] ?? outOfRange()) - (time[q] ?? outOfRange())),
        );
      if (!core.has(a)) continue;
      if (last >= 0 && account[last] !== a) lastOther = last;
      last = p;
    }
  }
  const found = new Map<number, number[]>();
  for (const [k, p] of posts.entries()) {
    const gap = nearest[k] ?? outOfRange();
    if (gap === Number.POSITIVE_INFINITY) continue;
    const a = account[p] ?? outOfRange();
    const known = found.get(a);
    if (known) known.push(gap);
    else found.set(a, [gap]);
  }
  return found;
}
