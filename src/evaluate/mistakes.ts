import type { LabelledAccount, Mistakes } from '../documents/evaluation.js';

/**
 * The worst mistakes, at most `most` of each kind: accounts called although labelled organic, highest score first; and
 * accounts labelled coordinated but not called, lowest score first. Ties are sorted by id.
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
