import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { type ReportColumn, renderFigures, renderTable } from '../../src/report/table.js';

const bold = (text: string): string => `\u001B[1m${text}\u001B[22m`;
const columns: readonly ReportColumn[] = [
  { head: 'account', align: 'left', paint: bold },
  { head: 'posts', align: 'right' },
  { head: 'why', align: 'left' },
];

describe('renderTable', () => {
  it('aligns columns to the left and to the right, and ends a line where its last text ends', () => {
    const { head, rows, width } = renderTable(
      columns.map(({ head: name, align }) => ({ head: name, align })),
      [
        ['a', '1,234', 'x'],
        ['longer name', '5', ''],
        ['', '', 'end'],
      ],
    );
    expect([head, ...rows]).toEqual([
      'account      posts  why',
      'a            1,234  x',
      'longer name      5',
      '                    end',
    ]);
    expect(width).toBe('longer name  1,234  end'.length);
  });

  it('paints texts, and neither heads nor the room beside a text', () => {
    const { head, rows } = renderTable(columns, [['a', '1', 'x']]);
    expect([head, ...rows]).toEqual(['account  posts  why', `${bold('a')}            1  x`]);
  });

  it('shows every text whole and in its column, however a terminal shows it', () => {
    const name = constantFrom(
      'Светлана',
      '田中さん',
      'नमस्ते',
      'สวัสดี',
      '🇷🇺🇺🇦',
      '👩🏽‍🚀',
      '🫠🪿',
      'e\u0301te\u0301',
      'ﾊﾞﾙ',
      '❤️',
      'a',
      '',
    );
    const text = tuple(name, string({ unit: 'grapheme', maxLength: 6 })).map((parts) =>
      parts.join('').replaceAll(/\p{C}|\s/gu, '_'),
    );
    assert(
      property(array(tuple(text, integer(), text), { minLength: 1, maxLength: 6 }), (made) => {
        const cells = made.map(([first, figure, last]) => [first, String(figure), `|${last}`]);
        const { rows } = renderTable(columns, cells);
        const starts = rows.map((row, index) => {
          const last = cells[index]?.[2] ?? '';
          expect(row.startsWith(bold(cells[index]?.[0] ?? ''))).toBe(true);
          expect(row.endsWith(` ${cells[index]?.[1] ?? ''}  ${last}`)).toBe(true);
          return stringWidth(row.slice(0, row.length - last.length));
        });
        expect(new Set(starts).size).toBe(1);
      }),
    );
  });
});

describe('renderFigures', () => {
  it('draws our own words and figures as renderTable does', () => {
    const words = constantFrom(
      'likely coordinated',
      'unclear',
      '· synchrony',
      '0.912–0.998',
      '−0.034',
      '12,345',
      '4.1%',
      '–',
      '',
    );
    assert(
      property(array(tuple(words, words, words), { minLength: 1, maxLength: 6 }), (rows) => {
        expect(renderFigures(columns, rows)).toEqual(renderTable(columns, rows));
      }),
    );
  });
});
