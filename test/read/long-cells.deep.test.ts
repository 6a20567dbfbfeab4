import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.js';
import { readText } from './collect.js';

/** Processor time of a reading in microseconds: the least of three. */
async function cost(read: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

const line = (text: string): Promise<unknown> =>
  readText(JSON.stringify({ id: '1', username: 'ann', created_at: '2020-01-01T00:00:00Z', text }));

const analysis = (text: string): Promise<unknown> =>
  analyze([[1, 2, 3, 4].map((n) => ({ account: { handle: `user${n}` }, time: Date.UTC(2020, 0, n), text }))], {
    workers: 0,
  });

describe('a text that a pattern with an end could look at again and again', () => {
  it.each([
    ['blanks within a line of JSON', ' ', line],
    ['full stops after a link', '.', analysis],
    ['question marks after a link', '?', analysis],
  ])('costs in proportion to its length: %s', async (_, sign, read) => {
    const [some, many] = [10_000, 80_000].map((count) => `see http://a.example/x${sign.repeat(count)}z`);
    const [few, long] = [await cost(() => read(some ?? '')), await cost(() => read(many ?? ''))];
    // Eight times as long; in proportion to the square it would be 64 times as much.
    expect(long).toBeLessThan(20 * few + 20_000);
  });
});
