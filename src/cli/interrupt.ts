/** Ends a run on a signal: Ctrl-C (SIGINT), `kill` (SIGTERM), or a closed terminal (SIGHUP). */

import { statSync } from 'node:fs';
import { constants } from 'node:os';
import { type Context, createContext, Script } from 'node:vm';

/** Signals with the system's default action during busy work, if no file has to be removed. */
const SYSTEMS_OWN = ['SIGTERM', 'SIGHUP'] as const;
const leftovers = new Set<() => void>();

/**
 * From now on a signal ends the process at once with exit code 128 plus its number. Only temporary files are removed: a
 * later run needs nothing from this one.
 */
export function exitOnSignals(): void {
  for (const signal of ['SIGINT', ...SYSTEMS_OWN] as const) process.on(signal, end);
}

/** Registers `remove`, which is called if a signal ends the process. The returned function unregisters it. */
export function onExitCleanup(remove: () => void): () => void {
  leftovers.add(remove);
  return () => leftovers.delete(remove);
}

const stage = { work: (): void => {} };
/** Created on first use: most runs do not need it. */
let watched: { readonly context: Context; readonly script: Script } | undefined;

/**
 * Runs long synchronous work so that signals still end the process. Listeners cannot run meanwhile: Node itself watches
 * for SIGINT, and the other signals have the system's default action, unless files would be left behind.
 */
export async function interruptible<T>(work: () => T): Promise<T> {
  // Lets listeners run for signals that arrived earlier: the second turn polls those that arrive during the first.
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
    // The error is from the other context, so `instanceof Error` is false.
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
  // A second signal ends the process at once, even during the clean-up.
  for (const each of ['SIGINT', ...SYSTEMS_OWN] as const) process.off(each, end);
  for (const remove of leftovers) remove();
  // On exit Node waits for its threads, and a thread that reads from a pipe may never finish.
  if (process.argv.some(isPipe)) process.kill(process.pid, signal);
  process.exit(128 + constants.signals[signal]);
}

function isPipe(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFIFO() === true;
}
