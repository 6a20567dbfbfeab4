/**
 * The document that `explain --json` prints: one account's whole case. Names and meaning are a contract: add, never
 * change.
 */

import type { Family } from './evidence.js';
import type { AccountResult, Result } from './result.js';
import type { Verdict, WithheldReason } from './verdict.js';

export const EXPLANATION_SCHEMA_VERSION = '2';

/** What a family of signals says of the account. */
export interface FamilyContribution {
  readonly family: Family;
  /** Sum of its signals' weights, in nats, held within ±6; null where the family could not be measured. */
  readonly weight: number | null;
  /**
   * Share of the accounts not suspected, among those of like activity, that show as much; null where it could not be
   * measured.
   */
  readonly p: number | null;
}

/** What one signal says of the account, be it for or against. */
export interface SignalContribution {
  readonly signal: string;
  readonly family: Family;
  /**
   * Log-likelihood ratio in nats: above 0 speaks for its taking part, below 0 against; null where it could not be
   * measured.
   */
  readonly weight: number | null;
  /** What was seen and what was expected; null where there is nothing to say. May hold text from the dump. */
  readonly says: string | null;
  /** What it means that it speaks for or against, in a plain phrase; null where it does neither. */
  readonly means: string | null;
  /** Ids of the account's own posts that show it. */
  readonly posts: readonly string[];
  /**
   * Posts of others that match its own: accounts called likely coordinated, or unclear where none is (`called`); the
   * nearest in time first, one an account; at most five.
   */
  readonly matches: readonly MatchingPost[];
}

/** A post of the account that is explained. */
export interface AccountPost {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly retweet: boolean;
  /** As the dump has it. From the dump: escape it. */
  readonly text: string | null;
  /** Its address; null where the platform is not known, or the dump gives no id of it. */
  readonly url: string | null;
}

/** A post of another account that matches one of the account's own. */
export interface MatchingPost {
  readonly account: string;
  readonly handle: string;
  readonly post: string;
  readonly time: string;
  /** Id of the account's own post that it matches: the nearest in time. */
  readonly ownPost: string;
  /** Seconds after that post; below 0 before it. As fine as the dump tells time (`dump.resolutionSeconds`). */
  readonly gapSeconds: number;
  /** Its own words, as the dump has them; null where they could not be read. From the dump: escape it. */
  readonly text: string | null;
  /** Whether both texts are the same to the letter, white space aside; null where no texts are compared. */
  readonly identical: boolean | null;
  /**
   * Share of their words that they have in the same order, 0 to 1; links, names and hashtags left out. Null where no
   * texts are compared.
   */
  readonly similarity: number | null;
  /** Address of the post, as in `posts`. */
  readonly url: string | null;
}

/**
 * Something that the account shares with accounts called likely coordinated, or with unclear ones where none is
 * (`called`).
 */
export interface ItemSharedWithFlagged {
  readonly kind: 'retweet' | 'text' | 'link' | 'object' | 'target' | 'tags';
  /** The column of an object; absent where it is none. From the dump: escape it. */
  readonly column?: string;
  /**
   * Of a text or a retweet the words of the account's own first post with it, to the letter; else the link, object,
   * name or hashtags. From the dump: escape it.
   */
  readonly example: string;
  /** Other accounts that bear it: those called likely coordinated (or unclear), and the rest. */
  readonly flagged: number;
  readonly notFlagged: number;
  readonly posts: readonly Pick<AccountPost, 'id' | 'time'>[];
  /** Posts of the former, the nearest in time first, one an account; at most three. */
  readonly matches: readonly MatchingPost[];
}

/** The verdict with a part of the method left out, everything else decided again. */
export interface LeaveOneOut {
  readonly leftOut: string;
  readonly kind: 'family' | 'signal';
  readonly verdict: Verdict;
  readonly q: number;
}

/** What keeps an account from being called likely coordinated. */
export type MissingEvidence =
  | { readonly kind: 'not-measured' | 'nothing' | 'only-beside'; readonly family: Family }
  /** Sharing and another family stand out each by itself, but among so many accounts some would by chance. */
  | { readonly kind: 'by-chance' }
  /** It shows something, but so do others: `p` of them. */
  | { readonly kind: 'usual'; readonly family: Family; readonly p: number }
  /** Its q would do, but those it acts with did so once only, or its reasons are of one family. */
  | { readonly kind: 'one-occasion' | 'one-family' }
  /** It fits, and is not named all the same. */
  | { readonly kind: 'withheld'; readonly reason: WithheldReason };

/** What `explain --json` prints. */
export interface Explanation {
  readonly schemaVersion: typeof EXPLANATION_SCHEMA_VERSION;
  readonly tool: Result['tool'];
  readonly inputs: Result['inputs'];
  readonly options: Result['options'];
  readonly dump: Pick<Result['dump'], 'posts' | 'accounts' | 'from' | 'to' | 'resolutionSeconds'>;
  readonly account: AccountResult;
  readonly families: readonly FamilyContribution[];
  /** In the order of the program. */
  readonly signals: readonly SignalContribution[];
  /** The rates of false discovery up to which an account is called likely coordinated, and unclear. */
  readonly thresholds: { readonly coordinated: number; readonly unclear: number };
  /** Empty where it is called likely coordinated. */
  readonly lacks: readonly MissingEvidence[];
  /** Every family, then every signal, that could say something of anybody. */
  readonly without: readonly LeaveOneOut[];
  /** What the accounts are called that it is held against: `likely coordinated`, or `unclear` where nobody is. */
  readonly called: 'likely coordinated' | 'unclear';
  /** What fewest others share comes first. */
  readonly shared: readonly ItemSharedWithFlagged[];
  /** All its posts, in the order of time. */
  readonly posts: readonly AccountPost[];
  readonly cautions: readonly string[];
}
