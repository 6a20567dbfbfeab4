import { Command } from 'commander';
import { TrendAuditError } from '../errors.js';
import { parseCountArgument } from './arguments.js';
import {
  addOptions,
  addOutputOptions,
  analyzeOptions,
  type TypedOptions,
  type OutputFlags,
} from './command-options.js';
import { printDocument } from './compute-document.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';
import { requireFiles } from './invocation.js';
import { addFromOption, filesOrStore, type FromFlag } from './store-option.js';

interface CompareFlags extends TypedOptions, OutputFlags, FromFlag {
  readonly byDay?: true;
  readonly eachDayAlone?: true;
  readonly json?: true;
  readonly top: number;
}

const EXAMPLES = `Examples:
  ${PROGRAM} compare one-hashtag.csv another.csv
  ${PROGRAM} compare monday.csv tuesday.csv --json > comparison.json
  ${PROGRAM} compare dump.csv --by-day --since 2014-02-26 --until 2014-03-05

Each dump is analysed by itself, with the same options. Days are counted with the
verdicts of the whole dump. With --each-day-alone each is analysed as if there were
no other: a day has fewer posts, so fewer accounts can be judged.
`;

/** Defines `compare`. */
export function compareCommand(invocation: Invocation): Command {
  const command = new Command('compare')
    .description('compare hashtags or days: who pushed them, how much, and how early')
    .argument('[dump...]', 'dumps of posts, or folders of them, each a column of its own; - is standard input')
    .option('--by-day', 'compare the days (UTC) of each dump, with the verdicts of the whole dump')
    .option('--each-day-alone', 'with --by-day: analyse each day by itself, as if there were no other')
    .option('--json', 'print the whole comparison as JSON')
    .option('--top <n>', 'how many accounts a list shows; 0 shows all', parseCountArgument, 10);
  return addOutputOptions(addOptions(addFromOption(command)))
    .addHelpText('before', EXAMPLES)
    .action((files: string[], flags: CompareFlags, typed: Command) => run(files, flags, typed, invocation));
}

async function run(
  named: readonly string[],
  flags: CompareFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  const { files, access } = filesOrStore(named, flags, invocation);
  requireFiles(files, command, invocation, 'two or more', 'one.csv another.csv');
  if (files.length === 1 && !flags.byDay)
    throw flags.from === undefined
      ? new TrendAuditError('usage', 'one dump cannot be compared', {
          hint: 'name another, or compare its days with --by-day',
        })
      : new TrendAuditError('usage', 'a store is one conversation, and one cannot be compared', {
          hint: 'compare its days with --by-day; for two hashtags or spans, name files',
        });
  if (flags.eachDayAlone && !flags.byDay)
    throw new TrendAuditError('usage', '--each-day-alone needs --by-day', {
      hint: 'give both, or neither',
    });
  if (flags.eachDayAlone && files.includes('-'))
    throw new TrendAuditError(
      'usage',
      'standard input can be read only once, and --each-day-alone reads it once for each day',
      {
        hint: 'put it into a file, or leave out --each-day-alone',
      },
    );
  const repeated = files.find((file, index) => files.indexOf(file) !== index);
  if (repeated !== undefined)
    throw new TrendAuditError('usage', 'is named twice', { file: repeated, hint: 'name each dump once' });
  const options = {
    ...analyzeOptions(flags),
    ...access,
    byDay: flags.byDay === true,
    eachDayAlone: flags.eachDayAlone === true,
  };
  await printDocument(flags, invocation, {
    load: () => import('../compare/compare.js'),
    compute: ({ compareDumps }, settings) => compareDumps(files, { ...options, ...settings }),
    // The days of one file have the same source: report it once.
    sources: ({ dumps }) =>
      dumps.filter(({ file }, index) => dumps.findIndex((other) => other.file === file) === index),
    // Each day skips the posts of the other days, so warnings would be noise.
    warns: !flags.eachDayAlone,
    page: async (comparison, page) =>
      (await import('../report/comparison.js')).renderComparison(comparison, { ...page, top: flags.top }),
  });
}
