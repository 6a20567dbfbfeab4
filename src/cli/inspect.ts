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
import { showProgress } from './progress.js';
import { requireFiles } from './require-files.js';
import { logNote, writeOut } from './streams.js';

interface InspectFlags extends ReadingFlags, OutputFlags {
  readonly users?: readonly string[];
  readonly json?: true;
}

const EXAMPLES = `Examples:
  ${PROGRAM} inspect dump.csv
  ${PROGRAM} inspect monday.csv tuesday.jsonl --json > inspection.json
  ${PROGRAM} inspect dump.csv --map time=posted --assume-tz Europe/Moscow
`;

export function inspectCommand(): Command {
  const command = new Command('inspect')
    .description('tell what a dump is, what its posts hold, and what can be said with it')
    .argument('[file...]', 'dumps of posts, or folders of them; - is standard input')
    .option('--users <file>', 'profiles of the accounts (CSV or JSON), joined by id or handle; repeatable', collectFile)
    .option('--json', 'print the whole inspection as JSON');
  return addOutputOptions(addReadingOptions(command)).addHelpText('before', EXAMPLES).action(run);
}

async function run(files: readonly string[], flags: InspectFlags, command: Command): Promise<void> {
  requireFiles(files, command, 'one', 'dump.csv, or - to read standard input');
  const options = { ...readingOptions(flags), ...(flags.users === undefined ? {} : { users: flags.users }) };
  const started = performance.now();
  const [{ inspect }, progress] = await Promise.all([import('../inspect/inspect.js'), showProgress(flags)]);
  const inspection = await inspect(files, {
    ...options,
    aroundBlockingWork: interruptible,
    onProgress: progress.update,
  }).finally(progress.stop);
  const { renderInspection } = await import('../report/inspection.js');
  if (flags.verbose) logNote(`took ${((performance.now() - started) / 1000).toFixed(1)} s`);
  await writeOut(flags.json ? jsonPieces(inspection) : renderInspection(inspection, pageOptions(flags)));
}
