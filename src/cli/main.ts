/** Entry point of `bin/trend-audit.js`: a run with the process's own streams. */

import { isOutputClosed } from './closed-output.js';
import { exitOnSignals } from './interrupt.js';
import { run, reportFailure } from './run.js';

const argv = process.argv.slice(2);
const { stdin, stdout, stderr, env } = process;
const io = { stdin, stdout, stderr, env, cwd: process.cwd(), isOutputClosed };

// A reader that closes the pipe (`| head`) is not an error; without these listeners it would be an uncaught one.
for (const stream of [stdout, stderr]) stream.on('error', () => {});
exitOnSignals();
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => {
    process.exitCode = reportFailure(argv, error, io);
  });
}
const code = await run(argv, io);
// An uncaught error has already set the exit code.
process.exitCode ??= code;
