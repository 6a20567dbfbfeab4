/** What `bin/trend-audit.js` starts: a run in the process's own streams. */

import { isOutputClosed } from './closed-output.js';
import { exitOnSignals } from './interrupt.js';
import { run, reportFailure } from './run.js';

const argv = process.argv.slice(2);
const { stdin, stdout, stderr, env } = process;
const io = { stdin, stdout, stderr, env, cwd: process.cwd(), isOutputClosed };

// A reader that has seen enough (`| head`) is no error; without these listeners it would be an uncaught one.
for (const stream of [stdout, stderr]) stream.on('error', () => {});
exitOnSignals();
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => {
    process.exitCode = reportFailure(argv, error, io);
  });
}
const code = await run(argv, io);
// An uncaught error has set its own.
process.exitCode ??= code;
