/** Groups texts that are the same but for a word or two, in time that grows as their number. */

import { outOfRange } from '../stats/array-access.js';
import { BitSketches } from './bit-sketches.js';
import { prefixLength, jaccardAtLeast } from './jaccard.js';
import { rankMembers, type RaggedSets } from './pair-ranks.js';
import { ShingleIndex, MAX_POSTINGS } from './shingle-index.js';

/**
 * Texts with which one is compared at most, those that share its rarest pair first. Texts can be made so that each has
 * rare pairs in common with thousands: comparing a text of 1,000 words with each of them takes 60 times as long as
 * reading it.
 */
const MOST_COMPARED = 64;

/**
 * For each text (as `hashWordBigrams` gives it) the index of its leader: of the texts before it that are nobody's
 * copies, the one that it is most nearly a copy of; its own where there is none. Two sets that share half of their
 * members share one of the rarer half of each (prefix filter: Chaudhuri, Ganti & Kaushik 2006; Bayardo, Ma & Srikant
 * 2007), so that only texts that have a rare pair of words in common are compared.
 *
 * @param texts used up: their pairs are replaced by ranks
 * @param order the texts, first to last
 */
export function nearDuplicateClusters(texts: RaggedSets, order: Iterable<number>): Uint32Array {
  const leaders = new Uint32Array(texts.count);
  for (let i = 0; i < leaders.length; i++) leaders[i] = i;
  /** For each leader one more than the last text that was compared with it. */
  const compared = new Uint32Array(texts.count);
  const sketches = new BitSketches(texts);
  const { count, single } = rankMembers(texts);
  const index = new ShingleIndex(count, sketches);
  const candidates = new Uint32Array(MAX_POSTINGS);
  for (const i of order) {
    const set = texts.chunkOf(i);
    const from = texts.fromOf(i);
    const to = texts.toOf(i);
    if (from === to) continue;
    const end = from + prefixLength(to - from);
    // What is in no other text leads to none.
    let start = from;
    while (start < end && (set[start] ?? outOfRange()) < single) start++;
    // The most similar one, the first of two.
    let leader = i;
    let most = 0;
    let left = MOST_COMPARED;
    for (let k = start; k < end && left > 0; k++) {
      const found = index.find(set[k] ?? outOfRange(), i, candidates);
      for (let c = 0; c < found && left > 0; c++) {
        const candidate = candidates[c] ?? outOfRange();
        if (compared[candidate] === i + 1) continue;
        compared[candidate] = i + 1;
        left--;
        const similarity = jaccardAtLeast(
          set,
          from,
          to,
          texts.chunkOf(candidate),
          texts.fromOf(candidate),
          texts.toOf(candidate),
        );
        if (similarity > most) {
          leader = candidate;
          most = similarity;
        }
      }
    }
    if (leader === i) for (let k = start; k < end; k++) index.add(set[k] ?? outOfRange(), i);
    else leaders[i] = leader;
  }
  return leaders;
}
