import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/documents/evaluation.js';
import type { Label } from '../../src/documents/evaluation.js';
import { callQuality } from '../../src/evaluate/call-quality.js';
import { scoreQuality } from '../../src/evaluate/score-quality.js';

/** Two normal-looking heaps that overlap: scores by a fixed pattern. */
const accounts = (coordinated: number, organic: number): { readonly score: number; readonly label: Label }[] => [
  ...Array.from({ length: coordinated }, (_, i) => ({ score: 40 + ((i * 37) % 60), label: 'coordinated' as const })),
  ...Array.from({ length: organic }, (_, i) => ({ score: (i * 53) % 70, label: 'organic' as const })),
];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const width = ({ low, high }: Estimate): number => (high ?? 1) - (low ?? 0);
/** What a pair adds to the area: a tie is half won. */
const wins = (c: number, o: number): number => (c > o ? 1 : c === o ? 0.5 : 0);
const variance = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);

describe('bootstrap intervals', () => {
  it('hold the figure, narrow with more accounts, and are the same for the same seed', () => {
    const few = scoreQuality(accounts(30, 200), 1);
    const many = scoreQuality(accounts(480, 3200), 1);
    for (const { value, low, high } of [few.auc, few.averagePrecision, many.auc, many.averagePrecision]) {
      expect((low ?? 1) < (value ?? 0) && (value ?? 1) < (high ?? 0)).toBe(true);
    }
    // Sixteen times the accounts: a quarter of the width.
    expect(width(few.auc) / width(many.auc)).toBeGreaterThan(3);
    expect(width(few.auc) / width(many.auc)).toBeLessThan(5.3);
    expect(scoreQuality(accounts(30, 200), 1)).toEqual(few);
    expect(scoreQuality(accounts(30, 200), 2)).not.toEqual(few);
  });

  it('agree with the variance of DeLong, DeLong & Clarke-Pearson 1988 (doi 10.2307/2531595)', () => {
    const all = accounts(100, 400);
    const side = (label: Label): number[] => all.filter((each) => each.label === label).map(({ score }) => score);
    const [coordinated, organic] = [side('coordinated'), side('organic')];
    const above = coordinated.map((c) => mean(organic.map((o) => wins(c, o))));
    const below = organic.map((o) => mean(coordinated.map((c) => wins(c, o))));
    const error = Math.sqrt(variance(above) / above.length + variance(below) / below.length);
    const { auc } = scoreQuality(all, 3);
    expect(auc.value).toBeCloseTo(mean(above), 12);
    const ratio = ((auc.high ?? 0) - (auc.low ?? 0)) / (2 * 1.96 * error);
    // A thousand resamples place the two ends within some 5%.
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });

  it('of a perfect ranking have no width', () => {
    const { auc } = scoreQuality(
      [
        { score: 9, label: 'coordinated' },
        { score: 8, label: 'coordinated' },
        { score: 1, label: 'organic' },
      ],
      1,
    );
    expect(auc).toEqual({ value: 1, low: 1, high: 1 });
  });

  it('cannot be had where a label is missing', () => {
    const { auc, averagePrecision } = scoreQuality(accounts(0, 5), 1);
    expect([auc, averagePrecision]).toEqual([
      { value: null, low: null, high: null },
      { value: null, low: null, high: null },
    ]);
  });

  it('of F1 hold it', () => {
    const { f1, precision } = callQuality({ hits: 40, called: 50, coordinated: 80, organic: 1000 }, 1);
    expect(f1.value).toBeCloseTo(80 / 130, 12);
    expect((f1.low ?? 1) < 80 / 130 && (f1.high ?? 0) > 80 / 130).toBe(true);
    expect(precision.value).toBe(0.8);
  });

  it('of nobody are unknown', () => {
    const { precision, recall, f1, falsePositiveRate } = callQuality(
      { hits: 0, called: 0, coordinated: 0, organic: 10 },
      1,
    );
    expect([precision.value, recall.value, f1.value, falsePositiveRate.value]).toEqual([null, null, null, 0]);
  });
});
