import { array, assert, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { withoutTrailing } from '../../src/text/without-trailing.js';

it('takes off the signs at the end and nothing else', () => {
  assert(
    property(array(constantFrom('a', ',', ';', ' ', '😀')), (parts) => {
      const text = parts.join('');
      expect(withoutTrailing(text, ',;')).toBe(text.replace(/[,;]+$/, ''));
    }),
  );
});
