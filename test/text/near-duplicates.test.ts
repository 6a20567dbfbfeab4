import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearDuplicateClusters as leadersOfPairs } from '../../src/text/near-duplicates.js';
import { MAX_SHINGLES, hashWordBigrams } from '../../src/text/word-bigrams.js';
import { setsOf } from './sets.js';

const room = new Uint32Array(MAX_SHINGLES + 7);

function wordPairs(words: readonly string[]): Uint32Array {
  const text = words.join(' ');
  const units = new Uint16Array(text.length);
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
  return room.slice(7, hashWordBigrams(units, units.length, room, 7));
}

function leadersOf(texts: readonly (readonly string[])[]): Uint32Array {
  const pairs = texts.map(wordPairs);
  return leadersOfPairs(setsOf(pairs), pairs.keys());
}

/** A text of ten words that no other has. */
const textOf = (n: number): string[] => Array.from({ length: 10 }, (_, i) => `w${n}x${i}`);
const TEXTS = Array.from({ length: 500 }, (_, n) => textOf(n));

const changed = (words: readonly string[], at: number): string[] =>
  words.map((word, i) => (i === at ? `${word}!` : word));
const dropped = (words: readonly string[], at: number): string[] => words.filter((_, i) => i !== at);

const pairsIn = (words: readonly string[]): Set<string> =>
  new Set(words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`));

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((each) => b.has(each)).length;
  return shared / (a.size + b.size - shared);
}

describe('writeWordPairs', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');

  it('writes as many numbers as there are different pairs, ascending, and the same for the same pairs', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), fc.array(word, { maxLength: 5 }), (words, others) => {
        const [pairs, of, and] = [wordPairs(words), pairsIn(words), pairsIn(others)];
        expect(pairs).toHaveLength(of.size);
        expect([...pairs]).toEqual([...new Set(pairs)].sort((a, b) => a - b));
        expect([...wordPairs(others)].filter((pair) => pairs.includes(pair))).toHaveLength(
          [...and].filter((pair) => of.has(pair)).length,
        );
      }),
    );
  });

  it('looks at no more than the first thousand words', () => {
    const words = Array.from({ length: 1200 }, (_, i) => `w${i}`);
    expect(wordPairs(words)).toHaveLength(MAX_SHINGLES);
    expect(wordPairs(words)).toEqual(wordPairs(words.slice(0, 1000)));
  });
});

describe('leadersOf', () => {
  it.each([
    ['changed', (words: readonly string[], at: number) => changed(words, at)],
    ['dropped', (words: readonly string[], at: number) => dropped(words, at)],
    ['added at the end', (words: readonly string[], at: number) => [...words, `suffix${at}`]],
    [
      'changed, and another added at the end',
      (words: readonly string[], at: number) => [...changed(words, at), 'suffix'],
    ],
    ['changed in no way', (words: readonly string[]) => [...words]],
  ])('joins a copy with one word %s to its leader', (_, alter) => {
    const leaders = leadersOf([...TEXTS, ...TEXTS.map((words, n) => alter(words, n % 10))]);
    const joined = TEXTS.filter((__, n) => leaders[TEXTS.length + n] === n).length;
    expect(joined).toBe(TEXTS.length);
    expect(leaders.slice(0, TEXTS.length)).toEqual(Uint32Array.from(TEXTS, (__, n) => n));
  });

  it('never joins texts that share no words, or only a few', () => {
    const phrase = ['россия', 'своих', 'не', 'бросает'];
    for (const texts of [
      TEXTS,
      TEXTS.map((words) => [...phrase, ...words]),
      TEXTS.map((words) => words.toReversed()),
    ]) {
      expect([...leadersOf(texts)]).toEqual(texts.map((_, i) => i));
    }
  });

  it('does not take the same words in another order for a copy', () => {
    expect([...leadersOf([textOf(1), textOf(1).toReversed()])]).toEqual([0, 1]);
  });

  it('leaves texts of one word or none alone', () => {
    expect([...leadersOf([[], ['a'], [], ['a']])]).toEqual([0, 1, 2, 3]);
  });

  it('names as leader a text that is its own, at or before each, and always the same', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 40 }), (texts) => {
        const leaders = leadersOf(texts);
        expect(leaders).toHaveLength(texts.length);
        for (const [i, leader] of leaders.entries()) {
          expect(leader).toBeLessThanOrEqual(i);
          expect(leaders[leader]).toBe(leader);
        }
        expect(leadersOf(texts)).toEqual(leaders);
      }),
    );
  });

  it('finds for each text the most similar of the leaders before it, and one whenever there is one', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const long = fc.array(word, { maxLength: 120 });
    // As many as a pair may have leaders: of more the rest is left out on purpose.
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.array(word, { maxLength: 9 }), long), { maxLength: 17 }), (texts) => {
        const sets = texts.map(pairsIn);
        const leaders = leadersOf(texts);
        for (const [i, set] of sets.entries()) {
          const similar = sets
            .slice(0, i)
            .map((other, k) => (leaders[k] === k && set.size > 0 ? jaccard(set, other) : 0));
          const most = Math.max(0, ...similar);
          expect(most < 0.5 ? [i] : [...similar.keys()].filter((k) => similar[k] === most)).toContain(leaders[i]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gets through 200,000 equal texts, and through 20,000 that share a phrase', () => {
    const one = textOf(0);
    expect(new Set(leadersOf(Array.from({ length: 200_000 }, () => one)))).toEqual(new Set([0]));
    const alike = Array.from({ length: 20_000 }, (_, n) => [
      'россия',
      'своих',
      'не',
      'бросает',
      'никогда',
      ...textOf(n),
    ]);
    expect(new Set(leadersOf(alike)).size).toBe(alike.length);
  });
});
