/** What a file says that is no dump, no labels and no baseline stays out of the log of whoever checks a stranger's configuration. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { FIXTURES, SMALL } from '../fixture-cases.js';
import { trendAudit } from './run.js';

const SECRET = 'hunter2canary';
const REPORTS = ['r.xml', 'r.sarif', 'r.md', 'r.json'];
const rows = (count: number, row: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => row(n)).join('\n');

/** Files that are no dumps, each with the secret wherever it has something to quote; and options that make one of them. */
const STRANGERS: readonly (readonly [string, string | Uint8Array, object?])[] = [
  ['passwords', `root:${SECRET}:0:0\ndaemon:${SECRET}:1:1\n`],
  ['variables', `AWS_KEY=${SECRET}\nOTHER=${SECRET}\n`],
  ['one word', SECRET],
  ['a header alone', `${SECRET},b,c\n`],
  ['a table', `a,${SECRET},c\n1,${SECRET},3\n2,${SECRET},4\n`],
  ['a table without text', `user_id,created_at,${SECRET}\n1,2014-03-01T10:00:00Z,3\n2,2014-03-01T10:00:01Z,4\n`],
  ['a table without time', `user_id,text,${SECRET}\n1,some words of ${SECRET},3\n2,more words,4\n`],
  ['texts', `text,${SECRET}\n${rows(30, (n) => `"words and words ${n} ${SECRET}",x`)}\n`],
  ['ids', `1234567890123456\n2234567890123457\n`],
  ['rows without a header', rows(30, (n) => `${SECRET}${n},2014-03-01 10:00:${10 + n},words of ${SECRET} here`)],
  ['profiles', `${SECRET},followers_count,friends_count,description\n1,2,3,${SECRET}\n`],
  ['broken JSON', `{"${SECRET}": "${SECRET}", \n`],
  ['broken lines', `{"a": ${SECRET}}\n{"b": ${SECRET}}\n`],
  ['JSON', JSON.stringify({ [SECRET]: SECRET })],
  ['JSON with a time', JSON.stringify([{ created_at: '2014-03-01T00:00:00Z', [SECRET]: SECRET }])],
  ['a page', `<!doctype html><title>${SECRET}</title>`],
  ['a key', `-----BEGIN PRIVATE KEY-----\n${SECRET}\n-----END PRIVATE KEY-----\n`],
  ['packed', gzipSync(`root:${SECRET}:0\n`)],
  ['binary', Buffer.from(`\0\x01${SECRET}\0`)],
  ['Parquet', new Uint8Array(parquetWriteBuffer({ columnData: [{ name: SECRET, data: [SECRET, SECRET] }] }))],
  [
    'Parquet that is cut off',
    new Uint8Array(parquetWriteBuffer({ columnData: [{ name: SECRET, data: [SECRET] }] })).slice(0, 60),
  ],
  // Told which column is which, anything is a table: its rows are no posts for that.
  ['mapped passwords', `root:${SECRET}:0:x\ndaemon:${SECRET}:1:y\n`, { map: { account: '1', time: '2', text: '3' } }],
  ['a wrong map', `a,${SECRET}\n1,2\n`, { map: { account: 'hunter2', time: 'a', text: 'nothing' } }],
  ['a wrong path', JSON.stringify([{ [SECRET]: 1 }]), { map: { account: 'x.y', time: 'a', text: 'b' } }],
  ['times that are none', `user_id,created_at,text,${SECRET}\n${rows(9, (n) => `${n},${SECRET},words,1`)}\n`],
  ['accounts that are none', `user_id,created_at,text\n${rows(9, () => `,2014-03-01,${SECRET}`)}\n`],
  ['rows of any width', `user_id,created_at,text\n${rows(9, () => `1,2,${SECRET},${SECRET}`)}\n`],
  [
    'rounded ids',
    `id,user_id,created_at,text\n${rows(40, (n) => `${n},1.23456789012345E+17,2014-03-0${1 + (n % 9)},${SECRET}`)}\n`,
  ],
];

/** What `check` says of a file, in every format, and in the reports. */
async function said(dataset: object, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-quotes-'));
  const datasets = [{ name: 'own', files: 'f.csv', expect: { unclear: 0 }, ...dataset }];
  writeFileSync(path.join(folder, 'trend-audit.config.json'), JSON.stringify({ datasets }));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  const outputs = REPORTS.flatMap((name) => ['-o', name]);
  const text = await trendAudit(['check', '--verbose', ...outputs], { cwd: folder });
  const github = await trendAudit(['check', '--format', 'github'], { cwd: folder });
  expect([text.code, github.code]).toEqual([2, 2]);
  return [
    ...[text, github].flatMap(({ stdout, stderr }) => [stdout, stderr]),
    ...REPORTS.map((name) => readFileSync(path.join(folder, name), 'utf8')),
  ].join('\n');
}

describe('check quotes nothing', () => {
  it.each(STRANGERS.map(([what, content, options = {}]) => ({ what, content, options })))(
    'of what is no dump: $what',
    async ({ content, options }) => {
      expect(await said({ options }, { 'f.csv': content })).not.toMatch(/hunter2canary|\d{16}|E\+17/u);
    },
  );

  const dump = readFileSync(path.join(FIXTURES, SMALL, 'tweets.csv'));

  it.each([
    ['passwords', `root:${SECRET}:0\n`],
    ['other labels', `userid,label\n1,${SECRET}\n`],
    ['no accounts', `label,${SECRET}\norganic,1\n`],
    ['no labels', `userid,${SECRET}\n1,2\n`],
    ['both labels', `userid,label\n${SECRET},organic\n${SECRET},coordinated\n`],
    ['strangers', `userid,label\n${SECRET},organic\n`],
    ['an open quote', `userid,label\n"${SECRET},organic\n`],
  ])('of what are no labels: %s', async (_, labels) => {
    const told = await said({ labels: 'l.csv', expect: { precision: 0.5 } }, { 'f.csv': dump, 'l.csv': labels });
    expect(told).not.toContain(SECRET);
  });

  it.each([
    ['passwords', `root:${SECRET}:0\n`],
    ['a word', SECRET],
    ['JSON', JSON.stringify({ [SECRET]: SECRET })],
    ['a key twice', `{"${SECRET}": 1, "${SECRET}": 2}`],
    ['other accounts', JSON.stringify({ baseline: '1', accounts: [{ [SECRET]: SECRET }] })],
    ['another version', JSON.stringify({ baseline: SECRET, accounts: [] })],
  ])('of what is not a baseline: %s', async (_, baseline) => {
    expect(await said({ baseline: 'b.json' }, { 'f.csv': dump, 'b.json': baseline })).not.toContain(SECRET);
  });

  it('of what are no users', async () => {
    const told = await said({ options: { users: 'u.csv' } }, { 'f.csv': dump, 'u.csv': `root:${SECRET}:0\na:b:c\n` });
    expect(told).not.toContain(SECRET);
    expect(told).toContain('u.csv: holds no user profiles');
  });

  it('and says what is wrong all the same, and where the columns can be seen', async () => {
    const told = await said({}, { 'f.csv': `a,${SECRET},c\n1,2,3\n` });
    expect(told).toContain(
      'f.csv:1: does not look like posts. See its columns with trend-audit inspect FILE; if it holds posts, say with map which column is which.',
    );
    expect(await said({}, { 'f.csv': `user_id,created_at,x\n1,2014-03-01,3\n2,2014-03-01,4\n` })).toContain(
      'f.csv:1: no column for text. ',
    );
  });
});

it('whoever names a file himself is shown its columns', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-quotes-'));
  writeFileSync(path.join(folder, 'f.csv'), 'a,what,c\n1,2,3\n');
  expect((await trendAudit(['f.csv'], { cwd: folder })).stderr).toContain(
    'f.csv:1: does not look like posts: its columns are a, what, c.',
  );
});
