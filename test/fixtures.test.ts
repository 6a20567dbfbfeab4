import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { newAndRepeated, separation, singleNumbers, type SingleNumbers } from './simulate/single-numbers.js';

const FIXTURES = path.join(import.meta.dirname, '..', 'fixtures');
const cases = readdirSync(FIXTURES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const made = cases.filter((name) => existsSync(path.join(FIXTURES, name, 'make.js')));

const records = (file: string): Record<string, string>[] =>
  parse(readFileSync(path.join(FIXTURES, file)), { columns: true });

describe('fixtures', () => {
  it.each(cases)('%s says where it comes from', (name) => {
    expect(readFileSync(path.join(FIXTURES, name, 'README.md'), 'utf8')).toContain('What it pins down');
  });

  it.each(made)('%s is what its script makes', (name) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-fixture-'));
    try {
      // In another time zone and language, so that neither can show.
      execFileSync(process.execPath, [path.join(FIXTURES, name, 'make.js'), folder], {
        env: { ...process.env, TZ: 'Asia/Kolkata', LC_ALL: 'de_DE.UTF-8' },
      });
      const files = readdirSync(folder);
      expect(files.sort()).toEqual(['labels.csv', 'tweets.csv']);
      expect(
        files.filter(
          (file) => !readFileSync(path.join(folder, file)).equals(readFileSync(path.join(FIXTURES, name, file))),
        ),
      ).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(made)('%s labels every account once', (name) => {
    const labelled = records(`${name}/labels.csv`).map(({ userid }) => userid);
    expect(new Set(labelled).size).toBe(labelled.length);
    expect(new Set(records(`${name}/tweets.csv`).map(({ userid }) => userid))).toEqual(new Set(labelled));
  });
});

describe('rossiya-svoih-ne-brosaet', () => {
  const labels = new Map(
    records('rossiya-svoih-ne-brosaet/labels.csv').map(({ userid = '', label = '' }) => [userid, label]),
  );
  const numbers = singleNumbers(
    records('rossiya-svoih-ne-brosaet/tweets.csv').map((row) => ({
      account: row['userid'] ?? '',
      time: Date.parse(`${row['tweet_time'] ?? ''}Z`),
      created: Date.parse(`${row['account_creation_date'] ?? ''}Z`),
      text: row['tweet_text'] ?? '',
      retweet: row['is_retweet'] === 'true',
    })),
  );
  const side = (label: string): SingleNumbers[] =>
    [...numbers].flatMap(([id, of]) => (labels.get(id) === label ? [of] : []));
  const [campaign, people] = [side('coordinated'), side('organic')];

  it.each(['posts', 'age', 'busiest', 'hours', 'retweetShare', 'repeated', 'length'] as const)(
    'cannot be told apart by %s alone',
    (key) => {
      expect(
        separation(
          campaign.map((of) => of[key]),
          people.map((of) => of[key]),
        ),
      ).toBeLessThan(0.91);
    },
  );

  it('makes fools of those who hold being new and repeating against people', () => {
    const caught = campaign.filter(newAndRepeated).length;
    expect(people.filter(newAndRepeated).length).toBeGreaterThan(caught);
    expect(campaign.length - caught).toBeGreaterThan(5);
  });
});
