import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffWords, type WordRun } from '../../src/text/word-diff.js';

const joined = (runs: readonly WordRun[]): string => runs.map(({ words }) => words).join(' ');
const same = (runs: readonly WordRun[]): string[] => runs.filter((run) => run.same).map(({ words }) => words);

it('marks the words that differ, each to the letter', () => {
  expect(diffWords('Верим: живут  наши\nродные', 'Верим: там живут наши Родные')).toEqual({
    one: [
      { words: 'Верим:', same: true },
      { words: 'живут наши', same: true },
      { words: 'родные', same: false },
    ],
    other: [
      { words: 'Верим:', same: true },
      { words: 'там', same: false },
      { words: 'живут наши', same: true },
      { words: 'Родные', same: false },
    ],
  });
});

it('loses no word of either text, and what is the same is the same on both sides', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'B', 'ё', '#t', '…', '  ', '\n'), { maxLength: 12 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const runs = diffWords(one, other);
      expect(joined(runs.one)).toBe(one.trim().replaceAll(/\s+/gu, ' '));
      expect(joined(runs.other)).toBe(other.trim().replaceAll(/\s+/gu, ' '));
      expect(same(runs.one)).toEqual(same(runs.other));
    }),
  );
});
