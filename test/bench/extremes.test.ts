import { describe, expect, it } from 'vitest';
import { EXTREMES } from '../../bench/extremes.js';
import { analyzeMeasured } from '../../src/pipeline/analyze.js';
import { SIGNALS } from '../../src/signals/index.js';

const POSTS = 4000;

describe('a dump that is one extreme', () => {
  it.each(Object.entries(EXTREMES))('is decided to the end: %s', (_, make) => {
    const measurements = make(POSTS);
    const { accounts, summary } = analyzeMeasured({
      dataset: measurements,
      fitted: SIGNALS.map((signal) => ({ signal, prepared: signal.fit(measurements) })),
      inputs: [],
      options: {},
    });
    expect(accounts.reduce((posts, account) => posts + account.posts, 0)).toBe(POSTS);
    expect(Object.values(summary.accounts).reduce((sum, count) => sum + count, 0)).toBe(measurements.accounts.count);
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
