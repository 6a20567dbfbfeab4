import { describe, expect, it } from 'vitest';
import type { HashtagFinding } from '../../src/documents/scan.js';
import { emptyTally } from '../../src/documents/verdict.js';
import { rankHashtags } from '../../src/scan/rank.js';

const finding = (
  hashtag: string,
  {
    coordinated = 0,
    insufficient = 0,
    ...said
  }: Partial<HashtagFinding> & { readonly coordinated?: number; readonly insufficient?: number } = {},
): HashtagFinding => ({
  hashtag,
  posts: 1000,
  accounts: 100,
  from: '2019-01-01T00:00:00.000Z',
  to: '2019-01-02T00:00:00.000Z',
  verdicts: {
    accounts: { ...emptyTally(), coordinated, insufficient, organic: 100 - coordinated - insufficient },
    posts: { ...emptyTally(), coordinated: 10 * coordinated, organic: 1000 - 10 * coordinated },
  },
  seenOnce: 0,
  p: 1,
  undecided: null,
  groups: [],
  named: Array.from({ length: coordinated }, (_, k) => ({
    id: `${hashtag}${k}`,
    handle: '',
    displayName: '',
    url: null,
    score: 90,
    q: 0.01,
    posts: 10,
  })),
  ...said,
});

const side = (accounts: number): NonNullable<HashtagFinding['undecided']>['sides'][number] => ({
  accounts,
  copiesPercent: 0,
  says: `${accounts} accounts`,
  posts: 100,
  from: '',
  to: '',
  busiest: { from: '', to: '', posts: 1 },
  creation: { dated: 0, from: null, to: null, densest: null },
});

const fans = {
  accounts: 30,
  coordinated: 0,
  kind: 'amplifies-few',
  alsoExplainedBy: '',
  says: '',
  from: '',
  to: '',
} as const;

describe('the ranking', () => {
  it('lists what is pushed and undecided by size, then what nobody can be named in, communities, the rest', () => {
    const ranked = rankHashtags([
      finding('small', { insufficient: 100 }),
      finding('none'),
      finding('fans', { p: 0.001, groups: [fans] }),
      finding('unnamed', { p: 0.005 }),
      finding('undecided', { p: 0.001, undecided: { reason: 'both-sides', sides: [side(12), side(30)] } }),
      finding('few', { p: 0.001, coordinated: 5 }),
      finding('many', { p: 0.002, coordinated: 40 }),
    ]);
    expect(ranked.map(({ hashtag, standing, size }) => [hashtag, standing, size])).toEqual([
      ['many', 'pushed', 40],
      ['undecided', 'undecided', 30],
      ['few', 'pushed', 5],
      ['unnamed', 'unnamed', 0],
      ['fans', 'community', 30],
      ['none', 'none', 0],
      ['small', 'insufficient', 0],
    ]);
    expect(ranked[0]?.postsPercent).toBe(40);
  });

  it('names nobody where so many hashtags explain a finding', () => {
    const others = Array.from({ length: 10_000 }, (_, k) => finding(`tag${k}`));
    const pushed = finding('pushed', { p: 0.005, coordinated: 5 });
    const [first] = rankHashtags([...others, pushed]);
    expect(first).toMatchObject({ hashtag: 'pushed', standing: 'by-chance', named: [], size: 5 });
    expect(rankHashtags([...others.slice(0, 10), pushed])[0]).toMatchObject({
      standing: 'pushed',
      named: pushed.named,
    });
  });

  it('takes the chance of a call from hashtags without a push, of which none in 7,137 was called', () => {
    const others = Array.from({ length: 999 }, (_, k) => finding(`tag${k}`));
    // At the largest p that is accepted, of a thousand a seventh of one is expected to be called, beside one that is listed.
    const [first] = rankHashtags([...others, finding('pushed', { p: 0.01, coordinated: 5 })]);
    expect(first?.q).toBeCloseTo(1000 / 7139, 3);
    expect(first?.standing).toBe('by-chance');
    expect(rankHashtags([...others, finding('pushed', { p: 0.003, coordinated: 5 })])[0]?.standing).toBe('pushed');
  });

  it('counts only hashtags that can be judged', () => {
    const small = Array.from({ length: 10_000 }, (_, k) => finding(`tag${k}`, { insufficient: 100 }));
    expect(rankHashtags([...small, finding('pushed', { p: 0.005, coordinated: 5 })])[0]).toMatchObject({
      standing: 'pushed',
    });
  });

  it('is the same whatever the order of findings', () => {
    const all = ['b', 'a', 'c'].map((tag) => finding(tag, { p: 0.001, coordinated: 5 }));
    expect(rankHashtags(all)).toEqual(rankHashtags(all.toReversed()));
    expect(rankHashtags(all).map(({ hashtag }) => hashtag)).toEqual(['a', 'b', 'c']);
  });
});
