/** Why an account was judged as it was, in the evidence's own words. */

import type { Evidence } from '../evidence.js';
import type { AccountResult } from '../result.js';
import { visible } from '../text/visible.js';
import { wrap } from './fit.js';
import { clause } from './words.js';

/** The evidence's sentences, the most telling first and as many as fit whole into so many lines; escaped. */
export function why(evidence: readonly Evidence[], width: number, most: number): string[] {
  const clauses = byWeight(evidence).map(({ says }) => clause(says));
  for (let kept = clauses.length; kept >= 1; kept--) {
    const more = clauses.length - kept;
    const text = [...clauses.slice(0, kept), ...(more > 0 ? [`${more} more`] : [])].join(' · ');
    const lines = wrap(text, width);
    if (lines.length <= most) return lines;
  }
  return wrap(clauses[0] ?? '', width, most);
}

/** Accounts that have the same signal as their most telling one. */
export interface SharedReason {
  readonly reason: string;
  readonly accounts: readonly AccountResult[];
}

/** The most common reason first, then by name; within a reason as given. */
export function byReason(accounts: readonly AccountResult[]): SharedReason[] {
  const reasons = new Map<string, AccountResult[]>();
  for (const account of accounts) {
    const signal = byWeight(account.evidence)[0]?.signal;
    const reason = signal === undefined ? 'no single sign' : visible(signal).replaceAll('-', ' ');
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
