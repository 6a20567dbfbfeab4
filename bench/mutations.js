// Damaged files: mutations of the samples of every format. Each must give a result or an error with an explanation.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 200_000;
/** Mutations per process. After each process, the progress is printed, with the option to continue from there. */
const PART = 10_000;

/**
 * The loop is in the tests (test/read/mutations.ts). It runs `--runs` times with the seed `--seeds`, after the first
 * `--from`.
 */
export async function run({ runs = RUNS, seeds = 1, from = 0 }) {
  for (let at = from; at < runs; at += PART) {
    if (!(await passes(at, Math.min(PART, runs - at), seeds))) {
      process.exitCode = 1;
      return;
    }
    console.log(
      `${Math.min(at + PART, runs)} of ${runs} mutations ended as they should; to go on after them: --from ${at + PART}\n`,
    );
  }
}

async function passes(from, runs, seed) {
  const env = { ...process.env, FROM: String(from), MUTATIONS: String(runs), SEED: String(seed) };
  const code = await new Promise((resolve, reject) => {
    const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/read/mutations.test.ts'], {
      cwd: ROOT,
      stdio: 'inherit',
      env,
    });
    vitest.on('error', reject);
    vitest.on('close', resolve);
  });
  return code === 0;
}
