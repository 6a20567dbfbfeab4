import type { Dataset } from '../dataset/dataset.js';
import type { EvidenceFigures, Family, QuoteRef } from '../documents/evidence.js';
import { poissonTail } from '../stats/poisson-tail.js';
import { compareTexts, type TextLikeness } from '../text/compare-texts.js';

/** Who is suspected, and how surely: the state that the signals and the verdict improve in turn. */
export interface Posterior {
  /** For each account the probability, under the model, that it took part in the push. */
  readonly probability: Float64Array;
  /** Their mean, held within [0.005, 0.5]. */
  readonly prevalence: number;
}

/** A finding on one account, and what shows it. */
export interface ExplainedFinding<Finding> {
  readonly finding: Finding;
  /** Posts, by number. */
  readonly posts: readonly number[];
  /** What the sentence shows: a post of the account, or an item that is no words. */
  readonly example?: QuoteRef;
  /** The nearest posts of others that match its own, one an account, the nearest of all first. */
  readonly matches?: readonly Match[];
}

/** Posts, by number. */
export interface Match {
  readonly post: number;
  readonly ownPost: number;
}

/** What a sentence is told beside the finding. */
export interface FindingContext {
  /** What `example` says, as the dump has it. */
  readonly quoted: string;
  /** What the accounts that are counted are called: `likely coordinated`, `unclear`. */
  readonly called: string;
  /** How like the first match's text is to the account's own, where texts are compared. */
  readonly likeness: TextLikeness | undefined;
}

/** A signal as it stands on one dump. Every array has one element per account. */
export interface FittedSignal<Finding = unknown> {
  /** 1 where the signal could have said something of the account, 0 where it could not be measured. */
  readonly measurable: Uint8Array;
  /**
   * How far the account stands out from the dump's own background while nobody is suspected yet: the more the higher,
   * in any unit; only the order among accounts counts.
   */
  initialScore(): Float64Array;
  /**
   * Log-likelihood ratio, in nats, of what the account shows: among the suspected against among the rest, the account
   * itself left out of both. 0 where it could not be measured. Written to `into`, and that returned, where it is given.
   */
  logLikelihoodRatio(posterior: Posterior, into?: Float64Array): Float64Array;
  /** What there is to say; undefined where there is nothing. */
  explain(account: number, posterior: Posterior): ExplainedFinding<Finding> | undefined;
  /** Whether there is something to say that speaks for acting together (see `Signal.isTelling`), where that is found sooner than what it is. */
  tells?(account: number, posterior: Posterior): boolean;
}

/** A signal whole: what it measures, and every word that a reader sees of it. */
export interface Signal<Name extends string = string, Finding = unknown> {
  /** As it stands in results; a reader sees it with blanks for hyphens. */
  readonly name: Name;
  readonly family: Family;
  /** True where it counts towards a claim only beside another signal of its family: whoever followed the same event shows it too. */
  readonly corroboratingOnly?: true;
  /** True where what it finds are texts: the nearest two are compared word by word. */
  readonly comparesTexts?: true;
  fit(dataset: Dataset): FittedSignal<Finding>;
  /** One plain sentence for a finding. What it quotes is as the dump has it: escape it wherever it is shown. */
  describe(finding: Finding, told: FindingContext): string;
  /** The same as numbers; what it does not count is left out. */
  figures(finding: Finding): Partial<EvidenceFigures>;
  /** Whether the finding, as it is described, speaks for acting together: more than is expected, and not by a hair. */
  isTelling(finding: Finding): boolean;
  /** What it means that it speaks for an account's taking part, or against it. */
  readonly means: { readonly for: string; readonly against: string };
  /** Why it can say nothing: of the other accounts, where it can of some; and of anybody. */
  readonly missing: { readonly some: string; readonly all: string };
}

/** A count that chance gives this seldom, or more seldom, is no chance that a reader would think of. */
const BY_CHANCE = 0.05;

/** Whether so many are more than the number expected explains. */
export function exceedsExpected(count: number, expected: number): boolean {
  return poissonTail(count, expected) <= BY_CHANCE;
}

/** A signal, with its name and its finding as types of their own. */
export function defineSignal<const Name extends string, Finding>(signal: Signal<Name, Finding>): Signal<Name, Finding> {
  return signal;
}

/** Gives what a sentence quotes, as the dump has it. */
export type QuoteLookup = (quotable: QuoteRef) => string;

/** How alike a finding's own post and its first match are; undefined where no texts are compared. */
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

/** What a finding needs read again to be told. */
export function requiredQuotes({
  example,
  matches = [],
}: Pick<ExplainedFinding<unknown>, 'example' | 'matches'>): QuoteRef[] {
  const [first] = matches;
  return [...(example ? [example] : []), ...(first ? [{ of: 'post', post: first.post } as const] : [])];
}

/** Above this probability an account counts as a likely member in what is said to the reader. */
export const MEMBER_THRESHOLD = 0.5;
