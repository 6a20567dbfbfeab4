import { expect, it } from 'vitest';
import { suggest, suggestSeveral } from '../../src/text/suggest.js';

it('finds what was probably meant, and nothing where nothing is near', () => {
  expect(suggest('anaylze', ['compare', 'analyze'])).toBe('analyze');
  expect(suggest('xyz', ['compare', 'analyze'])).toBe(undefined);
});

it('names a few, the nearest first, and with ties in their order', () => {
  expect(suggestSeveral('krim', ['rim', 'krym', 'krims', 'unrelated'])).toBe('rim, krym or krims');
  expect(suggestSeveral('krim', ['krim2', 'unrelated'])).toBe('krim2');
  expect(suggestSeveral('krim', ['krim', 'krim2', 'krimm', 'kri', 'rim'], 2)).toBe('krim or krim2');
  expect(suggestSeveral('krim', [])).toBe(undefined);
});
