/** Verdicts on accounts, and their reasons. */

export type Verdict = 'coordinated' | 'flooding' | 'unclear' | 'organic' | 'insufficient';
export const VERDICTS: readonly Verdict[] = ['coordinated', 'flooding', 'unclear', 'organic', 'insufficient'];

/** Numbers of accounts, or of their posts, by verdict. */
export interface VerdictCounts {
  readonly coordinated: number;
  readonly flooding: number;
  readonly unclear: number;
  readonly organic: number;
  readonly insufficient: number;
}

/** A mutable `VerdictCounts`. */
export type VerdictTally = { -readonly [verdict in Verdict]: number };

/** A count of 0 for each verdict. */
export function emptyTally(): VerdictTally {
  return { coordinated: 0, flooding: 0, unclear: 0, organic: 0, insufficient: 0 };
}

/** The sum of several counts. */
export function sumOf(counts: readonly VerdictCounts[]): VerdictTally {
  const sum = emptyTally();
  for (const each of counts) for (const verdict of VERDICTS) sum[verdict] += each[verdict];
  return sum;
}

/** The sum over all verdicts. */
export function totalOf(counts: VerdictCounts): number {
  return VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
}

/** Behaviour of a group that also has an innocent explanation. */
export type InnocentKind = 'amplifies-few' | 'mostly-retweets' | 'service-feed' | 'outlets' | 'public-appeal';

/**
 * Behaviour of a group: it amplifies one account or a few (fans, contest entrants, staff); shares mostly retweets (an audience); posts a service's templates;
 * consists of one publisher's outlets; follows a public appeal to copy; else copies texts, or shares other things
 * together.
 */
export type GroupKind = InnocentKind | 'copies-texts' | 'acts-together';

/** Why an account that fits a push is not named. */
export type WithheldReason =
  /** No set of accounts acts together more than ordinary accounts may. */
  | 'no-push'
  /** It is undecided which side pushed. */
  | 'undecided'
  /** It took part on one occasion only. */
  | 'seen-once'
  /**
   * It was almost always first, so the others may have copied it; or the dump's times are too coarse to show the order.
   */
  | 'may-be-copied'
  /** Its group is too small, or has nothing in common that chance, or the tags of one event, do not explain. */
  | 'few'
  /** It shares what its group shares, but less closely in time than the group does, as people do who copy what they saw. */
  | 'out-of-step'
  /** Its group's behaviour has an innocent explanation, and there is no evidence against that. */
  | InnocentKind;

/**
 * Two sets of comparable strength leave no background for comparison; or both sides of a split act together more than
 * ordinary accounts do.
 */
export type UndecidedReason = 'both-sides' | 'no-background';

/** The reason for a verdict, where the verdict does not already imply it. */
export type VerdictReason =
  | WithheldReason
  /** Unclear: its q is low enough, but it took part on one occasion only, or with one other account only. */
  | 'one-occasion'
  /**
   * Unclear: its q is low enough, but its evidence is of one kind only, and there is no second occasion at least
   * three hours from the first.
   */
  | 'one-family'
  /** Unclear: two kinds of evidence are present, but among so many accounts too many would show as much by chance. */
  | 'by-chance'
  /** Unclear: only one kind of evidence stands out. */
  | 'one-sign'
  /** Flooding: it repeats its own text, or posts in bursts. */
  | 'repetition'
  | 'bursts'
  /** Insufficient: the dump is too small to judge anybody, or the account shows too little. */
  | 'small-dump'
  | 'little-shown';
