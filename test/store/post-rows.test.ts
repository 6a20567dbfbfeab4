import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { BatchBuilder } from '../../src/dataset/batch-builder.js';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import { DatasetBuilder } from '../../src/dataset/dataset-builder.js';
import { DUPLICATE_ROW, type RecordBatch } from '../../src/dataset/record-batch.js';
import type { Post } from '../../src/documents/post.js';
import { passPost, PostRowReader } from '../../src/engine/store/read-posts.js';
import { RowBinaryReader } from '../../src/engine/store/row-binary-reader.js';
import { RowBinaryWriter } from '../../src/engine/store/row-binary-writer.js';
import { STORE_FORMAT } from '../../src/engine/store/tables.js';
import { writePosts } from '../../src/engine/store/write-posts.js';
import { hashKey, setHashKey } from '../../src/text/keyed-hash.js';
import { post } from '../dataset/posts.js';

const NAME = fc.constantFrom('a', 'b', `c'\\`, 'd\ud800', 'e\0', '😀', '');
const POST = fc.record({
  by: fc.record({
    id: fc.constantFrom('1', '2', 'x\udc00', `y';--`),
    handle: NAME,
    displayName: NAME,
    created: fc.option(
      fc.record({
        from: fc.nat(1e9),
        to: fc.integer({ min: 1e9, max: 2e9 }),
        source: fc.constantFrom('dump', 'snowflake', 'interpolated'),
      }),
      { nil: undefined },
    ),
  }),
  id: fc.constantFrom(null, '17', '18446744073709551615', 'at://x', 'p1'),
  time: fc.nat(1e6),
  text: fc.constantFrom(
    '',
    '#Tag #other one two three four five',
    'RT this',
    'a post of some five words here #TAG',
    'https://t.co/x @b look at this one now',
  ),
  kind: fc.constantFrom('original', 'retweet', 'reply', 'quote'),
  hashtags: fc.constantFrom([], ['tag'], ['tag', 'other', 'no\0ne']),
  links: fc.constantFrom([], ['https://example.org/1'], ['https://example.org/1', 'https://example.org/2?b']),
  retweetedHandle: fc.constantFrom('', 'somebody'),
  retweetedId: fc.constantFrom('5', '6'),
  objects: fc.constantFrom(undefined, [
    { name: 'image', value: 'ab' },
    { name: `s'`, value: 'ab' },
  ]),
});
const POSTS = fc.array(POST, { minLength: 1, maxLength: 25 }).map((said) =>
  said.map(({ objects, by: { created, ...by }, ...rest }, line): Post =>
    post({
      ...rest,
      by: { ...by, ...(created ? { created } : {}) },
      ...(objects ? { objects } : {}),
      line,
      input: 3,
    }),
  ),
);

function batchOf(posts: readonly Post[], eachProfile = true): RecordBatch {
  const builder = new BatchBuilder(3, { eachProfile });
  for (const [at, each] of posts.entries()) builder.add(each, at);
  return builder.block();
}

function rowsOf(batch: RecordBatch): Buffer {
  const writer = new RowBinaryWriter();
  writePosts(batch, writer, { part: 7, row: 0 });
  return writer.take();
}

function readAll(bytes: Buffer): RecordBatch {
  const reader = new RowBinaryReader();
  reader.push(bytes);
  const posts = new PostRowReader(3);
  while (reader.left.length > 0) {
    expect([reader.uint64(), reader.uint32()]).toEqual([7, 3]);
    expect(reader.holds(passPost)).toBe(true);
    posts.read(reader);
    // `post`, which a selection does not ask for.
    expect(reader.text()).toBe('');
  }
  return posts.batch();
}

function datasetOf(batch: RecordBatch): unknown {
  const builder = new DatasetBuilder();
  builder.appendBatch(batch);
  return buildDataset(builder);
}

describe('posts as rows', () => {
  it('measure the same as the posts', () => {
    fc.assert(
      fc.property(POSTS, (posts) => {
        expect(datasetOf(readAll(rowsOf(batchOf(posts))))).toEqual(datasetOf(batchOf(posts, false)));
      }),
      { numRuns: 40 },
    );
  });

  it('are those that repeat no whole row', () => {
    fc.assert(
      fc.property(POSTS, fc.func(fc.boolean()), (posts, repeats) => {
        const batch = batchOf(posts);
        const kept = posts.filter((_, p) => !repeats(p));
        for (const p of posts.keys()) if (repeats(p)) batch.flags[p] = (batch.flags[p] ?? 0) | DUPLICATE_ROW;
        fc.pre(kept.length > 0);
        // `at` is the place among those that are kept, as a store numbers them.
        expect(datasetOf(readAll(rowsOf(batch)))).toEqual(datasetOf(batchOf(kept, false)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the stored format', () => {
  const before = hashKey();
  afterEach(() => setHashKey(before));

  it('is that of STORE_FORMAT: where this fails, stores made before can no longer be read, and STORE_FORMAT must be raised', () => {
    setHashKey(new Uint32Array([1, 2, 3, 4]));
    const text =
      'Ｗe сan hide l\u200betters, wörds and #Tаgs: 1️⃣ times @Somebody https://Example.org/a?utm_source=x&b=1';
    const said = {
      by: { id: '12', handle: 'Who', displayName: 'W. H. O.', created: { from: 1, to: 2, source: 'dump' } as const },
      id: '1234567890123456789',
      time: 1_700_000_000_001,
      links: ['https://Example.org/a?utm_source=x&b=1'],
      hashtags: ['tag', 'other'],
      objects: [{ name: 'image', value: 'ab' }],
      input: 3,
      line: 9,
    };
    const bytes = rowsOf(
      batchOf([
        post({ ...said, text }),
        post({
          ...said,
          id: '2',
          text: 'RT @Other: words of somebody else',
          kind: 'retweet',
          retweetedId: '5',
          retweetedHandle: 'Other',
        }),
      ]),
    );
    expect([STORE_FORMAT, createHash('sha256').update(bytes).digest('hex')]).toEqual([
      1,
      '6b20501a6362302ddbeaab9428d46a2b132d1d6204e9657e2e78447a4a93d563',
    ]);
  });
});
