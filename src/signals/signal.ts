import type { Dataset } from '../dataset/dataset.js';
import type { EvidenceFigures, Family, QuoteRef } from '../documents/evidence.js';
import { poissonTail } from '../stats/poisson-tail.js';
import { compareTexts, type TextLikeness } from '../text/compare-texts.js';

/** The posterior of membership: the state of the expectation–maximisation. */
export interface Posterior {
  /** For each account the probability, under the model, that it took part in the push. */
  readonly probability: Float64Array;
  /** Their mean, clipped to [0.005, 0.7]. */
  readonly prevalence: number;
}

/** A finding on one account, with the posts that show it. */
export interface ExplainedFinding<Finding> {
  readonly finding: Finding;
  /** Posts, by number. */
  readonly posts: readonly number[];
  /** What the sentence quotes: a post of the account, or an item such as a link. */
  readonly example?: QuoteRef;
  /** Matching posts of others: for each account the nearest in time, nearest first. */
  readonly matches?: readonly Match[];
}

/** Posts, by number. */
export interface Match {
  readonly post: number;
  readonly ownPost: number;
}

/** What a sentence needs in addition to the finding. */
export interface FindingContext {
  /** The text of `example`, as in the dump. */
  readonly quoted: string;
  /** What a report calls the counted accounts: `likely coordinated` or `unclear`. */
  readonly called: string;
  /** The similarity of the first match's text to the account's own, if texts are compared. */
  readonly likeness: TextLikeness | undefined;
}

/** A signal fitted to one dump. Every array has one element per account. */
export interface FittedSignal<Finding = unknown> {
  /** 1 if the signal could be measured for the account, 0 otherwise. */
  readonly measurable: Uint8Array;
  /**
   * How unusual each account is in this dump, before anybody is suspected. Higher is more unusual; only the order
   * counts, the unit is arbitrary.
   */
  initialScore(): Float64Array;
  /**
   * Log-likelihood ratio, in nats, of each account's measurement: its likelihood among the suspected accounts over that
   * among the rest, both without the account itself. 0 if it could not be measured. Written to `into` if given, and
   * returned.
   */
  logLikelihoodRatio(posterior: Posterior, into?: Float64Array): Float64Array;
  /** The finding on an account; undefined if there is none. */
  explain(account: number, posterior: Posterior): ExplainedFinding<Finding> | undefined;
  /**
   * Whether there is a finding that is evidence of acting together (see `Signal.isTelling`); defined if this is faster
   * to compute than the finding.
   */
  tells?(account: number, posterior: Posterior): boolean;
}

/** A signal: what it measures, and all texts that a reader sees about it. */
export interface Signal<Name extends string = string, Finding = unknown> {
  /** Its name in results; reports show it with spaces for hyphens. */
  readonly name: Name;
  readonly family: Family;
  /**
   * True if it counts towards a claim only together with another signal of its family: people who follow the same event
   * show it too.
   */
  readonly corroboratingOnly?: true;
  /** True if its items are texts: reports compare the nearest two word by word. */
  readonly comparesTexts?: true;
  fit(dataset: Dataset): FittedSignal<Finding>;
  /** One sentence for a finding. Quoted text is not escaped, as in the dump: escape it wherever it is shown. */
  describe(finding: Finding, told: FindingContext): string;
  /** The numbers of a finding; those that it does not have are absent. */
  figures(finding: Finding): Partial<EvidenceFigures>;
  /** Whether the finding, as described, is evidence of acting together: clearly more than expected. */
  isTelling(finding: Finding): boolean;
  /** What positive and negative weights mean, in words. */
  readonly means: { readonly for: string; readonly against: string };
  /** Why it could not be measured: for some accounts, and for all. */
  readonly missing: { readonly some: string; readonly all: string };
}

/** Significance level for a count that is reported as more than expected. */
const BY_CHANCE = 0.05;

/** Whether a count is significantly more than the number expected. */
export function exceedsExpected(count: number, expected: number): boolean {
  return poissonTail(count, expected) <= BY_CHANCE;
}

/** Declares a signal, so that its name and its finding keep their own types. */
export function defineSignal<const Name extends string, Finding>(signal: Signal<Name, Finding>): Signal<Name, Finding> {
  return signal;
}

/** Looks up what a sentence quotes, as in the dump. */
export type QuoteLookup = (quotable: QuoteRef) => string;

/** The similarity of a finding's own post to its first match; undefined if no texts are compared. */
export function likenessOf(
  { example, matches = [] }: Pick<ExplainedFinding<unknown>, 'example' | 'matches'>,
  comparesTexts: boolean,
  quote: QuoteLookup,
): TextLikeness | undefined {
  const [first] = matches;
  return comparesTexts && example && first
    ? compareTexts(quote(example), quote({ of: 'post', post: first.post }))
    : undefined;
}

/** The texts that must be read from the dump again to report a finding. */
export function requiredQuotes({
  example,
  matches = [],
}: Pick<ExplainedFinding<unknown>, 'example' | 'matches'>): QuoteRef[] {
  const [first] = matches;
  return [...(example ? [example] : []), ...(first ? [{ of: 'post', post: first.post } as const] : [])];
}

/** Accounts with at least this posterior probability count as likely members in reports. */
export const MEMBER_THRESHOLD = 0.5;
