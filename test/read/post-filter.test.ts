import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/documents/result.js';
import { PostFilter, addSkipped } from '../../src/read/post-filter.js';
import { HOUR, post, START } from '../dataset/posts.js';

const input: Input = {
  path: 'a.csv',
  sha256: '',
  bytes: 0,
  format: 'generic',
  rows: 10,
  posts: 9,
  skipped: { 'bad-time': 1 },
  skippedAt: { 'bad-time': [4] },
  columns: {},
  notes: [],
};
const tagged = (...hashtags: readonly string[]): ReturnType<typeof post> => post({ by: 'a', hashtags });

describe('Selector', () => {
  it.each(['#Крым', 'крым', '＃КРЫМ', '#КрЫм'])('keeps the posts that bear %s, in any case', (hashtag) => {
    const selector = new PostFilter({ hashtag });
    expect(
      [tagged('крым'), tagged('весна', 'крым'), tagged('крымнаш'), tagged()].map((each) => selector.accepts(each)),
    ).toEqual([true, true, false, false]);
  });

  it('keeps the first moment of a span and not its last', () => {
    const selector = new PostFilter({ since: START, until: START + HOUR });
    const at = (time: number): boolean => selector.accepts(post({ by: 'a', time }));
    expect([at(START - 1), at(START), at(START + HOUR - 1), at(START + HOUR)]).toEqual([false, true, true, false]);
  });

  it('keeps everything that it is not asked about', () => {
    expect(new PostFilter({}).accepts(tagged())).toBe(true);
  });

  it('counts what it leaves out by reason, the span first, with the first few lines', () => {
    const selector = new PostFilter({ hashtag: 'x', since: START });
    for (let line = 10; line < 17; line++)
      selector.accepts(post({ by: 'a', line, time: line === 12 ? START - 1 : START }));
    expect(selector.account(input)).toMatchObject({
      rows: 10,
      posts: 2,
      skipped: { 'bad-time': 1, 'other-hashtag': 6, 'outside-span': 1 },
      skippedAt: { 'bad-time': [4], 'other-hashtag': [10, 11, 13, 14, 15], 'outside-span': [12] },
    });
  });
});

describe('skipMore', () => {
  it('adds to what was skipped for the same reason, and keeps five lines', () => {
    expect(addSkipped(input, 'bad-time', 3, [5, 6, 7, 8, 9])).toMatchObject({
      posts: 6,
      skipped: { 'bad-time': 4 },
      skippedAt: { 'bad-time': [4, 5, 6, 7, 8] },
    });
  });
});
