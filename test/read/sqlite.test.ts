import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, it, vi } from 'vitest';
import { stageDatabase } from '../../src/read/sqlite/stage-database.js';
import { readFile } from './collect.js';
import { temporaryFile } from './temporary.js';

const SAMPLES = join(import.meta.dirname, 'packed-cases');
const written = temporaryFile('file.db');

const POSTS = `CREATE TABLE posts (id INTEGER PRIMARY KEY, username TEXT, created_at TEXT, text TEXT);
  INSERT INTO posts VALUES (1251954312772812001, 'ann', '2020-01-01T00:00:00Z', 'hello #tag'), (1251954312772812003, 'bob', '2020-01-01T00:00:05Z', 'привет')`;

/** A database that these statements make. */
function made(statements: string): string {
  const file = written(Buffer.alloc(0));
  const database = new sqlite.Database(file);
  database.exec(statements);
  database.close();
  return file;
}

describe('stageDatabase', () => {
  it('leaves no folder behind where the process ends before it is removed, and no listener where it is', async () => {
    const before = process.listeners('exit');
    const added = (): readonly NodeJS.ExitListener[] =>
      process.listeners('exit').filter((each) => !before.includes(each));
    const file = made(POSTS);
    const ended = await stageDatabase({ name: file });
    for (const atExit of added()) {
      atExit(0);
      process.off('exit', atExit);
    }
    expect(existsSync(dirname(ended.path))).toBe(false);
    const { path, remove } = await stageDatabase({ name: file });
    expect(added()).toHaveLength(1);
    await remove();
    expect(existsSync(dirname(path))).toBe(false);
    expect(added()).toEqual([]);
  });
});

describe('a database', () => {
  it('has the posts of its table, whole numbers with all their digits', async () => {
    const { posts, input } = await readFile(made(POSTS));
    expect(posts.map(({ id, account: { handle }, text }) => [id, handle, text])).toEqual([
      ['1251954312772812001', 'ann', 'hello #tag'],
      ['1251954312772812003', 'bob', 'привет'],
    ]);
    expect(input.notes.filter((note) => note.includes('table'))).toEqual([]);
  });

  it('has authors from a table of profiles, by the values where nothing declares it', async () => {
    const { posts, input } = await readFile(
      made(
        `CREATE TABLE tweets (id INTEGER PRIMARY KEY, author_id INTEGER, created_at TEXT, text TEXT);
         CREATE TABLE authors (key INTEGER PRIMARY KEY, username TEXT, created_at TEXT, followers_count INT);
         CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT);
         INSERT INTO places VALUES (7, 'x'), (8, 'y');
         INSERT INTO authors VALUES (7, 'ann', '2019-05-01T10:00:00Z', 1), (8, 'bob', '2019-06-01T10:00:00Z', 1);
         INSERT INTO tweets VALUES (1, 8, '2020-01-01T00:00:00Z', 'one'), (2, 7, '2020-01-01T00:00:05Z', 'two')`,
      ),
    );
    expect(posts.map(({ account: { id, handle, created } }) => [id, handle, created?.from])).toEqual([
      ['8', 'bob', Date.UTC(2019, 5, 1, 10)],
      ['7', 'ann', Date.UTC(2019, 4, 1, 10)],
    ]);
    expect(input.notes).toContain('Profiles of the authors were read from the table “authors”, by “author_id”.');
  });

  it('joins no post with several profiles, whatever a reference is declared to', async () => {
    const { posts, input } = await readFile(
      made(
        `PRAGMA foreign_keys = OFF;
         CREATE TABLE users (id INTEGER PRIMARY KEY, team INTEGER, username TEXT);
         CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (team), created_at TEXT, text TEXT);
         INSERT INTO users VALUES (1, 1, 'ann'), (2, 1, 'bob');
         INSERT INTO posts VALUES (1, 1, '2020-01-01T00:00:00Z', 'one'), (2, 1, '2020-01-01T00:00:05Z', 'two')`,
      ),
    );
    expect(posts.map(({ id, account: { id: by, handle } }) => [id, by, handle])).toEqual([
      ['1', '1', ''],
      ['2', '1', ''],
    ]);
    expect(input.rows).toBe(2);
  });

  it('has the table that is named, and says which others hold posts', async () => {
    const file = made(
      `${POSTS}; CREATE TABLE "old posts" AS SELECT 9 AS id, 'zed' AS username, '2019-01-01T00:00:00Z' AS created_at, 'old' AS text`,
    );
    expect((await readFile(file)).input.notes[0]).toContain('“old posts” holds posts as well');
    expect((await readFile(file, { sheet: 'old posts' })).posts.map(({ account: { id } }) => id)).toEqual(['zed']);
    await expect(readFile(file, { sheet: 'nope' })).rejects.toMatchObject({
      message: '--sheet: there is no table “nope”',
      hint: 'its tables are “posts”, “old posts”',
    });
  });

  it('runs nothing that stands in it: no view, no generated column, no name as SQL', async () => {
    const { posts, input } = await readFile(
      made(
        `CREATE TABLE "po""sts" (id INTEGER, username TEXT, created_at TEXT, text TEXT, "x"");DROP" TEXT, slow AS (length(hex(zeroblob(100000000)))));
         INSERT INTO "po""sts" (id, username, created_at, text) VALUES (1, 'ann', '2020-01-01T00:00:00Z', 'hello');
         CREATE VIEW posts AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 'x' AS username, '2020-01-01' AS created_at, 'y' AS text FROM n`,
      ),
    );
    expect(posts.length).toBe(1);
    expect(input.reading?.columnsLeft).toEqual(['x");DROP']);
  });

  it('has bytes that are text as text, and others as nothing', async () => {
    const { posts } = await readFile(
      made(
        `${POSTS}; ALTER TABLE posts ADD COLUMN picture BLOB; UPDATE posts SET text = CAST('bytes' AS BLOB), picture = x'ff00fe'`,
      ),
    );
    expect(posts.map(({ text }) => text)).toEqual(['bytes', 'bytes']);
  });
});

describe('a database that cannot be read whole', () => {
  it.each(['-wal', '-journal'])('has a part of it beside it (%s): refused', async (ending) => {
    const file = made(POSTS);
    writeFileSync(file + ending, 'x');
    await expect(readFile(file)).rejects.toMatchObject({
      code: 'not-readable',
      hint: expect.stringContaining('VACUUM INTO'),
    });
    writeFileSync(file + ending, '');
    expect((await readFile(file)).posts.length).toBe(2);
  });

  it('leaves nothing beside it, and nothing behind', async () => {
    const file = made(POSTS);
    const own = mkdtempSync(join(tmpdir(), 'trend-audit-'));
    vi.stubEnv('TMPDIR', own);
    const there = (): string[] => [...readdirSync(dirname(file)), ...readdirSync(own)].sort();
    const before = there();
    await readFile(file);
    await expect(readFile(file, { sheet: 'nope' })).rejects.toThrow('nope');
    expect(there()).toEqual(before);
    vi.unstubAllEnvs();
  });

  it('is one that was written ahead and closed: read', async () => {
    const bytes = readFileSync(join(SAMPLES, 'posts.db'));
    bytes[18] = 2;
    bytes[19] = 2;
    expect((await readFile(written(bytes))).posts.length).toBe(60);
  });

  it.each([
    ['is cut off', (bytes: Buffer) => bytes.subarray(0, 5000)],
    [
      'has a page of zeros',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 3072), Buffer.alloc(1024), bytes.subarray(4096)]),
    ],
    ['is but a header', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['has no table', (bytes: Buffer) => bytes.subarray(0, 16)],
  ])('%s: a plain error', async (_, damage) => {
    const bytes = readFileSync(join(SAMPLES, 'posts.db'));
    await expect(readFile(written(Buffer.from(damage(bytes))))).rejects.toMatchObject({
      name: 'TrendAuditError',
      hint: expect.stringMatching(/./),
    });
  });
});
