import type { Dataset } from '../dataset/dataset.js';
import { idAt } from '../dataset/post-ids.js';
import { hardAssignment } from '../decision/fit-mixture.js';
import { type Reason, renderEvidence } from '../decision/rank-evidence.js';
import { FAMILIES, type QuoteRef } from '../documents/evidence.js';
import type { FamilyContribution, SignalContribution } from '../documents/explanation.js';
import type { Decision } from '../pipeline/decide.js';
import { likenessOf, type QuoteLookup, quotedBy } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';

/** What each family says of the account. */
export function familyContributions(a: number, { fit, tested }: Decision): FamilyContribution[] {
  return FAMILIES.map((family) => ({
    family,
    weight: rounded(fit.families[family][a] ?? outOfRange()),
    p: precise(tested.p[family][a] ?? outOfRange()),
  }));
}

/** What the sentences of `signalContributions` quote. */
export function quotedItems(a: number, decision: Decision, { accounts }: Dataset): QuoteRef[] {
  const flagged = hardAssignment(decision.counted, accounts.count);
  const bySignals = decision.fit.signals.flatMap(({ prepared }) => {
    const explained = (prepared.measurable[a] ?? outOfRange()) === 1 ? prepared.explain(a, flagged) : undefined;
    return explained ? quotedBy(explained) : [];
  });
  return [...bySignals, ...reasonsBesideSignals(a, decision).flatMap(quotedBy)];
}

/** What is told of an account that is no signal's finding: a second occasion. */
function reasonsBesideSignals(a: number, { fit, reasons }: Decision): Reason[] {
  const known = new Set(fit.signals.map(({ signal }) => signal.name));
  return reasons(a).filter(({ signal }) => !known.has(signal));
}

/** What each signal says of the account, whichever way, and however little. */
export function signalContributions(
  a: number,
  decision: Decision,
  dataset: Dataset,
  quote: QuoteLookup,
): SignalContribution[] {
  const { fit, counted, called } = decision;
  const { accounts, posts } = dataset;
  const flagged = hardAssignment(counted, accounts.count);
  const bySignals = fit.signals.map(({ signal, prepared, weights }): SignalContribution => {
    const { name, family, means } = signal;
    if ((prepared.measurable[a] ?? outOfRange()) !== 1)
      return { signal: name, family, weight: null, says: null, means: null, posts: [] };
    const weight = rounded(weights[a] ?? outOfRange()) ?? 0;
    const explained = prepared.explain(a, flagged);
    return {
      signal: name,
      family,
      weight,
      says: explained
        ? signal.describe(explained.finding, {
            quoted: explained.example ? quote(explained.example) : '',
            called,
            likeness: likenessOf(explained, signal.comparesTexts === true, quote),
          })
        : null,
      means: weight === 0 ? null : weight > 0 ? means.for : means.against,
      posts: explained?.posts.map((post) => idAt(posts.id, post)) ?? [],
    };
  });
  const beside = renderEvidence(reasonsBesideSignals(a, decision), dataset, called, quote);
  return [
    ...bySignals,
    ...beside.map(({ signal, family, weight, says, posts: shown }) => ({
      signal,
      family,
      weight,
      says,
      means: 'it acted along with the group on two occasions of its own',
      posts: shown,
    })),
  ];
}

/** Two decimals, and no −0; null where it was not measured. */
function rounded(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(100 * value) / 100 || 0;
}

function precise(value: number): number | null {
  return Number.isNaN(value) ? null : Number(value.toPrecision(3));
}
