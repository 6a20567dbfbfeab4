import { array, assert, asyncProperty, bigInt, boolean, constantFrom, integer, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes } from './collect.js';

/** Texts with everything that JSON must escape, what looks like JSON in them, and letters of many scripts. */
const text = array(
  constantFrom(
    'a',
    'Ж',
    '😀',
    '"',
    '\\',
    '\n',
    '\u2028',
    '{',
    '}',
    '},',
    '[',
    ':',
    ' 12345678901234567890',
    '#тег',
    'RT ',
  ),
  { maxLength: 12 },
).map((parts) => `x${parts.join('')}x`);
const posts = array(
  record({
    text,
    id: bigInt({ min: 10n ** 14n, max: 10n ** 17n }),
    user: integer({ min: 1, max: 9 }),
    second: integer({ min: 1_400_000_000, max: 1_500_000_000 }),
    nested: boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);
type Drawn = readonly {
  readonly text: string;
  readonly id: bigint;
  readonly user: number;
  readonly second: number;
  readonly nested: boolean;
}[];

const layout = record({
  wrapping: constantFrom('lines', 'array', 'search', 'pages'),
  indent: constantFrom(0, 1, 4),
  lineEnd: constantFrom('\n', '\r\n'),
  escaped: boolean(),
  asNumbers: boolean(),
  chunk: constantFrom(1, 3, 7, 64, 100_000),
});

describe('reading JSON that was written', () => {
  it('gives the same posts in the same order, however they were written and come', async () => {
    await assert(
      asyncProperty(posts, layout, async (rows: Drawn, how) => {
        const expected = rows.map(({ text: said, user, second }, index) => [
          idOf(rows, index),
          `70000000000000000${user}`,
          `user${user}`,
          second * 1000,
          said,
        ]);
        const content = how.wrapping === 'pages' ? pages(rows, how.lineEnd) : versionOne(rows, how);
        const written = how.escaped
          ? content.replace(
              /[^\x00-\x7f]/g,
              (letter) => String.raw`\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
            )
          : content;
        const { posts: found, input } = await readBytes(Buffer.from(written), {}, how.chunk);
        expect(found.map((post) => [post.id, post.account.id, post.account.handle, post.time, post.text])).toEqual(
          expected,
        );
        expect(input).toMatchObject({ rows: rows.length, posts: rows.length, skipped: {} });
      }),
      { numRuns: 200 },
    );
  });

  it('loses no post that stands before the place where a file is cut off', async () => {
    await assert(
      asyncProperty(
        posts,
        constantFrom('lines', 'array'),
        integer({ min: 0, max: 100 }),
        constantFrom(1, 64, 100_000),
        async (rows: Drawn, wrapping, percent, chunk) => {
          const whole = versionOne(rows, { wrapping, indent: 0, lineEnd: '\n', asNumbers: false });
          const cut = whole.slice(0, Math.floor((whole.length * percent) / 100));
          const complete = (cut.match(/"end":true\}/g) ?? []).length;
          const outcome = await readBytes(Buffer.from(cut), { maxBadRows: 1 }, chunk).then(
            ({ input }) => input.posts,
            (error: unknown) => (error instanceof Error && error.name === 'TrendAuditError' ? 0 : -1),
          );
          expect(outcome).toBe(complete);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** Long, each its own, and none that looks rounded: that is another matter. */
function idOf(rows: Drawn, index: number): string {
  return `${rows[index]?.id ?? 0n}${index + 11}`;
}

function versionOne(
  rows: Drawn,
  {
    wrapping,
    indent,
    lineEnd,
    asNumbers,
  }: { readonly wrapping: string; readonly indent: number; readonly lineEnd: string; readonly asNumbers: boolean },
): string {
  const values = rows.map((row, index) => {
    const user = {
      screen_name: `user${row.user}`,
      id: `@70000000000000000${row.user}@`,
      ...(row.nested ? { description: 'a } "b" { [' } : {}),
    };
    return {
      created_at: new Date(row.second * 1000).toISOString(),
      id: `@${idOf(rows, index)}@`,
      user,
      full_text: row.text,
      end: true,
    };
  });
  const write = (value: unknown, spaces: number): string =>
    JSON.stringify(value, null, spaces).replace(/"@(\d+)@"/g, asNumbers ? '$1' : '"$1"');
  const whole =
    wrapping === 'lines'
      ? values.map((value) => write(value, 0)).join('\n')
      : write(wrapping === 'array' ? values : { statuses: values }, indent);
  return whole.replaceAll('\n', lineEnd);
}

/** Two posts a page. */
function pages(rows: Drawn, lineEnd: string): string {
  const lines: string[] = [];
  for (let from = 0; from < rows.length; from += 2) {
    const some = rows.slice(from, from + 2);
    const data = some.map((row, at) => ({
      id: idOf(rows, from + at),
      author_id: `70000000000000000${row.user}`,
      created_at: new Date(row.second * 1000).toISOString(),
      text: row.text,
    }));
    const users = [...new Set(some.map(({ user }) => user))].map((user) => ({
      id: `70000000000000000${user}`,
      username: `user${user}`,
    }));
    lines.push(JSON.stringify({ data, includes: { users } }));
  }
  return lines.join(lineEnd);
}
