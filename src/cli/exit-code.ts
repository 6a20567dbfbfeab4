/** How a run ended by itself. `crossed`: it was done, and a threshold that was asked for was crossed. */
export type Outcome = 'done' | 'crossed' | 'failed';

const EXIT_CODES: Readonly<Record<Outcome, number>> = { done: 0, crossed: 1, failed: 2 };

export function exitCode(outcome: Outcome): number {
  return EXIT_CODES[outcome];
}
