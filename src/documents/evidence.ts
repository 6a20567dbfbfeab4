/** Evidence: what one signal found about one account. */

/** Families of signals. Signals that the same cause could mislead belong to one family, which counts once. */
export type Family = 'creation' | 'posting' | 'sharing';
export const FAMILIES: readonly Family[] = ['creation', 'posting', 'sharing'];

/** Kind of an item: something that several accounts can share. */
export type ItemKind = 'retweet' | 'text' | 'link' | 'object' | 'target' | 'tags';

/** Whether an item is quoted as the text of a post that has it; a link or an account's name is shown directly. */
export function isQuotedText(kind: ItemKind): boolean {
  return kind === 'text' || kind === 'retweet';
}

/** A post of another account that matches one of the account's own posts. */
export interface EvidenceMatch {
  readonly account: string;
  readonly post: string;
  readonly ownPost: string;
}

/** What was counted or measured; null where a signal does not count it. */
export interface EvidenceFigures {
  /** The value found: a number of accounts, posts, items or repetitions, or a percentage. */
  readonly value: number | null;
  /** The value expected by chance. */
  readonly expected: number | null;
  /**
   * Number of accounts that share it: likely coordinated ones, or unclear ones in a dump without likely coordinated
   * accounts.
   */
  readonly accounts: number | null;
  /** Number of other accounts that share it. */
  readonly others: number | null;
  /** Seconds between the two posts that are nearest in time, at the resolution of the dump. */
  readonly gapSeconds: number | null;
}

/** As printed in the JSON. */
export interface Evidence extends EvidenceFigures {
  readonly signal: string;
  readonly family: Family;
  /** Clipped log-likelihood ratio, in nats: above 0 the finding is evidence for coordination; 0 is no evidence. */
  readonly weight: number;
  /** Probability of a finding at least as strong for an account that acts alone, 0 to 1. */
  readonly p: number;
  /**
   * One plain sentence. May contain text from the dump: escape it wherever it is shown. Text in “…” is quoted from a
   * post of this account; a cut is marked by ….
   */
  readonly says: string;
  /**
   * Whether the two texts that are nearest in time are identical except for white space; null where no texts are
   * compared.
   */
  readonly identical: boolean | null;
  /** Share of their words that both have in the same order, 0 to 1, without links, names and hashtags. */
  readonly similarity: number | null;
  /**
   * The shared item if it is not a text: a link, an object, a series of hashtags, or an account addressed. From the
   * dump.
   */
  readonly item: string | null;
  /** The column of the item, where it is an object (`--map object=COLUMN`); absent for other items. From the dump. */
  readonly column?: string;
  /** At most five posts, nearest in time: likely coordinated accounts first, one post for each account. */
  readonly with: readonly EvidenceMatch[];
  /** Ids of the account's own posts with this evidence. */
  readonly posts: readonly string[];
}

/** Reference to what a sentence quotes: a post, or an item that several accounts share, by index. */
export type QuoteRef =
  | { readonly of: 'post'; readonly post: number }
  | { readonly of: ItemKind; readonly item: number };
