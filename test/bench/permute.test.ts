import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, permute, permuteContents, permuteCreationDates } from '../../bench/permute.js';
import type { Post } from '../../src/documents/post.js';
import { Random } from '../../src/simulate/random.js';
import { DAY, MINUTE, post, START } from '../dataset/posts.js';

const KINDS = ['original', 'retweet', 'quote', 'reply'] as const;

/** Conversations of few accounts and few moments in time, so that much of it is equal. */
const conversations = fc
  .array(
    fc.record({ by: fc.nat(6), minute: fc.nat(20), says: fc.nat(9), kind: fc.constantFrom(...KINDS), id: fc.nat(60) }),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ by, minute, says, kind, id }) => {
      const account = {
        id: `a${by}`,
        handle: `h${by}`,
        displayName: '',
        ...(by === 0 ? {} : { created: { from: START - by * DAY, to: START - by * DAY, source: 'dump' as const } }),
      };
      return post({
        by: account,
        id: `p${id}`,
        time: START + minute * MINUTE,
        text: `text ${says}`,
        kind,
        links: says % 2 ? [`https://a.example/${says}`] : [],
        ...(kind === 'retweet' ? { retweetedId: `r${says}` } : {}),
      });
    }),
  );

const what = ({ text, kind, links, hashtags, retweetedId }: Post): string =>
  JSON.stringify([text, kind, links, hashtags, retweetedId ?? null]);
const where = ({ id, account, time }: Post): unknown => [id, account.id, time];
const datesOf = (posts: readonly Post[]): (number | undefined)[] => [
  ...new Map(posts.map(({ account }) => [account.id, account.created?.from])).values(),
];

describe('permuting contents', () => {
  it('leaves each author each time, and each moment what was said in it', () => {
    fc.assert(
      fc.property(conversations, fc.integer({ min: 1, max: 20 }), fc.nat(), (posts, moment, seed) => {
        const before = inOrder(posts);
        const after = permuteContents(before, moment, new Random(seed));
        expect(after.map(where)).toEqual(before.map(where));
        expect(after.map(({ account }) => account)).toEqual(before.map(({ account }) => account));
        for (let start = 0; start < before.length; start += moment) {
          const said = (all: readonly Post[]): string[] =>
            all
              .slice(start, start + moment)
              .map(what)
              .sort();
          expect(said(after)).toEqual(said(before));
        }
      }),
    );
  });

  it('moves something', () => {
    const posts = Array.from({ length: 50 }, (_, n) => post({ by: `a${n}`, text: `text ${n}` }));
    const moved = permuteContents(posts, 50, new Random(1)).filter(({ text }, n) => text !== `text ${n}`);
    expect(moved.length).toBeGreaterThan(40);
  });
});

describe('permuting creation dates', () => {
  it('leaves the dates that there were, one to an account, and all else', () => {
    fc.assert(
      fc.property(conversations, fc.nat(), (posts, seed) => {
        const after = permuteCreationDates(posts, new Random(seed));
        expect(datesOf(after)).toHaveLength(datesOf(posts).length);
        expect(datesOf(after).sort()).toEqual(datesOf(posts).sort());
        for (const id of new Set(posts.map(({ account }) => account.id))) {
          expect(
            new Set(after.filter(({ account }) => account.id === id).map(({ account }) => account.created?.from)).size,
          ).toBe(1);
        }
        expect(after.map(where)).toEqual(posts.map(where));
        expect(after.map(what)).toEqual(posts.map(what));
      }),
    );
  });
});

describe('permuting both', () => {
  it('is told by the seed alone, not by the order of rows', () => {
    fc.assert(
      fc.property(conversations, fc.nat(), (posts, seed) => {
        const once = permute(inOrder(posts), 10, new Random(seed));
        expect(permute(inOrder(posts).reverse(), 10, new Random(seed))).toEqual(once);
        expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
      }),
    );
  });
});
