import { describe, expect, it } from 'vitest';
import { readText } from './collect.js';

const ACCOUNTS = ['ana_b', 'ben_c', 'cleo_d'].map((username, n) => ({
  id: String(7001 + n),
  username,
  created_at: `201${n}-03-04T05:06:07.000Z`,
}));

const postsOf = (n: number): { id: string; created_at: string; text: string }[] =>
  [0, 1, 2].map((part) => ({
    id: `90${n}${part}`,
    created_at: `2021-05-14T0${n}:${part}0:00.000Z`,
    text: `part ${part} of what number ${n} says #bridges`,
  }));

const TRUTH = ACCOUNTS.flatMap(({ id, username }, n) =>
  postsOf(n).map((post) => [id, username, post.id, post.created_at, post.text]),
);

async function outcome(json: string): Promise<{ rows: unknown; created: unknown; notes: string }> {
  const { posts, input } = await readText(json);
  return {
    rows: posts.map(({ account, id, time, text }) => [
      account.id,
      account.handle,
      id,
      new Date(time).toISOString(),
      text,
    ]),
    created: [...new Set(posts.map(({ account }) => new Date(account.created?.from ?? 0).toISOString()))],
    notes: input.notes.join(' '),
  };
}

describe('posts listed within their accounts', () => {
  const nested = ACCOUNTS.map((account, n) => ({ ...account, tweets: postsOf(n) }));

  it.each([
    ['in a list', JSON.stringify(nested)],
    ['in an object', JSON.stringify({ users: nested })],
    ['in lines', nested.map((account) => JSON.stringify(account)).join('\n')],
  ])('are all read, with the account around them: %s', async (_, json) => {
    const { rows, created, notes } = await outcome(json);
    expect(rows).toEqual(TRUTH);
    expect(created).toEqual(ACCOUNTS.map(({ created_at }) => created_at));
    expect(notes).toContain('Posts were read from “tweets”, as those of the account around it.');
  });
});

describe('answers listed within posts', () => {
  it('are noted, as they are not read', async () => {
    const posts = ACCOUNTS.flatMap(({ username }, n) =>
      postsOf(n).map((post) => ({
        author: username,
        ...post,
        replies: [{ author: 'jan_k', ...post, id: `${post.id}1` }],
      })),
    );
    const { rows, notes } = await outcome(JSON.stringify(posts));
    expect(rows).toHaveLength(9);
    expect(notes).toContain('“replies” within the posts holds posts as well');
  });
});
