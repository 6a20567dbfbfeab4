import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';

const RUN = ['.fuzz/js/test/fuzz/run.js', '--target', 'planted'];

beforeAll(() => {
  execFileSync('npx', ['tsc', '-p', 'test/fuzz/tsconfig.json', '--noCheck']);
});

it('the same inputs are run each time where this is asked for', () => {
  const found = mkdtempSync(join(tmpdir(), 'trend-audit-'));
  const run = (seed: string): string | undefined => {
    const options = ['--repeatable', '--seed', seed, '--found', found];
    const { stdout } = spawnSync(process.execPath, [...RUN, ...options], { encoding: 'utf8' });
    return /^planted: (.*), slowest/u.exec(stdout)?.[1];
  };
  const first = run('1');
  expect(first).toMatch(/^\d+ inputs, made of 3 \([\da-f]{12}\)$/u);
  expect(run('1')).toBe(first);
  expect(run('2')).not.toBe(first);
  rmSync(found, { recursive: true });
});

it('fuzzing finds faults that were planted, and what each needs at the least', () => {
  const found = mkdtempSync(join(tmpdir(), 'trend-audit-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...RUN, '--seconds', '250', '--runs', '10000', '--found', found],
    { encoding: 'utf8' },
  );
  expect(stdout).toMatch(/^planted: .*, 3 faults\n$/u);
  expect(status).toBe(1);
  const inputs = readdirSync(resolve(found, 'planted')).map((name) =>
    readFileSync(join(found, 'planted', name), 'utf8'),
  );
  expect(inputs.sort()).toEqual(['fuzz', 'latebang', 'tmp!']);
  for (const says of ['TypeError: fuzz', 'nobody is told: RangeError: late', 'leaves temporary files: left-'])
    expect(stderr).toContain(says);
  rmSync(found, { recursive: true });
});
