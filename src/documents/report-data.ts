/**
 * What a report shows beyond the result: single posts, and the ties between accounts. Made from the same measurements
 * as the result, for reports alone; not part of what `--json` prints.
 */

import type { ItemKind } from './evidence.js';
import type { Verdict } from './verdict.js';

/** Posts, ties and places, for a report. */
export interface ReportData {
  /**
   * Posts of the accounts that are shown one by one, in order of time; all that each has. Texts are looked up first for
   * posts that evidence sets beside each other.
   */
  readonly posts: readonly ShownPost[];
  /** Ties between accounts called coordinated or unclear that belong to a group, strongest first, then by ids. */
  readonly ties: readonly Tie[];
  /** Where each account of the result shows, in the order of their ids. */
  readonly places: readonly AccountPlace[];
}

/** The first post that an account's weightiest evidence names, else its first post at all. */
export interface AccountPlace {
  /** Its id. */
  readonly account: string;
  /** Position in the result's `inputs`. */
  readonly input: number;
  /** Where the post's record begins, from 1; the number of the record where that input is `numbered`. */
  readonly line: number;
}

/** A post that a report shows. */
export interface ShownPost {
  readonly id: string;
  /** Id of its account, and that account's verdict. */
  readonly account: string;
  readonly verdict: Verdict;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly retweet: boolean;
  /** As the dump has it; null where it was not looked up. */
  readonly text: string | null;
}

/** A post and what was found of its account: a line of `--posts FILE.jsonl`, which has every post of the dump. */
export interface PostVerdict {
  readonly id: string;
  /** Id and handle of its account. */
  readonly account: string;
  readonly handle: string;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly retweet: boolean;
  readonly verdict: Verdict;
  readonly score: number;
  /** As the dump has it; null with pseudonyms, for its words lead to its author. Escape it wherever it is shown. */
  readonly text: string | null;
  /** Address of the post; null where the platform is not known, or the dump gives no id of it, and with pseudonyms. */
  readonly url: string | null;
}

/** What ties two accounts: things of one kind that both have. */
export interface Tie {
  /** Ids of two accounts, the smaller first. */
  readonly source: string;
  readonly target: string;
  readonly kind: Exclude<ItemKind, 'target'>;
  /** Sum of the rarities, ln(accounts / accounts that bear the item), of the items of this kind that both bear. */
  readonly weight: number;
  /** How many items of this kind both bear. */
  readonly items: number;
  /** ISO 8601 UTC: first and last time at which either of them posted such an item. */
  readonly firstAt: string;
  readonly lastAt: string;
}
