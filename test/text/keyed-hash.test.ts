import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HASH_WORDS, KeyedHash } from '../../src/text/keyed-hash.js';
import { halfSipHash } from './half-sip-hash.js';

const KEY = Uint32Array.of(0x0302_0100, 0x0706_0504, 0xdead_beef, 0x1234_5678);

function hashOf(parts: readonly string[], key = KEY): number[] {
  const hash = new KeyedHash(key);
  for (const part of parts) hash.add(part);
  return written(hash);
}

function written(hash: KeyedHash): number[] {
  const words = new Uint32Array(HASH_WORDS);
  hash.write(words, 0);
  return [...words];
}

/** The message that parts are: for each its length as a word, and its bytes, padded to whole words. */
function messageOf(parts: readonly string[]): Uint8Array {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      return [length, bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)];
    }),
  );
}

const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 });

describe('HalfSipHash', () => {
  it('in plain words gives the vectors of the Linux kernel (lib/tests/siphash_kunit.c, 32 bits)', () => {
    // Of the bytes 0, 1, 2, … as many as their place.
    const vectors = [0x5814c896, 0xe7e864ca, 0xbc4b0e30, 0x01539939, 0x7e059ea6, 0x88e3d89b, 0xa0080b65, 0x9d38d9d6];
    const found = vectors.map(
      (_, length) =>
        halfSipHash(
          Uint8Array.from({ length }, (__, at) => at),
          [0x0302_0100, 0x0706_0504],
          { bits: 32 },
        )[0],
    );
    expect(found).toEqual(vectors);
    expect(
      halfSipHash(
        Uint8Array.from({ length: 63 }, (_, at) => at),
        [0x0302_0100, 0x0706_0504],
        { bits: 32 },
      ),
    ).toEqual([0x8717_8304]);
  });
});

describe('KeyedHash', () => {
  it('is two of HalfSipHash-1-3, of the parts with their lengths before them', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(0xffff_ffff), { minLength: 4, maxLength: 4 }), (parts, key) => {
        const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = key;
        const message = messageOf(parts);
        expect(hashOf(parts, Uint32Array.from(key))).toEqual([
          ...halfSipHash(message, [k0, k1]),
          ...halfSipHash(message, [k2, k3]),
        ]);
      }),
    );
  });

  it('is the same of a text, of its units and of its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
        const bytes = Buffer.from(text);
        expect(written(new KeyedHash(KEY).addUnits(units, units.length))).toEqual(hashOf([text]));
        expect(
          written(new KeyedHash(KEY).addBytes(Buffer.concat([Buffer.from('xy'), bytes, bytes]), 2, 2 + bytes.length)),
        ).toEqual(hashOf([text]));
      }),
    );
  });

  it('counts where a part ends, whatever stands in it', () => {
    const seen = new Set(
      [
        ['a', 'bc'],
        ['ab', 'c'],
        ['abc'],
        ['abc', ''],
        ['', 'abc'],
        ['abcd\u0004\0\0\0', 'efgh'],
        ['abcd', 'efgh'],
        ['abcd\u0004\0\0\0efgh'],
        [],
        [''],
        ['\0'],
        ['\0\0\0\0'],
      ].map((parts) => hashOf(parts).join()),
    );
    expect(seen.size).toBe(12);
  });

  it('starts anew, and differs with the key', () => {
    const hash = new KeyedHash(KEY);
    hash.add('something');
    expect(written(hash.reset().add('x'))).toEqual(hashOf(['x']));
    expect(hashOf(['x'], Uint32Array.of(1, 2, 3, 4))).not.toEqual(hashOf(['x']));
  });

  it('tells two handles apart that an unkeyed hash took for one', () => {
    expect(hashOf(['m4srisbcv5tfo'])).not.toEqual(hashOf(['5izitp55nwlgd']));
    expect(hashOf(['m4srisbcv5tfo and more'])).not.toEqual(hashOf(['5izitp55nwlgd and more']));
  });
});
