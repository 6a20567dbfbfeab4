import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsrBuilder, CsrRows, groupIndices } from '../../src/dataset/csr-rows.js';

const VALUES = 12;
const rows = fc.array(fc.array(fc.nat(VALUES - 1), { maxLength: 8 }), { maxLength: 10 });
/** Any number that is no index of so many rows. */
const outside = (count: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ max: -1 }),
    fc.integer({ min: count, max: 2 ** 32 }),
    fc.constantFrom(0.5, Number.NaN, Infinity, -Infinity),
  );

const listsOf = (table: CsrRows): number[][] => Array.from({ length: table.count }, (_, i) => [...table.row(i)]);

describe('CsrRows', () => {
  it('gives back the rows that it was made from', () => {
    fc.assert(
      fc.property(rows, (lists) => {
        const table = CsrRows.fromArrays(lists);
        expect(table.count).toBe(lists.length);
        expect(listsOf(table)).toEqual(lists);
        expect(Array.from(lists, (_, i) => table.rowSize(i))).toEqual(lists.map(({ length }) => length));
        expect(
          listsOf(
            CsrRows.fromSizes(
              Uint16Array.from(lists, ({ length }) => length),
              Uint32Array.from(lists.flat()),
            ),
          ),
        ).toEqual(lists);
        expect(Array.from(lists, (_, i) => [...table.values.subarray(table.start(i), table.end(i))])).toEqual(lists);
      }),
    );
  });

  it('visits every value with its row and its place in it, row after row', () => {
    fc.assert(
      fc.property(rows, (lists) => {
        const visited: number[][] = [];
        CsrRows.fromArrays(lists).forEach((...visit) => visited.push(visit));
        expect(visited).toEqual(lists.flatMap((list, i) => list.map((value, place) => [value, i, place])));
      }),
    );
  });

  it('throws for a row that there is not', () => {
    const withIndex = rows.chain((lists) => fc.tuple(fc.constant(lists), outside(lists.length)));
    fc.assert(
      fc.property(withIndex, ([lists, i]) => {
        const table = CsrRows.fromArrays(lists);
        expect(() => table.row(i)).toThrow(RangeError);
        expect(() => table.rowSize(i)).toThrow(RangeError);
        expect(() => table.select(Uint32Array.of(lists.length))).toThrow(RangeError);
        // Row −1 would end where row 0 begins, and row `count` begin where the last ends.
        expect(() => [table.start(i), table.end(i)]).toThrow(RangeError);
      }),
    );
  });

  it('filters and maps as arrays do', () => {
    const map = fc.func(fc.option(fc.nat(), { nil: undefined }));
    fc.assert(
      fc.property(rows, map, (lists, each) => {
        const once = (value: number): number | undefined => each(value);
        const expected = lists.map((list) => list.map(once).filter((value) => value !== undefined));
        expect(listsOf(CsrRows.fromArrays(lists).filterMap(once))).toEqual(expected);
      }),
    );
  });

  it('selects rows in any order, as often as wanted', () => {
    const chosen = rows.chain((lists) =>
      fc.tuple(
        fc.constant(lists),
        fc.array(fc.nat(Math.max(0, lists.length - 1)), { maxLength: lists.length === 0 ? 0 : 15 }),
      ),
    );
    fc.assert(
      fc.property(chosen, ([lists, order]) => {
        expect(listsOf(CsrRows.fromArrays(lists).select(Uint32Array.from(order)))).toEqual(order.map((i) => lists[i]));
      }),
    );
  });

  it('transposed tells of each value the rows that hold it', () => {
    fc.assert(
      fc.property(rows, (lists) => {
        const expected = Array.from({ length: VALUES }, (_, value) =>
          lists.flatMap((list, i) => list.filter((each) => each === value).map(() => i)),
        );
        expect(listsOf(CsrRows.fromArrays(lists).transposed(VALUES))).toEqual(expected);
      }),
    );
  });

  it('transposed twice is the same table, where rows ascend', () => {
    fc.assert(
      fc.property(rows, (lists) => {
        const ascending = lists.map((list) => list.toSorted((a, b) => a - b));
        const twice = CsrRows.fromArrays(ascending).transposed(VALUES).transposed(lists.length);
        expect(listsOf(twice)).toEqual(ascending);
      }),
    );
  });

  it('takes no value for a row that the transposed table has not', () => {
    expect(() => CsrRows.fromArrays([[0, 3]]).transposed(3)).toThrow(RangeError);
  });

  it.each([
    ['no offsets', [], []],
    ['a first offset above 0', [1, 2], [5, 6]],
    ['an offset below the one before', [0, 2, 1, 2], [5, 6]],
    ['a last offset beyond the values', [0, 3], [5, 6]],
    ['a last offset before the last value', [0, 1], [5, 6]],
  ])('refuses %s', (_, offsets, values) => {
    expect(() => new CsrRows(Uint32Array.from(offsets), Uint32Array.from(values))).toThrow(RangeError);
  });
});

describe('CsrBuilder', () => {
  it('refuses rows that have not got the size that was told', () => {
    const tooMany = new CsrBuilder(Uint32Array.of(1, 1));
    tooMany.push(0, 7);
    tooMany.push(0, 8);
    expect(() => tooMany.build()).toThrow(RangeError);
    const tooFew = new CsrBuilder(Uint32Array.of(2, 0));
    tooFew.push(0, 7);
    expect(() => tooFew.build()).toThrow(RangeError);
    expect(() => tooFew.push(2, 7)).toThrow(RangeError);
  });
});

describe('groupIndices', () => {
  it('lists for each key the indices that have it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(VALUES - 1)), (keys) => {
        const expected = Array.from({ length: VALUES }, (_, key) =>
          keys.flatMap((each, i) => (each === key ? [i] : [])),
        );
        expect(listsOf(groupIndices(Uint32Array.from(keys), VALUES))).toEqual(expected);
      }),
    );
  });

  it('throws for a key that is too large', () => {
    expect(() => groupIndices(Uint32Array.of(0, 2), 2)).toThrow(RangeError);
  });
});
