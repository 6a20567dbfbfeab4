/** What one signal found on one account. */

/** Signals that would be fooled by the same thing belong to one family and count once. */
export type Family = 'creation' | 'posting' | 'sharing';
export const FAMILIES: readonly Family[] = ['creation', 'posting', 'sharing'];

/** What an item is: something that several accounts can do alike. */
export type ItemKind = 'retweet' | 'text' | 'link' | 'object' | 'target' | 'tags';

/** Whether an item is quoted as the words of a post that has it; a link or an account's name is shown as it is. */
export function isQuotedText(kind: ItemKind): boolean {
  return kind === 'text' || kind === 'retweet';
}

/** A post of another account that one of the account's own matches. */
export interface EvidenceMatch {
  readonly account: string;
  readonly post: string;
  readonly ownPost: string;
}

/** What was counted or measured; null where a signal counts no such thing. */
export interface EvidenceFigures {
  /** What was found: a number of accounts, posts, items or repetitions, or a share in percent. */
  readonly value: number | null;
  /** What chance gives of it. */
  readonly expected: number | null;
  /**
   * How many accounts it has it in common with: likely coordinated ones, or, in a dump in which nobody is, unclear
   * ones.
   */
  readonly accounts: number | null;
  /** How many other accounts have what is shown. */
  readonly others: number | null;
  /** Seconds between the two posts that are nearest in time; as fine as the dump tells time. */
  readonly gapSeconds: number | null;
}

/** As printed in the JSON. */
export interface Evidence extends EvidenceFigures {
  readonly signal: string;
  readonly family: Family;
  /** Clipped log-likelihood ratio, in nats: how much the finding speaks for acting together; 0 says nothing. */
  readonly weight: number;
  /** Probability of a finding at least as strong for an account that acts alone, 0 to 1. */
  readonly p: number;
  /**
   * One plain sentence. May hold text from the dump: escape it wherever it is shown. What stands in “…” is of a post of
   * this account, cut at a marked ….
   */
  readonly says: string;
  /**
   * Whether the two texts that are nearest in time are the same to the letter, white space aside; null where no texts
   * are compared.
   */
  readonly identical: boolean | null;
  /** Share of their words that they have in the same order, 0 to 1; links, names and hashtags left out. */
  readonly similarity: number | null;
  /**
   * What is shared, where it is no words: a link, an object, a series of hashtags, an account addressed. From the dump.
   */
  readonly item: string | null;
  /**
   * The column that the item stands in, where it is an object (`--map object=COLUMN`); absent where it is none. From
   * the dump.
   */
  readonly column?: string;
  /** The five nearest in time: likely coordinated accounts first, one post an account. */
  readonly with: readonly EvidenceMatch[];
  /** Ids of the account's own posts that show it. */
  readonly posts: readonly string[];
}

/** What a sentence quotes: a post, or something that several accounts did alike, by number. */
export type QuoteRef =
  | { readonly of: 'post'; readonly post: number }
  | { readonly of: ItemKind; readonly item: number };
