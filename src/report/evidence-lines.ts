/** Why an account was judged as it was, in the evidence's own words. */

import type { Evidence } from '../documents/evidence.js';
import type { AccountResult } from '../documents/result.js';
import { withoutFullStop } from '../text/format.js';
import { signalName } from './signal-names.js';
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

/** Accounts that have the same signal as their most telling one. */
export interface SharedReason {
  readonly reason: string;
  readonly accounts: readonly AccountResult[];
}

/** The most common reason first, then by name; within a reason as given. */
export function groupByTopSignal(accounts: readonly AccountResult[]): SharedReason[] {
  const reasons = new Map<string, AccountResult[]>();
  for (const account of accounts) {
    const signal = byWeight(account.evidence)[0]?.signal;
    const reason = signal === undefined ? 'no sign that stands out' : signalName(signal);
    const same = reasons.get(reason);
    if (same) same.push(account);
    else reasons.set(reason, [account]);
  }
  return [...reasons]
    .map(([reason, same]) => ({ reason, accounts: same }))
    .sort((a, b) => b.accounts.length - a.accounts.length || (a.reason < b.reason ? -1 : 1));
}

function byWeight(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted((a, b) => b.weight - a.weight || (a.signal < b.signal ? -1 : 1));
}
