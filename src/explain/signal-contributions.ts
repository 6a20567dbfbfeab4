import type { Dataset } from '../dataset/dataset.js';
import { idAt } from '../dataset/post-ids.js';
import { hardAssignment } from '../decision/fit-mixture.js';
import { FAMILIES, type QuoteRef } from '../documents/evidence.js';
import type { FamilyContribution, SignalContribution } from '../documents/explanation.js';
import type { Decision } from '../pipeline/decide.js';
import { type QuoteLookup, describeFinding } from '../signals/finding-text.js';

/** What it means that a signal speaks for an account's taking part, and that it speaks against it. */
const MEANINGS: Readonly<Record<string, { readonly for: string; readonly against: string }>> = {
  'creation-cohort': {
    for: 'its creation date is more like those of accounts flagged',
    against: 'its creation date is more like those of accounts not flagged',
  },
  burst: {
    for: 'how closely its posts follow one another is more usual among accounts flagged',
    against: 'how closely its posts follow one another is more usual among accounts not flagged',
  },
  'repeated-text': {
    for: 'how much it repeats itself is more usual among accounts flagged',
    against: 'how much it repeats itself is more usual among accounts not flagged',
  },
  'disguised-text': {
    for: 'how much it hides characters is more usual among accounts flagged',
    against: 'it hides characters no more than accounts not flagged do',
  },
  'same-retweet': {
    for: 'its retweets are, more than chance gives, those of accounts flagged',
    against: 'its retweets are mostly those of accounts not flagged',
  },
  'same-text': {
    for: 'its texts are, more than chance gives, those of accounts flagged',
    against: 'the texts that it shares are mostly those of accounts not flagged',
  },
  'same-link': {
    for: 'its links are, more than chance gives, those of accounts flagged',
    against: 'its links are mostly those of accounts not flagged',
  },
  'same-target': {
    for: 'whom it addresses is, more than chance gives, addressed by accounts flagged',
    against: 'whom it addresses is mostly addressed by accounts not flagged',
  },
  'same-tags': {
    for: 'its series of hashtags are, more than chance gives, those of accounts flagged',
    against: 'its series of hashtags are mostly those of accounts not flagged',
  },
  'quick-succession': {
    for: 'how soon it posts what others post is more usual among accounts flagged',
    against: 'how soon it posts what others post is more usual among accounts not flagged',
  },
  'same-moments': {
    for: 'accounts flagged post around its own posts more than elsewhere',
    against: 'accounts flagged post around its own posts less than elsewhere',
  },
};
const UNNAMED = {
  for: 'what it shows is more usual among accounts flagged',
  against: 'what it shows is more usual among accounts not flagged',
};

/** What each family says of the account. */
export function familyContributions(a: number, { fit, tested }: Decision): FamilyContribution[] {
  return FAMILIES.map((family) => ({
    family,
    weight: rounded(fit.families[family][a]),
    p: precise(tested.p[family][a]),
  }));
}

/** What the sentences of `signalContributions` quote. */
export function quotedItems(a: number, { fit, suspected }: Decision, { accounts }: Dataset): QuoteRef[] {
  const flagged = hardAssignment(suspected, accounts.count);
  return fit.signals.flatMap(({ prepared }) => {
    const finding = prepared.measurable[a] === 1 ? prepared.explain(a, flagged)?.finding : undefined;
    return finding && 'example' in finding ? [finding.example] : [];
  });
}

/** What each signal says of the account, whichever way, and however little. */
export function signalContributions(
  a: number,
  { fit, suspected }: Decision,
  { accounts, posts }: Dataset,
  quote: QuoteLookup,
): SignalContribution[] {
  const flagged = hardAssignment(suspected, accounts.count);
  return fit.signals.map(({ signal, prepared, weights }) => {
    const { name, family } = signal;
    if (prepared.measurable[a] !== 1) return { signal: name, family, weight: null, says: null, means: null, posts: [] };
    const weight = rounded(weights[a]) ?? 0;
    const explained = prepared.explain(a, flagged);
    return {
      signal: name,
      family,
      weight,
      says: explained ? describeFinding(explained.finding, quote) : null,
      means: meaning(name, weight),
      posts: explained?.posts.map((post) => idAt(posts.id, post)) ?? [],
    };
  });
}

function meaning(signal: string, weight: number): string | null {
  const meanings = MEANINGS[signal] ?? UNNAMED;
  return weight === 0 ? null : weight > 0 ? meanings.for : meanings.against;
}

/** Two decimals, and no −0; null where it was not measured. */
function rounded(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : Math.round(100 * value) / 100 || 0;
}

function precise(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : Number(value.toPrecision(3));
}
