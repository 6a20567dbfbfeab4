import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/pipeline/analyze.js';
import { resolveInputs } from '../../src/read/resolve-inputs.js';

const TABLE =
  'id,user_id,username,created_at,text\n1,11,ann,2020-01-01T00:00:00Z,one\n2,12,bob,2020-01-01T00:01:00Z,two\n';
const TWEETS = JSON.stringify([
  { id: '1', author_id: '11', created_at: '2020-01-01T00:00:00Z', text: 'one' },
  { id: '3', author_id: '13', created_at: '2020-01-01T00:02:00Z', text: 'three' },
]);
const USERS = JSON.stringify({
  users: [
    {
      id: '11',
      username: 'ann',
      name: 'Ann',
      created_at: '2011-01-01T00:00:00.000Z',
      public_metrics: { followers_count: 1 },
    },
    {
      id: '13',
      username: 'eve',
      name: 'Eve',
      created_at: '2013-01-01T00:00:00.000Z',
      public_metrics: { followers_count: 1 },
    },
  ],
});

let root = '';
const file = (name: string): string => join(root, name);
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'trend-audit-'));
  for (const folder of ['all/below/too-deep', 'all/.hidden', 'apart', 'none'])
    mkdirSync(file(folder), { recursive: true });
  writeFileSync(file('all/posts.csv'), TABLE);
  writeFileSync(file('all/notes.txt'), 'what I did\n');
  writeFileSync(file('all/.hidden.csv'), TABLE);
  writeFileSync(file('all/.hidden/posts.csv'), TABLE);
  writeFileSync(file('all/below/data_1.json'), TWEETS);
  writeFileSync(file('all/below/users_1.json'), USERS);
  writeFileSync(file('all/below/too-deep/posts.csv'), TABLE);
  writeFileSync(file('apart/data_1.json'), TWEETS);
  writeFileSync(file('apart/users_1.json'), USERS);
  writeFileSync(file('none/notes.txt'), 'nothing\n');
  writeFileSync(file('people.csv'), 'handle,joined\n@Bob,2015-05-05\n');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('gather', () => {
  it('finds the dumps of a folder and of those in it, and names what it leaves out', async () => {
    const { dumps, users, notes } = await resolveInputs([file('all')], {});
    expect(dumps).toEqual([file('all/below/data_1.json'), file('all/posts.csv')]);
    expect(users.map(({ path, profiles }) => [path, profiles.length])).toEqual([[file('all/below/users_1.json'), 2]]);
    expect(notes).toEqual(['Left out of the folder because they are not dumps: notes.txt.']);
  });

  it('finds the users file beside a dump', async () => {
    const { dumps, profiles } = await resolveInputs([file('apart/data_1.json')], {});
    expect(dumps).toEqual([file('apart/data_1.json')]);
    expect(profiles?.lookup({ id: '13', handle: '' })).toMatchObject({
      handle: 'eve',
      displayName: 'Eve',
      created: { from: Date.UTC(2013, 0, 1) },
    });
  });

  it('takes a users file among dumps as such, in any order', async () => {
    const { dumps, users } = await resolveInputs([file('apart/users_1.json'), file('apart/data_1.json')], {});
    expect([dumps, users.length]).toEqual([[file('apart/data_1.json')], 1]);
  });

  it('leaves a file that was named to be read, and to fail there', async () => {
    const { dumps } = await resolveInputs([file('all/posts.csv'), file('all/notes.txt'), file('nowhere.csv')], {});
    expect(dumps).toEqual([file('all/posts.csv'), file('all/notes.txt'), file('nowhere.csv')]);
  });

  it.each(['openpyxl.xlsx', 'posts.db', 'joined.sqlite', 'pages-1.parquet'])('reads profiles of %s', async (name) => {
    const users = join(import.meta.dirname, 'packed-cases', name);
    const found = await resolveInputs([file('apart')], { users: [users] });
    const { profiles, bytes } = found.users.at(-1) ?? { profiles: [], bytes: 0 };
    expect(bytes).toBe(readFileSync(users).length);
    expect(profiles.map(({ id, handle }) => id !== '' && handle !== '')).not.toContain(false);
    expect(profiles.length).toBeGreaterThan(0);
  });

  it('takes the table of profiles of a database, not the one of posts', async () => {
    const users = join(import.meta.dirname, 'packed-cases', 'joined.sqlite');
    const found = await resolveInputs([file('apart')], { users: [users] });
    expect(found.users.at(-1)?.profiles[0]).toMatchObject({ id: '100', handle: 'user0' });
  });

  it('says what is missing', async () => {
    await expect(resolveInputs([file('none')], {})).rejects.toMatchObject({
      code: 'empty',
      message: 'is a folder without a dump: notes.txt is not a dump',
    });
    await expect(resolveInputs([file('apart/users_1.json'), file('apart/users_1.json')], {})).rejects.toMatchObject({
      code: 'not-posts',
    });
    await expect(resolveInputs([file('all/posts.csv')], { users: [file('all/notes.txt')] })).rejects.toMatchObject({
      code: 'not-posts',
    });
    await expect(resolveInputs([file('all/posts.csv')], { users: [file('nowhere.json')] })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('several files', () => {
  it('are one conversation, in which a post that two have counts once', async () => {
    const { dump, inputs, accounts, profiles, options } = await analyze([file('all')], { users: [file('people.csv')] });
    expect([dump.posts, dump.accounts]).toEqual([3, 3]);
    expect(inputs.map(({ format, rows, posts, skipped }) => ({ format, rows, posts, skipped }))).toEqual([
      { format: 'academictwitteR', rows: 2, posts: 2, skipped: {} },
      { format: 'generic', rows: 2, posts: 1, skipped: { 'repeated-id': 1 } },
    ]);
    expect(
      new Map(
        accounts.map(({ id, handle, displayName, createdAt, createdAtSource }) => [
          id,
          [handle, displayName, createdAt, createdAtSource],
        ]),
      ),
    ).toEqual(
      new Map([
        ['11', ['ann', 'Ann', '2011-01-01T00:00:00.000Z', 'dump']],
        ['12', ['bob', '', '2015-05-05T00:00:00.000Z', 'dump']],
        ['13', ['eve', 'Eve', '2013-01-01T00:00:00.000Z', 'dump']],
      ]),
    );
    expect(profiles?.map(({ accounts: count }) => count)).toEqual([2, 1]);
    expect(options['users']).toEqual([file('people.csv')]);
    expect(inputs[0]?.notes).toContain('Profiles were found for 2 of its 2 accounts.');
  });
});
