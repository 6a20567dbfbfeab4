import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

/** The folders of `fixtures/`, each a dump (`tweets.csv`) of which it is known what to make. */
export const CASES: readonly string[] = readdirSync(FIXTURES, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  .sort();

export const dumpOf = (name: string): string => join(FIXTURES, name, 'tweets.csv');
