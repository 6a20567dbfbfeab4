/** The document that `explain --json` prints: one account's whole case. Names and meaning are a contract: add, never change. */

import type { Family } from './evidence.js';
import type { AccountResult, Result } from './result.js';
import type { Verdict, WithheldReason } from './verdict.js';

export const EXPLANATION_SCHEMA_VERSION = '2';

/** What a family of signals says of the account. */
export interface FamilyContribution {
  readonly family: Family;
  /** Sum of its signals' weights, in nats, held within ±6; null where the family could not be measured. */
  readonly weight: number | null;
  /** Share of the accounts not suspected, among those of like activity, that show as much; null where it could not be measured. */
  readonly p: number | null;
}

/** What one signal says of the account, be it for or against. */
export interface SignalContribution {
  readonly signal: string;
  readonly family: Family;
  /** Log-likelihood ratio in nats: above 0 speaks for its taking part, below 0 against; null where it could not be measured. */
  readonly weight: number | null;
  /** What was seen and what was expected; null where there is nothing to say. May hold text from the dump. */
  readonly says: string | null;
  /** What it means that it speaks for or against, in a plain phrase; null where it does neither. */
  readonly means: string | null;
  /** Ids of the posts that show it. */
  readonly posts: readonly string[];
}

export interface AccountPost {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly retweet: boolean;
  /** As the dump has it. From the dump: escape it. */
  readonly text: string | null;
}

/** A post of another account that bears the same item. */
export interface MatchingPost {
  readonly account: string;
  readonly handle: string;
  readonly post: string;
  readonly time: string;
  /** Seconds after the account's own nearest post with the item; below 0 before it. */
  readonly gapSeconds: number;
}

/** Something that the account shares with accounts flagged. */
export interface ItemSharedWithFlagged {
  readonly kind: 'retweet' | 'text' | 'link' | 'target' | 'tags';
  /** As one post that bears it has it. From the dump: escape it. */
  readonly example: string;
  /** Other accounts that bear it: those flagged, and the rest. */
  readonly flagged: number;
  readonly notFlagged: number;
  readonly posts: readonly Pick<AccountPost, 'id' | 'time'>[];
  /** Posts of flagged accounts, the nearest in time first, one an account; at most three. */
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
  /** What is most nearly shared with accounts flagged alone comes first. */
  readonly shared: readonly ItemSharedWithFlagged[];
  /** All its posts, in the order of time. */
  readonly posts: readonly AccountPost[];
  readonly cautions: readonly string[];
}
