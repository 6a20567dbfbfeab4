import type { Mistakes } from '../evaluation-result.js';
import type { LabelledAccount } from './join-labels.js';

/**
 * The worst mistakes of either kind, at most `most` each: of those called although labelled organic the most certain
 * first, of those labelled coordinated and not called the least suspected first. Equals by id.
 */
export function worstMistakes(accounts: readonly LabelledAccount[], most: number): Mistakes {
  const byId = (a: LabelledAccount, b: LabelledAccount): number => (a.id < b.id ? -1 : 1);
  const called = accounts.filter(({ verdict, label }) => verdict === 'coordinated' && label === 'organic');
  const missed = accounts.filter(({ verdict, label }) => verdict !== 'coordinated' && label === 'coordinated');
  return {
    called: called.sort((a, b) => b.score - a.score || a.q - b.q || byId(a, b)).slice(0, most).map(withoutLabel),
    missed: missed.sort((a, b) => a.score - b.score || b.q - a.q || byId(a, b)).slice(0, most).map(withoutLabel),
  };
}

/** The label is told by the list that it stands in. */
function withoutLabel({ label: _, ...account }: LabelledAccount): Mistakes['called'][number] {
  return account;
}
