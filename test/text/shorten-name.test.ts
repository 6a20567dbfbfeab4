import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLongName, shortenName } from '../../src/text/shorten-name.js';

it.each([
  ['x'.repeat(64), 'x'.repeat(64)],
  ['x'.repeat(65), `${'x'.repeat(64)}…`],
  ['👩🏽\u200D🔬'.repeat(64), '👩🏽\u200D🔬'.repeat(64)],
  ['🇷🇺'.repeat(65), `${'🇷🇺'.repeat(64)}…`],
  [`e${'\u0301'.repeat(5_000)}`, `e${'\u0301'.repeat(1_023)}…`],
  [`a${'\u{1D165}'.repeat(5_000)}`, `a${'\u{1D165}'.repeat(511)}…`],
])('%#', (name, shown) => {
  expect(shortenName(name)).toBe(shown);
  expect(isLongName(name)).toBe(shown !== name);
});

it('begins as the name does, and is never longer than 1,025 units', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const shown = shortenName(name);
      expect(shown.length).toBeLessThanOrEqual(1_025);
      expect(name.startsWith(shown.replace(/…$/u, ''))).toBe(true);
    }),
  );
});
