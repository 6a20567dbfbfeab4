/** Properties of reading: the same dump written in another way gives the same posts. */

import { assert, asyncProperty, constant, constantFrom, pre, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import type { Post } from '../../src/documents/post.js';
import { TrendAuditError } from '../../src/errors.js';
import { isMark } from '../../src/read/objects.js';
import { readBytes, type Collected } from '../read/collect.js';
import { dumps, plainly, rewrite, rewritesOf } from './rewritten-dumps.js';

/** As where the share of bad rows is not given. */
const DEFAULT_MAX_BAD_ROWS = 0.1;

/** Holds dumps that are written in so many other ways against the same written plainly, and some against what was put into them. */
export function rewrites(runs: number): void {
  it('states what was put into it', async () => {
    await assert(
      asyncProperty(dumps, async (dump) => {
        const { fields } = dump;
        const { posts, input } = await readBytes(plainly(dump));
        expect(input).toMatchObject({ format: dump.format.name, rows: dump.rows.length, skipped: {} });
        expect(
          posts.map(({ id, account, time, text }) => ({
            id,
            account: account.id,
            handle: account.handle,
            time: new Date(time),
            text,
          })),
        ).toEqual(
          dump.facts.map(({ id, account, handle, name, time, text }) => ({
            id: fields.has('id') || fields.has('url') ? id : undefined,
            account: fields.has('account') ? account : fields.has('handle') ? handle.toLowerCase() : name,
            handle: fields.has('handle') ? handle : '',
            time,
            // What is a mark of something else is an object there, and no text.
            text: dump.format.columns.object !== undefined && isMark(text) ? '' : text,
          })),
        );
      }),
      { numRuns: Math.ceil(runs / 8) },
    );
  });

  it('gives the same posts, and a reason for every record that is none', async () => {
    await assert(
      asyncProperty(
        dumps.chain((dump) => tuple(constant(dump), rewritesOf(dump))),
        constantFrom(undefined, 1, 1, 1),
        async ([dump, how], maxBadRows) => {
          const { bytes, whole, others } = rewrite(dump, how);
          pre(whole.length > 0);
          const tooMany = others > (maxBadRows ?? DEFAULT_MAX_BAD_ROWS) * (whole.length + others);
          const plain = (await readBytes(plainly(dump))).posts;
          expect(await outcomeOf(readBytes(bytes, maxBadRows === undefined ? {} : { maxBadRows }, how.chunk))).toEqual(
            tooMany
              ? 'too-many-bad-rows'
              : {
                  posts: whole.map(({ row, line }): Partial<Post> => ({ ...plain[row], line })),
                  rows: whole.length + others,
                  skipped: others,
                },
          );
        },
      ),
      { numRuns: runs },
    );
  });
}

/** Posts, and how many records were none; or what kind of error says what to do. */
async function outcomeOf(reading: Promise<Collected>): Promise<unknown> {
  try {
    const { posts, input } = await reading;
    return { posts, rows: input.rows, skipped: Object.values(input.skipped).reduce((sum, count) => sum + count, 0) };
  } catch (error) {
    return error instanceof TrendAuditError && error.message !== '' && error.hint !== undefined ? error.code : error;
  }
}
