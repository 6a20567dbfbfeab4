import { describe, expect, it } from 'vitest';
import { permute } from '../../bench/permute.js';
import type { Post } from '../../src/documents/post.js';
import { analyzeSession } from '../../src/pipeline/analyze.js';
import { fitSignals } from '../../src/pipeline/ingest.js';
import { POSTS_PER_BIN } from '../../src/signals/bin-shares.js';
import { simulate, simulationOptions } from '../../src/simulate/index.js';
import { Random } from '../../src/simulate/random.js';
import { measured } from '../dataset/posts.js';

const SMALL = { organic: { accounts: 400, posts: 3000 } };

async function called(posts: readonly Post[]): Promise<number> {
  const dataset = measured(posts);
  const { summary } = await analyzeSession({ dataset, fitted: fitSignals(dataset), inputs: [], options: {} });
  return summary.accounts.coordinated;
}

// Few runs of what `npm run bench -- null` does with many.
describe('where nobody acts together, nobody is called coordinated', () => {
  it.each([1, 2])('in a simulated public, seed %i', async (seed) => {
    expect(await called(simulate(simulationOptions('organic-only', { seed, ...SMALL })).posts)).toBe(0);
  });

  it('in a campaign whose contents and creation dates are dealt out anew', async () => {
    const { posts } = simulate(
      simulationOptions('campaign', { seed: 1, ...SMALL, campaign: { accounts: 30, posts: 400 } }),
    );
    expect(await called(posts)).toBeGreaterThan(10);
    expect(await called(permute(posts, POSTS_PER_BIN, new Random(1)))).toBe(0);
  });
});
