import { outOfRange } from './array-access.js';
export interface Scored {
  readonly score: number;
  /** Whether it should have a high score. */
  readonly positive: boolean;
}

/**
 * For each distinct score, highest first, the numbers of positives and negatives that have it: all that a curve needs.
 */
export interface ScoreLevels {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
}

export interface RankedScores extends ScoreLevels {
  /** For each given element, the index of its score among the distinct scores. */
  readonly levels: Uint32Array;
}

/** Counts positives and negatives by score. */
export function scoreLevels(all: readonly Scored[]): RankedScores {
  const scores = [...new Set(all.map(({ score }) => score))].sort((a, b) => b - a);
  const place = new Map(scores.map((score, level) => [score, level]));
  const levels = Uint32Array.from(all, ({ score }) => place.get(score) ?? 0);
  const [positives, negatives] = [new Float64Array(scores.length), new Float64Array(scores.length)];
  for (const [i, { positive }] of all.entries()) {
    const counts = positive ? positives : negatives;
    const level = levels[i] ?? outOfRange();
    counts[level] = (counts[level] ?? outOfRange()) + 1;
  }
  return { positives, negatives, levels };
}
