import { array, asyncProperty, assert, boolean, constantFrom, integer, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes } from './collect.js';

const HEADER = ['id', 'user_id', 'username', 'created_at', 'text'] as const;

/** Texts with everything that a table must quote, and letters of many scripts. */
const text = array(constantFrom('a', 'Ж', 'ش', '漢', '😀', '"', ',', ';', '\t', '\n', '\r\n', ' ', '#тег', '@'), {
  maxLength: 12,
}).map((parts) => `x${parts.join('')}x`);

const layout = record({
  delimiter: constantFrom(',', ';', '\t'),
  lineEnd: constantFrom('\n', '\r\n'),
  quoteAll: boolean(),
  lastLineEnd: boolean(),
  encoding: constantFrom('utf-8', 'utf-8 with bom', 'utf-16le', 'utf-16be'),
  chunk: constantFrom(1, 3, 7, 64, 100_000),
});

describe('reading what was written', () => {
  it('gives the same posts in the same order, however they were written', async () => {
    await assert(
      asyncProperty(
        array(
          record({
            text,
            user: integer({ min: 1, max: 9 }),
            second: integer({ min: 1_400_000_000, max: 1_500_000_000 }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        layout,
        async (rows, how) => {
          const written = rows.map((row, index) => [
            String(index + 1),
            `90000000000000${row.user}`,
            `user${row.user}`,
            new Date(row.second * 1000).toISOString(),
            row.text,
          ]);
          const lines = [HEADER, ...written].map((cells) =>
            cells.map((cell) => quoted(cell, how.delimiter, how.quoteAll)).join(how.delimiter),
          );
          const bytes = encode(lines.join(how.lineEnd) + (how.lastLineEnd ? how.lineEnd : ''), how.encoding);
          const { posts, input } = await readBytes(bytes, {}, how.chunk);
          expect(
            posts.map((post) => [
              post.id,
              post.account.id,
              post.account.handle,
              new Date(post.time).toISOString(),
              post.text,
            ]),
          ).toEqual(written);
          expect(input).toMatchObject({ rows: rows.length, posts: rows.length, skipped: {}, bytes: bytes.length });
          // The line on which a record begins, counted in another way.
          let line = 1;
          const expected = lines.map((record_) => {
            const begins = line;
            line += 1 + (record_.match(/\r\n|\r|\n/g)?.length ?? 0);
            return begins;
          });
          expect(posts.map((post) => post.line)).toEqual(expected.slice(1));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('never fails but with an error that explains', async () => {
    await assert(
      asyncProperty(string({ unit: 'binary', maxLength: 200 }), boolean(), async (noise, afterHeader) => {
        const outcome = readBytes(Buffer.from(afterHeader ? `id,username,created_at,text\n${noise}` : noise)).then(
          ({ input }) =>
            input.rows === input.posts + Object.values(input.skipped).reduce((sum, count) => sum + count, 0),
          (error: unknown) => error instanceof Error && error.name === 'TrendAuditError',
        );
        expect(await outcome).toBe(true);
      }),
      { numRuns: 75 },
    );
  });
});

function quoted(cell: string, delimiter: string, always: boolean): string {
  return always || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encode(content: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(content);
  if (encoding === 'utf-8 with bom') return Buffer.from(`\uFEFF${content}`);
  const bytes = Buffer.from(`\uFEFF${content}`, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}
