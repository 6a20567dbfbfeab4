import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CsvDialect, parsing, readRecords } from '../../src/read/csv-records.js';
import { readRegular, RegularRecords } from '../../src/read/regular-records.js';

const layout: CsvDialect = { delimiter: ',', quote: '"', recordDelimiters: ['\r\n', '\n'] };

/** Pieces of tables that are regular, and some that no table should have. */
const regular = [
  'a',
  'bc',
  ',',
  '\n',
  '\r\n',
  '\n\n',
  'й',
  '🙂',
  ' ',
  ',"y, z",',
  '\n"q\nq"\n',
  ',"a ""b"" c"\r\n',
  ',""\n',
];
const irregular = ['"', '""', '\r', '",', '"x"'];

async function cellsOf(text: Buffer, sizes: readonly number[]): Promise<(readonly string[])[]> {
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0, k = 0; at < text.length; k++) {
      const size = sizes[k % sizes.length] ?? 1;
      yield text.subarray(at, at + size);
      at += size;
    }
  }
  const found: (readonly string[])[] = [];
  for await (const rows of readRecords(chunks(), layout)) found.push(...rows.map(({ cells }) => cells));
  return found;
}

/** What csv-parse makes of it, or the name of the error where it makes nothing. */
function expectedOf(text: Buffer): unknown {
  try {
    return parse(text, parsing(layout)).filter((cells) => cells.length > 1 || cells[0] !== '');
  } catch {
    return 'CsvSyntaxError';
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });

it.each([
  ['regular', regular],
  ['any', [...regular, ...irregular]],
])('reads %s tables as csv-parse does, however they are divided', async (_, pieces) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), sizes, async (parts, by) => {
      const text = Buffer.from(parts.join(''));
      const read = (): Promise<unknown> => cellsOf(text, by).catch(({ name }: Error) => name);
      expect(await read()).toEqual(expectedOf(text));
    }),
  );
});

it('stops at the record that is not regular, and keeps it', () => {
  const records = new RegularRecords(layout);
  expect(records.push(Buffer.from('a,b\n"c, d",e\nit"s,f\ng,h\n'))).toEqual([
    ['a', 'b'],
    ['c, d', 'e'],
  ]);
  expect(records.isRegular).toBe(false);
  expect(records.rest.toString()).toBe('it"s,f\ng,h\n');
});

it('stops at bytes that are no UTF-8', () => {
  const records = new RegularRecords(layout);
  expect(records.push(Buffer.from([97, 0xff, 10, 98, 10, 99, 10, 100]))).toEqual([]);
  expect(records.isRegular).toBe(false);
});

it('reads with apostrophes for quotes, and no more records than are wanted', () => {
  const found: (readonly string[])[] = [];
  const text = "a,b\n'c, d',e\n'it''s',f\n";
  const read = (most: number): unknown =>
    readRegular(text, { ...layout, quote: "'" }, most, (cells, from, to) =>
      found.push([...cells, text.slice(from, to)]),
    );
  expect(read(2)).toEqual({ end: 13, isRegular: true });
  expect(found).toEqual([
    ['a', 'b', 'a,b\n'],
    ['c, d', 'e', "'c, d',e\n"],
  ]);
  expect(read(Infinity)).toEqual({ end: text.length, isRegular: true });
  expect(found.at(-1)).toEqual(["it's", 'f', "'it''s',f\n"]);
});
