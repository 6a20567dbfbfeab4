import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BatchBuilder } from '../../src/dataset/batch-builder.js';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import { canonicalTargets } from '../../src/dataset/canonical-keys.js';
import { DatasetBuilder } from '../../src/dataset/dataset-builder.js';
import { RowSelector } from '../../src/dataset/row-selector.js';
import type { Account, Post } from '../../src/documents/post.js';
import { DAY, HOUR, measured, numberOf, post, START, type Said } from './posts.js';

/** Few of everything, so that ids, moments, texts and names meet often. */
const anyPost: fc.Arbitrary<Post> = fc
  .record({
    by: fc.record({
      id: fc.constantFrom('1', '2', '3', 'x'),
      handle: fc.constantFrom('', 'ann', 'Bob', 'eve'),
      displayName: fc.constantFrom('', 'Анна', 'Боб'),
      created: fc.constantFrom(
        undefined,
        ...[0, 1, 2].map((days) => ({ from: START - days * DAY, to: START - days * DAY, source: 'dump' as const })),
        { from: START - 2 * DAY, to: START, source: 'interpolated' as const },
      ),
    }),
    id: fc.constantFrom(null, '10', '11', '12', '13'),
    time: fc.constantFrom(START, START + 1000, START + HOUR),
    text: fc.constantFrom(
      '',
      'россия своих не бросает никогда',
      'россия своих не бросает никогда!',
      '@bob смотри что пишут эти люди #крым',
      'совсем другой текст из шести слов',
    ),
    kind: fc.constantFrom('original' as const, 'retweet' as const, 'reply' as const),
    retweetedId: fc.constantFrom(undefined, '10', '99'),
    repliedTo: fc.constantFrom(undefined, 'ann', '2'),
    links: fc.constantFrom([], ['https://a.example/x'], ['http://www.a.example/x/', 'https://b.example']),
    input: fc.constantFrom(0, 1),
  })
  .map(({ by: { created, ...who }, retweetedId, repliedTo, ...said }) =>
    post({
      by: { ...who, ...(created ? { created } : {}) },
      ...said,
      ...(retweetedId ? { retweetedId } : {}),
      ...(repliedTo ? { repliedTo } : {}),
    }),
  );

const conversation = fc.array(anyPost, { minLength: 1, maxLength: 25 });

describe('Collector', () => {
  it('measures the same however the posts are divided, and in whatever order they and their parts come', () => {
    fc.assert(
      fc.property(
        conversation.chain((posts) =>
          fc.record({
            posts: fc.constant(posts),
            turned: fc.shuffledSubarray(posts, { minLength: posts.length }),
            parts: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: posts.length, maxLength: posts.length }),
          }),
        ),
        ({ posts, turned, parts }) => {
          const blocks = new Map<string, BatchBuilder>();
          for (const [i, each] of turned.entries()) {
            const key = `${each.input} ${parts[i] ?? 0}`;
            const block = blocks.get(key) ?? new BatchBuilder(each.input);
            blocks.set(key, block);
            block.add(each, 0);
          }
          const collector = new DatasetBuilder();
          for (const fingerprinter of blocks.values()) collector.appendBatch(structuredClone(fingerprinter.block()));
          expect(buildDataset(collector)).toEqual(measured(posts));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('measures of a part of batches with each profile what it measures of these posts alone', () => {
    fc.assert(
      fc.property(
        conversation.chain((posts) =>
          fc.record({ posts: fc.constant(posts), part: fc.subarray(posts, { minLength: 1 }) }),
        ),
        ({ posts, part }) => {
          const collector = new DatasetBuilder();
          for (const input of [0, 1]) {
            const builder = new BatchBuilder(input, { eachProfile: true });
            const own = posts.filter((each) => each.input === input);
            for (const each of own) builder.add(each, 0);
            const rows = own.flatMap((each, row) => (part.includes(each) ? [row] : []));
            collector.appendBatch(new RowSelector(builder.block()).select(Uint32Array.from(rows)));
          }
          expect(buildDataset(collector)).toEqual(measured(part));
        },
      ),
      { numRuns: 300 },
    );
  });
});

const seen = (...of: readonly (Partial<Account> & { readonly time: number })[]): ReturnType<typeof measured> =>
  measured(of.map(({ time, ...who }) => post({ by: { id: '7', handle: '', displayName: '', ...who }, time })));

describe('what is known of an account', () => {
  it('is called by the newest name, and by an old one rather than none', () => {
    const { accounts } = seen(
      { handle: 'second', displayName: 'Two', time: START + HOUR },
      { handle: 'first', displayName: 'One', time: START },
      { time: START + DAY },
    );
    expect([accounts.handle, accounts.displayName]).toEqual([['second'], ['Two']]);
  });

  it('was created on the earliest date that is stated', () => {
    const { accounts } = seen(
      { created: { from: START - DAY, to: START - DAY, source: 'dump' }, time: START },
      { created: { from: START - 3 * DAY, to: START - 3 * DAY, source: 'dump' }, time: START },
      { time: START },
    );
    expect(accounts.created[0]).toBe(START - 3 * DAY);
  });

  it('was created in the middle of an interval where the date was estimated, and nowhere where none is known', () => {
    const m = measured([
      post({
        by: {
          id: '1',
          handle: '',
          displayName: '',
          created: { from: START - 4 * DAY, to: START - 2 * DAY, source: 'interpolated' },
        },
      }),
      post({ by: '2' }),
    ]);
    expect([...m.accounts.created]).toEqual([START - 3 * DAY, Number.NaN]);
    expect(m.accounts.createdSource).toEqual(['interpolated', 'none']);
  });
});

function addressed(said: Omit<Said, 'by'>): readonly string[] {
  return canonicalTargets(post({ by: { id: '42', handle: 'Ann', displayName: '' }, ...said }));
}

/** The mentions of a text, by one expression that looks behind itself. */
const mentions = (text: string): string[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}_@＠])[@＠](\w{1,30})/gu)].map(([, handle = '']) => handle.toLowerCase());

describe('whom a post addresses', () => {
  it('is everybody whom it answers or mentions, each once, in any case', () => {
    expect(addressed({ repliedTo: 'Bob', text: '@bob @Eve and ＠eve, hello' })).toEqual(['bob', 'eve']);
  });

  it('is whoever is mentioned, wherever signs, letters and digits meet', () => {
    const text = fc
      .array(
        fc.constantFrom(
          '@',
          '＠',
          'a',
          'Bob',
          'ё',
          '_',
          '7',
          ' ',
          '.',
          '👍',
          '𝓯',
          '\ud83d',
          '\udc4d',
          'abcdefghijklmnopqrstuvwxyz12345',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (said) => {
        expect(addressed({ text: said })).toEqual(
          [...new Set(mentions(said))].filter((handle) => handle !== 'ann' && handle !== '42'),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('is never its author, by handle or by id', () => {
    expect(addressed({ repliedTo: 'ann', text: '@ANN to myself' })).toEqual([]);
    expect(addressed({ repliedTo: '42', text: 'a thread goes on' })).toEqual([]);
  });

  it('is nobody because a post is retweeted, nor because of an address', () => {
    expect(addressed({ kind: 'retweet', repliedTo: 'bob', retweetedHandle: 'Eve', text: 'RT @eve: look' })).toEqual([]);
    expect(addressed({ text: 'write to me@example.org' })).toEqual([]);
  });
});

describe('numberOf', () => {
  it('follows the ids, not the rows', () => {
    const m = measured([post({ by: 'b' }), post({ by: 'a' })]);
    expect([numberOf(m, 'a'), numberOf(m, 'b')]).toEqual([0, 1]);
  });
});
