import { assert, asyncProperty, constant, constantFrom, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/post.js';
import { readBytes } from '../read/collect.js';
import { dumps, plainly, rewrite, rewritesOf } from './rewritten-dumps.js';

/** REWRITES=20000 FC_SEED=… looks further. */
const RUNS = Number(process.env['REWRITES'] ?? 800);
const TIMEOUT = Math.max(60_000, RUNS * 100);

describe('a dump that was written again', () => {
  it('states what was put into it', { timeout: TIMEOUT }, async () => {
    await assert(
      asyncProperty(dumps, async (dump) => {
        const { posts, input } = await readBytes(plainly(dump));
        expect(input).toMatchObject({ format: dump.format.name, rows: dump.rows.length, skipped: {} });
        const { columns } = dump.format;
        expect(posts.map(({ time, text }) => ({ time: new Date(time), text }))).toEqual(dump.facts.map(({ time, text }) => ({ time, text })));
        if (columns.id ?? columns.url) for (const [at, { id }] of posts.entries()) expect([undefined, dump.facts[at]?.id]).toContain(id);
        for (const [at, { account }] of posts.entries()) {
          const { account: id, handle, name } = dump.facts[at] ?? {};
          expect([id, handle, name]).toContain(account.id);
          expect([handle, '']).toContain(account.handle);
        }
      }),
      { numRuns: Math.ceil(RUNS / 8) },
    );
  });

  it('gives the same posts, and a reason for every record that is none', { timeout: TIMEOUT }, async () => {
    await assert(
      asyncProperty(dumps.chain((dump) => tuple(constant(dump), rewritesOf(dump))), constantFrom(undefined, 1), async ([dump, how], maxBadRows) => {
        const { bytes, whole, others } = rewrite(dump, how);
        const reading = readBytes(bytes, maxBadRows === undefined ? {} : { maxBadRows }, how.chunk);
        if (whole.length === 0 || others > (maxBadRows ?? 0.1) * (whole.length + others)) {
          await reading.then(() => expect(whole.length).toBe(0), expectToExplain);
          return;
        }
        const plain = (await readBytes(plainly(dump))).posts;
        const { posts, input } = await reading;
        expect(posts).toEqual(whole.map(({ row, line }): Partial<Post> => ({ ...plain[row], line })));
        expect({ rows: input.rows, posts: input.posts }).toEqual({ rows: whole.length + others, posts: whole.length });
        expect(Object.values(input.skipped).reduce((sum, count) => sum + count, 0)).toBe(others);
      }),
      { numRuns: RUNS },
    );
  });
});

function expectToExplain(error: unknown): void {
  expect(error).toMatchObject({ name: 'TrendAuditError', message: expect.stringMatching(/./), hint: expect.stringMatching(/./) });
}
