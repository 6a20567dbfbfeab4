/**
 * Data that a report shows in addition to the result: single posts, and ties between accounts. From the same
 * measurements as the result; not part of the `--json` output.
 */

import type { ItemKind } from './evidence.js';
import type { Verdict } from './verdict.js';

/** Posts, ties and places, for a report. */
export interface ReportData {
  /**
   * Posts of the accounts that are shown individually, in order of time. Includes all posts of each account. Texts are
   * looked up first for posts that evidence compares with each other.
   */
  readonly posts: readonly ShownPost[];
  /** Ties between accounts called coordinated or unclear that belong to a group, strongest first, then by ids. */
  readonly ties: readonly Tie[];
  /** The place of each account of the result, in order of ids. */
  readonly places: readonly AccountPlace[];
}

/** Place of a post: the first post in an account's strongest evidence, else the account's first post. */
export interface AccountPlace {
  /** Id of the account. */
  readonly account: string;
  /** Position in the result's `inputs`. */
  readonly input: number;
  /** Line on which the post's record begins, from 1; the number of the record where that input is `numbered`. */
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
  /** As in the dump; null where it was not looked up. */
  readonly text: string | null;
}

/** A post with the verdict on its account: a line of `--posts FILE.jsonl`, which contains every post of the dump. */
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
  /**
   * As in the dump; null with pseudonyms, because its words would identify the author. Escape it wherever it is shown.
   */
  readonly text: string | null;
  /**
   * Address of the post; null where the platform is unknown, where the dump has no id of the platform, and with
   * pseudonyms.
   */
  readonly url: string | null;
}

/** A tie between two accounts: items of one kind that both have. */
export interface Tie {
  /** Ids of two accounts, the smaller first. */
  readonly source: string;
  readonly target: string;
  readonly kind: Exclude<ItemKind, 'target'>;
  /** Sum of the rarities, ln(accounts / accounts with the item), of the items of this kind that both have. */
  readonly weight: number;
  /** Number of items of this kind that both have. */
  readonly items: number;
  /** ISO 8601 UTC: first and last time when either of them posted such an item. */
  readonly firstAt: string;
  readonly lastAt: string;
}
