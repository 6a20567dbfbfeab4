import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TrendAuditError } from '../../src/errors.js';
import type { Post } from '../../src/post.js';
import { readPosts, type ReadOptions } from '../../src/read/read.js';

/** `NAME.csv`, perhaps with `NAME.options.json`, is read; what comes out, posts or error, is what `NAME.json` says. */
const folder = join(import.meta.dirname, 'cases');
const names = readdirSync(folder).filter((file) => file.endsWith('.csv')).map((file) => file.slice(0, -'.csv'.length));

describe('reading', () => {
  it.each(names)('%s', async (name) => {
    const outcome = await read(join(folder, `${name}.csv`), optionsOf(name));
    await expect(`${JSON.stringify(outcome, null, 2)}\n`).toMatchFileSnapshot(join(folder, `${name}.json`));
  });
});

function optionsOf(name: string): ReadOptions {
  const file = join(folder, `${name}.options.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

async function read(path: string, options: ReadOptions): Promise<unknown> {
  const posts: unknown[] = [];
  try {
    const reading = readPosts(path, 0, options);
    for (;;) {
      const next = await reading.next();
      if (next.done) {
        const { format, rows, skipped, skippedAt, columns, notes } = next.value;
        return { format, rows, skipped, skippedAt, columns, notes, posts };
      }
      posts.push(...next.value.map(plainly));
    }
  } catch (error) {
    if (!(error instanceof TrendAuditError)) throw error;
    const { code, message, hint, file, line } = error;
    return { error: { code, message, hint, ...(file === undefined ? {} : { file: file === path ? 'the file' : file }), line } };
  }
}

/** Times as people read them. */
function plainly({ time, account, ...post }: Post): unknown {
  const { created, ...who } = account;
  return { time: new Date(time).toISOString(), account: created ? { ...who, created: `${new Date(created.from).toISOString()} (${created.source})` } : who, ...post };
}
