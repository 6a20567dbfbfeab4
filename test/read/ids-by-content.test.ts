import { describe, expect, it } from 'vitest';
import { type Collected, readText } from './collect.js';

const START = Date.UTC(2021, 4, 14, 8, 0, 0);

/** Sixty posts of twelve accounts, with the platform's own ids. */
const POSTS = Array.from({ length: 60 }, (_, n) => {
  const moment = START + n * 61_000;
  return {
    id: String((BigInt(moment) - 1_288_834_974_657n) << 22n),
    time: new Date(moment).toISOString().slice(0, 19),
    user: (n * 7) % 12,
    text: `who counted bridge ${n} here`,
    n,
  };
});

type Made = (post: (typeof POSTS)[number]) => readonly unknown[];
const table = (header: string, cells: Made): Promise<Collected> =>
  readText([header, ...POSTS.map((post) => cells(post).join(','))].join('\n'));
const notes = ({ input }: Collected): string => input.notes.join(' ');
const accounts = ({ posts }: Collected): number => new Set(posts.map(({ account }) => account.id)).size;

describe('ids of posts', () => {
  it.each(['tid', 'status', 'key', 'docid', 'post', 'pk'])('are found in a column called %s', async (name) => {
    const read = await table(`${name},user,date,text`, ({ id, user, time, text }) => [id, `user_${user}`, time, text]);
    expect(read.posts.map(({ id }) => id)).toEqual(POSTS.map(({ id }) => id));
    expect(notes(read)).toContain(`“${name}” was read as ids of posts`);
  });

  it.each(['thread', 'user no', 'retweeted'])('are not looked for in a column called %s', async (name) => {
    const read = await table(`${name},user,date,text`, ({ id, user, time, text }) => [id, `user_${user}`, time, text]);
    expect(read.posts.every(({ id }) => id === undefined)).toBe(true);
  });

  it('are not those that are the same in several posts', async () => {
    const read = await table('key,user,date,text', ({ user, time, text }) => [
      POSTS[user]?.id,
      `user_${user}`,
      time,
      text,
    ]);
    expect(read.posts.every(({ id }) => id === undefined)).toBe(true);
  });
});

describe('ids of accounts', () => {
  it('are none if they count the posts', async () => {
    const read = await table('uid,user,date,text', ({ n, user, time, text }) => [
      10_000 + n,
      `user_${user}`,
      time,
      text,
    ]);
    expect(accounts(read)).toBe(12);
    expect(notes(read)).toContain('“uid” (numbers the rows)');
  });

  it('are doubted if each post has another one', async () => {
    const mixed = await table('uid,user,date,text', ({ n, user, time, text }) => [
      (n * 37) % 61,
      `user_${user}`,
      time,
      text,
    ]);
    expect(notes(mixed)).toContain('“uid” has another value in nearly every row, also where “user” is the same');
    const alone = await table('uid,date,text', ({ n, time, text }) => [10_000 + n, time, text]);
    expect(notes(alone)).toContain('“uid” has another number in each row, in order');
  });

  it('may begin with 0', async () => {
    const read = await table('user_id,date,text', ({ user, time, text }) => [user, time, text]);
    expect(read.posts).toHaveLength(60);
    expect(accounts(read)).toBe(12);
  });
});
