import { describe, expect, it } from 'vitest';
import { readText } from './collect.js';

const POSTS = Array.from({ length: 12 }, (_, n) => ({
  handle: ['ana_b', 'ben_c', 'cleo_d'][n % 3] ?? '',
  time: `2021-05-14 08:${10 + n}:00`,
  text: n % 3 === 0 ? `short one ${n} #bridges` : `nobody asked us what bridge number ${n} means to us all #bridges`,
}));

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

describe('texts that are cut in one column and whole in another', () => {
  it.each([
    ['text', 'extended_tweet.full_text', false],
    ['text', 'note_tweet', false],
    ['text', 'full text', false],
    ['text', 'long', true],
  ])('are read whole: %s, %s', async (short, long, isAlways) => {
    const { posts, input } = await readText(
      [
        `created_at,username,${short},${long}`,
        ...POSTS.map(({ handle, time, text }) =>
          [time, handle, cut(text), isAlways || cut(text) !== text ? text : ''].join(','),
        ),
      ].join('\n'),
    );
    expect(posts.map(({ text }) => text)).toEqual(POSTS.map(({ text }) => text));
    expect(posts.every(({ hashtags }) => hashtags.join() === 'bridges')).toBe(true);
    expect(input.notes.join(' ')).toMatch(new RegExp(`“${long}” (?:has the whole of texts|was read as the text)`));
  });

  it('are not taken from a column with other words', async () => {
    const { posts } = await readText(
      [
        'created_at,username,text,quoted text',
        ...POSTS.map(({ handle, time, text }, n) =>
          [time, handle, cut(text), `what another said at length ${n}`].join(','),
        ),
      ].join('\n'),
    );
    expect(posts.map(({ text }) => text)).toEqual(POSTS.map(({ text }) => cut(text)));
  });
});
