import { array, assert, asyncProperty, integer, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText, digitsText, numberKind } from '../../src/read/workbook/cell-format.js';
import { readFile } from './collect.js';
import { temporaryFile } from './temporary.js';
import { escapeXml, type SheetXml, textRow, workbook, type WorkbookXml } from './workbook-file.js';

const written = temporaryFile('file.xlsx');

const HEADER = ['id', 'username', 'created_at', 'text'];
const POSTS = [
  ['1', 'ann', '2020-01-01T00:00:00Z', 'hello #tag'],
  ['2', 'bob', '2020-01-01T00:00:05Z', 'привет'],
];

function sheet(rows: readonly (readonly string[])[], name = 'Sheet1', state?: SheetXml['state']): SheetXml {
  return { name, rows: rows.map(textRow).join(''), ...(state ? { state } : {}) };
}

const read = (book: WorkbookXml | Buffer, options = {}): ReturnType<typeof readFile> =>
  readFile(written(Buffer.isBuffer(book) ? book : workbook(book)), options);

/** The texts of a sheet whose posts have this in their cells of text. */
async function textsOf(cells: readonly string[], book: Omit<WorkbookXml, 'sheets'> = {}): Promise<string[]> {
  const rows = cells.map(
    (cell, at) =>
      `<row><c t="inlineStr"><is><t>${at}</t></is></c><c t="inlineStr"><is><t>user${at}</t></is></c><c t="inlineStr"><is><t>2020-01-01T00:00:0${at}Z</t></is></c>${cell}</row>`,
  );
  const { posts } = await read({ ...book, sheets: [{ name: 'Posts', rows: textRow(HEADER) + rows.join('') }] });
  return posts.map(({ text }) => text);
}

describe('a workbook', () => {
  it('has the posts of its rows', async () => {
    const { posts, input } = await read({ sheets: [sheet([HEADER, ...POSTS])] });
    expect(posts.map(({ id, account: { handle }, time, text, line }) => [id, handle, time, text, line])).toEqual([
      ['1', 'ann', Date.UTC(2020, 0, 1), 'hello #tag', 2],
      ['2', 'bob', Date.UTC(2020, 0, 1, 0, 0, 5), 'привет', 3],
    ]);
    expect(input.posts).toBe(2);
  });

  it('is read below a title, with empty cells and rows left out, and numbers rows as the sheet does', async () => {
    const rows = `${textRow(['Export of a tool'])}<row r="4">${textRow(HEADER).slice(5)}<row r="7"><c r="D7" t="inlineStr"><is><t>hello</t></is></c><c r="B7" t="inlineStr"><is><t>ann</t></is></c><c r="C7" t="inlineStr"><is><t>2020-01-01T00:00:00Z</t></is></c><c r="Z7" t="inlineStr"><is><t>a note beside</t></is></c></row>`;
    const { posts } = await read({ sheets: [{ name: 'a', rows }] });
    expect(posts.map(({ id, account, text, line }) => [id, account.id, text, line])).toEqual([
      [undefined, 'ann', 'hello', 7],
    ]);
  });

  it('has texts within their cells, shared, in runs, without readings, and with letters that XML cannot hold', async () => {
    const texts = await textsOf(
      [
        '<c t="s"><v>0</v></c>',
        '<c t="s"><v>1</v></c>',
        '<c t="inlineStr"><is><r><t>one </t></r><r><rPr/><t>two</t></r></is></c>',
        '<c t="s"><v>2</v></c>',
        '<c t="str"><f>A1&amp;"x"</f><v>a result</v></c>',
      ],
      {
        strings:
          '<si><t>shared &amp; escaped &#x1F600;</t></si><si><r><t>日本</t></r><rPh sb="0" eb="2"><t>にほん</t></rPh></si><si><t>line_x000A_break _x005F_x000A_</t></si>',
      },
    );
    expect(texts).toEqual(['shared & escaped 😀', '日本', 'one two', 'line\nbreak _x000A_', 'a result']);
  });

  it('has formulas and errors as texts, never computed', async () => {
    expect(
      await textsOf([
        '<c><f>HYPERLINK("http://example.org","x")</f></c>',
        '<c><f>1+1</f><v>2</v></c>',
        '<c t="str"><f>cmd|calc</f><v></v></c>',
      ]),
    ).toEqual(['=HYPERLINK("http://example.org","x")', '2', '=cmd|calc']);
  });

  it('loses no text to another where a program has put an error in its place', async () => {
    const { posts, input } = await read({
      sheets: [
        sheet([
          HEADER,
          ...['#NAME?', '#NAME?', '#REF!', 'whole'].map((text, at) => [
            String(at),
            `u${at}`,
            `2020-01-01T00:00:0${at}Z`,
            text,
          ]),
        ]),
      ],
    });
    expect(posts.map(({ text }) => text)).toEqual(['', '', '', 'whole']);
    expect(posts.flatMap(({ hashtags }) => hashtags)).toEqual([]);
    expect(input.notes.join()).toContain('3 texts were lost when a spreadsheet saved the file');
  });

  it.each([
    ['dd.mm.yyyy hh:mm:ss', false],
    [22, false],
    ['[$-409]m/d/yy h:mm AM/PM;@', true],
  ])('has dates as dates (%s)', async (format, from1904) => {
    const day = 43_947.75 - (from1904 ? 1462 : 0);
    const { posts } = await read({
      from1904,
      formats: [format],
      sheets: [
        {
          name: 'a',
          rows:
            textRow(HEADER) +
            `<row>${textRow(['1', 'ann']).slice(5, -6)}<c s="1"><v>${day}</v></c><c t="inlineStr"><is><t>x</t></is></c></row>`,
        },
      ],
    });
    expect(posts.map(({ time }) => new Date(time).toISOString())).toEqual(['2020-04-26T18:00:00.000Z']);
  });

  it('takes the first sheet with posts, shown before hidden ones, and says so', async () => {
    const notes = sheet(
      [
        ['Please read', 'me'],
        ['a', 'b'],
      ],
      'About',
    );
    const { posts, input } = await read({
      sheets: [
        sheet([HEADER, ['9', 'zed', '2019-01-01T00:00:00Z', 'old']], 'Old', 'hidden'),
        notes,
        sheet([HEADER, ...POSTS], 'New'),
      ],
    });
    expect(posts.map(({ id }) => id)).toEqual(['1', '2']);
    expect(input.notes[0]).toBe(
      'Posts were read from the sheet “New”, the first that holds some. “Old” holds posts as well and was not read: --sheet names another.',
    );
    const other = await read({ sheets: [sheet([HEADER, ...POSTS], 'New'), notes] });
    expect(other.input.notes[0]).toBe('Posts were read from the sheet “New”; “About” holds none.');
  });

  it('has the sheet that is named', async () => {
    const book = {
      sheets: [sheet([HEADER, ...POSTS], 'New'), sheet([HEADER, ['9', 'zed', '2019-01-01T00:00:00Z', 'old']], 'Old')],
    };
    expect((await read(book, { sheet: 'old' })).posts.map(({ id }) => id)).toEqual(['9']);
    await expect(read(book, { sheet: 'Odd' })).rejects.toMatchObject({
      message: '--sheet: there is no sheet “Odd”',
      hint: 'did you mean --sheet “Old”?',
    });
  });

  it('without names of columns is read by their numbers', async () => {
    const { posts } = await read(
      { sheets: [sheet([['x', '', '', ''], ...POSTS].slice(1))] },
      { noHeader: true, map: { handle: '2', time: '3', text: '4' } },
    );
    expect(posts.map(({ account }) => account.id)).toEqual(['ann', 'bob']);
  });

  it('of one sheet without posts says what it lacks', async () => {
    await expect(
      read({
        sheets: [
          sheet([
            ['id', 'text', 'when'],
            ['1', 'x', 'y'],
          ]),
        ],
      }),
    ).rejects.toMatchObject({
      name: 'TrendAuditError',
    });
  });
});

describe('a workbook that is damaged or hostile', () => {
  const good = { sheets: [sheet([HEADER, ...POSTS])] };
  const part = (name: string, content: string): WorkbookXml => ({ ...good, parts: { [name]: content } });

  it.each([
    ['is cut off', workbook(good).subarray(0, 900)],
    ['has a sheet that is no XML', part('xl/worksheets/sheet0.xml', '<worksheet><sheetData><row>')],
    ['points to no text', { sheets: [{ name: 'a', rows: '<row><c t="s"><v>7</v></c><c/></row>' }], strings: '' }],
    ['has a column beyond the last', { sheets: [{ name: 'a', rows: '<row><c r="XFE1"><v>1</v></c></row>' }] }],
    ['nests without end', part('xl/worksheets/sheet0.xml', '<a>'.repeat(1e5))],
    ['declares entities', part('xl/worksheets/sheet0.xml', '<!DOCTYPE a [<!ENTITY x "y">]><worksheet>&x;</worksheet>')],
    ['has no sheet where it says', part('xl/_rels/workbook.xml.rels', '<Relationships/>')],
  ])('%s: a plain error', async (_, book) => {
    await expect(read(book)).rejects.toMatchObject({ name: 'TrendAuditError', hint: expect.stringMatching(/./) });
  });

  it('unpacks to more than a dump can: refused before it is held', async () => {
    const row = textRow(['1', 'ann', '2020-01-01', 'a'.repeat(1000)]);
    await expect(
      read({ sheets: [{ name: 'a', rows: textRow(HEADER) + row.repeat(3000) }] }, { maxBytes: 2 ** 20 }),
    ).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('names one long text, or a far column, in every row: refused as if each stood there', async () => {
    const short =
      POSTS[0]
        ?.slice(0, 3)
        .map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`)
        .join('') ?? '';
    const book = (cell: string): WorkbookXml => ({
      sheets: [{ name: 'a', rows: textRow(HEADER) + `<row>${short}${cell}</row>`.repeat(300) }],
      strings: `<si><t>${'a long text '.repeat(2000)}</t></si>`,
    });
    const given = { maxBytes: 2 ** 22, maxBadRows: 1 };
    await expect(read(book('<c t="s"><v>0</v></c>'), given)).rejects.toMatchObject({ code: 'too-large' });
    await expect(read(book('<c r="XFD1"><v>1</v></c>'), given)).rejects.toMatchObject({ code: 'too-large' });
    expect((await read(book('<c><v>1</v></c>'), given)).posts).not.toEqual([]);
  });

  it('makes few bytes wide rows: refused before they are held', async () => {
    const rows = textRow(Array.from({ length: 16_000 }, (_, at) => (at < 4 ? (HEADER[at] ?? '') : 'x')));
    const row = '<row><c t="inlineStr"><is><t>1</t></is></c></row>';
    await expect(
      read({ sheets: [{ name: 'a', rows: rows + row.repeat(10_000) }] }, { maxBytes: 2 ** 22 }),
    ).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});

/** A text as workbooks write it: `_x` is the beginning of an escape. */
function escapeText(text: string): string {
  return escapeXml(text).replaceAll('_x', '_x005F_x');
}

describe('cells', () => {
  // Pairs from ECMA-376 part 1, 18.17.4, and from what LibreOffice shows.
  it.each([
    [1, 'day', false, '1899-12-31'],
    [367, 'day', false, '1901-01-01'],
    [45_658, 'day', false, '2025-01-01'],
    [45_658.5, 'moment', false, '2025-01-01 12:00:00'],
    [45_658 + 1 / 86_400_000, 'moment', false, '2025-01-01 00:00:00.001'],
    [0, 'day', true, '1904-01-01'],
    [0.5, 'moment', false, '12:00:00'],
    [-1, 'day', false, '-1'],
    [1e9, 'day', false, '1000000000'],
  ] as const)('%s as a %s is a date', (serial, kind, from1904, text) => {
    expect(dateText(serial, kind, from1904)).toBe(text);
  });

  it.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['#,##0 "days"', 'number'],
    ['[Red]0', 'number'],
    ['[h]:mm:ss', 'number'],
    ['0.00E+00', 'number'],
    ['yyyy-mm-dd', 'day'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'day'],
    ['h:mm', 'moment'],
    ['yyyy"年"m"月"d"日" hh:mm', 'moment'],
  ])('the format %s is one of a %s', (code, kind) => {
    expect(numberKind(164, code)).toBe(kind);
  });

  it('keep all digits that are written, and mark what a floating point number has lost', () => {
    expect(digitsText('1251954312772812001')).toBe('1251954312772812001');
    expect(digitsText('1.251954312772812E+18')).toBe('1251954312772812032.0');
    expect(digitsText('2.5')).toBe('2.5');
    expect(digitsText('1E3')).toBe('1000');
  });

  it('are what was written, whatever the letters', async () => {
    await assert(
      asyncProperty(
        array(string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }),
        integer({ min: 0, max: 1 }),
        async (texts, shared) => {
          const plain = texts.map((text) => `x ${text.replaceAll(/\p{C}/gu, '')} x`);
          const cells = plain.map((text, at) =>
            shared ? `<c t="s"><v>${at}</v></c>` : `<c t="inlineStr"><is><t>${escapeText(text)}</t></is></c>`,
          );
          expect(
            await textsOf(
              cells,
              shared ? { strings: plain.map((text) => `<si><t>${escapeText(text)}</t></si>`).join('') } : {},
            ),
          ).toEqual(plain);
        },
      ),
      { numRuns: 30 },
    );
  });
});
