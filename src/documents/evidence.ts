/** What one signal found on one account. */

/** Signals that would be fooled by the same thing belong to one family and count once. */
export type Family = 'creation' | 'posting' | 'sharing';
export const FAMILIES: readonly Family[] = ['creation', 'posting', 'sharing'];

/** What an item is: something that several accounts can do alike. */
export type ItemKind = 'retweet' | 'text' | 'link' | 'target' | 'tags';

/** As printed in the JSON. */
export interface Evidence {
  readonly signal: string;
  readonly family: Family;
  /** Clipped log-likelihood ratio, in nats: how much the finding speaks for acting together; 0 says nothing. */
  readonly weight: number;
  /** Probability of a finding at least as strong for an account that acts alone, 0 to 1. */
  readonly p: number;
  /** One plain sentence. May hold text from the dump: escape it wherever it is shown. */
  readonly says: string;
  /** Ids of the posts that show it. */
  readonly posts: readonly string[];
}

/** What a sentence quotes: a post, or something that several accounts did alike, by number. */
export type QuoteRef =
  | { readonly of: 'post'; readonly post: number }
  | { readonly of: ItemKind; readonly item: number };
