/** Runs a target on one input, and says what is wrong. */

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from './target.js';

/** Seconds of computing in which an input is done with. Not of the clock: other processes may take the machine. */
const MOST_SECONDS = 10;
/** MiB that the process may grow by for one input, garbage included. */
const MOST_GROWTH = 1024;

let unhandled: unknown[] = [];
let isRunning = false;
for (const event of ['unhandledRejection', 'uncaughtException', 'warning'])
  process.on(event, (error: unknown) => {
    unhandled.push(error);
    if (isRunning) return;
    // A fault of the fuzzer's own.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(2);
  });

export interface Fault {
  /** The same for what is likely the same fault. */
  readonly kind: string;
  readonly says: string;
}

/** Whether a fault is one by what was measured: how long an input takes, and how much memory, depends on the machine. */
export function isMeasured({ kind }: Fault): boolean {
  return kind === 'slow' || kind === 'memory';
}

/** Undefined where everything holds. In `temporary` the target has its temporary files, and nothing else may be: it is emptied. */
export async function execute(
  target: Target,
  bytes: Buffer,
  { scratch, temporary }: { readonly scratch: string; readonly temporary: string },
): Promise<Fault | undefined> {
  const { rss } = process.memoryUsage();
  const began = process.cpuUsage();
  let thrown: unknown;
  isRunning = true;
  try {
    await target.run(bytes, scratch);
  } catch (error) {
    thrown = error ?? new Error('nothing was thrown');
  }
  // What nobody waits for fails after this turn.
  await new Promise(setImmediate);
  isRunning = false;
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  const growth = (process.memoryUsage.rss() - rss) / 2 ** 20;
  const left = readdirSync(temporary);
  for (const name of left) rmSync(join(temporary, name), { recursive: true });
  const [loose] = unhandled;
  unhandled = [];
  if (thrown !== undefined) return faultOf('', thrown);
  if (loose !== undefined) return faultOf('nobody is told: ', loose);
  if (seconds > MOST_SECONDS) return { kind: 'slow', says: `computes for ${seconds.toFixed(1)} s` };
  if (growth > MOST_GROWTH) return { kind: 'memory', says: `takes ${growth.toFixed()} MiB` };
  if (left.length > 0) return { kind: 'left', says: `leaves temporary files: ${left.join(', ')}` };
  return undefined;
}

function faultOf(before: string, error: unknown): Fault {
  if (!(error instanceof Error)) return { kind: before, says: before + String(error) };
  // Down to where it is called here.
  const [places = ''] = /(?:^ +at (?!(?:async )?execute ).*\n)+/mu.exec(error.stack ?? '') ?? [];
  return { kind: `${before}${error.name}${places}`, says: `${before}${error.stack ?? error.message}` };
}
