import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import type { GivenPost } from '../../src/index.js';
import { analyze } from '../../src/index.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2023, 0, 1);

/** A public of so many accounts, each with a few texts of its own, and a push in groups that each have two texts in common. */
function dump(strangers: number, groups: number, size: number): GivenPost[] {
  const random = xoroshiro128plus(1);
  const upTo = (most: number): number => most * uniformFloat64(random);
  const words = (): string => Array.from({ length: 10 }, () => `w${Math.floor(upTo(4000)).toString(36)}`).join(' ');
  const posts: GivenPost[] = [];
  for (let a = 0; a < strangers; a++) {
    const account = { id: `s${a}`, created: Date.UTC(2008, 0, 1) + upTo(5000 * DAY) };
    for (let k = upTo(4); k >= 0; k--) posts.push({ account, time: START + upTo(10 * DAY), text: words() });
  }
  for (let g = 0; g < groups; g++) {
    for (const day of [1, 3]) {
      const [time, text] = [START + day * DAY + upTo(DAY / 5), words()];
      for (let n = 0; n < size; n++) {
        const account = { id: `m${g}x${n}`, created: Date.UTC(2022, 5, 1) + (((g * size + n) * 7919) % 72) * HOUR };
        posts.push({ account, time: time + upTo(HOUR / 6), text });
      }
    }
  }
  return posts;
}

/** Processor time in microseconds, and how many are called likely coordinated. */
async function cost(posts: readonly GivenPost[]): Promise<{ readonly time: number; readonly named: number }> {
  const before = process.cpuUsage();
  const { summary } = await analyze([posts], { workers: 0 });
  const { user, system } = process.cpuUsage(before);
  return { time: user + system, named: summary.accounts.coordinated };
}

describe('a dump of which ten thousand accounts are named', () => {
  it('costs about as much as a public of the same size, in one group or in many', async () => {
    const [one, many] = [dump(20_000, 1, 10_000), dump(20_000, 1000, 10)];
    const ordinary = await cost(dump(Math.round(one.length / 2.5), 0, 0));
    for (const posts of [one, many]) {
      const { named, time } = await cost(posts);
      expect(named).toBeGreaterThan(9000);
      expect(time).toBeLessThan(3 * ordinary.time);
    }
  });
});
