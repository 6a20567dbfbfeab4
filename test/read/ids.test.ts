import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDamagedId, readId } from '../../src/read/ids.js';
import { linksOfList, nonEmpty } from '../../src/read/values.js';

describe('readId', () => {
  it('keeps a number in digits as it stands, unless it has lost some', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'0123456789000'), { maxLength: 22 }).map((digits) => digits.join('')),
        (digits) => {
          expect(readId(digits)).toBe(digits === '0' || isDamagedId(digits) ? '' : digits);
          // The way of every other cell.
          expect(readId(` ${digits}`)).toBe(readId(digits));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('isDamagedId', () => {
  it.each([
    '1.34E+18',
    '1,34054E+18',
    '1.34054e18',
    '1e+21',
    '-1.5E+18',
    '1265473820049580032.0',
    '906000000000000000',
  ])('holds %s for what a program has rounded', (id) => {
    expect(isDamagedId(id)).toBe(true);
  });

  it.each(['12345e67', '1e3', '60a1b2c3', '1234567e12345678', '12345'])('holds %s for whole', (id) => {
    expect(isDamagedId(id)).toBe(false);
    expect(readId(id)).toBe(id);
  });
});

describe('present', () => {
  it.each([
    '',
    ' ',
    'NA',
    'n/a',
    'NaN',
    'NULL',
    'None',
    ' none ',
    'NaT',
    'nil',
    '<NA>',
    String.raw`\N`,
    'Undefined',
    '[]',
    '{}',
    '-',
  ])('is nothing for %j', (cell) => {
    expect(nonEmpty(cell)).toBe('');
  });

  it.each([['n'], ['nan!'], ['-1'], ['[a]'], ['нет'], ['undefined!'], ['x']])('is what stands there for %j', (cell) => {
    expect(nonEmpty(` ${cell}\t`)).toBe(cell);
  });
});

describe('linksOfList', () => {
  it('finds links whatever stands between them, and none where none is', () => {
    expect(linksOfList('[\'https://a.example/x\', "HTTP://b.example"]|http://c.example,')).toEqual([
      'https://a.example/x',
      'HTTP://b.example',
      'http://c.example',
    ]);
    expect(linksOfList('[]')).toEqual([]);
  });
});
