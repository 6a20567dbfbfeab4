import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { writeFilesAtomically } from '../../src/cli/write-files.js';
import { COMMAND, dumpOf, fileWith, trendAudit, NOWHERE } from './run.js';

const OLD = 'what was there before\n';
const dump = fileWith(dumpOf(3_000));

/** Two outputs: a file that is there, and a pipe that nobody reads, so that writing never ends. */
function place(): { readonly target: string; readonly args: readonly string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-'));
  const [target, pipe] = [path.join(folder, 'accounts.csv'), path.join(folder, 'pipe.json')];
  writeFileSync(target, OLD);
  execFileSync('mkfifo', [pipe]);
  return { target, args: ['analyze', dump, '-o', target, '-o', pipe] };
}

const temporary = (target: string): string | undefined =>
  readdirSync(path.dirname(target)).find((name) => name.endsWith('.tmp'));

it('leaves the old file whole when it is killed while it writes', async () => {
  const { target, args } = place();
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: 'ignore' });
  const closed = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
  while (temporary(target) === undefined) await wait(10);
  child.kill('SIGKILL');
  expect(await closed).toBe('SIGKILL');
  expect(readFileSync(target, 'utf8')).toBe(OLD);
  // What a killed run left behind is in no later run's way.
  expect(await trendAudit(['analyze', dump, '--quiet', '-o', target])).toMatchObject({ code: 0 });
  expect(readFileSync(target, 'utf8')).toMatch(/^id,handle,/u);
});

/** Pieces without end; `after` is called once the first 10 MB are handed over. */
function* endless(after: () => void): Generator<string> {
  for (let megabytes = 0; ; megabytes++) {
    if (megabytes === 10) after();
    yield 'x'.repeat(1_000_000);
  }
}

it('does not hold back what is written', async () => {
  const target = path.join(mkdtempSync(path.join(tmpdir(), 'trend-audit-')), 'accounts.csv');
  let seen = 0;
  const content = endless(() => {
    seen = statSync(path.join(path.dirname(target), temporary(target) ?? '')).size;
    throw new RangeError('enough');
  });
  await expect(writeFilesAtomically([{ file: target, content }], NOWHERE)).rejects.toThrow('enough');
  expect(seen).toBeGreaterThan(5_000_000);
});

it('leaves nothing behind when what is written cannot be made', async () => {
  const target = path.join(mkdtempSync(path.join(tmpdir(), 'trend-audit-')), 'accounts.csv');
  const defect = endless(() => {
    throw new RangeError('a defect');
  });
  await expect(writeFilesAtomically([{ file: target, content: defect }], NOWHERE)).rejects.toThrow(RangeError);
  expect(readdirSync(path.dirname(target))).toEqual([]);
});
