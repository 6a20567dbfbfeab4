import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TrendAuditError } from '../../src/errors.js';
import { unbzip2 } from '../../src/read/unpack/decompressors.js';
import { ZstdFrames } from '../../src/read/unpack/zstd-frames.js';
import { readBytes } from './collect.js';

/** 414,000,000 times the letter a, by `bzip2` (version 1.0.8). */
const BOMB = Buffer.from(
  'QlpoOTFBWSZTWcJtKvMBX44BAKAAAAggADCATUZCoCWpCoCXMUFZJlNZwm0q8wFfjgEAoAAACCAAMIBNRkKgJakKgJcxQVkmU1nCbSrzAV+OAQCgAAAIIAAwgE1GQqAlqQqAlzFBWSZTWcJtKvMBX44BAKAAAAggADCATUZCoCWpCoCXMUFZJlNZwm0q8wFfjgEAoAAACCAAMIBNRkKgJakKgJcxQVkmU1nCbSrzAV+OAQCgAAAIIAAwgE1GQqAlqQqAlzFBWSZTWcJtKvMBX44BAKAAAAggADCATUZCoCWpCoCXMUFZJlNZwm0q8wFfjgEAoAAACCAAMIBNRkKgJakKgJcxQVkmU1nCbSrzAV+OAQCgAAAIIAAwgE1GQqAlqQqAlzFBWSZTWcsSWoQABvIBAKIAAAggADDMCappqUE2pKCeLuSKcKEgSYWmQg==',
  'base64',
);

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('bzip2', () => {
  it('is counted as it is written, and stops where it is too much', async () => {
    let taken = 0;
    const take = (bytes: number): void => {
      expect(bytes).toBeLessThanOrEqual(64 * 1024);
      taken += bytes;
      if (taken > 2 ** 20) throw new TrendAuditError('too-large', 'enough', { hint: 'stop' });
    };
    await expect(unbzip2(piecesOf(BOMB, 100), take).next()).resolves.toMatchObject({ done: false });
    const rest = unbzip2(piecesOf(BOMB, 100), take);
    await expect(
      (async () => {
        for await (const bytes of rest) void bytes;
      })(),
    ).rejects.toThrow('enough');
    expect(taken).toBeLessThan(2 ** 20 + 128 * 1024);
  });

  it('is the same however it is cut into pieces', async () => {
    const packed = readFileSync(join(import.meta.dirname, 'packed-cases/table.csv.bz2'));
    const { posts } = await readBytes(packed, {}, 7);
    expect(posts).toEqual((await readBytes(packed)).posts);
    expect(posts.length).toBe(60);
  });
});

/** The windows that a file claims, told in pieces of a size. */
function windowsOf(bytes: Uint8Array, size: number): number[] {
  const windows: number[] = [];
  const frames = new ZstdFrames((window) => windows.push(window));
  for (let at = 0; at < bytes.length; at += size) frames.push(bytes.subarray(at, at + size));
  return windows;
}

/** A frame without data behind this header. */
function empty(descriptor: readonly number[]): number[] {
  return [0x28, 0xb5, 0x2f, 0xfd, ...descriptor, 1, 0, 0];
}

describe('the frames of Zstandard', () => {
  // RFC 8878, 3.1.1.1.2: 2^(10 + exponent), and mantissa eighths of it.
  it.each([
    [[0x00, 0x00], 1024],
    [[0x00, 0x07], 1024 + 7 * 128],
    [[0x00, 20 << 3], 2 ** 30],
    [[0x20, 60], 60],
    [[0x60, 4, 1], 256 + 260],
    [[0xa0, 0, 0, 0, 1], 2 ** 24],
    [[0xe0, 0, 0, 0, 0, 1, 0, 0, 0], 2 ** 32],
    // With the number of a dictionary after the window.
    [[0x01, 9, 0x77], 2 ** 11 + 2 ** 8],
  ])('%j claim their window', (descriptor, window) => {
    expect(windowsOf(Uint8Array.from(empty(descriptor)), 1)).toEqual([window]);
  });

  it('are all walked along, skippable ones too, however they are cut', () => {
    const sample = readFileSync(join(import.meta.dirname, 'packed-cases/table.csv.zst'));
    const skippable = Buffer.from([0x53, 0x2a, 0x4d, 0x18, 5, 0, 0, 0, 0x28, 0xb5, 0x2f, 0xfd, 0]);
    const bytes = Buffer.concat([sample, skippable, Buffer.from(empty([0x00, 0x10])), sample]);
    const [own = 0] = windowsOf(sample, 1000);
    expect(own).toBeGreaterThan(1000);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bytes.length }), (size) => {
        expect(windowsOf(bytes, size)).toEqual([own, 4096, own]);
      }),
    );
  });

  it('that claim a window of 2 GB in a file of 20 bytes are refused before it is taken', async () => {
    const frame = Buffer.from([
      0x28,
      0xb5,
      0x2f,
      0xfd,
      0,
      (20 << 3) | 7,
      (10 << 3) | 1,
      0,
      0,
      ...Buffer.from('id,user,te'),
    ]);
    await expect(readBytes(frame)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('needs 1.88G of memory at once'),
    });
  });
});
