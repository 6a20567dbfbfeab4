import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VerdictCounts } from '../src/documents/verdict.js';

export const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

/** The folders of `fixtures/`, each a dump (`tweets.csv`) of which it is known what to make. */
export const CASES: readonly string[] = readdirSync(FIXTURES, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  .sort();

export const dumpOf = (name: string): string => join(FIXTURES, name, 'tweets.csv');

/** The quickest that has something of everything: for tests of the form of what is printed. */
export const SMALL = 'small-campaign';
export const SMALL_DUMP = dumpOf(SMALL);
/** Handles of the small one: who was made to act together, and who was not. */
export const CAMPAIGNER = 'babushka_mash_6';
export const BYSTANDER = 'natasha_melni74';

/** What a fixture's `expected.json` holds. */
export interface Expected {
  readonly accounts: VerdictCounts;
  readonly posts: VerdictCounts;
  readonly expectedFalse: number;
  /** Of the accounts called coordinated, the share that labels.csv calls so; null where none is. */
  readonly precision: number | null;
  /** Of the accounts that labels.csv calls coordinated, the share that is called so; null where there are none. */
  readonly recall: number | null;
  readonly groups: readonly number[];
  /** Handles, sorted. */
  readonly coordinated: readonly string[];
}

export const expectedPath = (name: string): string => join(FIXTURES, name, 'expected.json');

export function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(expectedPath(name), 'utf8'));
}
