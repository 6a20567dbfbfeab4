import { Command } from 'commander';
import { jsonPieces } from '../report/json.js';
import {
  addOutputOptions,
  addReadingOptions,
  type OutputFlags,
  pageOptions,
  type ReadingFlags,
  readingOptions,
} from './analysis-options.js';
import { collectFile } from './arguments.js';
import { PROGRAM } from './format-error.js';
import { interruptible } from './interrupt.js';
import type { Invocation } from './invocation.js';
import { showProgress } from './progress.js';
import { requireFiles } from './require-files.js';

interface InspectFlags extends ReadingFlags, OutputFlags {
  readonly users?: readonly string[];
  readonly json?: true;
}

const EXAMPLES = `Examples:
  ${PROGRAM} inspect dump.csv
  ${PROGRAM} inspect monday.csv tuesday.jsonl --json > inspection.json
  ${PROGRAM} inspect dump.csv --map time=posted --assume-tz Europe/Moscow
`;

export function inspectCommand(invocation: Invocation): Command {
  const command = new Command('inspect')
    .description('tell what a dump is, what its posts hold, and what can be said with it')
    .argument('[file...]', 'dumps of posts, or folders of them; - is standard input')
    .option('--users <file>', 'profiles of the accounts (CSV or JSON), joined by id or handle; repeatable', collectFile)
    .option('--json', 'print the whole inspection as JSON');
  return addOutputOptions(addReadingOptions(command))
    .addHelpText('before', EXAMPLES)
    .action((files: string[], flags: InspectFlags, typed: Command) => run(files, flags, typed, invocation));
}

async function run(
  files: readonly string[],
  flags: InspectFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  requireFiles(files, command, invocation, 'one', 'dump.csv, or - to read standard input');
  const options = { ...readingOptions(flags), ...(flags.users === undefined ? {} : { users: flags.users }) };
  const started = performance.now();
  const [{ inspect }, progress] = await Promise.all([import('../inspect/inspect.js'), showProgress(flags, invocation)]);
  const inspection = await inspect(files, {
    ...options,
    ...invocation.place,
    aroundBlockingWork: interruptible,
    onProgress: progress.update,
  }).finally(progress.stop);
  const { renderInspection } = await import('../report/inspection.js');
  if (flags.verbose) invocation.note(`took ${((performance.now() - started) / 1000).toFixed(1)} s`);
  await invocation.print(
    flags.json ? jsonPieces(inspection) : renderInspection(inspection, pageOptions(flags, invocation)),
  );
}
