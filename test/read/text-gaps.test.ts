import { expect, it } from 'vitest';
import { readText } from './collect.js';

const START = Date.UTC(2021, 4, 14, 8, 0, 0);

/** Records of which those from `from` on have their texts under this key. */
function lines(count: number, from: number, key: string): string {
  return Array.from({ length: count }, (_, n) => {
    const words = `nobody asked us about bridge ${n} #bridges`;
    return JSON.stringify({
      created_at: new Date(START + n * 60_000).toISOString(),
      username: `ana_${n % 40}`,
      ...(n < from ? { text: words } : { [key]: words }),
    });
  }).join('\n');
}

it('notes texts that are missing only after the records from which the keys were chosen', async () => {
  const { posts, input } = await readText(lines(1400, 1100, 'content'));
  expect(posts.filter(({ text }) => text === '')).toHaveLength(300);
  expect(input.notes.join('\n')).toContain('300 of the last 400 posts have no text, unlike those before');
});

it('notes nothing where all have texts, or a few have none', async () => {
  expect((await readText(lines(1400, 1400, 'content'))).input.notes.join('\n')).not.toContain('have no text');
  expect((await readText(lines(1400, 1390, 'content'))).input.notes.join('\n')).not.toContain('have no text');
});
