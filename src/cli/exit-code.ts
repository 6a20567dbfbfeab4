/** How a run ended. `crossed`: it was done, and a threshold that was asked for was crossed. */
export type Outcome = 'done' | 'crossed' | 'failed' | 'interrupted';

const EXIT_CODES: Readonly<Record<Outcome, number>> = { done: 0, crossed: 1, failed: 2, interrupted: 130 };

export function exitCode(outcome: Outcome): number {
  return EXIT_CODES[outcome];
}
