import { Command } from 'commander';
import { type FlagName, READING_OPTIONS } from '../options.js';
import {
  addOutputOptions,
  addOptions,
  analyzeOptions,
  type OutputFlags,
  type TypedOptions,
} from './command-options.js';
import { printDocument } from './compute-document.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';
import { requireFiles } from './invocation.js';
import { addFromOption, filesOrStore, type FromFlag } from './store-option.js';

interface InspectFlags extends TypedOptions, OutputFlags, FromFlag {
  readonly json?: true;
}

const INSPECTED: readonly FlagName[] = [...READING_OPTIONS, 'users'];

const EXAMPLES = `Examples:
  ${PROGRAM} inspect dump.csv
  ${PROGRAM} inspect monday.csv tuesday.jsonl --json > inspection.json
  ${PROGRAM} inspect dump.csv --map time=posted --assume-tz Europe/Moscow
`;

/** Defines `inspect`. */
export function inspectCommand(invocation: Invocation): Command {
  const command = new Command('inspect')
    .description('show how a dump is read, what its posts contain, and what it can and cannot show')
    .argument('[file...]', 'dumps of posts, or folders of them; - is standard input')
    .option('--json', 'print the whole inspection as JSON');
  return addOutputOptions(addOptions(addFromOption(command), INSPECTED))
    .addHelpText('before', EXAMPLES)
    .action((files: string[], flags: InspectFlags, typed: Command) => run(files, flags, typed, invocation));
}

async function run(
  named: readonly string[],
  flags: InspectFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  const { files, access } = filesOrStore(named, flags, invocation);
  requireFiles(files, command, invocation, 'one', 'dump.csv, or - to read standard input');
  const options = { ...analyzeOptions(flags, INSPECTED), ...access };
  await printDocument(flags, invocation, {
    load: () => import('../inspect/inspect.js'),
    compute: ({ inspect }, settings) => inspect(files, { ...options, ...settings }),
    page: async (inspection, page) => (await import('../report/inspection.js')).renderInspection(inspection, page),
  });
}
