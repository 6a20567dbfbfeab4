import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densestWindow } from '../../src/stats/densest-window.js';

describe('densestWindow', () => {
  it('is as dense as any, and the first such', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
        (values, width) => {
          const sorted = [...values].sort((a, b) => a - b);
          const sizes = sorted.map((from, i) => sorted.filter((value, j) => j >= i && value < from + width).length);
          const most = Math.max(0, ...sizes);
          expect(densestWindow(sorted, width)).toEqual({ start: Math.max(0, sizes.indexOf(most)), size: most });
        },
      ),
    );
  });
});
