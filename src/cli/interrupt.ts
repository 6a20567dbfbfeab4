/** How a run ends that is told to: by Ctrl-C (SIGINT), by `kill` (SIGTERM), by a terminal that was closed (SIGHUP). */

import { statSync } from 'node:fs';
import { constants } from 'node:os';
import { type Context, createContext, Script } from 'node:vm';

/** Where nothing is left to remove, the system may end a process that is too busy to listen. */
const SYSTEMS_OWN = ['SIGTERM', 'SIGHUP'] as const;
const leftovers = new Set<() => void>();

/**
 * From now on a signal ends the process at once, with 128 and its number: nothing is kept that another run would miss.
 */
export function exitOnSignals(): void {
  for (const signal of ['SIGINT', ...SYSTEMS_OWN] as const) process.on(signal, end);
}

/** Calls `remove` should a signal end the process before the function that is given back is called. */
export function onExitCleanup(remove: () => void): () => void {
  leftovers.add(remove);
  return () => leftovers.delete(remove);
}

const stage = { work: (): void => {} };
/** Made when it is first needed: most runs end before. */
let watched: { readonly context: Context; readonly script: Script } | undefined;

/**
 * Calls what computes for long without a pause. No listener could run meanwhile: for SIGINT Node itself keeps watch,
 * and the other signals end the process as the system has it, unless files would be left behind.
 */
export async function interruptible<T>(work: () => T): Promise<T> {
  // Who listened before is told now of a signal that came before: the second turn polls what came during the first.
  for (let turn = 0; turn < 2; turn++) await new Promise(setImmediate);
  const handedOver =
    leftovers.size === 0 ? SYSTEMS_OWN.filter((signal) => process.listeners(signal).includes(end)) : [];
  const result: T[] = [];
  stage.work = () => void result.push(work());
  watched ??= { context: createContext(stage), script: new Script('work()') };
  for (const signal of handedOver) process.off(signal, end);
  try {
    watched.script.runInContext(watched.context, { breakOnSigint: true });
  } catch (error) {
    // It comes from the other context, whose Error is not this one's.
    if (
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      error.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED'
    )
      end('SIGINT');
    throw error;
  } finally {
    for (const signal of handedOver) process.on(signal, end);
  }
  for (const each of result) return each;
  throw new Error('the work was not done');
}

function end(signal: NodeJS.Signals): void {
  // A second one ends the process at once, whatever it waits for.
  for (const each of ['SIGINT', ...SYSTEMS_OWN] as const) process.off(each, end);
  for (const remove of leftovers) remove();
  // Node waits for its threads when it exits, and one that waits for a pipe may do so for ever.
  if (process.argv.some(isPipe)) process.kill(process.pid, signal);
  process.exit(128 + constants.signals[signal]);
}

function isPipe(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFIFO() === true;
}
