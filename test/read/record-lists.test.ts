import { describe, expect, it } from 'vitest';
import { readText } from './collect.js';

const post = (id: string, text: string): object => ({
  id,
  who: `user${id}`,
  at: `2020-01-01T00:00:0${id}Z`,
  caption: text,
});
const map = { handle: 'who', time: 'at', text: 'caption' };
const DOCUMENT = JSON.stringify({
  meta: { tags: [{ id: '1', name: 'x' }] },
  payload: { first: [post('1', 'one'), post('2', 'two')], second: [post('3', 'three')] },
});

describe('lists of records in JSON', () => {
  it('are read from the first that holds posts, and the others are named', async () => {
    const { posts, input } = await readText(DOCUMENT, { map });
    expect(posts.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(input.notes).toContain(
      'Posts were read from the list “payload.first”. “payload.second” holds posts as well and was not read: --records names another.',
    );
  });

  it('are read where the user says, all of them at that path', async () => {
    const { posts } = await readText(DOCUMENT, { map, records: 'payload.second' });
    expect(posts.map(({ text }) => text)).toEqual(['three']);
    const pages = [1, 2, 3].map((page) => JSON.stringify({ data: { videos: [post(String(page), `on ${page}`)] } }));
    expect((await readText(pages.join('\n'), { map, records: 'data.videos' })).posts.length).toBe(3);
  });

  it('may hold posts in envelopes', async () => {
    const text = JSON.stringify({ hits: { hits: [{ _id: 'a', _source: post('1', 'inside') }] } });
    const { posts } = await readText(text, { map, records: 'hits.hits' });
    expect(posts.map((each) => each.text)).toEqual(['inside']);
  });

  it('that are not there are told with those that are', async () => {
    await expect(readText(DOCUMENT, { map, records: 'payload.secnd' })).rejects.toMatchObject({
      hint: 'did you mean --records payload.second?',
    });
    await expect(readText(DOCUMENT, { map, records: 'everything' })).rejects.toMatchObject({
      hint: 'its lists are payload.first, meta.tags, payload.second',
    });
  });
});

describe('a table without names of columns', () => {
  const rows = Array.from({ length: 30 }, (_, at) => `${at},user${at % 3},2020-01-01T00:00:${10 + at}Z,text ${at}`);

  it('is read by the numbers of its columns, from its first line on', async () => {
    const { posts } = await readText(rows.join('\n'), { noHeader: true, map: { handle: '2', time: '3', text: '4' } });
    expect(posts.map(({ text }) => text)).toEqual(rows.map((_, at) => `text ${at}`));
  });

  it('is one also where its first line could be a header', async () => {
    const { posts, input } = await readText('id,user,time,text\n1,ann,2020-01-01T00:00:00Z,hello\n', {
      noHeader: true,
      map: { handle: '2', time: '3', text: '4' },
      maxBadRows: 0.5,
    });
    expect(posts.map(({ line }) => line)).toEqual([2]);
    expect(input.skipped).toEqual({ 'bad-time': 1 });
  });

  it('names the columns that are missing', async () => {
    await expect(readText(rows.join('\n'), { noHeader: true })).rejects.toMatchObject({
      hint: expect.stringContaining('--map time=3'),
    });
  });
});
