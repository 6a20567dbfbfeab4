/**
 * The document that `explain --json` prints: all evidence on one account. Names and meaning are a contract: add, never
 * change.
 */

import type { Family } from './evidence.js';
import type { AccountResult, Result } from './result.js';
import type { Verdict, WithheldReason } from './verdict.js';

export const EXPLANATION_SCHEMA_VERSION = '2';

/** The contribution of a family of signals. */
export interface FamilyContribution {
  readonly family: Family;
  /** Sum of its signals' weights, in nats, clipped to ±6; null where the family could not be measured. */
  readonly weight: number | null;
  /**
   * Share of comparable accounts (not suspected, similar activity) that show at least as much; null where it could not
   * be measured.
   */
  readonly p: number | null;
}

/** The contribution of one signal, for or against coordination. */
export interface SignalContribution {
  readonly signal: string;
  readonly family: Family;
  /**
   * Log-likelihood ratio in nats: above 0 is evidence for participation, below 0 against it; null where it could not be
   * measured.
   */
  readonly weight: number | null;
  /** What was found and what was expected; null where there is no finding. May contain text from the dump. */
  readonly says: string | null;
  /** The meaning of evidence for or against, in a plain phrase; null where it is neither. */
  readonly means: string | null;
  /** Ids of the account's own posts with this evidence. */
  readonly posts: readonly string[];
  /**
   * Posts of other accounts that match its own: accounts called likely coordinated, or unclear where there are none
   * (`called`). Nearest in time first, one for each account, at most five.
   */
  readonly matches: readonly MatchingPost[];
}

/** A post of the explained account. */
export interface AccountPost {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly retweet: boolean;
  /** Text as in the dump: escape it. Null where it could not be read. */
  readonly text: string | null;
  /** Address of the post; null where the platform is unknown, or the dump has no id of the platform. */
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
  /** Seconds after that post; negative if before it. At the resolution of the dump (`dump.resolutionSeconds`). */
  readonly gapSeconds: number;
  /** Text of this post, as in the dump; null where it could not be read. From the dump: escape it. */
  readonly text: string | null;
  /** Whether both texts are identical except for white space; null where no texts are compared. */
  readonly identical: boolean | null;
  /**
   * Share of their words that both have in the same order, 0 to 1, without links, names and hashtags. Null where no
   * texts are compared.
   */
  readonly similarity: number | null;
  /** Address of the post, as in `posts`. */
  readonly url: string | null;
}

/**
 * An item that the account shares with accounts called likely coordinated, or with unclear ones where there are none
 * (`called`).
 */
export interface ItemSharedWithFlagged {
  readonly kind: 'retweet' | 'text' | 'link' | 'object' | 'target' | 'tags';
  /** The column of an object; absent for other items. From the dump: escape it. */
  readonly column?: string;
  /**
   * For a text or a retweet, the exact text of the account's own first post with it; else the link, object, name or
   * hashtags. From the dump: escape it.
   */
  readonly example: string;
  /** Number of other accounts with it: those called likely coordinated (or unclear), and the rest. */
  readonly flagged: number;
  readonly notFlagged: number;
  readonly posts: readonly Pick<AccountPost, 'id' | 'time'>[];
  /** Posts of the accounts counted in `flagged`, nearest in time first, one for each account, at most three. */
  readonly matches: readonly MatchingPost[];
}

/** The verdict when a part of the method is left out and everything else is decided again. */
export interface LeaveOneOut {
  readonly leftOut: string;
  readonly kind: 'family' | 'signal';
  readonly verdict: Verdict;
  readonly q: number;
}

/** A reason why an account is not called likely coordinated. */
export type MissingEvidence =
  | { readonly kind: 'not-measured' | 'nothing' | 'only-beside'; readonly family: Family }
  /** Sharing and another family each stand out, but among so many accounts some would by chance. */
  | { readonly kind: 'by-chance' }
  /** There is evidence, but a share `p` of other accounts shows as much. */
  | { readonly kind: 'usual'; readonly family: Family; readonly p: number }
  /** Its q is low enough, but it acted with the others on one occasion only, or all its evidence is from one family. */
  | { readonly kind: 'one-occasion' | 'one-family' }
  /** It fits a push, but is not named. */
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
  /** The false discovery rates up to which an account is called likely coordinated, and unclear. */
  readonly thresholds: { readonly coordinated: number; readonly unclear: number };
  /** Empty where it is called likely coordinated. */
  readonly lacks: readonly MissingEvidence[];
  /** Every family, then every signal, that could be measured for at least one account. */
  readonly without: readonly LeaveOneOut[];
  /**
   * The verdict of the accounts that it is compared with: `likely coordinated`, or `unclear` where no account is likely
   * coordinated.
   */
  readonly called: 'likely coordinated' | 'unclear';
  /** Items that are least common among other accounts come first. */
  readonly shared: readonly ItemSharedWithFlagged[];
  /** All its posts, in order of time. */
  readonly posts: readonly AccountPost[];
  readonly cautions: readonly string[];
}
