import { assert, array, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/documents/comparison.js';
import { renderComparison } from '../../src/report/comparison.js';
import { displayWidth } from '../../src/report/text-layout.js';
import { sample } from './sample-result.js';

const comparisonOf = (files: readonly string[]): Comparison => ({
  schemaVersion: '2',
  tool: sample.tool,
  dumps: files.map((file) => ({ ...sample, file, day: null, judged: 'alone', groups: { count: 1, largest: 3 } })),
  recurring: [],
});

const tooWide = (files: readonly string[], width: number): string[] =>
  renderComparison(comparisonOf(files), { width, color: false, top: 0 })
    .split('\n')
    .filter((line) => displayWidth(line) > width);

describe('dumps side by side', () => {
  it('leave room for the head above names that are shorter', () => {
    for (let width = 24; width <= 120; width++) expect(tooWide(['1.csv', '2.csv'], width)).toEqual([]);
  });

  it('are never wider than the page, whatever they are called', () => {
    const names = array(string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 4 });
    assert(
      property(names, integer({ min: 24, max: 160 }), (files, width) => {
        expect(tooWide(files, width)).toEqual([]);
      }),
    );
  });
});
