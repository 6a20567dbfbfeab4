/** The process that fuzzes one target. Its arguments are those of `Task`, as JSON; its last line is an `Account`. */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { execute, isMeasured } from './execute.js';
import { keep } from './input-files.js';
import { explore, merge, repeat } from './search.js';
import { targetOf } from './targets/index.js';
import type { Account, Task } from './task.js';
import { watch } from './watch.js';

const task: Task = JSON.parse(process.argv[2] ?? '');
process.env['TMPDIR'] = task.temporary;
const target = targetOf(task.target);
const beat = watch(task.mode === 'repeat');
const faults = new Map<string, string>();
const inputs = createHash('sha256');
let [runs, slowest] = [0, 0];

async function run(bytes: Buffer): Promise<void> {
  // For whoever finds this process dead.
  writeFileSync(task.current, bytes);
  beat();
  runs++;
  inputs.update(`${bytes.length} `).update(bytes);
  const began = performance.now();
  const fault = await execute(target, bytes, task);
  slowest = Math.max(slowest, performance.now() - began);
  if (!fault || faults.has(fault.kind) || (task.mode === 'repeat' && isMeasured(fault))) return;
  faults.set(fault.kind, fault.says);
  const smallest = isMeasured(fault) ? bytes : await shortened(bytes, fault.kind);
  const file = keep(smallest, task.found);
  process.stderr.write(`fuzz: ${task.target}: ${file}: ${fault.says}\n`);
}

/** As much of the input as the same fault needs, by leaving out ever smaller parts. */
async function shortened(bytes: Buffer, kind: string): Promise<Buffer> {
  let shortest = bytes;
  for (let part = bytes.length >> 1; part > 0; part >>= 1) {
    for (let at = 0; at < shortest.length;) {
      const shorter = Buffer.concat([shortest.subarray(0, at), shortest.subarray(at + part)]);
      beat();
      if ((await execute(target, shorter, task))?.kind === kind) shortest = shorter;
      else at += part;
    }
  }
  return shortest;
}

const found = await { repeat, explore, merge }[task.mode](target, task, run);
const told: Account = {
  ...found,
  runs,
  inputs: inputs.digest('hex').slice(0, 12),
  slowest,
  faults: [...faults.values()],
};
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit(faults.size > 0 ? 1 : 0);
