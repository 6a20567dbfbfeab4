/** What one signal found on one account. */

/** Signals that would be fooled by the same thing belong to one family and count once. */
export type Family = 'creation' | 'posting' | 'sharing';
export const FAMILIES: readonly Family[] = ['creation', 'posting', 'sharing'];

export type Verdict = 'coordinated' | 'unclear' | 'organic' | 'insufficient';
export const VERDICTS: readonly Verdict[] = ['coordinated', 'unclear', 'organic', 'insufficient'];

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

/** What a signal found, in figures; `signals/says.ts` has the sentence for each. */
export type Finding =
  | {
      readonly kind: 'cohort';
      readonly created: number;
      readonly others: number;
      readonly days: number;
      readonly expected: number;
    }
  | { readonly kind: 'burst'; readonly posts: number; readonly minutes: number; readonly expected: number }
  | { readonly kind: 'repeats'; readonly times: number; readonly of: number; readonly example: QuoteRef }
  | {
      readonly kind: ItemKind;
      /** How many items of that kind it shares with members. */
      readonly items: number;
      /** How many likely members share at least one of them, and how many others share the one that is shown. */
      readonly members: number;
      /** Whether there may be more such members: in a crowd not all are looked at. */
      readonly orMore: boolean;
      readonly strangers: number;
      /** Minutes from the account's post to the nearest of a member with the item that is shown. */
      readonly minutes: number;
      readonly example: QuoteRef;
    }
  | { readonly kind: 'disguise'; readonly posts: number; readonly of: number }
  | { readonly kind: 'succession'; readonly minutes: number; readonly items: number }
  | { readonly kind: 'moments'; readonly percent: number; readonly usualPercent: number };

export type FindingKind = Finding['kind'];
