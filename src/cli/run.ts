/**
 * Runs the command within the process. It uses only the streams and environment that it is given, so tests can replace
 * them.
 */

import { exitCode, formatError } from './format-error.js';
import { type Io, Invocation } from './invocation.js';
import { buildProgram } from './program.js';

/**
 * Runs the command with these arguments (without the program's own name). Never throws: errors are printed on
 * `io.stderr`.
 * @returns the exit code: 0 done, 1 a threshold was crossed, 2 wrong usage, bad input or internal error
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

/** Prints the error on standard error and returns the exit code for it. */
export function reportFailure(argv: readonly string[], error: unknown, io: Io): number {
  const invocation = new Invocation(io);
  const { outcome, lines } = formatError(error, argv.includes('--verbose'));
  for (const line of lines) invocation.log(line);
  return exitCode(outcome);
}
