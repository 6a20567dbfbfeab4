import { describe, expect, it } from 'vitest';
import { permute } from '../../bench/permute.js';
import type { Post } from '../../src/documents/post.js';
import { analyzeMeasured } from '../../src/pipeline/analyze.js';
import { POSTS_PER_BIN } from '../../src/signals/bin-shares.js';
import { SIGNALS } from '../../src/signals/index.js';
import { simulate, simulationOptions } from '../../src/simulate/index.js';
import { Random } from '../../src/simulate/random.js';
import { measured } from '../dataset/posts.js';

const SMALL = { organic: { accounts: 400, posts: 3000 } };

function called(posts: readonly Post[]): number {
  const measurements = measured(posts);
  const signals = SIGNALS.map((signal) => ({ signal, prepared: signal.fit(measurements) }));
  return analyzeMeasured({ dataset: measurements, fitted: signals, inputs: [], options: {} }).summary.accounts
    .coordinated;
}

// Few runs of what `npm run bench -- null` does with many.
describe('where nobody acts together, nobody is called coordinated', () => {
  it.each([1, 2])('in a simulated public, seed %i', (seed) => {
    expect(called(simulate(simulationOptions('organic-only', { seed, ...SMALL })).posts)).toBe(0);
  });

  it('in a campaign whose contents and creation dates are dealt out anew', () => {
    const { posts } = simulate(
      simulationOptions('campaign', { seed: 1, ...SMALL, campaign: { accounts: 30, posts: 400 } }),
    );
    expect(called(posts)).toBeGreaterThan(10);
    expect(called(permute(posts, POSTS_PER_BIN, new Random(1)))).toBe(0);
  });
});
