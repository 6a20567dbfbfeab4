import { Command } from 'commander';
import { TrendAuditError } from '../errors.js';
import { jsonPieces } from '../report/json.js';
import {
  addAnalysisOptions,
  addOutputOptions,
  analysisOptions,
  type AnalysisFlags,
  type OutputFlags,
  pageOptions,
} from './analysis-options.js';
import { parseCount } from './arguments.js';
import { PROGRAM } from './format-error.js';
import { interruptible } from './interrupt.js';
import { showProgress } from './progress.js';
import { requireFiles } from './require-files.js';
import { logNote, writeOut } from './streams.js';

interface CompareFlags extends AnalysisFlags, OutputFlags {
  readonly byDay?: true;
  readonly json?: true;
  readonly top: number;
}

const EXAMPLES = `Examples:
  ${PROGRAM} compare one-hashtag.csv another.csv
  ${PROGRAM} compare monday.csv tuesday.csv --json > comparison.json
  ${PROGRAM} compare dump.csv --by-day --since 2014-02-26 --until 2014-03-05

Each dump is analysed by itself, with the same options. A day has fewer posts than
the whole: fewer accounts can be told apart on it.
`;

export function compareCommand(): Command {
  const command = new Command('compare')
    .description('set hashtags or days side by side: who pushed them, how much, and how early')
    .argument('[dump...]', 'dumps of posts, or folders of them, each a column of its own; - is standard input')
    .option('--by-day', 'compare the days (UTC) of each dump instead of whole dumps')
    .option('--json', 'print the whole comparison as JSON')
    .option('--top <n>', 'how many accounts a list shows; 0 shows all', parseCount, 10);
  return addOutputOptions(addAnalysisOptions(command)).addHelpText('before', EXAMPLES).action(run);
}

async function run(files: readonly string[], flags: CompareFlags, command: Command): Promise<void> {
  requireFiles(files, command, 'two or more', 'one.csv another.csv');
  if (files.length === 1 && !flags.byDay)
    throw new TrendAuditError('usage', 'one dump cannot be compared', {
      hint: 'name another, or compare its days with --by-day',
    });
  if (flags.byDay && files.includes('-'))
    throw new TrendAuditError('usage', 'the days of standard input cannot be compared: it is read once for each', {
      hint: 'put it into a file',
    });
  const repeated = files.find((file, index) => files.indexOf(file) !== index);
  if (repeated !== undefined)
    throw new TrendAuditError('usage', 'is named twice', { file: repeated, hint: 'name each dump once' });
  const options = { ...analysisOptions(flags), byDay: flags.byDay === true };
  const started = performance.now();
  const [{ compareDumps }, progress] = await Promise.all([import('../compare/compare.js'), showProgress(flags)]);
  const comparison = await compareDumps(files, {
    ...options,
    aroundBlockingWork: interruptible,
    onProgress: progress.update,
  }).finally(progress.stop);
  const [{ renderComparison }, { describeInputs: howRead, skipWarnings: skipRemarks }] = await Promise.all([
    import('../report/comparison.js'),
    import('./notes.js'),
  ]);
  const whole = comparison.dumps.filter(
    ({ file }, index) => comparison.dumps.findIndex((other) => other.file === file) === index,
  );
  if (flags.verbose)
    [...whole.flatMap(howRead), `took ${((performance.now() - started) / 1000).toFixed(1)} s`].forEach(logNote);
  if (flags.quiet !== true && !flags.byDay) whole.flatMap(({ inputs }) => inputs.flatMap(skipRemarks)).forEach(logNote);
  await writeOut(
    flags.json ? jsonPieces(comparison) : renderComparison(comparison, { ...pageOptions(flags), top: flags.top }),
  );
}
