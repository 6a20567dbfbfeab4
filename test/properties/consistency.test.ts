import { beforeAll, describe, expect, it } from 'vitest';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import { DatasetBuilder } from '../../src/dataset/dataset-builder.js';
import { idAt } from '../../src/dataset/post-ids.js';
import type { Result } from '../../src/documents/result.js';
import { VERDICTS } from '../../src/documents/verdict.js';
import { analyze } from '../../src/pipeline/analyze.js';
import { CASES, dumpOf } from '../fixture-cases.js';
import { readFile } from '../read/collect.js';

describe.each(CASES)('the result of %s', (name) => {
  let result: Result;
  let authorOf: ReadonlyMap<string, string>;
  let timeOf: ReadonlyMap<string, number>;
  beforeAll(async () => {
    result = await analyze([dumpOf(name)]);
    const collector = new DatasetBuilder();
    for (const post of (await readFile(dumpOf(name))).posts) collector.add(post);
    const { accounts, posts } = buildDataset(collector);
    timeOf = new Map(Array.from(posts.time, (time, p) => [idAt(posts.id, p), time]));
    authorOf = new Map(Array.from(posts.account, (a, p) => [idAt(posts.id, p), accounts.id[a] ?? '']));
  });

  it('adds up: accounts and posts per verdict, the timeline, creation dates', () => {
    const { summary, accounts, dump, timeline } = result;
    for (const verdict of VERDICTS) {
      const of = accounts.filter((account) => account.verdict === verdict);
      expect(summary.accounts[verdict]).toBe(of.length);
      const posts = of.reduce((sum, account) => sum + account.posts, 0);
      expect(summary.posts[verdict]).toBe(posts);
      expect(timeline.reduce((sum, bin) => sum + bin[verdict], 0)).toBe(posts);
    }
    expect(accounts).toHaveLength(dump.accounts);
    expect(accounts.reduce((sum, { posts }) => sum + posts, 0)).toBe(dump.posts);
    expect(Object.values(dump.creationDates).reduce((sum, count) => sum + count, 0)).toBe(dump.accounts);
    expect(summary.expectedFalse).toBeLessThanOrEqual(summary.accounts.coordinated);
  });

  it('lists every account once, by score, then by id', () => {
    const ranked = result.accounts.map(({ id, score }) => ({ id, score }));
    expect(ranked).toEqual([...ranked].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)));
    expect(new Set(ranked.map(({ id }) => id)).size).toBe(ranked.length);
  });

  it('shows as evidence posts that the account wrote, the weightiest finding first, each in one line', () => {
    for (const { id, evidence, verdict } of result.accounts) {
      expect(evidence.flatMap(({ posts }) => posts).filter((post) => authorOf.get(post) !== id)).toEqual([]);
      expect(evidence.map(({ weight }) => weight)).toEqual(evidence.map(({ weight }) => weight).sort((a, b) => b - a));
      expect(evidence.every(({ says, p }) => p > 0 && p <= 1 && !/undefined|NaN|Infinity|\n/.test(says))).toBe(true);
      // Whom nothing is said against has nothing said against him.
      expect(evidence.length === 0 || verdict === 'coordinated' || verdict === 'unclear').toBe(true);
    }
  });

  it('calls nobody coordinated without two posts that act along, and reasons of two families or an hour between those', () => {
    for (const { evidence, q } of result.accounts.filter(({ verdict }) => verdict === 'coordinated')) {
      expect(q).toBeLessThanOrEqual(0.05);
      const families = new Set(evidence.map(({ family }) => family));
      expect(families.has('sharing')).toBe(true);
      // Two occasions of its own; they are two kinds by themselves where they lie an hour apart.
      const along = new Set(evidence.flatMap(({ family, posts }) => (family === 'sharing' ? posts : [])));
      expect(along.size).toBeGreaterThanOrEqual(2);
      const times = [...along].map((post) => timeOf.get(post) ?? 0);
      expect(families.size >= 2 || Math.max(...times) - Math.min(...times) >= 3_600_000).toBe(true);
    }
  });

  it('names groups of accounts that are there, each in at most one, and says so on both sides', () => {
    const groupOf = new Map(result.accounts.map(({ id, group }) => [id, group]));
    const members = result.groups.flatMap(({ id, accounts }) => accounts.map((account) => [account, id] as const));
    expect(new Set(members.map(([account]) => account)).size).toBe(members.length);
    expect(members.filter(([account, id]) => groupOf.get(account) !== id)).toEqual([]);
    expect([...groupOf.values()].filter((group) => group !== null)).toHaveLength(members.length);
  });

  it('is JSON through and through: what is printed is what is read', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
