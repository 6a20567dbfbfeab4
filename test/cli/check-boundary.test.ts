/** What a configuration may read and replace, where a stranger wrote it. */

import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectedOf, FIXTURES, SMALL } from '../fixture-cases.js';
import { type Ran, trendAudit } from './run.js';

const { accounts } = expectedOf(SMALL);
/** Stands wherever a file has something to quote. */
const SECRET = 'hunter2canary';
const CONFIG = 'trend-audit.config.json';
const AS_IT_IS = { expect: { coordinated: accounts.coordinated } };

/** A new folder with `secrets/`, and beside it `tree/` with these files; a path ending in `->` is a link to its content. */
function place(files: Readonly<Record<string, unknown>> = {}): { readonly tree: string; readonly secrets: string } {
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'trend-audit-boundary-')));
  const [tree, secrets] = [path.join(top, 'tree'), path.join(top, 'secrets')];
  for (const folder of [tree, secrets]) mkdirSync(folder);
  cpSync(path.join(FIXTURES, SMALL, 'tweets.csv'), path.join(tree, 'tweets.csv'));
  cpSync(path.join(FIXTURES, SMALL, 'tweets.csv'), path.join(secrets, 'tweets.csv'));
  writeFileSync(path.join(secrets, 'shadow'), `root:${SECRET}:19000:0\ndaemon:${SECRET}:1:2\n`);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(tree, name.replace(/->$/u, ''));
    mkdirSync(path.dirname(file), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1);
    if (name.endsWith('->')) symlinkSync(text, file);
    else writeFileSync(file, text);
  }
  return { tree, secrets };
}

const check = (cwd: string, ...args: string[]): Promise<Ran> => trendAudit(['check', ...args], { cwd });
const config = (dataset: object, more: object = {}): object => ({
  ...more,
  datasets: [{ name: 'own', files: 'tweets.csv', ...dataset }],
});

describe('a configuration reads', () => {
  it.each<[string, object, Record<string, string>, string]>([
    ['a dump', { files: '../secrets/shadow', ...AS_IT_IS }, {}, '../secrets/shadow'],
    ['a dump by its whole path', { files: ['tweets.csv', '/etc/passwd'], ...AS_IT_IS }, {}, '/etc/passwd'],
    ['what is not there', { files: '../secrets/none', ...AS_IT_IS }, {}, '../secrets/none'],
    ['a dump by a link', { files: 'a.csv', ...AS_IT_IS }, { 'a.csv->': '../secrets/shadow' }, 'a.csv'],
    ['a dump in a link', { files: 'sub/shadow', ...AS_IT_IS }, { 'sub->': '../secrets' }, 'sub/shadow'],
    ['a dump by a link to a link', { files: 'b', ...AS_IT_IS }, { 'a->': '../secrets/shadow', 'b->': 'a' }, 'b'],
    ['a dump by a link to nothing', { files: 'a.csv', ...AS_IT_IS }, { 'a.csv->': '../secrets/none' }, 'a.csv'],
    ['a folder', { files: '..', ...AS_IT_IS }, {}, '..'],
    ['a folder by a link', { files: 'sub', ...AS_IT_IS }, { 'sub->': '../secrets' }, 'sub'],
    ['labels', { labels: '../secrets/shadow', expect: { precision: 1 } }, {}, '../secrets/shadow'],
    ['users', { options: { users: ['../secrets/shadow'] }, ...AS_IT_IS }, {}, '../secrets/shadow'],
    ['a baseline', { baseline: '../secrets/shadow' }, {}, '../secrets/shadow'],
    ['a baseline by a link', { baseline: 'b.json' }, { 'b.json->': '../secrets/shadow' }, 'b.json'],
    ['what git keeps', { files: '.git/config', ...AS_IT_IS }, { '.git/config': `[x]\n${SECRET}` }, '.git/config'],
    ['that by a link', { files: 'a', ...AS_IT_IS }, { '.git/config': `[x]\n${SECRET}`, 'a->': '.git/config' }, 'a'],
  ])('not what is elsewhere: %s', async (_, dataset, files, written) => {
    const { tree } = place({ [CONFIG]: config(dataset), ...files });
    const { code, stdout, stderr } = await check(tree);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(stdout).toMatch(
      /^ERROR own {2}could not be checked\n {2}trend-audit\.config\.json:\d+: datasets\[0\]\.[a-z.]+ of dataset "own" names /u,
    );
    expect(stdout).toContain(`names ${JSON.stringify(written)}, which is `);
    expect(stdout).toContain('--allow-outside');
    expect(stdout).not.toContain(SECRET);
    expect(stdout).not.toContain('root');
  });

  it('users of all datasets no more than those of one', async () => {
    const { tree } = place({ [CONFIG]: config(AS_IT_IS, { options: { users: '../secrets/shadow' } }) });
    expect(await check(tree)).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('options.users of dataset "own" names "../secrets/shadow"'),
    });
  });

  it('elsewhere with --allow-outside, which a configuration cannot say', async () => {
    const { tree } = place({ [CONFIG]: config({ files: '../secrets/tweets.csv', ...AS_IT_IS }) });
    expect(await check(tree, '--allow-outside')).toMatchObject({ code: 0 });
    writeFileSync(path.join(tree, CONFIG), JSON.stringify(config(AS_IT_IS, { allowOutside: true })));
    expect(await check(tree)).toMatchObject({ code: 2, stderr: expect.stringContaining('unknown key "allowOutside"') });
    expect((await trendAudit(['check'], { cwd: tree, env: { TREND_AUDIT_ALLOW_OUTSIDE: '1' } })).stderr).toContain(
      'unknown key',
    );
  });

  it('links that stay in its tree, and from a folder of a repository what is beside it', async () => {
    const { tree } = place({
      '.git/HEAD': '',
      'link.csv->': 'tweets.csv',
      [`sub/${CONFIG}`]: config({ files: '../link.csv', ...AS_IT_IS }),
    });
    expect(await check(path.join(tree, 'sub'))).toMatchObject({ code: 0 });
    expect(await check(tree, `sub/${CONFIG}`)).toMatchObject({ code: 0 });
  });

  it('no repository of the whole home folder', async () => {
    const { tree } = place({ '.git/HEAD': '', [`sub/${CONFIG}`]: config({ files: '../tweets.csv', ...AS_IT_IS }) });
    const cwd = path.join(tree, 'sub');
    expect((await trendAudit(['check'], { cwd, env: { HOME: tree } })).code).toBe(2);
    expect((await trendAudit(['check'], { cwd, env: { HOME: path.dirname(tree) } })).code).toBe(0);
  });

  it('neither a link in a folder nor a link to what is looked for beside a dump', async () => {
    const post = { id: '1', author_id: '7', text: 'a #b', created_at: '2014-03-01T00:00:00.000Z' };
    const { tree, secrets } = place({
      [CONFIG]: {
        datasets: [
          { name: 'folder', files: 'dumps', ...AS_IT_IS },
          { name: 'users', files: 'api/data_1.json', expect: { notFlagged: [SECRET] } },
          { name: 'archive', files: 'archive/tweets.js', expect: { notFlagged: [SECRET] } },
        ],
      },
      'dumps/z.csv->': '../../secrets/shadow',
      'api/users_1.json->': '../../secrets/users.json',
      'api/data_1.json': JSON.stringify([post]),
      'archive/account.js->': '../../secrets/account.js',
      'archive/tweets.js': `window.YTD.tweets.part0 = ${JSON.stringify([
        { tweet: { id_str: '1', full_text: 'a #b', created_at: 'Sat Mar 01 00:00:00 +0000 2014' } },
      ])}`,
    });
    cpSync(path.join(tree, 'tweets.csv'), path.join(tree, 'dumps', 'a.csv'));
    writeFileSync(
      path.join(secrets, 'users.json'),
      JSON.stringify([
        { id: '7', username: SECRET, name: 'a', description: 'x', created_at: '2010-01-01T00:00:00.000Z' },
      ]),
    );
    writeFileSync(
      path.join(secrets, 'account.js'),
      `window.YTD.account.part0 = ${JSON.stringify([{ account: { accountId: '7', username: SECRET } }])}`,
    );
    const outcomes = async (...args: string[]): Promise<string[]> => {
      const { datasets }: { datasets: { name: string; outcome: string }[] } = JSON.parse(
        (await check(tree, '--format', 'json', ...args)).stdout,
      );
      return datasets.map(({ name, outcome }) => `${name}: ${outcome}`);
    };
    // An account of this handle is in the dumps only where the files elsewhere are read.
    expect(await outcomes()).toEqual(['folder: passed', 'users: failed', 'archive: failed']);
    expect(await outcomes('--allow-outside')).toEqual(['folder: passed', 'users: passed', 'archive: passed']);
  });

  it('a file that is called - as a file', async () => {
    const { tree } = place({ [CONFIG]: config({ labels: '-', expect: { precision: 0.5 } }) });
    const ran = await trendAudit(['check'], { cwd: tree, input: `userid,label\n1,${SECRET}\n` });
    expect(ran).toMatchObject({ code: 2, stdout: expect.stringContaining('./-: no such file') });
  });
});

describe('the configuration itself', () => {
  it.each([
    ['elsewhere', '../secrets/c.json'],
    ['the data of git', '.git/c.json'],
    ['what is not named like one', '.npmrc'],
    ['nothing', '../secrets/none.json'],
  ])('is no link to %s', async (_, target) => {
    const { tree, secrets } = place({
      'c.yaml->': target,
      '.git/c.json': `"${SECRET}"`,
      '.npmrc': `//registry.example.org/:_authToken=${SECRET}\n`,
    });
    writeFileSync(path.join(secrets, 'c.json'), `"${SECRET}"`);
    const { code, stdout, stderr } = await check(tree, 'c.yaml');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^trend-audit: c\.yaml: is a link to /u);
    expect(stderr).not.toContain(SECRET);
  });

  it('may be a link to another configuration of its tree', async () => {
    const { tree } = place({ 'real.json': config(AS_IT_IS), 'c.json->': 'real.json' });
    expect(await check(tree, 'c.json')).toMatchObject({ code: 0 });
  });

  it.each(['trend-audit.config.js', 'trend-audit.config.cjs', 'trend-audit.config.mjs', '.trend-auditrc.js'])(
    'is never a program: %s',
    async (name) => {
      const { tree } = place({ 'package.json': { type: 'module' } });
      const ran = path.join(tree, 'ran');
      const program = `(globalThis.process?.getBuiltinModule?.('fs') ?? require('fs')).writeFileSync(${JSON.stringify(ran)}, '')\n`;
      writeFileSync(path.join(tree, name), program);
      for (const args of [[], [name]]) expect((await check(tree, ...args)).code).toBe(2);
      expect((await check(tree, name)).stderr).toContain('is not named like a configuration file');
      expect(lstatSync(ran, { throwIfNoEntry: false })).toBeUndefined();
    },
  );
});

describe('--update', () => {
  const update = async (
    files: Readonly<Record<string, unknown>>,
    baseline = 'b.json',
  ): Promise<Ran & { tree: string }> => {
    const { tree } = place({ [CONFIG]: config({ baseline }), ...files });
    return { ...(await check(tree, '--update')), tree };
  };

  it.each([
    ['a text', 'Do not lose me.\n'],
    ['nothing', ''],
    ['other JSON', '{"name": "x", "version": "1.0.0"}\n'],
    ['a list', '["baseline"]'],
  ])('does not replace what is not a baseline: %s', async (_, content) => {
    const { code, stdout, tree } = await update({ 'b.json': content });
    expect({ code, stdout }).toMatchObject({
      code: 2,
      stdout: expect.stringContaining(
        '  b.json: is not a baseline: --update does not replace it. Check its name, or remove it first.',
      ),
    });
    expect(readFileSync(path.join(tree, 'b.json'), 'utf8')).toBe(content);
  });

  it.each(['tweets.csv', CONFIG])('does not replace %s', async (name) => {
    const { tree } = place({ [CONFIG]: config({ baseline: name }) });
    const before = readFileSync(path.join(tree, name));
    expect((await check(tree, '--update')).code).toBe(2);
    expect((await check(tree, '--update', '--allow-outside')).code).toBe(2);
    expect(readFileSync(path.join(tree, name))).toEqual(before);
  });

  it.each([
    ['a baseline elsewhere', '../secrets/b.json'],
    ['a baseline in the tree', 'real.json'],
    ['nothing', 'none.json'],
    ['nothing elsewhere', '../secrets/none.json'],
  ])('writes through no link: %s', async (_, target) => {
    const { tree, secrets } = place({
      [CONFIG]: config({ baseline: 'b.json' }),
      'b.json->': target,
      'real.json': { baseline: '1', accounts: [] },
    });
    writeFileSync(path.join(secrets, 'b.json'), '{"baseline": "1", "accounts": []}');
    for (const args of [[], ['--allow-outside']]) expect((await check(tree, '--update', ...args)).code).toBe(2);
    expect(lstatSync(path.join(tree, 'b.json')).isSymbolicLink()).toBe(true);
    for (const file of [path.join(secrets, 'b.json'), path.join(tree, 'real.json')])
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ baseline: '1', accounts: [] });
    expect(lstatSync(path.join(secrets, 'none.json'), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('writes into no folder elsewhere, by its name or by a link', async () => {
    for (const baseline of ['../secrets/new.json', 'sub/new.json']) {
      const { tree, secrets } = place({ [CONFIG]: config({ baseline }), 'sub->': '../secrets' });
      expect((await check(tree, '--update')).code).toBe(2);
      expect(lstatSync(path.join(secrets, 'new.json'), { throwIfNoEntry: false })).toBeUndefined();
    }
  });

  it('replaces a baseline that is damaged, and writes one that is not there, where it is to be', async () => {
    const { code, tree } = await update({ 'b.json': '{"baseline": "0", "accounts": "none"}' });
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(path.join(tree, 'b.json'), 'utf8'))).toMatchObject({ baseline: '1' });
    expect((await update({ 'sub/README': '' }, 'sub/new.json')).code).toBe(0);
    expect(await update({}, 'none/new.json')).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('none/new.json: its directory is not there'),
    });
  });

  it('gives two datasets no common baseline', async () => {
    const both = ['a', 'b'].map((name) => ({ name, files: 'tweets.csv', baseline: 'b.json' }));
    const { tree } = place({ [CONFIG]: { datasets: both } });
    expect(await check(tree, '--update')).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('b.json: is already the baseline of an earlier dataset'),
    });
    expect(lstatSync(path.join(tree, 'b.json')).isFile()).toBe(true);
  });
});

describe('an output', () => {
  it('that is named as one of the tree does not leave it by a link', async () => {
    const { tree, secrets } = place({
      [CONFIG]: config(AS_IT_IS),
      'r.xml->': '../secrets/r.xml',
      'sub->': '../secrets',
    });
    writeFileSync(path.join(secrets, 'r.xml'), SECRET);
    for (const output of ['r.xml', 'sub/new.xml'])
      expect(await check(tree, '-o', output)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining(`${output}: leads out of the folder of the configuration by a link`),
      });
    expect(readFileSync(path.join(secrets, 'r.xml'), 'utf8')).toBe(SECRET);
    expect(await check(tree, '-o', path.join(secrets, 'named.xml'))).toMatchObject({ code: 0 });
    expect(await check(tree, '-o', 'r.xml', '--allow-outside')).toMatchObject({ code: 0 });
  });
});
