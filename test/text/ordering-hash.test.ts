import { describe, expect, it } from 'vitest';
import { OrderingHash } from '../../src/text/ordering-hash.js';

const MANY = 300_000;
/** Of so many random numbers of 32 bits n² / 2 / 2³² = 10.5 repeat an earlier one; more than 30 do so once in a million times. */
const MOST_REPEATED = 30;

function repeated(values: Uint32Array): number {
  values.sort();
  let count = 0;
  for (let i = 1; i < values.length; i++) if (values[i] === values[i - 1]) count++;
  return count;
}

function halvesOf(...parts: readonly string[]): number[] {
  const hash = new OrderingHash();
  for (const part of parts) hash.add(part);
  return [hash.high, hash.low];
}

describe('OrderingHash', () => {
  it.each<readonly [string, (i: number) => readonly string[]]>([
    ['ids that grow by one', (i) => [String(438_584_215_207_081_394n + BigInt(i))]],
    ['ids as the platform gives them', (i) => [String(438_584_215_207_081_394n + (BigInt(i) << 22n))]],
    ['numbered texts', (i) => [`читаю у друзей: в городе вышли против ${i} войны`]],
    [
      'five letters of 32',
      (i) =>
        [Array.from({ length: 5 }, (_, k) => String.fromCharCode(0x430 + ((i >> (4 * k)) & 31))).join('')].map(
          (text) => `${text}${i >> 12}`,
        ),
    ],
    ['links', (i) => [`t.co/${i.toString(36).padStart(10, '0')}`]],
    [
      'what ids are made from',
      (i) => [`user${i % 1000}`, String(1_393_401_600_000 + Math.floor(i / 1000) * 1000), '1'],
    ],
  ])('tells %s apart as well as chance would, in either half', (_, parts) => {
    const hash = new OrderingHash();
    const high = new Uint32Array(MANY);
    const low = new Uint32Array(MANY);
    for (let i = 0; i < MANY; i++) {
      hash.reset();
      for (const part of parts(i)) hash.add(part);
      high[i] = hash.high;
      low[i] = hash.low;
    }
    expect(repeated(high)).toBeLessThan(MOST_REPEATED);
    expect(repeated(low)).toBeLessThan(MOST_REPEATED);
  });

  it('counts where a string ends', () => {
    expect(
      new Set(
        [halvesOf('a', 'bc'), halvesOf('ab', 'c'), halvesOf('abc'), halvesOf('abc', ''), halvesOf('', 'abc')].map(
          String,
        ),
      ).size,
    ).toBe(5);
  });
});
