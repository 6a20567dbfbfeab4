/** Writes the man page; called by `npm run build`. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { definitionsOf } from '../dist/cli/definitions.js';
import { PROGRAM } from '../dist/cli/format-error.js';
import { Invocation } from '../dist/cli/invocation.js';
import { manPage } from '../dist/cli/man-page.js';
import { buildProgram } from '../dist/cli/program.js';
import { VERSION } from '../dist/documents/version.js';

/** No command is run: only the definitions are read. */
const nowhere = new Invocation({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: {},
  cwd: '.',
});
const folder = new URL('../man/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL(`${PROGRAM}.1`, folder), manPage(PROGRAM, VERSION, definitionsOf(buildProgram(nowhere))));
