import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCutShort } from '../../src/inspect/is-cut-short.js';

/** The rule as two patterns, which take the square of a text's length. */
const CUT = /…(?:\s*https?:\/\/\S+)?\s*$/u;
const LINK_SHORTENED = /\S[./]\S*\u00a0…\s*$/u;

const piece = fc.constantFrom('…', ' ', '\u00a0', '\n', 'a', 'http://', 'https://t.co/x', '.', '/', 'word', '\u00a0…');

describe('isCutShort', () => {
  it('says what the patterns say', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        expect(isCutShort(text)).toBe(CUT.test(text) && !LINK_SHORTENED.test(text));
      }),
      { numRuns: 5_000 },
    );
  });
});
