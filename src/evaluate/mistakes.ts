import type { LabelledAccount, Mistakes } from '../documents/evaluation.js';

/**
 * The worst mistakes of either kind, at most `most` each: of those called although labelled organic the most certain
 * first, of those labelled coordinated and not called the least suspected first. Equals by id.
 */
export function worstMistakes(accounts: readonly LabelledAccount[], most: number): Mistakes {
  const called = accounts.filter(({ verdict, label }) => verdict === 'coordinated' && label === 'organic');
  const missed = accounts.filter(({ verdict, label }) => verdict !== 'coordinated' && label === 'coordinated');
  return {
    called: called.sort((a, b) => b.score - a.score || a.q - b.q || byId(a, b)).slice(0, most),
    missed: missed.sort((a, b) => a.score - b.score || b.q - a.q || byId(a, b)).slice(0, most),
  };
}

function byId(a: LabelledAccount, b: LabelledAccount): number {
  return a.id < b.id ? -1 : 1;
}
