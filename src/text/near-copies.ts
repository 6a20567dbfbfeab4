/** Groups texts that are the same but for a word or two, in time that grows as their number. */

/**
 * Two texts count as copies when they share at least half of their word pairs (Jaccard). One word changed in a text of
 * ten words, and one added at its end, leaves 0.58; a word dropped, 0.7. Two sentences of one's own share next to none.
 */
const SIMILAR = 0.5;

/**
 * 32 minima in 16 bands of 2 find a pair of similarity s with probability 1 − (1 − s²)¹⁶: 0.99 at 0.5, 0.9 at 0.37,
 * and still spare most pairs below 0.1 (Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, section 3.4).
 */
const BANDS = 16;
const ROWS = 2;

/** Leaders kept in one bucket: with more, a bucket is so common that it tells nothing, and the work would grow with its square. */
const BUCKET = 16;

/**
 * For each text (its words in order) the index of its leader: the first text, in the order given, that it is nearly a
 * copy of; its own where there is none. Texts that the caller wants to be independent of the order of rows are sorted.
 */
export function leadersOf(texts: readonly (readonly string[])[]): Uint32Array {
  const vocabulary = new Map<string, number>();
  const buckets = new Map<number, number[]>();
  const pairsOf: Uint32Array[] = [];
  return Uint32Array.from(texts, (words, i) => {
    const pairs = wordPairs(words, vocabulary);
    pairsOf.push(pairs);
    if (pairs.length === 0) return i;
    const keys = bandKeys(pairs);
    const leader = closest(pairs, keys, buckets, pairsOf);
    if (leader !== undefined) return leader;
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [i]);
      else if (bucket.length < BUCKET) bucket.push(i);
    }
    return i;
  });
}

/** The most similar leader that shares a bucket, the earlier of two; undefined where none is similar enough. */
function closest(pairs: Uint32Array, keys: readonly number[], buckets: ReadonlyMap<number, readonly number[]>, pairsOf: readonly Uint32Array[]): number | undefined {
  const candidates = new Set(keys.flatMap((key) => buckets.get(key) ?? []));
  let best: number | undefined;
  let most = SIMILAR;
  for (const candidate of candidates) {
    const similarity = jaccard(pairs, pairsOf[candidate] ?? new Uint32Array());
    if (similarity > most || (similarity === most && (best === undefined || candidate < best))) {
      best = candidate;
      most = similarity;
    }
  }
  return best;
}

/** Hashes of the pairs of neighbouring words, ascending, each once. */
function wordPairs(words: readonly string[], vocabulary: Map<string, number>): Uint32Array {
  const numbers = words.map((word) => {
    const known = vocabulary.get(word);
    if (known !== undefined) return known;
    vocabulary.set(word, vocabulary.size);
    return vocabulary.size - 1;
  });
  const pairs = new Set<number>();
  for (let i = 0; i + 1 < numbers.length; i++) pairs.add(mix(mix(numbers[i] ?? 0, 0x9e37_79b9), numbers[i + 1] ?? 0));
  return Uint32Array.from(pairs).sort();
}

function bandKeys(pairs: Uint32Array): number[] {
  const keys: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    let key = band;
    for (let row = 0; row < ROWS; row++) {
      let least = 0xffff_ffff;
      const seed = band * ROWS + row + 1;
      for (const pair of pairs) least = Math.min(least, mix(pair, seed));
      key = mix(key, least);
    }
    keys.push(key);
  }
  return keys;
}

/** A 32-bit hash of two numbers (the finaliser of MurmurHash3). */
function mix(a: number, b: number): number {
  let h = a ^ Math.imul(b, 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Shared elements over all elements of two ascending sets, 0 to 1. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared / (a.length + b.length - shared);
}
