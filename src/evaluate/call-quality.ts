import { randomBinomial } from 'd3-random';
import type { CallQuality, Figures } from '../evaluation-result.js';
import { bootstrap, estimate, known } from './bootstrap.js';
import type { Calls } from './confusion.js';
import { f1 } from './f1.js';
import { share } from './wilson-interval.js';

/** How well the verdict meets the labels. */
export function callQuality({ hits, called, coordinated, organic }: Calls, seed: number): CallQuality {
  const wrong = called - hits;
  // Accounts drawn anew within each label: so many of them are called as a binomial variable says.
  const [interval] = bootstrap((uniform) => {
    const [right, mistaken] = [draw(uniform, coordinated, hits), draw(uniform, organic, wrong)];
    return [f1(right, right + mistaken, coordinated)];
  }, seed);
  return {
    precision: share(hits, called),
    recall: share(hits, coordinated),
    f1: estimate(f1(hits, called, coordinated), interval),
    falsePositiveRate: share(wrong, organic),
  };
}

function draw(uniform: () => number, n: number, k: number): number {
  return n === 0 ? 0 : randomBinomial.source(uniform)(n, k / n)();
}

/** The same without intervals. */
export function callFigures({ hits, called, coordinated, organic }: Calls): Omit<Figures, 'auc' | 'averagePrecision'> {
  return { called, hits, precision: known(hits / called), recall: known(hits / coordinated), falsePositiveRate: known((called - hits) / organic) };
}
