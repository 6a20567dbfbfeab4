import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityStrata } from '../../src/decision/activity-strata.js';
import { measured, post, START } from '../dataset/posts.js';

describe('peersOf', () => {
  it('puts each account among as many peers as there must be, and those of equal activity together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 700 }), (activity) => {
        const m = measured(
          activity.flatMap((count, n) =>
            Array.from({ length: count }, (_, k) => post({ by: `a${n}`, time: START + k })),
          ),
        );
        const peers = activityStrata(m);
        expect([...peers.values].sort((a, b) => a - b)).toEqual(activity.map((_, a) => a));
        const blockOf = new Map<number, number>();
        for (let block = 0; block + 1 < peers.offsets.length; block++) {
          expect(peers.rowSize(block)).toBeGreaterThanOrEqual(Math.min(200, activity.length));
          for (const posts of new Set(Array.from(peers.row(block), (a) => m.accounts.postsOf.rowSize(a)))) {
            expect(blockOf.get(posts) ?? block).toBe(block);
            blockOf.set(posts, block);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
