/** Groups near-duplicate texts (identical except for a word or two), in time proportional to their number. */

import { outOfRange } from '../stats/array-access.js';
import { BitSketches } from './bit-sketches.js';
import { prefixLength, jaccardAtLeast } from './jaccard.js';
import { rankMembers, type RaggedSets } from './pair-ranks.js';
import { ShingleIndex, MAX_POSTINGS } from './shingle-index.js';

/**
 * Maximum number of texts compared with one, those that share its rarest pair first. An attacker can make texts in
 * which each shares rare pairs with thousands: comparing a text of 1,000 words with all of them takes 60 times as
 * long as reading it.
 */
const MOST_COMPARED = 64;

/**
 * For each text (in the form of `hashWordBigrams`), the index of its leader: among the earlier texts that are not
 * near-duplicates of others, the most similar one; its own index if there is none. Two sets that share half of their
 * members share one in the rarer half of each (prefix filter: Chaudhuri, Ganti & Kaushik 2006; Bayardo, Ma & Srikant
 * 2007), so only texts that share a rare word pair are compared.
 *
 * @param texts modified: their pairs are replaced by ranks
 * @param order the texts, first to last
 */
export function nearDuplicateClusters(texts: RaggedSets, order: Iterable<number>): Uint32Array {
  const leaders = new Uint32Array(texts.count);
  for (let i = 0; i < leaders.length; i++) leaders[i] = i;
  /** For each leader, the last text that was compared with it, plus 1. */
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
    // Pairs that are in no other text find no candidates.
    let start = from;
    while (start < end && (set[start] ?? outOfRange()) < single) start++;
    // The most similar leader; the first one if two are equal.
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
