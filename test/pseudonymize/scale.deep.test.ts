import { describe, expect, it } from 'vitest';
import { type AccountNames, Pseudonyms } from '../../src/pseudonymize/pseudonyms.js';

const KEY = 'a key that is long enough';
/** Sixteen times as much may take so many times as long; were it quadratic, 256. */
const MOST = 90;

function accounts(count: number): AccountNames[] {
  return Array.from({ length: count }, (_, i) => ({
    id: String(1_000_000_000 + i * 7919),
    handle: `user_${((i * 2_654_435_761) % 2 ** 32).toString(36)}`,
    displayName: `Имя${i} Фамилия${i % 977}`,
  }));
}

/** The least of three times, in ms. */
function took(work: () => void): number {
  return Math.min(
    ...Array.from({ length: 3 }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}

function timeOfAll(count: number): number {
  const all = accounts(count);
  return took(() => {
    const names = new Pseudonyms(KEY, all);
    for (const [i, { handle, displayName }] of all.entries())
      names.text(
        `RT @${handle}: встреча с ${displayName}, https://x.com/${all[(i * 13) % count]?.handle}/status/${10 ** 12 + i} #тег`,
      );
  });
}

describe('the time of pseudonyms', () => {
  it('grows with accounts and texts, not with their product', () => {
    expect(timeOfAll(32_000) / timeOfAll(2000)).toBeLessThan(MOST);
  });

  const names = new Pseudonyms(KEY, [
    { id: '1', handle: 'a'.repeat(150), displayName: 'a '.repeat(5000) },
    { id: '2', handle: 'aб'.repeat(100), displayName: 'x '.repeat(90) },
  ]);

  it.each([
    'a',
    'aб',
    'a ',
    'x ',
    '_',
    'a.',
    '@a',
    '%25',
    '%61',
    'x.com/',
    'x.com/a/',
    '1 ',
    '1',
    'id=',
    '+1(',
    '[id1|',
    'a..',
    '/users/',
    '#a',
    '&amp;',
    '“',
    'xn--a',
    '王',
    'a\u0336',
    'a-',
    'a_',
    'a.t.me ',
    '1990 ',
    'a@a.a',
  ])('grows with the length of a text of nothing but %j', (part) => {
    const timeOf = (length: number): number => {
      const text = part.repeat(length / part.length);
      return took(() => names.prose(names.text(text)));
    };
    expect(timeOf(400_000) / timeOf(25_000)).toBeLessThan(MOST);
  });
});
