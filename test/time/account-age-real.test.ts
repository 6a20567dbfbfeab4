import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountCreation, ID_COUNTERS } from '../../src/time/account-age.js';
import { DAY } from '../../src/time/units.js';
import { readFile } from '../read/collect.js';

/** Real samples that state both ids and dates; they stay where they are, and the test is skipped where there are none. */
const shared = join(import.meta.dirname, '../../../shared/data/formats');
const FILES = [
  'rtweet-0.csv',
  'gazouilloire-minet.csv',
  'twarc1.jsonl',
  'twarc2-b.jsonl',
  'twarc2-flat.jsonl',
  'twitter-v1-search.json',
  'twitter-v1.jsonl',
  'x-graphql-search.json',
];
const BEFORE_THE_SECOND_COUNTER = Date.UTC(2013, 9, 21);

async function pairs(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const name of FILES) {
    const { posts } = await readFile(join(shared, name));
    for (const { account } of posts)
      if (/^\d+$/.test(account.id) && account.created?.source === 'dump') found.set(account.id, account.created.from);
  }
  return found;
}

describe('accountCreation on real accounts (../shared/data/formats)', () => {
  it.skipIf(!existsSync(shared))('is as near as published, and holds the truth in its interval', async () => {
    const known = [...(await pairs())].map(([id, truth]) => ({ id, truth, found: accountCreation(id, Infinity) }));
    const old = known.filter(({ found }) => found?.source === 'interpolated');
    expect(old.length).toBeGreaterThan(200);
    const inside = old.filter(
      ({ truth, found }) => found && truth >= found.from - 60_000 && truth <= found.to + 60_000,
    );
    expect(inside.length / old.length).toBeGreaterThanOrEqual(0.95);
    const errors = old
      .filter(({ truth }) => truth < BEFORE_THE_SECOND_COUNTER)
      .map(({ id, truth }) => Math.abs((ID_COUNTERS[0]?.at(Number(id)) ?? 0) - truth / DAY))
      .sort((a, b) => a - b);
    expect(errors[Math.floor(0.5 * errors.length)]).toBeLessThanOrEqual(0.2);
    expect(errors[Math.floor(0.95 * errors.length)]).toBeLessThanOrEqual(0.5);
    const snowflakes = known.filter(({ found }) => found?.source === 'snowflake');
    // The id is given when somebody begins to sign up, the date when it is done; one file states local time.
    const late = snowflakes
      .map(({ truth, found }) => Math.abs(truth - (found?.from ?? Infinity)))
      .sort((a, b) => a - b);
    expect(late[Math.floor(0.95 * late.length)]).toBeLessThanOrEqual(600_000);
    expect(late.at(-1)).toBeLessThanOrEqual(3 * 3_600_000);
  });
});
