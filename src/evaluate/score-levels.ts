import type { Label } from '../documents/evaluation.js';

export interface Scored {
  readonly score: number;
  readonly label: Label;
}

/** Accounts by score: for each distinct score, the highest first, how many bear each label. Everything that a curve needs. */
export interface ScoreLevels {
  readonly coordinated: Float64Array;
  readonly organic: Float64Array;
}

export interface Ranked extends ScoreLevels {
  /** For each account given, the place of its score in the ranking. */
  readonly levels: Uint32Array;
}

export function scoreLevels(accounts: readonly Scored[]): Ranked {
  const scores = [...new Set(accounts.map(({ score }) => score))].sort((a, b) => b - a);
  const place = new Map(scores.map((score, level) => [score, level]));
  const levels = Uint32Array.from(accounts, ({ score }) => place.get(score) ?? 0);
  const counts = { coordinated: new Float64Array(scores.length), organic: new Float64Array(scores.length) };
  for (const [i, { label }] of accounts.entries()) {
    const level = levels[i] ?? 0;
    counts[label][level] = (counts[label][level] ?? 0) + 1;
  }
  return { ...counts, levels };
}
