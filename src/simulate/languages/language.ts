import type { Grammar } from '../grammar.js';

/** Symbols that a grammar must have: what the simulation asks it for. */
export type Speech =
  /** A person's own words. */
  | 'say'
  /** Short own words, at most some 60 characters, for where little room is left. */
  | 'short'
  /** What a campaign has copied. */
  | 'pitch'
  /** A headline from a share button. */
  | 'headline'
  /** A line that strangers pass on: a slogan, a prayer, a verse. */
  | 'slogan'
  /** What someone says every morning. */
  | 'greeting'
  /** An answer to somebody. */
  | 'answer'
  /** What a fan says of the admired. */
  | 'praise'
  /** What an activist says to others of the cause. */
  | 'organise'
  /** A word or two that can be added to anything. */
  | 'filler';

/** What a simulation needs to know of the people who speak a language. */
export interface Language {
  readonly code: 'ru' | 'en';
  readonly grammar: Grammar;
  /** Words that can stand for each other, in rows: for changed copies. */
  readonly synonyms: readonly (readonly string[])[];
  /** Hashtags beside the studied one, without `#`, the usual ones first. */
  readonly sideTags: readonly string[];
  /** Given and family names as displayed, and the same in Latin letters for handles. */
  readonly given: readonly (readonly [shown: string, latin: string])[];
  readonly family: readonly (readonly [shown: string, latin: string])[];
  /** Nicknames for handles, Latin letters. */
  readonly nicknames: readonly string[];
  /** Display names that are neither a person's name nor a handle. */
  readonly fancyNames: readonly string[];
  /** Where the audience lives: hours east of UTC, and its share. */
  readonly zones: readonly { readonly hours: number; readonly weight: number }[];
  /** Hosts of made-up news sites; `.example` is reserved (RFC 2606). */
  readonly newsHosts: readonly string[];
}
