import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Result } from '../src/documents/result.js';
import { analyze } from '../src/pipeline/analyze.js';
import { CASES, dumpOf, type Expected, expectedOf, expectedPath, FIXTURES } from './fixture-cases.js';

const REFRESH =
  'If the change is meant, refresh it with `UPDATE=1 npx vitest run test/expected.test.ts`, and look at the difference before it is committed.';

async function resultOf(name: string): Promise<Expected> {
  return summarise(await analyze([dumpOf(name)]), labelled(name));
}

/** Ids of the accounts that were made to act together. */
function labelled(name: string): ReadonlySet<string> {
  const rows: Record<string, string>[] = parse(readFileSync(join(FIXTURES, name, 'labels.csv')), { columns: true });
  return new Set(rows.flatMap(({ userid = '', label }) => (label === 'coordinated' ? [userid] : [])));
}

function summarise({ summary, accounts, groups }: Result, truth: ReadonlySet<string>): Expected {
  const flagged = accounts.filter(({ verdict }) => verdict === 'coordinated');
  const right = flagged.filter(({ id }) => truth.has(id)).length;
  return {
    accounts: summary.accounts,
    posts: summary.posts,
    expectedFalse: summary.expectedFalse,
    precision: share(right, flagged.length),
    recall: share(right, truth.size),
    groups: groups.map((group) => group.accounts.length),
    coordinated: flagged.map(({ handle }) => handle).sort(),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 1000;
}

describe('fixtures', () => {
  it.each(CASES)('%s comes out as its expected.json says', async (name) => {
    const path = expectedPath(name);
    const result = await resultOf(name);
    if (process.env['UPDATE'] === '1') writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
    expect(existsSync(path), `${path} is missing. ${REFRESH}`).toBe(true);
    expect(result, `${name} no longer comes out as in ${path}. ${REFRESH}`).toEqual(expectedOf(name));
  });
});
