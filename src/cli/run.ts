/** The whole of the command, in process: nothing here knows the process, so that tests drive it as they like. */

import { exitCode, formatError } from './format-error.js';
import { type Io, Invocation } from './invocation.js';
import { buildProgram } from './program.js';

/**
 * Runs the command with these arguments (without the program's own name), and gives its exit code: 0 done, 1 a
 * threshold was crossed, 2 wrong usage, bad input or internal error. Throws nothing: what goes wrong is told on
 * `io.stderr`.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const invocation = new Invocation(io);
  try {
    await buildProgram(invocation).parseAsync(argv, { from: 'user' });
    return exitCode(invocation.outcome);
  } catch (error) {
    return reportFailure(argv, error, io);
  }
}

/** Says on standard error what went wrong, and gives the exit code for it. */
export function reportFailure(argv: readonly string[], error: unknown, io: Io): number {
  const invocation = new Invocation(io);
  const { outcome, lines } = formatError(error, argv.includes('--verbose'));
  for (const line of lines) invocation.log(line);
  return exitCode(outcome);
}
