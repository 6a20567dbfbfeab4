import type { Dataset } from '../dataset/dataset.js';
import { idAt } from '../dataset/post-ids.js';
import { hardAssignment } from '../decision/fit-mixture.js';
import { FAMILIES, type QuoteRef } from '../documents/evidence.js';
import type { FamilyContribution, SignalContribution } from '../documents/explanation.js';
import type { Decision } from '../pipeline/decide.js';
import { likenessOf, type Match, type QuoteLookup, requiredQuotes } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { matchingPost, type ShownPosts } from './matching-posts.js';

/** The weight and p-value of each family for the account. */
export function familyContributions(a: number, { fit, tested }: Decision): FamilyContribution[] {
  return FAMILIES.map((family) => ({
    family,
    weight: rounded(fit.families[family][a] ?? outOfRange()),
    p: precise(tested.p[family][a] ?? outOfRange()),
  }));
}

/** One signal's finding about the account, with references to posts by index, and its text. */
export interface SignalFinding extends Pick<SignalContribution, 'signal' | 'family' | 'weight' | 'means'> {
  readonly comparesTexts: boolean;
  readonly posts: readonly number[];
  readonly matches: readonly Match[];
  /** References to what its sentence quotes. */
  readonly quotes: readonly QuoteRef[];
  readonly says: (quote: QuoteLookup) => string | null;
}

/** The findings of all signals about the account, for or against, including weak ones. */
export function signalFindings(a: number, decision: Decision, dataset: Dataset): SignalFinding[] {
  const { fit, counted, called } = decision;
  const flagged = hardAssignment(counted, dataset.accounts.count);
  const bySignals = fit.signals.map(({ signal, prepared, weights }): SignalFinding => {
    const measurable = (prepared.measurable[a] ?? outOfRange()) === 1;
    const weight = measurable ? (rounded(weights[a] ?? outOfRange()) ?? 0) : null;
    const explained = measurable ? prepared.explain(a, flagged) : undefined;
    const comparesTexts = signal.comparesTexts === true;
    // A finding with positive weight that readers would understand as evidence against coordination is not shown.
    const told = explained && ((weight ?? 0) <= 0 || signal.isTelling(explained.finding)) ? explained : undefined;
    return {
      signal: signal.name,
      family: signal.family,
      weight,
      means: weight === null || weight === 0 ? null : weight > 0 ? signal.means.for : signal.means.against,
      comparesTexts,
      posts: told?.posts ?? [],
      matches: told?.matches ?? [],
      quotes: told ? requiredQuotes(told) : [],
      says: (quote) =>
        told
          ? signal.describe(told.finding, {
              quoted: told.example ? quote(told.example) : '',
              called,
              likeness: likenessOf(told, comparesTexts, quote),
            })
          : null,
    };
  });
  return [...bySignals, ...findingsBesideSignals(a, decision)];
}

/** Evidence that is not a finding of a signal: the second occasion. */
function findingsBesideSignals(a: number, { fit, reasons, called }: Decision): SignalFinding[] {
  const known = new Set(fit.signals.map(({ signal }) => signal.name));
  return reasons(a)
    .filter(({ signal }) => !known.has(signal))
    .map((reason) => ({
      signal: reason.signal,
      family: reason.family,
      weight: reason.weight,
      means: 'it acted along with the group on two occasions of its own',
      comparesTexts: reason.comparesTexts,
      posts: reason.posts,
      matches: reason.matches ?? [],
      quotes: requiredQuotes(reason),
      says: (quote) =>
        reason.says({
          quoted: reason.example === undefined ? '' : quote(reason.example),
          called,
          likeness: likenessOf(reason, reason.comparesTexts, quote),
        }),
    }));
}

/** The finding with its text, ids and matching posts. */
export function describeFinding(
  { signal, family, weight, means, comparesTexts, posts, matches, says }: SignalFinding,
  shown: ShownPosts,
  quote: QuoteLookup,
): SignalContribution {
  return {
    signal,
    family,
    weight,
    says: says(quote),
    means,
    posts: posts.map((post) => idAt(shown.dataset.posts.id, post)),
    matches: matches.map((match) => matchingPost(match, shown, comparesTexts)),
  };
}

/** Rounds to two decimals, without −0; null where it was not measured. */
function rounded(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(100 * value) / 100 || 0;
}

function precise(value: number): number | null {
  return Number.isNaN(value) ? null : Number(value.toPrecision(3));
}
