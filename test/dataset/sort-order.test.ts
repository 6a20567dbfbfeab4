import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringRanks } from '../../src/dataset/sort-order.js';

describe('ranksOf', () => {
  it.each([
    ['numbers', fc.bigInt(0n, 10n ** 19n).map(String)],
    [
      'names that begin alike',
      fc
        .tuple(fc.constantFrom('', 'same_beginning', 'same_beginning_2', '\0'), fc.string({ maxLength: 3 }))
        .map((parts) => parts.join('')),
    ],
    ['names of any letters', fc.string({ unit: 'binary', maxLength: 6 })],
  ])('gives each of %s its place by UTF-16 code units', (_, string) => {
    fc.assert(
      fc.property(fc.uniqueArray(string, { maxLength: 40 }), (strings) => {
        const sorted = strings.toSorted();
        expect([...stringRanks(strings)]).toEqual(strings.map((each) => sorted.indexOf(each)));
      }),
    );
  });
});
