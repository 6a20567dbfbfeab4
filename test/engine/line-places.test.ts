import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DatasetBuilder } from '../../src/dataset/dataset-builder.js';
import type { Post } from '../../src/documents/post.js';
import { Ingestor } from '../../src/engine/files/ingestor.js';
import { temporaryFile } from '../read/temporary.js';

const write = temporaryFile('posts.jsonl');

/** Of files that are not small, single posts are found again by their lines. */
const SMALLEST_FILE = 1024 * 1024;
const POSTS = 120;

const post = (n: number, text = `${n} ☝ `.padEnd(9000 + n, `word${n} `)): object => ({
  id: String(438_584_303_253_910_962n + BigInt(n)),
  author_id: String(1000 + (n % 7)),
  created_at: new Date(Date.UTC(2014, 1, 26, 8, 0, n)).toISOString(),
  text,
  referenced_tweets: n % 3 === 0 ? [{ type: 'replied_to', id: '438584303253910000' }] : [],
  author: { id: String(1000 + (n % 7)), username: `u${n % 7}`, name: `Name ${n % 7}` },
});
const POST_LINES = Array.from({ length: POSTS }, (_, n) => JSON.stringify(post(n)));

/** The posts of a file, in its order, and how many of them have a place in it. */
class Places extends DatasetBuilder {
  readonly posts: Post[] = [];
  readonly places: number[] = [];

  override add(each: Post, at: number): void {
    this.posts.push(each);
    this.places.push(at);
  }
}

async function readAndReread(bytes: Uint8Array): Promise<{ posts: Post[]; placed: number }> {
  const kept = new Places();
  const ingestor = new Ingestor(kept, {}, { quotes: true });
  await ingestor.read(write(bytes), 0);
  const { posts, places } = kept;
  const again = await ingestor.rereadPosts({
    posts: {
      input: new Uint32Array(posts.length),
      recordOffset: Float64Array.from(places),
      line: Uint32Array.from(posts, ({ line }) => line),
    },
  })(posts.map((_, p) => p));
  ingestor.close();
  expect(posts.map((_, p) => again.get(p))).toStrictEqual(posts);
  return { posts, placed: places.filter((at) => at >= 0).length };
}

describe('posts of JSON Lines, read again', () => {
  it.each([
    ['as they are', POST_LINES.join('\n')],
    ['behind a mark, with CRLF and blank lines', `\uFEFF${POST_LINES.join('\r\n\r\n')}\r\n`],
    ['with lines that are broken and lines twice', [...POST_LINES.slice(0, 9), '{', ...POST_LINES].join('\n')],
    ['in envelopes', POST_LINES.map((line) => `{"_id":"1","_source":${line}}`).join('\n')],
  ])('come from their lines: %s', async (_, text) => {
    expect(text.length).toBeGreaterThan(SMALLEST_FILE);
    expect(await readAndReread(Buffer.from(text))).toMatchObject({ placed: POSTS, posts: { length: POSTS } });
  });

  it('come from a spool where several are in a line, beside those that are alone in theirs', async () => {
    const pages = [POST_LINES.slice(0, 50), POST_LINES.slice(50, 51), POST_LINES.slice(51)];
    const text = pages.map((lines) => `{"data":[${lines.join(',')}]}`).join('\n');
    expect(await readAndReread(Buffer.from(text))).toMatchObject({ placed: 1, posts: { length: POSTS } });
  });

  it('come from a spool behind what is no UTF-8', async () => {
    const bytes = Buffer.from(POST_LINES.join('\n'));
    bytes[bytes.indexOf('☝', bytes.length / 2)] = 0xff;
    const { posts, placed } = await readAndReread(bytes);
    expect(posts).toHaveLength(POSTS);
    expect(placed).toBeLessThan(POSTS / 2 + 1);
  });

  it('come from a spool where the file is packed, in another encoding or small', async () => {
    const latin = POST_LINES.map((line) => line.replace('☝', 'é'));
    expect((await readAndReread(gzipSync(POST_LINES.join('\n')))).placed).toBe(0);
    expect((await readAndReread(Buffer.from(latin.join('\n'), 'latin1'))).placed).toBe(0);
    expect((await readAndReread(Buffer.from(POST_LINES.join('\n'), 'utf16le'))).placed).toBe(0);
    expect((await readAndReread(Buffer.from(POST_LINES.slice(0, 50).join('\n')))).placed).toBe(0);
  });
});
