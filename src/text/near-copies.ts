/** Groups texts that are the same but for a word or two, in time that grows as their number. */

/**
 * Two texts count as copies when they share at least half of their word pairs (Jaccard). One word changed in a text of
 * ten words, and one added at its end, leaves 0.58; a word dropped, 0.7. Two sentences of one's own share next to none.
 */
const SIMILAR = 0.5;

/** Leaders kept for one pair of words: with more, a pair is so common that it tells nothing, and the work would grow with its square. */
const MOST_LEADERS = 16;

const BETWEEN_WORDS = 0x20;
/** Words are hashed by FNV-1a over UTF-16 units, 32 bits: this is the hash of none. */
const NO_WORD = 0x811c_9dc5;

/** A post of more words is compared by its first ones: a long letter's first thousand words are its own. */
const MOST_WORDS = 1000;

/** Slots in which pairs of words are counted, per pair: with four, seven in eight have theirs to themselves. At most 64 MiB. */
const SLOTS_PER_PAIR = 4;
const MOST_SLOTS = 2 ** 26;

/** Room that the pairs of one text take at most. */
export const MOST_PAIRS = MOST_WORDS - 1;

/** Sets that are sorted by insertion: for so few the sort of typed arrays takes longer to be called than to run. */
const FEW = 48;

/**
 * Writes hashes of the pairs of neighbouring words into `pairs` from place `from` on, ascending, each once; returns the
 * place behind the last. At most `MOST_PAIRS`.
 *
 * @param units the words' UTF-16 units, with a space between each two, `length` of them
 */
export function writeWordPairs(units: Uint16Array, length: number, pairs: Uint32Array, from: number): number {
  let end = from;
  let before = 0;
  let word = NO_WORD;
  for (let at = 0, words = 0; at <= length && words < MOST_WORDS; at++) {
    const unit = at < length ? (units[at] ?? 0) : BETWEEN_WORDS;
    if (unit !== BETWEEN_WORDS) word = Math.imul(word ^ unit, 0x0100_0193);
    else {
      if (words++ > 0) pairs[end++] = mix(before, word);
      before = word;
      word = NO_WORD;
    }
  }
  sort(pairs, from, end);
  let last = from;
  for (let k = from + 1; k < end; k++) if (pairs[k] !== pairs[last]) pairs[++last] = pairs[k] ?? 0;
  return Math.min(end, last + 1);
}

function sort(values: Uint32Array, from: number, to: number): void {
  if (to - from > FEW) {
    values.subarray(from, to).sort();
    return;
  }
  for (let k = from + 1; k < to; k++) {
    const value = values[k] ?? 0;
    let at = k;
    for (; at > from && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0;
    values[at] = value;
  }
}

/** Sets of numbers, each ascending. */
export interface Sets {
  readonly count: number;
  at(i: number): Uint32Array;
}

/**
 * For each text (as `wordPairs` gives it) the index of its leader: of the texts before it that are nobody's copies, the
 * one that it is most nearly a copy of; its own where there is none. Two sets that share half of their members share one
 * of the rarer half of each (prefix filter: Chaudhuri, Ganti & Kaushik 2006; Bayardo, Ma & Srikant 2007), so that only
 * texts that have a rare pair of words in common are compared.
 *
 * @param order the texts, first to last
 */
export function leadersOf(texts: Sets, order: Iterable<number>): Uint32Array {
  const rarity = new Rarity(texts);
  const index = new LeaderIndex();
  const leaders = Uint32Array.from({ length: texts.count }, (_, i) => i);
  for (const i of order) {
    const pairs = texts.at(i);
    if (pairs.length === 0) continue;
    const prefix = rarity.prefixOf(pairs);
    const leader = closest(i, pairs, index.candidates(prefix), texts);
    if (leader === undefined) index.add(i, prefix);
    else leaders[i] = leader;
  }
  return leaders;
}

/** The most similar candidate, the first of two; undefined where none is similar enough. */
function closest(i: number, pairs: Uint32Array, candidates: Iterable<number>, texts: Sets): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const candidate of candidates) {
    if (candidate === i) continue;
    const similarity = jaccard(pairs, texts.at(candidate));
    if (similarity >= SIMILAR && similarity > most) {
      best = candidate;
      most = similarity;
    }
  }
  return best;
}

/** In how many texts each pair of words is, as nearly as `SLOTS_PER_PAIR` tells: a pair counts as more common than it is at the most. */
class Rarity {
  readonly #counts: Uint8Array;
  readonly #shift: number;
  readonly #keys: { pair: number; count: number }[] = [];

  constructor(texts: Sets) {
    let pairs = 0;
    for (let i = 0; i < texts.count; i++) pairs += texts.at(i).length;
    const slots = 2 ** Math.ceil(Math.log2(Math.min(MOST_SLOTS, Math.max(1024, SLOTS_PER_PAIR * pairs))));
    this.#counts = new Uint8Array(slots);
    this.#shift = 32 - Math.log2(slots);
    for (let i = 0; i < texts.count; i++) {
      for (const pair of texts.at(i)) {
        const slot = pair >>> this.#shift;
        const count = this.#counts[slot] ?? 0;
        if (count < 255) this.#counts[slot] = count + 1;
      }
    }
  }

  /** Of the rarer half of a set, and one more, those pairs that another text has too. */
  prefixOf(pairs: Uint32Array): number[] {
    const keys = this.#keys;
    for (let k = keys.length; k < pairs.length; k++) keys.push({ pair: 0, count: 0 });
    const ranked = keys.slice(0, pairs.length);
    for (const [k, key] of ranked.entries()) {
      key.pair = pairs[k] ?? 0;
      key.count = this.#counts[key.pair >>> this.#shift] ?? 0;
    }
    ranked.sort((a, b) => a.count - b.count || a.pair - b.pair);
    const length = pairs.length - Math.ceil(SIMILAR * pairs.length) + 1;
    const prefix: number[] = [];
    for (let k = 0; k < length; k++) {
      const key = ranked[k];
      if (key && key.count > 1) prefix.push(key.pair);
    }
    return prefix;
  }
}

/** The first few leaders that have each pair of words among their rarer half. */
class LeaderIndex {
  readonly #leaders = new Map<number, number | number[]>();

  *candidates(prefix: readonly number[]): Generator<number> {
    const seen = new Set<number>();
    for (const pair of prefix) {
      const found = this.#leaders.get(pair);
      for (const leader of typeof found === 'number' ? [found] : (found ?? [])) seen.add(leader);
    }
    yield* seen;
  }

  add(leader: number, prefix: readonly number[]): void {
    for (const pair of prefix) {
      const found = this.#leaders.get(pair);
      if (found === undefined) this.#leaders.set(pair, leader);
      else if (typeof found === 'number') this.#leaders.set(pair, [found, leader]);
      else if (found.length < MOST_LEADERS) found.push(leader);
    }
  }
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
