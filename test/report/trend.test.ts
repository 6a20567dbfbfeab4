import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/documents/result.js';
import { createPage } from '../../src/report/page.js';
import { displayWidth } from '../../src/report/text-layout.js';
import { trendSection } from '../../src/report/trend.js';
import { onePost, quiet, sample } from './sample-result.js';

const page = (width: number) => createPage({ width, color: false, top: 10 });
const hour = (n: number, coordinated: number, organic: number, unclear = 0) => ({
  from: new Date(Date.UTC(2014, 1, 26, 12 + n)).toISOString(),
  coordinated,
  flooding: 0,
  unclear,
  organic,
  insufficient: 0,
});
const withTimeline = (timeline: Result['timeline']): Result => ({ ...sample, timeline });
/** Marks and figure of a row; a row of its own width. */
const row = (lines: readonly string[], name: string): string | undefined =>
  lines.find((line) => line.startsWith(` ${name}`))?.slice(14);

describe('the chart of volume', () => {
  const lines = trendSection(withTimeline([hour(0, 8, 0), hour(1, 4, 10, 1), hour(2, 0, 0), hour(3, 1, 80)]), page(80));

  it('has a mark for each bin, as high as its share of the highest, and none where there is nothing', () => {
    expect(lines[0]).toBe('Posts over time (each bar = 1 hour)');
    expect(row(lines, 'coordinated')).toMatch(/^█▄ ▁ +8$/u);
    expect(row(lines, 'organic')).toMatch(/^ ▁ █ +80$/u);
    expect(row(lines, 'others')).toMatch(/^ █ +1$/u);
    // 8 of 8, 4 of 15, 1 of 81: 8, 3 and 1 eighths.
    expect(row(lines, 'share')).toMatch(/^█▃ ▁ +100%$/u);
  });

  it('takes bins together where there are more of them than room, and loses none', () => {
    const many = Array.from({ length: 240 }, (_, n) => hour(n, n === 0 || n === 239 ? 1 : 0, 2));
    const [heading, ...rest] = trendSection(withTimeline(many), page(80));
    expect(heading).toBe('Posts over time (each bar = 5 hours)');
    expect(row(rest, 'coordinated')).toMatch(/^█ {46}█ +1$/u);
    expect(row(rest, 'organic')).toMatch(/^█{48} +10$/u);
  });

  it('leaves out what there is none of, and the sentences where nobody is coordinated', () => {
    const text = trendSection(quiet, page(80)).join('\n');
    expect(text).toContain('organic');
    expect(text).not.toMatch(/share +|others|push|lead/u);
    expect(trendSection(onePost, page(80))).toEqual([]);
  });

  it('is followed by the sentences', () => {
    const text = trendSection(sample, page(200)).join('\n');
    for (const { says } of [sample.trend.push, sample.trend.pickUp, sample.trend.lead])
      expect(text).toContain(says.slice(0, 60));
  });

  it('fits any page, narrow ones too', () => {
    const bins = fc.array(fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(10)), { minLength: 1, maxLength: 241 });
    fc.assert(
      fc.property(bins, fc.integer({ min: 24, max: 220 }), (made, width) => {
        const drawn = trendSection(
          withTimeline(made.map(([coordinated, organic, unclear], n) => hour(n, coordinated, organic, unclear))),
          page(width),
        );
        expect(drawn.filter((line) => displayWidth(line) > width)).toEqual([]);
      }),
    );
  });
});
