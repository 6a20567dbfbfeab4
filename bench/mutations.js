// Damaged files: mutations of the samples of every format, each of which must end in a result or in an error that explains.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 200_000;

/** The loop is the tests' own (test/read/mutations.ts), run as often as `--runs` says with the seed of `--seeds`. */
export async function run({ runs = RUNS, seeds = 1 }) {
  const code = await new Promise((resolve, reject) => {
    const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/read/mutations.test.ts'], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, MUTATIONS: String(runs), SEED: String(seeds) } });
    vitest.on('error', reject);
    vitest.on('close', resolve);
  });
  if (code !== 0) process.exitCode = 1;
}
