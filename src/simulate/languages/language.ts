import type { Grammar } from '../grammar.js';

/** Symbols that a grammar must have; the simulation expands them. */
export type Speech =
  /** A person's own words. */
  | 'say'
  /** Short own words, at most about 60 characters, where little room is left. */
  | 'short'
  /** A template that the campaign copies. */
  | 'pitch'
  /** A headline from a share button. */
  | 'headline'
  /** A line that strangers pass on: a slogan, a prayer, a verse. */
  | 'slogan'
  /** A greeting that somebody posts every morning. */
  | 'greeting'
  /** An answer to somebody. */
  | 'answer'
  /** A fan's praise of the idol. */
  | 'praise'
  /** An activist's message to others in the same cause. */
  | 'organise'
  /** A word or two that can be added to anything. */
  | 'filler';

/** Language data for a simulation: grammar, names and audience. */
export interface Language {
  readonly code: 'ru' | 'en';
  readonly grammar: Grammar;
  /** Rows of synonyms, for changed copies. */
  readonly synonyms: readonly (readonly string[])[];
  /** Hashtags used together with the studied one, without `#`, most frequent first. */
  readonly sideTags: readonly string[];
  /** Given and family names as displayed, and the same in Latin letters for handles. */
  readonly given: readonly (readonly [shown: string, latin: string])[];
  readonly family: readonly (readonly [shown: string, latin: string])[];
  /** Nicknames for handles, Latin letters. */
  readonly nicknames: readonly string[];
  /** Display names that are neither a person's name nor a handle. */
  readonly fancyNames: readonly string[];
  /** Time zones of the audience: hours east of UTC, and the relative share. */
  readonly zones: readonly { readonly hours: number; readonly weight: number }[];
  /** Hosts of made-up news sites; `.example` is reserved (RFC 2606). */
  readonly newsHosts: readonly string[];
}
