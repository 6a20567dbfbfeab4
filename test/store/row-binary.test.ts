import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowBinaryReader } from '../../src/engine/store/row-binary-reader.js';
import { RowBinaryWriter } from '../../src/engine/store/row-binary-writer.js';

/** A value of each kind, with how it is written and read. */
const VALUE = fc.oneof(
  fc.nat(255).map((value) => ({ kind: 'uint8', value }) as const),
  fc.nat(0xffff_ffff).map((value) => ({ kind: 'uint32', value }) as const),
  fc.maxSafeNat().map((value) => ({ kind: 'uint64', value }) as const),
  fc.double().map((value) => ({ kind: 'float64', value }) as const),
  fc.nat(2 ** 31).map((value) => ({ kind: 'count', value }) as const),
  // Any units of UTF-16, surrogates that stand alone among them.
  fc
    .string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) })
    .map((value) => ({ kind: 'text', value }) as const),
  fc.string({ unit: 'grapheme' }).map((value) => ({ kind: 'text', value }) as const),
);
type Value = typeof VALUE extends fc.Arbitrary<infer V> ? V : never;

function write(values: readonly Value[]): Buffer {
  const writer = new RowBinaryWriter();
  for (const { kind, value } of values) {
    if (kind === 'text') writer.text(value);
    else writer[kind](value);
  }
  return writer.take();
}

describe('RowBinary', () => {
  it('has the bytes that ClickHouse documents', () => {
    // `SELECT toUInt8(1), toUInt32(258), toUInt64(2), toFloat64(1), 'añ', [toUInt32(3)] FORMAT RowBinary`, and a length of two bytes.
    const writer = new RowBinaryWriter();
    writer.uint8(1);
    writer.uint32(258);
    writer.uint64(2);
    writer.float64(1);
    writer.text('añ');
    writer.count(1);
    writer.hashes(new Uint32Array([3]), 0, 1);
    writer.count(300);
    expect(writer.take().toString('hex')).toBe(
      ['01', '02010000', '0200000000000000', '000000000000f03f', '0361c3b1', '01', '03000000', 'ac02'].join(''),
    );
  });

  it('comes back as it was, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(VALUE, { minLength: 1, maxLength: 6 })),
        fc.integer({ min: 1, max: 9 }),
        (rows, size) => {
          const bytes = Buffer.concat(rows.map(write));
          const reader = new RowBinaryReader();
          const found: unknown[][] = [];
          const readRow = (): unknown[] => (rows[found.length] ?? []).map(({ kind }) => reader[kind]());
          for (let at = 0; at < bytes.length; at += size) {
            reader.push(bytes.subarray(at, at + size));
            while (found.length < rows.length && reader.holds(readRow)) found.push(readRow());
          }
          expect(found).toEqual(rows.map((row) => row.map(({ value }) => value)));
          expect(reader.left.length).toBe(0);
        },
      ),
    );
  });
});
