import { describe, expect, it } from 'vitest';
import { timeGranularity } from '../../src/dataset/time-granularity.js';
import { DAY, HOUR, measured, MINUTE, post } from './posts.js';

const noon = Date.UTC(2014, 2, 1);

describe('coarsestStep', () => {
  it.each([
    ['days', DAY, [0, 3 * DAY]],
    ['hours', HOUR, [DAY, HOUR]],
    ['minutes', MINUTE, [HOUR, 61 * MINUTE]],
    ['seconds', 1000, [MINUTE, 1000]],
    ['milliseconds', 1, [DAY, HOUR, 999]],
  ])('tells a dump in %s', (_, step, offsets) => {
    expect(timeGranularity(Float64Array.from(offsets, (offset) => noon + offset))).toBe(step);
  });

  it('leaves out what is not known, and takes nothing for the finest', () => {
    expect(timeGranularity(Float64Array.of(Number.NaN, noon + HOUR))).toBe(HOUR);
    expect(timeGranularity(Float64Array.of(Number.NaN))).toBe(1);
  });

  it('is found for posts and for creation dates apart', () => {
    const m = measured([
      post({
        by: { id: '1', handle: '', displayName: '', created: { from: noon, to: noon, source: 'dump' } },
        time: noon + 1000,
      }),
    ]);
    expect([m.timeGranularityMs, m.creationGranularityMs]).toEqual([1000, DAY]);
  });
});
