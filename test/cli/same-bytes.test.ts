import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dumpOf } from '../fixture-cases.js';
import { asProcess, COMMAND } from './run.js';

const dump = dumpOf('rossiya-svoih-ne-brosaet');
const PLACES = [
  { TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Asia/Kathmandu', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' },
];

/** What the command prints of a dump on standard input. */
function printed(text: string, workers: number): string {
  return execFileSync(process.execPath, [COMMAND, 'analyze', '-', '--json', '--quiet', '--workers', String(workers)], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

describe('the same bytes', () => {
  it('are the question: these places differ in time and language', () => {
    const told = PLACES.map((env) =>
      execFileSync(
        process.execPath,
        ['-p', '[new Date(0).getHours(), new Date(0).getMinutes(), 1234.5.toLocaleString()].join()'],
        { env, encoding: 'utf8' },
      ),
    );
    expect(new Set(told).size).toBe(PLACES.length);
  });

  it.each([
    ['analyze', ['analyze', dump, '--json']],
    ['analyze, for a person', ['analyze', dump, '--top', '0']],
    ['analyze, as a page', ['analyze', dump, '--format', 'html']],
    ['inspect', ['inspect', dump, '--json']],
    ['explain', ['explain', dump, '--account', 'sveta_babushka', '--json']],
    ['compare', ['compare', dump, '--by-day', '--json', '--since', '2014-03-01', '--until', '2014-03-02']],
    ['simulate', ['simulate', '--seed', '7', '--scale', '0.05', '--labels', '/dev/null', '--force']],
  ])('come out wherever the machine stands, and whatever it speaks: %s', async (_, args) => {
    const [first, ...others] = await Promise.all(PLACES.map((env) => asProcess([...args, '--quiet'], { env })));
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first?.stdout.length).toBeGreaterThan(1000);
    for (const other of others) expect(other).toEqual(first);
  });

  it('come out in any order of rows with any number of threads, save for the hash of the file itself', () => {
    const [header = '', ...rows] = readFileSync(dump, 'utf8').trimEnd().split('\n');
    const keyed = rows.map((row, at) => ({ row, key: createHash('sha1').update(String(at)).digest('hex') }));
    const shuffled = keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
    const [inOrder, ...others] = [rows, rows.toReversed(), shuffled].map((order, workers) => {
      const text = [header, ...order, ''].join('\n');
      const hash = createHash('sha256').update(text).digest('hex');
      const result = printed(text, workers);
      expect(result).toContain(hash);
      return result.replace(hash, '');
    });
    for (const other of others) expect(other).toBe(inOrder);
  });
});
