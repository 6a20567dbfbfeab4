import { describe, expect, it } from 'vitest';
import { type Collected, readText } from './collect.js';

const HEADER = ['id', 'created_at', 'username', 'text'];
const ROWS = Array.from({ length: 9 }, (_, n) => [
  String(700 + n),
  `2021-05-14 18:0${n}:07`,
  `user_${n % 4}`,
  n === 4 ? 'this | or that, "who" knows' : `who counted bridge ${n} here`,
]);
const ALL = [HEADER, ...ROWS];
const WIDTHS = HEADER.map((_, at) => Math.max(...ALL.map((row) => row[at]?.length ?? 0)));
const padded = (row: readonly string[]): string[] => row.map((cell, at) => cell.padEnd(WIDTHS[at] ?? 0));
const dashes = (sign: string, more = 0): string[] => WIDTHS.map((width) => sign.repeat(width + more));

const EDGE = `+${dashes('-', 2).join('+')}+`;
const framed = (row: readonly string[]): string => `| ${padded(row).join(' | ')} |`;
const escaped = (row: readonly string[]): string => row.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ');

const expected = ROWS.map(([id, , handle, text]) => [id, handle, text]);
const read = ({ posts }: Collected): unknown => posts.map(({ id, account, text }) => [id, account.handle, text]);

describe('a table drawn for the eye', () => {
  it.each([
    ['mysql', [EDGE, framed(HEADER), EDGE, ...ROWS.map(framed), EDGE, '9 rows in set (0.00 sec)']],
    ['org', [framed(HEADER), `|${dashes('-', 2).join('+')}|`, ...ROWS.map(framed)]],
    [
      'psql',
      [
        ` ${padded(HEADER).join(' | ')} `,
        dashes('-', 2).join('+'),
        ...ROWS.map((row) => ` ${padded(row).join(' | ').trimEnd()}`),
        '(9 rows)',
      ],
    ],
    [
      'Markdown',
      ['# Posts', '', `| ${escaped(HEADER)} |`, '|---|:--|--:|---|', ...ROWS.map((row) => `| ${escaped(row)} |`)],
    ],
    ['Markdown without edges', [escaped(HEADER), '--- | --- | --- | ---', ...ROWS.map(escaped)]],
    [
      'sqlite3',
      [padded(HEADER).join('  '), dashes('-').join('  '), ...ROWS.map((row) => padded(row).join('  ').trimEnd())],
    ],
    [
      'lines of boxes',
      [
        `┌${dashes('─', 2).join('┬')}┐`,
        `│ ${padded(HEADER).join(' │ ')} │`,
        `├${dashes('─', 2).join('┼')}┤`,
        ...ROWS.map((row) => `│ ${padded(row).join(' │ ')} │`),
        `└${dashes('─', 2).join('┴')}┘`,
      ],
    ],
  ])('is read as by %s', async (_, lines) => {
    const found = await readText(lines.join('\n'));
    expect(read(found)).toEqual(expected);
    expect(found.input.skipped).toEqual({});
  });

  it('has texts with line ends, as psql marks them and as mysql does not', async () => {
    const [id, time, handle] = ['7001'.padEnd(WIDTHS[0] ?? 0), '2021-05-14 19:00:07', 'user_1'.padEnd(WIDTHS[2] ?? 0)];
    const blank = WIDTHS.slice(0, 3).map((width) => ' '.repeat(width));
    const width = WIDTHS[3] ?? 0;
    const psql = [
      ` ${padded(HEADER).join(' | ')} `,
      dashes('-', 2).join('+'),
      ` ${[id, time, handle, 'one'.padEnd(width)].join(' | ')}+`,
      ` ${[...blank, 'two'].join(' | ')}`,
      ...ROWS.map((row) => ` ${padded(row).join(' | ')}`),
    ];
    const mysql = [
      EDGE,
      framed(HEADER),
      EDGE,
      `| ${[id, time, handle, 'one'].join(' | ')}`,
      'two |',
      ...ROWS.map(framed),
    ];
    const mine = ['7001'.slice(0, WIDTHS[0]) && '7001', 'user_1', 'one\ntwo'];
    expect(read(await readText(psql.join('\n')))).toEqual([mine, ...expected]);
    expect(read(await readText(mysql.join('\n')))).toEqual([mine, ...expected]);
  });

  it('is none if a line of signs stands in a table of another kind', async () => {
    const lines = [
      'date,user,text',
      ...ROWS.map(([, time, handle, text]) => [time, handle, JSON.stringify(text)].join(',')),
    ];
    const { posts } = await readText(
      [...lines.map((line) => line.replaceAll(String.raw`\"`, '""')), '--- ---'].join('\n'),
    );
    expect(posts).toHaveLength(ROWS.length);
  });
});
