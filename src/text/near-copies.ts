/** Groups texts that are the same but for a word or two, in time that grows as their number. */

import { LeaderIndex, MOST_LEADERS } from './leader-index.js';
import { Rarity, type Sets } from './rarity.js';
import { Sketches } from './sketches.js';

/**
 * Two texts count as copies when they share at least half of their word pairs (Jaccard). One word changed in a text of
 * ten words, and one added at its end, leaves 0.58; a word dropped, 0.7. Two sentences of one's own share next to none.
 */
const SIMILAR = 0.5;

/**
 * For each text (as `writeWordPairs` gives it) the index of its leader: of the texts before it that are nobody's copies,
 * the one that it is most nearly a copy of; its own where there is none. Two sets that share half of their members share
 * one of the rarer half of each (prefix filter: Chaudhuri, Ganti & Kaushik 2006; Bayardo, Ma & Srikant 2007), so that
 * only texts that have a rare pair of words in common are compared.
 *
 * @param order the texts, first to last
 */
export function leadersOf(texts: Sets, order: Iterable<number>): Uint32Array {
  const rarity = new Rarity(texts);
  const index = new LeaderIndex();
  const leaders = new Uint32Array(texts.count);
  for (let i = 0; i < leaders.length; i++) leaders[i] = i;
  /** For each leader one more than the last text that was compared with it. */
  const compared = new Uint32Array(texts.count);
  const sketches = new Sketches(texts);
  const candidates = new Uint32Array(MOST_LEADERS);
  for (const i of order) {
    const set = texts.chunkOf(i);
    const from = texts.fromOf(i);
    const to = texts.toOf(i);
    if (from === to) continue;
    const prefix = rarity.rareOf(set, from, to, prefixLength(to - from));
    sketches.draw(i);
    // The most similar one, the first of two.
    let leader = i;
    let most = 0;
    for (let k = 0; k < rarity.found; k++) {
      const count = index.find(prefix[k] ?? 0, candidates);
      for (let c = 0; c < count; c++) {
        const candidate = candidates[c] ?? 0;
        if (compared[candidate] === i + 1) continue;
        compared[candidate] = i + 1;
        const fromOther = texts.fromOf(candidate);
        const toOther = texts.toOf(candidate);
        const all = to - from + toOther - fromOther;
        if (sketches.apart(i, candidate) > all - 2 * leastShared(all)) continue;
        const similarity = similarityOf(set, from, to, texts.chunkOf(candidate), fromOther, toOther);
        if (similarity > most) {
          leader = candidate;
          most = similarity;
        }
      }
    }
    if (leader === i) for (let k = 0; k < rarity.found; k++) index.add(prefix[k] ?? 0, i);
    else leaders[i] = leader;
  }
  return leaders;
}

/** Of a set's members in any one order, so many at the front that one of them is among as many of every similar set. */
function prefixLength(size: number): number {
  return size - Math.ceil(SIMILAR * size) + 1;
}

/** How many members two similar sets share at least, which have so many together: s / (all − s) ≥ `SIMILAR`. */
function leastShared(all: number): number {
  return Math.ceil((all * SIMILAR) / (1 + SIMILAR));
}

/** Shared members over all members of two ascending sets; 0 where they are below `SIMILAR`, as soon as that is sure. */
function similarityOf(a: Uint32Array, fromA: number, toA: number, b: Uint32Array, fromB: number, toB: number): number {
  const all = toA - fromA + (toB - fromB);
  const needed = leastShared(all);
  let spare = all - 2 * needed;
  let shared = 0;
  let i = fromA;
  let j = fromB;
  while (i < toA && j < toB) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) {
      shared++;
      i++;
      j++;
    } else {
      if (--spare < 0) return 0;
      if (left < right) i++;
      else j++;
    }
  }
  return shared >= needed ? shared / (all - shared) : 0;
}
