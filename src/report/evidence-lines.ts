/** The evidence on an account, as sentences. */

import type { Evidence } from '../documents/evidence.js';
import { withoutFullStop } from '../text/format.js';
import { wrap } from './text-layout.js';

const BULLET = '· ';

/**
 * The sentences of the evidence, each starting on a new line, strongest first; escaped. At most `most` lines: each
 * sentence gets one line, and spare lines go to the first sentences that need more. The last line has the number of
 * sentences that are left out.
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

/** All sentences on one line, for a cell of a table that programs read. */
export function evidenceText(evidence: readonly Evidence[]): string {
  return byWeight(evidence)
    .map(({ says }) => withoutFullStop(says))
    .join('; ');
}

/** The evidence, largest weight first. */
export function byWeight(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted((a, b) => b.weight - a.weight || (a.signal < b.signal ? -1 : 1));
}
