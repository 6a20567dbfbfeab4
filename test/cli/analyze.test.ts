import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SMALL_DUMP } from '../fixture-cases.js';
import { dumpOf, fileWith, inShell, trendAudit } from './run.js';

const dump = fileWith(dumpOf(40));

describe('analyze', () => {
  it('prints a page for a person: 80 columns and no colour into a pipe', async () => {
    const { code, stdout, stderr } = await trendAudit(['analyze', dump]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('40 posts · 7 accounts');
    expect(stdout).not.toContain('\u001B');
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.includes('dump.csv'))).toEqual([]);
  });

  it('obeys COLUMNS, FORCE_COLOR and --no-color', async () => {
    const wide = await trendAudit(['analyze', SMALL_DUMP, '--full'], { env: { COLUMNS: '200', FORCE_COLOR: '1' } });
    expect(wide.stdout).toContain('most in 10 min');
    expect(wide.stdout).toContain('\u001B[1m');
    const plain = await trendAudit(['analyze', dump, '--no-color'], { env: { FORCE_COLOR: '1' } });
    expect(plain.stdout).not.toContain('\u001B');
  });

  it('prints the same JSON twice, and only JSON', async () => {
    const [first, second] = [
      await trendAudit(['analyze', dump, '--json']),
      await trendAudit(['analyze', dump, '--json']),
    ];
    expect(first.code).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({
      schemaVersion: '2',
      tool: { name: 'trend-audit' },
      dump: { posts: 40, accounts: 7 },
    });
    expect(second.stdout).toBe(first.stdout);
  });

  it('warns of skipped rows beside the JSON, unless told to be quiet', async () => {
    const damaged = fileWith(`${dumpOf(40)}2000,some day,person_1,,"Hello #topic"\n`);
    const warned = await trendAudit(['analyze', damaged, '--json']);
    expect(warned.stderr).toContain('skipped 1 row with a time that cannot be read (line 42)');
    const quiet = await trendAudit(['analyze', damaged, '--json', '--quiet']);
    expect(quiet).toEqual({ code: 0, stdout: warned.stdout, stderr: '' });
  });

  it('reads standard input as -', async () => {
    const { code, stdout } = await trendAudit(['analyze', '-', '--json', '--quiet'], { input: dumpOf(12) });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ inputs: [{ path: '-', posts: 12 }] });
  });

  it('keeps a hashtag and a span, the last day included', async () => {
    const { stdout } = await trendAudit([
      'analyze',
      dump,
      '--json',
      '--quiet',
      '--hashtag',
      '#TOPIC',
      '--since',
      '2014-03-01T20:00',
      '--until',
      '2014-03-01',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ inputs: [{ rows: 40, posts: 4, skipped: { 'outside-span': 36 } }] });
  });

  it('says with --verbose how a file was read', async () => {
    const { stderr } = await trendAudit(['analyze', dump, '--verbose']);
    expect(stderr).toMatch(/format .*=created_at/);
    expect(stderr).toMatch(/took \d+\.\d s\n$/);
  });

  it('ends quietly when nobody reads on', async () => {
    const { code, stdout, stderr } = await inShell(`"$@" | head -1; echo "\${PIPESTATUS[0]}"`, [
      'analyze',
      SMALL_DUMP,
      '--json',
      '--quiet',
    ]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '{\n0\n', stderr: '' });
  });

  it('writes the whole of a large result into a pipe', async () => {
    const args = ['analyze', fileWith(dumpOf(3_000)), '--json', '--quiet'];
    const { stdout } = await inShell('"$@" | cat', args);
    expect(stdout).toBe((await trendAudit(args)).stdout);
    // Several times what a pipe holds.
    expect(Buffer.byteLength(stdout)).toBeGreaterThan(4 * 2 ** 16);
  });
});

describe('bad input ends with 2 and one line that says what to do', () => {
  it.each([
    ['a missing file', '/no/such/dump.csv'],
    ['a folder without a dump', mkdtempSync(join(tmpdir(), 'trend-audit-'))],
    ['an empty file', fileWith('')],
    ['a header alone', fileWith('id,created_at,user_screen_name,text\n')],
    ['a binary file', fileWith(Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256))],
    ['a quote that never ends', fileWith(`${dumpOf(3)}9,2014-03-05T00:00:00Z,person_1,2013-01-01T00:00:00Z,"and so`)],
  ])('%s', async (_, path) => {
    const { code, stdout, stderr } = await trendAudit(['analyze', path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^trend-audit: [^\n]*\n$/);
    expect(stderr).not.toContain('internal error');
  });
});
