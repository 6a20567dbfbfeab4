import type { Post } from '../../src/documents/post.js';
import { TrendAuditError } from '../../src/errors.js';
import { readPosts, type ReadOptions } from '../../src/read/read.js';

/** What comes out of a file, posts or error, as it is kept beside a case. */
export async function outcomeOf(path: string, options: ReadOptions): Promise<unknown> {
  const posts: unknown[] = [];
  try {
    const reading = readPosts(path, 0, options);
    for (;;) {
      const next = await reading.next();
      if (next.done) {
        const { format, rows, skipped, skippedAt, numbered, columns, notes } = next.value;
        return { format, rows, skipped, skippedAt, numbered, columns, notes, posts };
      }
      posts.push(...next.value.map(plainly));
    }
  } catch (error) {
    if (!(error instanceof TrendAuditError)) throw error;
    const { code, message, hint, file, line } = error;
    return {
      error: { code, message, hint, ...(file === undefined ? {} : { file: file === path ? 'the file' : file }), line },
    };
  }
}

/** Times as people read them. */
function plainly({ time, account, ...post }: Post): unknown {
  const { created, ...who } = account;
  return {
    time: new Date(time).toISOString(),
    account: created ? { ...who, created: `${new Date(created.from).toISOString()} (${created.source})` } : who,
    ...post,
  };
}
