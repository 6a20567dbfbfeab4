import { describe, expect, it } from 'vitest';
import { readText } from './collect.js';

const HEADER = ['id', 'text', 'username', 'created_at'];
const rows = (count: number, text: (n: number) => string): string[][] =>
  Array.from({ length: count }, (_, n) => [
    String(9000 + n),
    text(n),
    `user_${n % 7}`,
    new Date(Date.UTC(2021, 4, 14, 8, 0, 7 * n)).toISOString().slice(0, 19),
  ]);
const written = (table: readonly string[][], delimiter: string): string =>
  [HEADER, ...table].map((cells) => cells.join(delimiter)).join('\n');

describe('a table that is written without quoting', () => {
  it.each(['\t', '|', ';'])('keeps quotes as signs, parted by %j', async (delimiter) => {
    const table = rows(80, (n) =>
      n % 20 === 3 ? '"who counts here' : n % 20 === 7 ? 'he said "no"' : `bridge ${n} is shut`,
    );
    const { posts } = await readText(written(table, delimiter));
    expect(posts.map(({ id, text }) => [id, text])).toEqual(table.map(([id, text]) => [id, text]));
  });

  it('loses no rows in silence if a quote is opened far below', async () => {
    const table = rows(3000, (n) =>
      n === 2500 ? '"who counts here' : n === 2504 ? 'he said "no"' : `bridge ${n} is shut`,
    );
    const inRow = table.map(([id = '', text = '', user = '', time = '']) => [id, user, time, text]);
    const { posts, input } = await readText(
      [['id', 'username', 'created_at', 'text'], ...inRow].map((cells) => cells.join('\t')).join('\n'),
    );
    expect(posts).toHaveLength(2995);
    expect(input.skipped).toEqual({ malformed: 1 });
  });
});

describe('a table that is cut off', () => {
  it('within quotes is not taken for one without', async () => {
    const text = written(
      rows(80, (n) => `"bridge ${n}, they say"`),
      ',',
    );
    await expect(readText(text.slice(0, text.lastIndexOf(' they')))).rejects.toMatchObject({ code: 'malformed' });
  });
});

describe('a table that is written with quotes', () => {
  it.each<[string, (n: number) => string, (n: number) => string]>([
    [
      'around texts with line ends',
      (n) => (n % 9 === 0 ? `"one ${n}\ntwo"` : `bridge ${n}`),
      (n) => (n % 9 === 0 ? `one ${n}\ntwo` : `bridge ${n}`),
    ],
    ['around all', (n) => `"bridge ${n} is ""shut"""`, (n) => `bridge ${n} is "shut"`],
    [
      'around delimiters alone',
      (n) => (n % 9 === 0 ? `"shut\t${n}"` : `bridge ${n}`),
      (n) => (n % 9 === 0 ? `shut\t${n}` : `bridge ${n}`),
    ],
  ])('is read with these: %s', async (_, text, own) => {
    const { posts } = await readText(written(rows(80, text), '\t'));
    expect(posts.map((post) => post.text)).toEqual(rows(80, own).map(([, each]) => each));
  });
});
