import { describe, expect, it } from 'vitest';
import { inOrder, permuteContents } from '../../bench/permute.js';
import type { Items, Dataset } from '../../src/dataset/dataset.js';
import type { Post } from '../../src/documents/post.js';
import { POSTS_PER_BIN, memberShareByBin } from '../../src/signals/bin-shares.js';
import { sameLink } from '../../src/signals/same-link.js';
import { sameRetweet } from '../../src/signals/same-retweet.js';
import { sameText } from '../../src/signals/same-text.js';
import { simulate, simulationOptions } from '../../src/simulate/index.js';
import { Random } from '../../src/simulate/random.js';
import { logit } from '../../src/stats/logistic.js';
import { measured } from '../dataset/posts.js';

const PERMUTATIONS = 300;
/** As `PSEUDO_SHARERS` in shared-items.ts: strangers' worth of doubt beside an item. */
const DOUBT = 2;

const { posts: said, labels } = simulate(
  simulationOptions('campaign', {
    seed: 3,
    organic: { accounts: 300, posts: 1800 },
    campaign: { accounts: 30, posts: 300 },
  }),
);
const posts = inOrder(said);
const m = measured(posts);

const random = new Random(5, 'membership');
const MEMBERSHIPS = [
  ['the campaign', Float64Array.from(m.accounts.id, (id) => (labels.get(id) === 'coordinated' ? 0.9 : 0.05))],
  ['accounts drawn at random', Float64Array.from(m.accounts.id, () => (random.chance(0.2) ? random.uniform() : 0))],
] as const;
const KINDS = ['retweet', 'text', 'link'] as const;
const SIGNAL_OF = { retweet: sameRetweet, text: sameText, link: sameLink };

/** For each permutation and each post, who says what that post says. */
const speakers = permutations(posts, m);

describe.each(MEMBERSHIPS)('with %s as members, what sharing expects of an item', (_, probability) => {
  const { members, posts: all, overall } = memberShareByBin(m.posts.account, probability);
  const inMoment = (p: number): number =>
    (members[Math.floor(p / POSTS_PER_BIN)] ?? 0) / (all[Math.floor(p / POSTS_PER_BIN)] ?? 1);

  it.each(KINDS)('is the mean share of members when contents are permuted within moments: %s', (kind) => {
    const items = m.items[kind];
    let squares = 0;
    for (let i = 0; i < items.count; i++) {
      const bearing = items.postsOf.row(i);
      const expected = bearing.reduce((sum, p) => sum + inMoment(p), 0) / bearing.length;
      const seen = speakers.map(
        (by) => bearing.reduce((sum, p) => sum + (probability[by[p] ?? 0] ?? 0), 0) / bearing.length,
      );
      const { mean, error } = meanAndError(seen);
      expect(Math.abs(mean - expected)).toBeLessThan(5 * error);
      squares += ((mean - expected) / error) ** 2;
    }
    // Were it the mean, but for the error of so many permutations, these would be 1 on average.
    expect(items.count).toBeGreaterThan(10);
    expect(squares / items.count).toBeGreaterThan(0.5);
    expect(squares / items.count).toBeLessThan(1.5);
  });

  it.each(KINDS)('is what its weights were made with: %s', (kind) => {
    const items = m.items[kind];
    const weights = SIGNAL_OF[kind].fit(m).logLikelihoodRatio({ probability, prevalence: 0.1 });
    let compared = 0;
    for (let a = 0; a < m.accounts.count; a++) {
      const [item, ...others] = items.itemsOf.row(a);
      const weight = weights[a] ?? 0;
      if (item === undefined || others.length > 0 || Math.abs(weight) > 3.9) continue;
      const { mean, error } = meanAndError(speakers.map((by) => shareAmong(items, item, by, probability)));
      // Never less than the share anywhere, lest an item be held against quiet moments.
      const least = Math.max(overall, mean);
      expect(Math.abs(expectedBy(weight, items, item, a, probability) - least)).toBeLessThan(5 * error + 1e-6);
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });
});

/** Marks each post with its number, permutes, and gives who wrote each mark. */
function permutations(conversation: readonly Post[], { posts: { account } }: Dataset): Uint32Array[] {
  const marked = conversation.map((post, p) => ({ ...post, text: String(p) }));
  return Array.from({ length: PERMUTATIONS }, (_, seed) => {
    const by = new Uint32Array(marked.length);
    for (const [slot, { text }] of permuteContents(marked, POSTS_PER_BIN, new Random(seed)).entries())
      by[Number(text)] = account[slot] ?? 0;
    return by;
  });
}

function shareAmong(items: Items, item: number, by: Uint32Array, probability: Float64Array): number {
  const bearing = items.postsOf.row(item);
  return bearing.reduce((sum, p) => sum + (probability[by[p] ?? 0] ?? 0), 0) / bearing.length;
}

/** The prior π for which logit((members + 2π) / (others + 2)) − logit(π) is the weight; the left side falls as π grows. */
function expectedBy(weight: number, items: Items, item: number, a: number, probability: Float64Array): number {
  const others = items.accountsOf.rowSize(item) - 1;
  const suspects = items.accountsOf.row(item).reduce((sum, b) => sum + (b === a ? 0 : (probability[b] ?? 0)), 0);
  let [low, high] = [1e-9, 1 - 1e-9];
  for (let halved = 0; halved < 60; halved++) {
    const middle = (low + high) / 2;
    if (logit((suspects + DOUBT * middle) / (others + DOUBT)) - logit(middle) > weight) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Standard error of the mean; a thousandth at least, since what hardly varies may not have been seen to. */
function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}
