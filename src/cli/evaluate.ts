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
import { labelledDumps } from './labelled-dumps.js';
import { addFromOption, filesOrStore, type FromFlag } from './store-option.js';

interface EvaluateFlags extends TypedOptions, OutputFlags, FromFlag {
  readonly labels?: string;
  readonly json?: true;
  readonly ablation: boolean;
  readonly mistakes: number;
}

const EXAMPLES = `Examples:
  ${PROGRAM} evaluate dump.csv --labels labels.csv
  ${PROGRAM} evaluate dumps/*.csv --no-ablation
  ${PROGRAM} evaluate dump.csv --labels labels.csv --json > evaluation.json

Labels are a table userid,label with a row for each account that you know:
coordinated or organic. Without --labels they are looked for beside each dump:
NAME.labels.csv for NAME.csv, else labels.csv. Each dump is analysed by itself.
`;

/** Defines `evaluate`. */
export function evaluateCommand(invocation: Invocation): Command {
  const command = new Command('evaluate')
    .description('compare the verdicts with accounts that you know: how many are right, what each signal contributes')
    .argument('[file...]', 'labelled dumps of posts (CSV); - is standard input')
    .option('--labels <file>', 'table of the accounts that you know (CSV: userid,label)')
    .option('--json', 'print the whole evaluation as JSON')
    .option('--no-ablation', 'skip the ablation (deciding again without each family and signal): faster')
    .option('--mistakes <n>', 'how many mistakes of either kind are shown', parseCountArgument, 5);
  return addOutputOptions(addOptions(addFromOption(command)))
    .addHelpText('before', EXAMPLES)
    .action((files: string[], flags: EvaluateFlags, typed: Command) => run(files, flags, typed, invocation));
}

async function run(
  named: readonly string[],
  flags: EvaluateFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  const { files, access } = filesOrStore(named, flags, invocation);
  requireFiles(files, command, invocation, 'one', 'dump.csv --labels labels.csv');
  if (flags.from !== undefined && flags.labels === undefined)
    throw new TrendAuditError('usage', 'no labels for what comes from a store', {
      hint: 'name them with --labels FILE',
    });
  const dumps = labelledDumps(files, flags.labels, invocation);
  const options = { ...analyzeOptions(flags), ...access, ablation: flags.ablation, mistakes: flags.mistakes };
  await printDocument(flags, invocation, {
    load: () => import('../evaluate/evaluate-dumps.js'),
    compute: ({ evaluateDumps }, settings) => evaluateDumps(dumps, { ...options, ...settings }),
    sources: (evaluation) => evaluation.dumps,
    page: async (evaluation, page) => (await import('../report/evaluation.js')).renderEvaluation(evaluation, page),
  });
}
