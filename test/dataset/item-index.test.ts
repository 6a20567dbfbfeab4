import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/documents/post.js';
import { bearers, measured, numberOf, post, type Said } from './posts.js';

const WORDS = 'россия своих никогда и нигде не бросает запомните это все';
const OTHER = 'сегодня в городе прошёл большой дождь и стало свежо';
const of = (...said: readonly Said[]): Post[] => said.map(post);

describe('a retweeted post', () => {
  it('is known by its id, whatever the text', () => {
    const m = measured(
      of(
        { by: '1', kind: 'retweet', retweetedId: '9', text: 'RT @a: one' },
        { by: '2', kind: 'retweet', retweetedId: '9', text: 'RT @a: one…' },
        { by: '3', kind: 'retweet', retweetedId: '8', text: 'RT @a: one' },
      ),
    );
    expect(bearers(m, 'retweet')).toEqual([['1', '2']]);
  });

  it('is known by its author and text where the dump names no id', () => {
    const m = measured(
      of(
        { by: '1', kind: 'retweet', text: `RT @a: ${WORDS} #tag` },
        { by: '2', kind: 'retweet', text: `RT @a:  ${WORDS}` },
        { by: '3', kind: 'retweet', text: `RT @other: ${WORDS}` },
        { by: '4', kind: 'retweet', text: 'RT @a: :)' },
        { by: '5', kind: 'retweet', text: 'RT @a: :)' },
      ),
    );
    expect(bearers(m, 'retweet')[0]).toEqual(['1', '2']);
    expect(bearers(m, 'retweet').flat()).not.toContain('3');
  });

  it('never counts as a copied text, nor as a shared link', () => {
    const links = ['https://a.example/page'];
    const m = measured(
      of(
        { by: '1', kind: 'retweet', retweetedId: '9', text: WORDS, links },
        { by: '2', kind: 'retweet', retweetedId: '9', text: WORDS, links },
        { by: '3', text: WORDS, links },
      ),
    );
    expect([bearers(m, 'text'), bearers(m, 'link')]).toEqual([[], []]);
    expect(m.items.text.measurable[numberOf(m, '1')]).toBe(0);
    expect(m.items.text.measurable[numberOf(m, '3')]).toBe(1);
  });
});

describe('a shared text', () => {
  it('is known through changes of case, marks, tags, links and a word', () => {
    const m = measured(
      of(
        { by: '1', text: WORDS },
        { by: '2', text: `${WORDS.toUpperCase()}!!! #крым https://t.co/x` },
        { by: '3', text: WORDS.replace('запомните', 'помните') },
        { by: '4', text: OTHER },
      ),
    );
    expect(bearers(m, 'text')).toEqual([['1', '2', '3']]);
  });

  it('says nothing where it is short', () => {
    const m = measured(of({ by: '1', text: 'доброе утро всем' }, { by: '2', text: 'доброе утро всем' }));
    expect(bearers(m, 'text')).toEqual([]);
    expect([...m.items.text.measurable]).toEqual([0, 0]);
  });

  it('is no item where one account alone has it', () => {
    const m = measured(of({ by: '1', text: WORDS }, { by: '1', text: WORDS }, { by: '2', text: OTHER }));
    expect(m.items.text.count).toBe(0);
    expect([...m.items.text.measurable]).toEqual([1, 1]);
  });
});

const sameLink = (a: string, b: string): boolean =>
  measured(of({ by: '1', links: [a] }, { by: '2', links: [b] })).items.link.count === 1;

describe('a shared link', () => {
  it.each([
    ['protocol and www', 'http://www.a.example/x', 'https://a.example/x'],
    ['a last slash', 'https://a.example/x/', 'https://a.example/x'],
    ['the fragment', 'https://a.example/x#part', 'https://a.example/x'],
    ['campaign parameters', 'https://a.example/x?utm_source=tw&utm_medium=social', 'https://a.example/x'],
    ['campaign parameters after others', 'https://a.example/x?id=5&fbclid=abc', 'https://a.example/x?id=5'],
    [
      'campaign parameters before others',
      'https://a.example/x?utm_source=tw&utm_medium=s&id=5',
      'https://a.example/x?id=5',
    ],
    [
      'campaign parameters among others',
      'https://a.example/x?id=5&utm_source=tw&page=2',
      'https://a.example/x?id=5&page=2',
    ],
  ])('is known through %s', (_, a, b) => {
    expect(sameLink(a, b)).toBe(true);
  });

  it('is another where what it leads to is another', () => {
    expect(sameLink('https://a.example/x?id=5', 'https://a.example/x?id=6')).toBe(false);
    expect(sameLink('https://a.example/x', 'https://b.example/x')).toBe(false);
  });
});

describe('a shared addressee', () => {
  it('is whoever is answered or mentioned, and never oneself', () => {
    const m = measured(
      of(
        { by: '1', text: 'hello @bob' },
        { by: '2', kind: 'reply', repliedTo: 'Bob' },
        { by: '3', text: '@h_3 I talk to myself' },
        { by: '4', text: '@h_3' },
      ),
    );
    expect(bearers(m, 'target')).toEqual([['1', '2']]);
  });
});

describe('the tables of items', () => {
  it('tell the same from the side of posts, of accounts and of items', () => {
    const m = measured(
      of(
        { by: '1', text: `${WORDS} @bob`, links: ['https://a.example/x', 'http://a.example/x/'] },
        { by: '1', text: WORDS, links: ['https://b.example'] },
        { by: '2', text: `${WORDS} @bob`, links: ['https://a.example/x', 'https://b.example'] },
        { by: '3', kind: 'retweet', retweetedId: '5', text: 'RT @x: y' },
        { by: '2', kind: 'retweet', retweetedId: '5', text: 'RT @x: y' },
      ),
    );
    for (const { count, postsOf, accountsOf, itemsOf, measurable, keyIndex } of Object.values(m.items)) {
      expect(keyIndex).toHaveLength(count);
      for (let i = 0; i < count; i++) {
        const posts = [...postsOf.row(i)];
        const accounts = [...accountsOf.row(i)];
        expect(posts).toEqual([...new Set(posts)].sort((a, b) => a - b));
        expect(accounts).toEqual([...new Set(posts.map((p) => m.posts.account[p] ?? -1))].sort((a, b) => a - b));
        expect(accounts.length).toBeGreaterThan(1);
        expect(accounts.every((a) => measurable[a] === 1 && itemsOf.row(a).includes(i))).toBe(true);
      }
    }
  });
});

describe('an account that posts address', () => {
  it('is found by its handle or id, if it has posts', () => {
    const by = { id: '77', handle: 'Host', displayName: '' };
    const m = measured(
      of(
        { by, text: WORDS },
        { by: '1', text: `@host ${WORDS} @absent` },
        { by: '2', text: `@HOST ${OTHER} @absent` },
        { by: '1', kind: 'reply', repliedTo: '77', text: OTHER },
        { by: '2', kind: 'reply', repliedTo: '77', text: OTHER },
      ),
    );
    const host = numberOf(m, '77');
    expect([...m.targetAccounts].sort()).toEqual([-1, host, host]);
  });
});
