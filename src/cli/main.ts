/** The whole of the command: what `bin/trend-audit.js` starts. */

import { exitCode } from './exit-code.js';
import { formatError } from './format-error.js';
import { exitOnSignals } from './interrupt.js';
import { buildProgram } from './program.js';
import { logLine, tolerateClosedPipes } from './streams.js';

tolerateClosedPipes();
exitOnSignals();
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
buildProgram()
  .parseAsync()
  .then(() => {
    process.exitCode ??= exitCode('done');
  })
  .catch(fail);

function fail(error: unknown): void {
  const { outcome, lines } = formatError(error, process.argv.includes('--verbose'));
  lines.forEach(logLine);
  process.exitCode = exitCode(outcome);
}
