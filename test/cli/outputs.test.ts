import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dumpOf, fileWith, inShell, trendAudit } from './run.js';

const dump = fileWith(dumpOf(40));
const directory = `${mkdtempSync(path.join(tmpdir(), 'trend-audit-'))}/a.json`;
mkdirSync(directory);
const folder = (): string => mkdtempSync(path.join(tmpdir(), 'trend-audit-'));

describe('-o', () => {
  it('writes each file in the format of its ending, prints nothing, and says what it wrote', async () => {
    const [json, lines] = [path.join(folder(), 'result.JSON'), path.join(folder(), 'accounts.jsonl')];
    const { code, stdout, stderr } = await trendAudit(['analyze', dump, '-o', json, '--output', lines]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(`trend-audit: wrote ${json}\ntrend-audit: wrote ${lines}\n`);
    const printed = await trendAudit(['analyze', dump, '--json', '--quiet']);
    expect(readFileSync(json, 'utf8')).toBe(printed.stdout);
    expect(
      readFileSync(lines, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(JSON.parse(printed.stdout).accounts);
  });

  it('prints beside it what --json or --format asks for', async () => {
    const file = path.join(folder(), 'accounts.jsonl');
    const { stdout, stderr } = await trendAudit(['analyze', dump, '--quiet', '--json', '-o', file]);
    expect(stdout).toBe((await trendAudit(['analyze', dump, '--quiet', '--format', 'json'])).stdout);
    expect(stderr).toBe('');
    expect((await trendAudit(['analyze', dump, '--quiet', '--format', 'jsonl'])).stdout).toBe(
      readFileSync(file, 'utf8'),
    );
  });

  it.each([
    [
      'an ending that is no format',
      ['-o', '/tmp/result.jsno'],
      'result.jsno: .jsno is not supported. Did you mean json? The extensions are .json',
    ],
    ['no ending', ['-o', '/tmp/result'], 'its name has no extension'],
    ['a format that is none', ['--format', 'jsonll'], 'there is no format jsonll. Did you mean jsonl?'],
    ['two formats to print', ['--format', 'jsonl', '--json'], '--json and --format jsonl both print'],
    [
      'an ending that is no format for posts',
      ['--posts', '/tmp/posts.json'],
      'Did you mean jsonl? The extensions are .csv, .jsonl.',
    ],
    ['a file for a directory', ['-o', '/dev/full/result.json'], 'its directory is not there. Make the directory first'],
    [
      'a missing directory',
      ['-o', '/no/such/place/result.json'],
      'its directory is not there. Make the directory first',
    ],
    ['a directory', ['-o', directory], 'is a directory, not a file'],
    [
      'a file named twice',
      ['-o', '/tmp/trend-audit-twice.json', '-o', '/tmp/../tmp/trend-audit-twice.json'],
      'is named twice',
    ],
  ])('refuses %s before it reads anything', async (_, args, says) => {
    const { code, stdout, stderr } = await trendAudit(['analyze', '/no/such/dump.csv', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^trend-audit: [^\n]*\n$/);
  });

  it('never writes over a dump that it reads', async () => {
    const posts = fileWith(
      `${JSON.stringify({ id: '1', created_at: '2014-03-01T00:00:00Z', user: 'a', text: 'b' })}\n`,
      'dump.jsonl',
    );
    const link = path.join(folder(), 'other.jsonl');
    symlinkSync(posts, link);
    const before = readFileSync(posts, 'utf8');
    const { code, stderr } = await trendAudit(['analyze', posts, '-o', link]);
    expect(code).toBe(2);
    expect(stderr).toContain('is a file that is read');
    expect(readFileSync(posts, 'utf8')).toBe(before);
  });

  it('says that the disk is full, and leaves nothing behind', async () => {
    const place = folder();
    symlinkSync('/dev/full', path.join(place, 'full.json'));
    const { code, stderr } = await trendAudit([
      'analyze',
      dump,
      '--quiet',
      '-o',
      path.join(place, 'whole.json'),
      '-o',
      path.join(place, 'full.json'),
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^trend-audit: [^\n]*full\.json: the disk is full\. [^\n]*\n$/);
    expect(readdirSync(place)).toEqual(['full.json']);
    const printed = await inShell('"$@" > /dev/full', ['analyze', dump, '--quiet', '--format', 'jsonl']);
    expect(printed.code).toBe(2);
    expect(printed.stderr).toContain('the result cannot be written (ENOSPC)');
  });
});
