/** What is said of an account, and why. */

export type Verdict = 'coordinated' | 'flooding' | 'unclear' | 'organic' | 'insufficient';
export const VERDICTS: readonly Verdict[] = ['coordinated', 'flooding', 'unclear', 'organic', 'insufficient'];

/** Accounts, or their posts, by verdict. */
export interface VerdictCounts {
  readonly coordinated: number;
  readonly flooding: number;
  readonly unclear: number;
  readonly organic: number;
  readonly insufficient: number;
}

/** `VerdictCounts` to count in. */
export type VerdictTally = { -readonly [verdict in Verdict]: number };

/** A count of 0 for each verdict. */
export function emptyTally(): VerdictTally {
  return { coordinated: 0, flooding: 0, unclear: 0, organic: 0, insufficient: 0 };
}

/** Several counts as one. */
export function sumOf(counts: readonly VerdictCounts[]): VerdictTally {
  const sum = emptyTally();
  for (const each of counts) for (const verdict of VERDICTS) sum[verdict] += each[verdict];
  return sum;
}

/** All of them, whatever their verdict. */
export function totalOf(counts: VerdictCounts): number {
  return VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
}

/** What a group does that has an innocent reading, too. */
export type InnocentKind = 'amplifies-few' | 'service-feed' | 'outlets' | 'public-appeal';

/**
 * What a group does: amplifies one account or a few (fans, contest entrants, staff); posts a service's templates; is
 * one publisher's outlets; follows a public appeal to copy; else copies texts, or shares other things together.
 */
export type GroupKind = InnocentKind | 'copies-texts' | 'acts-together';

/** Why an account that fits a push is not named. */
export type WithheldReason =
  /** No set of accounts keeps together more than a public may by itself. */
  | 'no-push'
  /** It cannot be told which side pushed. */
  | 'undecided'
  /** It acted along on one occasion only. */
  | 'seen-once'
  /** It was the first each time or nearly, so that the others may have copied it; or the dump's times do not tell. */
  | 'may-be-copied'
  /** Its group is too small, or has nothing in common that chance does not explain. */
  | 'few'
  /** What its group does has an innocent reading, and nothing else speaks against that. */
  | InnocentKind;

/**
 * Two sets of comparable strength leave no background; or both sides of one split keep together more than a public
 * does.
 */
export type UndecidedReason = 'both-sides' | 'no-background';

/** What a verdict rests on, where it is not plain from the verdict itself. */
export type VerdictReason =
  | WithheldReason
  /** Unclear: its q would do, but it acted along once only, or with one other only. */
  | 'one-occasion'
  /**
   * Unclear: its q would do, but its reasons are of one kind only, and no second occasion lies an hour from the first.
   */
  | 'one-family'
  /** Unclear: two kinds of evidence speak, but among so many accounts too many would show as much by chance. */
  | 'by-chance'
  /** Unclear: one kind of evidence alone stands out. */
  | 'one-sign'
  /** Flooding: it repeats a text of its own, or posts in bursts. */
  | 'repetition'
  | 'bursts'
  /** Insufficient: the dump is too small to judge anybody, or the account shows too little. */
  | 'small-dump'
  | 'little-shown';
