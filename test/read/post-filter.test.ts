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
      [tagged('крым'), tagged('весна', 'крым'), tagged('крымнаш'), tagged()].map((each) =>
        selector.reasonAgainst(each),
      ),
    ).toEqual([undefined, undefined, 'other-hashtag', 'other-hashtag']);
  });

  it('keeps the first moment of a span and not its last', () => {
    const selector = new PostFilter({ since: START, until: START + HOUR });
    const at = (time: number): string | undefined => selector.reasonAgainst(post({ by: 'a', time }));
    expect([at(START - 1), at(START), at(START + HOUR - 1), at(START + HOUR)]).toEqual([
      'outside-span',
      undefined,
      undefined,
      'outside-span',
    ]);
  });

  it('keeps everything that it is not asked about', () => {
    expect(new PostFilter({}).reasonAgainst(tagged())).toBeUndefined();
  });

  it('names the span first where a post is out of it and bears another hashtag', () => {
    const selector = new PostFilter({ hashtag: 'x', since: START });
    expect(selector.reasonAgainst(post({ by: 'a', time: START - 1 }))).toBe('outside-span');
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
