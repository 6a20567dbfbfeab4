import { array, assert, asyncProperty, constantFrom, integer, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/documents/post.js';
import { readFile, readText } from './collect.js';
import { temporaryFile } from './temporary.js';
import { zip } from './zip.js';

const written = temporaryFile('sheet.ods');
const HEADER = ['id', 'created_at', 'username', 'lang', 'text'];
const rows = array(
  record({
    minute: integer({ min: 10, max: 59 }),
    name: constantFrom('ann', 'bob', 'cem'),
    lang: constantFrom('', 'en'),
    text: string({ unit: constantFrom('a', 'é', '<', '&', '"', "'", '#', '🏮', ']'), minLength: 3, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 8 },
).map((all) =>
  all.map(({ minute, name, lang, text }, at) => [
    String(1_393_265_632_211_894_282n + BigInt(at)),
    `2021-05-14 18:${minute}:07`,
    name,
    lang,
    `say ${text} ok`,
  ]),
);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const htmlRow = (cells: readonly string[], cell: string): string =>
  `<tr>${cells.map((each) => `<${cell} class="a>b">${escaped(each)}</${cell}>`).join('')}</tr>\n`;

function html([header = [], ...rest]: readonly (readonly string[])[]): string {
  return `<html><body><table border=1><thead>${htmlRow(header, 'th')}</thead>${rest.map((row) => htmlRow(row, 'TD')).join('')}</table>`;
}

const xmlCell = (text: string, at: number): string =>
  text === '' ? '' : `<Cell ss:Index="${at + 1}"><Data ss:Type="String">${escaped(text)}</Data></Cell>`;

function spreadsheetXml(table: readonly (readonly string[])[]): string {
  return `<?xml version="1.0"?><Workbook xmlns:ss="urn:x"><Worksheet><Table>${table.map((cells) => `<Row>${cells.map(xmlCell).join('')}</Row>`).join('\n')}</Table></Worksheet></Workbook>`;
}

const odsCell = (text: string): string =>
  text === ''
    ? '<table:table-cell/>'
    : `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`;

function openDocument(table: readonly (readonly string[])[]): Buffer {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content><table:table table:name="a">${table.map((cells) => `<table:table-row>${cells.map(odsCell).join('')}<table:table-cell table:number-columns-repeated="1019"/></table:table-row>`).join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table></office:document-content>`;
  return zip({
    mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': Buffer.from(content),
    'meta.xml': Buffer.from('<x/>'),
  });
}

function withoutLine({ line, ...post }: Post): Omit<Post, 'line'> {
  expect(line).toBeGreaterThan(1);
  return post;
}

describe('a table in markup', () => {
  it('gives the posts of the same table in CSV', async () => {
    await assert(
      asyncProperty(rows, async (own) => {
        const table = [HEADER, ...own];
        const csv = table.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
        const { posts } = await readText(`${csv}\n`);
        const plain = posts.map(withoutLine);
        const found = [
          await readText(html(table)),
          await readText(spreadsheetXml(table)),
          await readFile(written(openDocument(table))),
        ];
        for (const each of found) expect(each.posts.map(withoutLine)).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps to its columns where a cell reaches over rows or columns', async () => {
    const { posts } = await readText(
      `<table><tr><th>created_at<th>username<th>lang<th>text</tr>
       <tr><td rowspan=2>2021-05-14 18:03:07</td><td>ann<td colspan=2>one</tr>
       <tr><td>bob</td><td rowspan="2">en<td>two</tr>
       <tr><td>2021-05-14 18:05:07<td>cem<td>three<br>four</tr></table>`,
    );
    expect(posts.map(({ account, text, time }) => [account.id, text, new Date(time).getUTCMinutes()])).toEqual([
      ['ann', 'one', 3],
      ['bob', 'two', 3],
      ['cem', 'three\nfour', 5],
    ]);
  });

  it('takes dates and numbers of OpenDocument as they are kept, not as they are shown', async () => {
    const content = `<?xml version="1.0"?><office:document-content><table:table>
      <table:table-row>${['id', 'created_at', 'username', 'text'].map((name) => `<table:table-cell><text:p>${name}</text:p></table:table-cell>`).join('')}</table:table-row>
      <table:table-row><table:table-cell office:value-type="float" office:value="123456"><text:p>1.2E+5</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2021-05-14T18:03:07"><text:p>14/05/21</text:p></table:table-cell><table:table-cell><text:p>ann</text:p><office:annotation><text:p>a note</text:p></office:annotation></table:table-cell><table:table-cell><text:p>one<text:s text:c="2"/>two</text:p><text:p>three</text:p></table:table-cell></table:table-row>
      </table:table></office:document-content>`;
    const file = written(zip({ mimetype: Buffer.from('x'), 'content.xml': Buffer.from(content) }));
    const { posts } = await readFile(file);
    expect(posts).toMatchObject([
      { id: '123456', time: Date.UTC(2021, 4, 14, 18, 3, 7), account: { id: 'ann' }, text: 'one  two\nthree' },
    ]);
  });

  it('leaves comments out, and takes what is no markup as it is', async () => {
    const { posts } = await readText(
      `<table><tr><th>created_at<th>username<th>text</tr><!-- <tr><td>2021-05-14 18:03:07<td>bob<td>no</tr> -->
       <tr><td>2021-05-14 18:03:07<td>ann<!-- who <b> --><td><![CDATA[a <b> & c]]> --> d</tr></table>`,
    );
    expect(posts.map(({ account, text }) => [account.id, text])).toEqual([['ann', 'a <b> & c --> d']]);
  });

  it('of hostile tags takes no longer than a look at each letter', async () => {
    for (const part of ['<!--', '<a "', `<a '"`, '<![CDATA[', '<a b="<"', ']]>', '<td'])
      await expect(readText(`<table><tr><td>${part.repeat(100_000)}`)).rejects.toMatchObject({
        name: 'TrendAuditError',
      });
  });

  it('that is none is refused with what to do', async () => {
    await expect(readText('<!doctype html><p>Sign in</p>')).rejects.toMatchObject({ code: 'unknown-format' });
    await expect(readText('<table><tr><td>a</td></tr></table>')).rejects.toMatchObject({ name: 'TrendAuditError' });
    await expect(readText(`<table><tr><td>${'a'.repeat(9_000_000)}`)).rejects.toMatchObject({ code: 'malformed' });
  });
});
