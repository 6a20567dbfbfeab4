import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Verdict, VERDICTS } from '../../src/documents/verdict.js';
import { timeline } from '../../src/trend/timeline.js';
import { DAY, HOUR, measured, MINUTE, post, START } from '../dataset/posts.js';

describe('timeline', () => {
  it('counts each post once, in bins of one width without gaps that begin on the clock', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ by: fc.integer({ min: 0, max: 3 }), at: fc.integer({ min: -400 * DAY, max: 400 * DAY }) }),
          { minLength: 1, maxLength: 30 },
        ),
        (posts) => {
          const m = measured(posts.map(({ by, at }) => post({ by: `a${by}`, time: START + at })));
          const verdicts = m.accounts.id.map((id) => VERDICTS[Number(id.slice(1))] ?? 'organic');
          const bins = timeline(m, verdicts);
          const total = (of: Verdict): number => bins.reduce((sum, bin) => sum + bin[of], 0);
          expect(VERDICTS.map(total)).toEqual(
            VERDICTS.map((verdict) => posts.filter(({ by }) => VERDICTS[by] === verdict).length),
          );
          const starts = bins.map(({ from }) => Date.parse(from));
          const widths = new Set(starts.slice(1).map((start, i) => start - (starts[i] ?? 0)));
          expect(widths.size).toBeLessThanOrEqual(1);
          expect(bins.length).toBeLessThanOrEqual(241);
          const first = Math.min(...posts.map(({ at }) => START + at));
          expect(starts[0]).toBeLessThanOrEqual(first);
          expect(starts.every((start) => start % MINUTE === 0)).toBe(true);
        },
      ),
    );
  });

  it('has no bins shorter than the dump tells time', () => {
    const midnight = Date.UTC(2014, 2, 1);
    const bins = timeline(measured([post({ by: 'a', time: midnight }), post({ by: 'a', time: midnight + HOUR })]), [
      'organic',
    ]);
    expect(bins.map(({ from }) => from)).toEqual(['2014-03-01T00:00:00.000Z', '2014-03-01T01:00:00.000Z']);
  });
});
