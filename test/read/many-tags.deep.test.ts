import { expect, it } from 'vitest';
import { analyze } from '../../src/index.js';

/** Processor time of analysing four posts with this text, in microseconds: the least of three. */
async function cost(text: string): Promise<number> {
  const posts = [1, 2, 3, 4].map((at) => ({
    id: String(at),
    account: { handle: `user${at}` },
    time: Date.UTC(2020, 0, 1) + at,
    text,
  }));
  let least = Infinity;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    await analyze([posts], { workers: 0 });
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

/** So many different hashtags. */
function tags(count: number): string {
  return Array.from({ length: count }, (_, at) => `#tag${at}`).join(' ');
}

it('a post of very many hashtags costs in proportion to its length', async () => {
  const [some, many] = [await cost(tags(30_000)), await cost(tags(240_000))];
  // Eight times as long; in proportion to the square it would be 64 times as much.
  expect(many).toBeLessThan(20 * some);
});
