import type { Post } from '../../src/documents/post.js';
import type { Input } from '../../src/documents/result.js';
import type { Source } from '../../src/read/open.js';
import { readPosts, readSource, type ReadOptions } from '../../src/read/read.js';

export interface Collected {
  readonly posts: readonly Post[];
  readonly input: Input;
}

/** Everything that a reading gives. */
async function collect(reading: AsyncGenerator<readonly Post[], Input>): Promise<Collected> {
  const posts: Post[] = [];
  for (;;) {
    const next = await reading.next();
    if (next.done) return { posts, input: next.value };
    for (const post of next.value) posts.push(post);
  }
}

export function readFile(path: string, options: ReadOptions = {}): Promise<Collected> {
  return collect(readPosts(path, 0, options));
}

/** Bytes as a pipe would bring them, in chunks of this size. */
export function readBytes(bytes: Uint8Array, options: ReadOptions = {}, chunk = 64 * 1024): Promise<Collected> {
  return collect(readSource(sourceOf(bytes, chunk), 0, options));
}

function sourceOf(bytes: Uint8Array, chunk = 64 * 1024): Source {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  return { name: 'test.csv', chunks: chunks(), bytesTotal: undefined };
}

export function readText(text: string, options: ReadOptions = {}): Promise<Collected> {
  return readBytes(Buffer.from(text), options);
}
