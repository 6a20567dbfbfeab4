import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalOf } from '../../../src/documents/verdict.js';
import { barLength, hourBins, timelineBins } from '../../../src/report/html/timeline-bins.js';
import { HOUR } from '../../../src/time/units.js';
import { sample } from '../sample-result.js';

const { push } = sample.trend;
const begin = Date.parse(push.hours[0]?.from ?? '');
const all = push.hours.reduce((sum, hour) => sum + totalOf(hour), 0);

describe('spans of a timeline', () => {
  it('are those of the result, each with its own place', () => {
    const bins = timelineBins(sample);
    expect(bins.map(({ posts }) => posts)).toEqual(sample.timeline.map(totalOf));
    expect(new Set(bins.map(({ anchor }) => anchor)).size).toBe(sample.timeline.length);
    expect(
      bins.every(({ from, to }, index) => from < to && (bins[index + 1]?.from ?? to).getTime() === to.getTime()),
    ).toBe(true);
    expect(timelineBins({ timeline: sample.timeline.slice(0, 1) })).toEqual([]);
  });

  it('by the hour hold every post, however many hours are joined', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (most) => {
        const bins = hourBins(push, [begin, begin + 48 * HOUR], most);
        expect(bins.reduce((sum, { posts }) => sum + posts, 0)).toBe(all);
        // One more where the first does not begin with the span.
        expect(bins.length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });

  it('by the hour are those that the span touches, and say how long they are', () => {
    const bins = hourBins(push, [begin + 2.5 * HOUR, begin + 4 * HOUR], 10);
    expect(bins.map(({ from }) => (from.getTime() - begin) / HOUR)).toEqual([2, 3]);
    expect(bins.map(barLength)).toEqual(['1 hour', '1 hour']);
  });
});
