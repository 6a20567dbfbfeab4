/** The process that fuzzes one target. Its arguments are those of `Task`, as JSON; its last line is an `Account`. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutate, randomFrom, SPECIAL } from '../read/mutate.js';
import { Coverage } from './coverage.js';
import { execute } from './execute.js';
import { targetOf } from './targets/index.js';
import type { Account, Task } from './task.js';
import { watch } from './watch.js';

const task: Task = JSON.parse(process.argv[2] ?? '');
process.env['TMPDIR'] = task.temporary;
const target = targetOf(task.target);
const { words, longest, seeds } = target;
const coverage = new Coverage(
  (url) => url.startsWith('file:') && (!url.includes('/test/') || url.includes('/planted.')),
);
const random = randomFrom(task.seed);
const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
const beat = watch();
const corpus: Buffer[] = [];
const faults = new Map<string, string>();
const account = { runs: 0, kept: 0, slowest: 0 };
const all = [...SPECIAL, ...words.flat().map((word) => Buffer.from(word).toString('latin1'))];

async function run(bytes: Buffer): Promise<void> {
  // For whoever finds this process dead.
  writeFileSync(task.current, bytes);
  beat();
  account.runs++;
  const began = performance.now();
  const fault = await execute(target, bytes, task);
  account.slowest = Math.max(account.slowest, performance.now() - began);
  if (!fault || faults.has(fault.kind)) return;
  faults.set(fault.kind, fault.says);
  const smallest = fault.kind === 'slow' || fault.kind === 'memory' ? bytes : await shortened(bytes, fault.kind);
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

function keep(bytes: Buffer, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, createHash('sha256').update(bytes).digest('hex').slice(0, 12));
  writeFileSync(file, bytes);
  return file;
}

/** A byte or a word put in at one place, or over what is there: alone, for several changes seldom fit together. */
function withPart(bytes: Buffer): Buffer {
  const word = random() < 0.7 ? pick(all) : undefined;
  const part = word === undefined ? Buffer.from([random() * 256]) : Buffer.from(word, 'latin1');
  const at = Math.floor(random() * (bytes.length + 1));
  return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(random() < 0.5 ? at : at + part.length)]);
}

function mutated(): Buffer {
  // Every other time one of the youngest, which have led to new code a short time ago.
  const from = (random() < 0.5 ? pick(corpus.slice(-16)) : pick(corpus)) ?? Buffer.alloc(0);
  let bytes = random() < 0.4 ? withPart(from) : mutate(from, random, all);
  const other = random() < 0.15 ? pick(corpus) : undefined;
  if (other) {
    const cut = Math.floor(random() * (other.length + 1));
    bytes = Buffer.concat([bytes.subarray(0, Math.floor(random() * (bytes.length + 1))), other.subarray(cut)]);
  }
  return bytes.subarray(0, longest);
}

/** Those of the folder, the shortest first. */
function filesOf(folder: string): Buffer[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).sort();
  return files.map((name) => readFileSync(join(folder, name))).sort((one, other) => one.length - other.length);
}

/** What is to go into the repository: bytes of one input, and of all of a target. */
const LONGEST_KEPT = 4096;
const MOST_KEPT = 48 * 1024;

/** Counted from the start of the process, so that a long corpus takes no longer than was asked for. */
function isTimeLeft(): boolean {
  return performance.now() < task.seconds * 1000;
}

let held = 0;
for (const [grown, inputs] of [[...seeds(), ...filesOf(task.corpus)], filesOf(task.grown)].entries()) {
  for (const whole of inputs) {
    if (!task.merge && !isTimeLeft()) break;
    const bytes = Buffer.from(whole.subarray(0, longest));
    await run(bytes);
    corpus.push(bytes);
    const isNew = coverage.newBlocks() > 0;
    if (!task.merge || grown === 0 || !isNew || bytes.length > LONGEST_KEPT || held + bytes.length > MOST_KEPT)
      continue;
    held += bytes.length;
    keep(bytes, task.corpus);
  }
}
const first = corpus.length;
while (!task.merge && isTimeLeft() && account.runs < task.runs) {
  const bytes = mutated();
  await run(bytes);
  if (coverage.newBlocks() === 0) continue;
  corpus.push(bytes);
  account.kept++;
  if (task.grow) keep(bytes, task.grown);
}
const told: Account = { ...account, first, blocks: coverage.reached, faults: [...faults.values()] };
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit(faults.size > 0 ? 1 : 0);
