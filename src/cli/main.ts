/** The whole of the command: what `bin/trend-audit.js` starts. */

import { exitCode } from './exit-code.js';
import { describeFailure } from './failure.js';
import { endOnSignals } from './interrupt.js';
import { buildProgram } from './program.js';
import { tell, tolerateClosedPipes } from './streams.js';

tolerateClosedPipes();
endOnSignals();
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
buildProgram()
  .parseAsync()
  .then(() => {
    process.exitCode ??= exitCode('done');
  })
  .catch(fail);

function fail(error: unknown): void {
  const { outcome, lines } = describeFailure(error, process.argv.includes('--verbose'));
  lines.forEach(tell);
  process.exitCode = exitCode(outcome);
}
