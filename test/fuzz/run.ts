/** `npm run fuzz`: fuzzes each target in a process of its own, and says what was found. docs/fuzzing.md tells how it is used. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { TARGETS, targetOf } from './targets/index.js';
import type { Account, Task } from './task.js';

const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string' },
    found: { type: 'string', default: 'test/fuzz/found' },
    grow: { type: 'boolean', default: false },
    merge: { type: 'boolean', default: false },
    repeatable: { type: 'boolean', default: false },
  },
});
const targets = values.target ?? [...TARGETS].flatMap(([name, { share }]) => (share > 0 ? [name] : []));
const shares = targets.reduce((sum, name) => sum + (targetOf(name).share || 1), 0);
const seconds = Number(values.seconds);
const seed = Number(values.seed);
const runs = values.runs === undefined ? Infinity : Number(values.runs);
if (!(seconds > 0 && runs > 0 && Number.isSafeInteger(seed)))
  throw new Error('--seconds, --runs and --seed are numbers above 0');
if (values.repeatable && (values.merge || values.grow)) throw new Error('--repeatable neither grows nor merges');

let failed = false;
for (const target of targets) failed = !fuzz(target) || failed;
process.exitCode = failed ? 1 : 0;

/** Whether nothing was found. */
function fuzz(target: string): boolean {
  const home = resolve('.fuzz');
  const work = join(home, `${target}-${process.pid}`);
  const temporary = join(work, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const task: Task = {
    target,
    seed,
    mode: values.merge ? 'merge' : values.repeatable ? 'repeat' : 'explore',
    seconds: (seconds * (targetOf(target).share || 1)) / shares,
    runs: Number.isFinite(runs) ? runs : Number.MAX_SAFE_INTEGER,
    corpus: resolve('test/fuzz/corpus', target),
    grown: join(home, 'grown', target),
    found: resolve(values.found, target),
    grow: values.grow,
    temporary,
    current: join(work, 'input'),
    scratch: join(work, 'scratch'),
  };
  const { stdout, status, signal } = spawnSync(
    process.execPath,
    ['--max-old-space-size=2048', join(import.meta.dirname, 'fuzz-target.js'), JSON.stringify(task)],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  );
  const account: Account | undefined = /^\{.*\}$/mu.test(stdout) ? JSON.parse(stdout.trim()) : undefined;
  if (account) {
    const { runs: ran, inputs, first, kept, blocks, slowest, faults } = account;
    const reached =
      blocks === null
        ? `made of ${first} (${inputs})`
        : `${blocks} blocks reached, ${kept} inputs kept beside ${first}`;
    say(`${target}: ${ran} inputs, ${reached}, slowest ${Math.round(slowest)} ms, ${faults.length} faults`);
  } else if (existsSync(task.current)) {
    const file = join(task.found, `ended-${seed}`);
    mkdirSync(task.found, { recursive: true });
    cpSync(task.current, file);
    say(`${target}: the process ended (${signal ?? status}) at ${file}`);
  }
  rmSync(work, { recursive: true });
  return account !== undefined && status === 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
