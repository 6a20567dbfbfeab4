/** Why an account was judged as it was, in the evidence's own words. */

import type { Evidence } from '../documents/evidence.js';
import { withoutFullStop } from '../text/format.js';
import { wrap } from './text-layout.js';

const BULLET = '· ';

/**
 * The evidence's sentences, each on lines of its own, the most telling first; escaped. Each gets one line of at most
 * `most`, and what is to spare goes to the first that need it. What is left out is counted on the last line.
 */
export function evidenceLines(evidence: readonly Evidence[], width: number, most: number): string[] {
  const reasons = byWeight(evidence).slice(0, most);
  const more = evidence.length > most ? ` (${evidence.length - most} more)` : '';
  let spare = most - reasons.length;
  return reasons.flatMap(({ says }, index) => {
    const end = index === reasons.length - 1 ? more : '';
    const lines = wrap(withoutFullStop(says), width - BULLET.length - end.length, 1 + spare);
    spare -= Math.max(0, lines.length - 1);
    return lines.map(
      (line, at) => (at === 0 ? BULLET : ' '.repeat(BULLET.length)) + line + (at === lines.length - 1 ? end : ''),
    );
  });
}

/** All of them on one line, for a cell of a table that is not for the eye. */
export function evidenceText(evidence: readonly Evidence[]): string {
  return byWeight(evidence)
    .map(({ says }) => withoutFullStop(says))
    .join('; ');
}

/** The most telling first. */
export function byWeight(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted((a, b) => b.weight - a.weight || (a.signal < b.signal ? -1 : 1));
}
