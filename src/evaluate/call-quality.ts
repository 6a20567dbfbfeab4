import { randomBinomial } from 'd3-random';
import type { CallQuality, Figures } from '../documents/evaluation.js';
import { bootstrap } from '../stats/bootstrap.js';
import { f1 } from '../stats/f1.js';
import type { BinaryCounts } from './confusion.js';
import { finiteOrNull, shareOf, toEstimate } from './estimate.js';

/** How well the verdict agrees with the labels, with 95% intervals. */
export function callQuality({ hits, called, coordinated, organic }: BinaryCounts, seed: number): CallQuality {
  const wrong = called - hits;
  // Bootstrap of accounts within each label: the number of called accounts is binomial.
  const [interval] = bootstrap((uniform) => {
    const [right, mistaken] = [draw(uniform, coordinated, hits), draw(uniform, organic, wrong)];
    return [f1(right, right + mistaken, coordinated)];
  }, seed);
  return {
    precision: shareOf(hits, called),
    recall: shareOf(hits, coordinated),
    f1: toEstimate(f1(hits, called, coordinated), interval),
    falsePositiveRate: shareOf(wrong, organic),
  };
}

function draw(uniform: () => number, n: number, k: number): number {
  return n === 0 ? 0 : randomBinomial.source(uniform)(n, k / n)();
}

/** The same figures without F1 and without intervals. */
export function callFigures({
  hits,
  called,
  coordinated,
  organic,
}: BinaryCounts): Omit<Figures, 'auc' | 'averagePrecision'> {
  return {
    called,
    hits,
    precision: finiteOrNull(hits / called),
    recall: finiteOrNull(hits / coordinated),
    falsePositiveRate: finiteOrNull((called - hits) / organic),
  };
}
