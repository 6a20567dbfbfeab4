import { describe, expect, it } from 'vitest';
import { EXTREMES } from '../../bench/extremes.js';
import { analyzeSession } from '../../src/pipeline/analyze.js';
import { fitSignals } from '../../src/pipeline/ingest.js';

const POSTS = 4000;

describe('a dump that is one extreme', () => {
  it.each(Object.entries(EXTREMES))('is decided to the end: %s', async (_, make) => {
    const dataset = make(POSTS);
    const { accounts, summary } = await analyzeSession({
      dataset,
      fitted: fitSignals(dataset),
      inputs: [],
      options: {},
    });
    expect(accounts.reduce((posts, account) => posts + account.posts, 0)).toBe(POSTS);
    expect(Object.values(summary.accounts).reduce((sum, count) => sum + count, 0)).toBe(dataset.accounts.count);
    expect(
      accounts.every(
        ({ score, q, evidence }) =>
          score >= 0 &&
          score <= 100 &&
          q > 0 &&
          q <= 1 &&
          evidence.every(({ p, weight }) => p > 0 && p <= 1 && Number.isFinite(weight)),
      ),
    ).toBe(true);
    // Each of them acts alone: no two accounts do more together than chance gives.
    expect(summary.accounts.coordinated).toBe(0);
  });
});
