import { describe, expect, it } from 'vitest';
import { repeatedTogether } from '../../src/decision/repeated-together.js';
import { HOUR, measured, MINUTE, numberOf, post, START } from '../dataset/posts.js';
import { ownWords } from '../signals/conversation.js';

const SLOGAN = 'we all stand together with our own people today';
const strangers = Array.from({ length: 20 }, (_, n) =>
  post({ by: `s${n}`, text: ownWords(n, 0), time: START + n * MINUTE }),
);

/** Who of `made` repeats together with `asked`; each wave is a time and who posts the slogan in it, a minute apart. */
function repeating(
  asked: readonly string[],
  waves: readonly (readonly [at: number, by: readonly string[]])[],
  made = asked,
): string[] {
  const said = waves.flatMap(([at, by]) =>
    by.map((who, n) => post({ by: who, text: SLOGAN, time: START + at + n * MINUTE })),
  );
  const m = measured([...strangers, ...said]);
  const numbers = (ids: readonly string[]): number[] => ids.map((id) => numberOf(m, id));
  const found = repeatedTogether(m, numbers(asked), new Set(numbers(made)));
  return Array.from(found, (a) => m.accounts.id[a] ?? '').toSorted();
}

const ALL = ['a', 'b', 'c'];

describe('repeatedTogether', () => {
  it('finds who posts one text twice, hours apart, beside two others', () => {
    expect(
      repeating(ALL, [
        [0, ALL],
        [5 * HOUR, ALL],
      ]),
    ).toEqual(ALL);
  });

  it('does not count a second time in the same sitting', () => {
    expect(
      repeating(ALL, [
        [0, ALL],
        [2 * HOUR, ALL],
      ]),
    ).toEqual([]);
  });

  it('counts only times beside another, and only beside those who are asked for', () => {
    expect(
      repeating(ALL, [
        [0, ALL],
        [5 * HOUR, ['a', 'b']],
        [10 * HOUR, ['c']],
      ]),
    ).toEqual(['a', 'b']);
    expect(
      repeating(
        ['a', 'b'],
        [
          [0, ALL],
          [5 * HOUR, ALL],
        ],
      ),
    ).toEqual([]);
  });

  it('asks for two partners: a pair may be one person', () => {
    const pair = ['a', 'b'];
    expect(
      repeating(ALL, [
        [0, pair],
        [5 * HOUR, pair],
        [10 * HOUR, pair],
        [15 * HOUR, ['c']],
      ]),
    ).toEqual([]);
  });

  it('does not count posts more than ten minutes apart', () => {
    const slowly = ALL.map((by, n) => [n * 11 * MINUTE, [by]] as const);
    expect(repeating(ALL, [...slowly, ...slowly.map(([at, by]) => [at + 5 * HOUR, by] as const)])).toEqual([]);
  });

  it('finds only who was made together, and nobody where mostly others repeat the text', () => {
    const twice = [
      [0, ALL],
      [5 * HOUR, ALL],
    ] as const;
    expect(repeating(ALL, twice, ['a', 'c'])).toEqual(['a', 'c']);
    expect(repeating(ALL, twice, ['a'])).toEqual([]);
  });
});
