import { describe, expect, it } from 'vitest';
import { findFlooding, floodingReason } from '../../src/decision/flooding.js';
import type { Post } from '../../src/documents/post.js';
import { decide } from '../../src/pipeline/decide.js';
import { fitSignals } from '../../src/pipeline/ingest.js';
import { DAY, HOUR, measured, MINUTE, numberOf, post, START } from '../dataset/posts.js';
import { ownWords } from '../signals/conversation.js';

const WORDS = 'buy the very best lemonade of the whole town today';

/** Eighty people with four posts each in their own words, some of whom say a thing twice. */
const people = Array.from({ length: 80 }, (_, n) =>
  Array.from({ length: 4 }, (__, k) =>
    post({
      by: `person${n}`,
      text: ownWords(n, n % 10 === 0 ? Math.max(1, k) : k),
      time: START + ((n * 37 + k * 101) % 900) * HOUR,
    }),
  ),
).flat();

const repeating = (by: string, times: number, text: (k: number) => string): Post[] =>
  Array.from({ length: times }, (_, k) => post({ by, text: text(k), time: START + (3 + k) * HOUR }));

function floodingIn(posts: readonly Post[]): [string, string][] {
  const m = measured([...people, ...posts]);
  const found = findFlooding(m, new Uint8Array(m.accounts.count).fill(1));
  return [...found].map(([a, { reason }]) => [m.accounts.id[a] ?? '?', reason]);
}

const burst = (seconds: number): Post[] =>
  Array.from({ length: 300 }, (_, k) =>
    post({ by: 'fast', text: ownWords(600, k), time: START + DAY + k * seconds * 1000 }),
  );

const few = (accounts: number, each: number): Post[] =>
  Array.from({ length: accounts }, (_, n) =>
    Array.from({ length: each }, (__, k) =>
      post({ by: `p${n}`, text: n < 5 ? WORDS : ownWords(n, k), time: START + (n + 40 * k) * MINUTE }),
    ),
  ).flat();
const verdictsOf = (posts: readonly Post[]): Set<string> => {
  const dataset = measured(posts);
  return new Set(decide({ dataset, fitted: fitSignals(dataset) }).judged.verdicts);
};

describe('findFlooding', () => {
  it('finds nobody among people, some of whom say a thing twice', () => {
    expect(floodingIn([])).toEqual([]);
  });

  it('finds who repeats one text, in short words too', () => {
    expect(floodingIn(repeating('loud', 60, () => WORDS))).toEqual([['loud', 'repetition']]);
    expect(floodingIn(repeating('loud', 60, () => 'lemonade #topic'))).toEqual([['loud', 'repetition']]);
  });

  it('does not take posts without words, or short ones that differ, for a repetition', () => {
    expect(floodingIn(repeating('quiet', 60, () => ''))).toEqual([]);
    expect(floodingIn(repeating('quiet', 60, (k) => `lemonade https://example.org/${k}`))).toEqual([]);
  });

  it('does not say so where somebody else has the text, or most posts are others', () => {
    expect(floodingIn([...repeating('loud', 60, () => WORDS), post({ by: 'fan', text: WORDS })])).toEqual([]);
    expect(floodingIn(repeating('busy', 200, (k) => (k % 5 === 0 ? WORDS : ownWords(500, k))))).toEqual([]);
  });

  it('finds a burst that no sitting explains, of an account that does little else', () => {
    expect(floodingIn(burst(1))).toEqual([['fast', 'bursts']]);
    expect(floodingIn(burst(1800))).toEqual([]);
  });

  it('asks those only whom it may', () => {
    const m = measured([...people, ...repeating('loud', 60, () => WORDS)]);
    expect(findFlooding(m, new Uint8Array(m.accounts.count)).size).toBe(0);
  });

  it('tells how often to the letter, of how many posts', () => {
    const m = measured([
      ...people,
      ...repeating('loud', 60, (k) => (k % 6 === 0 ? `${WORDS} #topic` : WORDS)),
      ...repeating('loud', 2, (k) => ownWords(9, k + 20)),
    ]);
    const found = findFlooding(m, new Uint8Array(m.accounts.count).fill(1)).get(numberOf(m, 'loud'));
    expect(found?.posts).toHaveLength(60);
    const reason = found && floodingReason(m, found);
    expect(reason?.says({ quoted: WORDS, called: 'likely coordinated', likeness: undefined })).toBe(
      `the same text 50 times, and nearly the same 10 times more, in 62 posts, and nobody else has it: “${WORDS}”`,
    );
  });
});

describe('decide', () => {
  it('calls it flooding, and says for what', () => {
    const dataset = measured([...people, ...repeating('loud', 60, () => WORDS)]);
    const { judged, flooding, reasons } = decide({ dataset, fitted: fitSignals(dataset) });
    const loud = numberOf(dataset, 'loud');
    expect(judged.verdicts[loud]).toBe('flooding');
    expect(judged.verdicts.filter((verdict) => verdict === 'flooding')).toHaveLength(1);
    expect(flooding.get(loud)?.reason).toBe('repetition');
    expect(reasons(loud)).toHaveLength(1);
  });

  it('judges nobody in a dump of few accounts, or of few posts', () => {
    expect(verdictsOf(few(29, 3))).toEqual(new Set(['insufficient']));
    expect(verdictsOf(few(59, 1))).toEqual(new Set(['insufficient']));
    expect(verdictsOf(few(30, 3))).not.toEqual(new Set(['insufficient']));
  });
});
