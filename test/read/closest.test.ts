import { expect, it } from 'vitest';
import { closest, closestFew } from '../../src/read/closest.js';

it('finds what was probably meant, and nothing where nothing is near', () => {
  expect(closest('anaylze', ['compare', 'analyze'])).toBe('analyze');
  expect(closest('xyz', ['compare', 'analyze'])).toBe(undefined);
});

it('names a few, the nearest first, and with ties in their order', () => {
  expect(closestFew('krim', ['rim', 'krym', 'krims', 'unrelated'])).toBe('rim, krym or krims');
  expect(closestFew('krim', ['krim2', 'unrelated'])).toBe('krim2');
  expect(closestFew('krim', ['krim', 'krim2', 'krimm', 'kri', 'rim'], 2)).toBe('krim or krim2');
  expect(closestFew('krim', [])).toBe(undefined);
});
