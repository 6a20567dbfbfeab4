import { describe, expect, it } from 'vitest';
import type { Label } from '../../src/documents/evaluation.js';
import type { AccountResult, Result } from '../../src/documents/result.js';
import { ablationEffect } from '../../src/evaluate/ablation.js';
import { evaluate, pointEstimates } from '../../src/evaluate/evaluate.js';
import type { Labels } from '../../src/evaluate/labels.js';
import { pooledEvaluation, fullModelFigures } from '../../src/evaluate/pooled-evaluation.js';
import { account, sample } from '../report/sample-result.js';

const labelsOf = (known: Readonly<Record<string, Label>>): Labels => ({
  file: 'labels.csv',
  rows: Object.values(known),
  byId: new Map(Object.keys(known).map((id, i) => [id, i])),
  byHandle: new Map(),
});
const resultOf = (accounts: readonly AccountResult[]): Result => ({ ...sample, accounts });

const result = resultOf([
  account('a', 'coordinated', { score: 90 }),
  account('b', 'coordinated', { score: 80 }),
  account('c', 'unclear', { score: 60 }),
  account('d', 'organic', { score: 20, q: 0.9 }),
  account('e', 'organic', { score: 20, q: 1 }),
  account('f', 'insufficient', { score: 10 }),
  account('stranger', 'coordinated', { score: 99 }),
]);
const labels = labelsOf({
  a: 'coordinated',
  b: 'organic',
  c: 'coordinated',
  d: 'coordinated',
  e: 'coordinated',
  f: 'organic',
  gone: 'organic',
});

describe('evaluate', () => {
  const whole = evaluate(result, labels, { mistakes: 2 });

  it('counts verdicts by label, and leaves out whom no label names', () => {
    expect(whole.confusion).toEqual({
      coordinated: { coordinated: 1, organic: 1 },
      flooding: { coordinated: 0, organic: 0 },
      unclear: { coordinated: 1, organic: 0 },
      organic: { coordinated: 2, organic: 0 },
      insufficient: { coordinated: 0, organic: 1 },
    });
    expect(whole.accounts).toEqual({ coordinated: 4, organic: 2, unlabelled: 1, absent: 1 });
  });

  it('gives the figures worked by hand', () => {
    const { quality } = whole;
    expect([quality.precision.value, quality.recall.value, quality.falsePositiveRate.value, quality.f1.value]).toEqual([
      0.5,
      0.25,
      0.5,
      1 / 3,
    ]);
    // b above c, d, e and below a; f below all: 5 of 8 pairs.
    expect(quality.auc.value).toBe(5 / 8);
    // At 90: 1 of 1; at 60: 2 of 3; at 20: two more, 4 of 5.
    expect(quality.averagePrecision.value).toBeCloseTo((1 + 2 / 3 + 2 * (4 / 5)) / 4, 12);
    expect(pointEstimates(result, labels)).toEqual(fullModelFigures(whole));
  });

  it('lists the worst mistakes first, and no more than were asked for', () => {
    expect(whole.mistakes.called.map(({ id }) => id)).toEqual(['b']);
    expect(whole.mistakes.missed.map(({ id }) => id)).toEqual(['e', 'd']);
  });

  it('takes means over dumps, and pools the calls', () => {
    const quiet = evaluate(
      resultOf([account('a', 'organic'), account('b', 'organic')]),
      labelsOf({ a: 'organic', b: 'organic' }),
    );
    const overall = pooledEvaluation([whole, quiet], 1);
    expect(overall.macro).toMatchObject({
      called: 2,
      hits: 1,
      precision: 0.5,
      recall: 0.25,
      falsePositiveRate: 0.25,
      auc: 5 / 8,
    });
    expect(overall.pooled.precision.value).toBe(0.5);
    expect(overall.pooled.falsePositiveRate.value).toBe(1 / 4);
    expect(overall.confusion.organic).toEqual({ coordinated: 2, organic: 2 });
  });
});

describe('ablation', () => {
  it('takes the figure with everything from the one without, and knows when there is none', () => {
    const figures = {
      called: 4,
      hits: 3,
      auc: 0.9,
      averagePrecision: 0.8,
      precision: 0.75,
      recall: 0.5,
      falsePositiveRate: 0.01,
    };
    const { change } = ablationEffect(
      { leftOut: 'x', kind: 'signal', family: 'creation' },
      { ...figures, called: 0, hits: 0, auc: 0.5, precision: null },
      figures,
    );
    expect(change).toEqual({
      called: -4,
      hits: -3,
      auc: -0.4,
      averagePrecision: 0,
      precision: null,
      recall: 0,
      falsePositiveRate: 0,
    });
  });
});
