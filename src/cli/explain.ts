import { Command } from 'commander';
import { TrendAuditError } from '../errors.js';
import { parseCount } from './arguments.js';
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

interface ExplainFlags extends TypedOptions, OutputFlags {
  readonly account?: string;
  readonly json?: true;
  readonly top: number;
}

const EXAMPLES = `Examples:
  ${PROGRAM} explain dump.csv --account some_handle
  ${PROGRAM} explain dump.csv --account 2368247438 --top 0
  ${PROGRAM} explain monday.csv tuesday.csv --account @some_handle --json > case.json
`;

export function explainCommand(invocation: Invocation): Command {
  const command = new Command('explain')
    .description('tell one account’s whole case: what speaks for and against it, and what would change the verdict')
    .argument('[file...]', 'dumps of posts, or folders of them; - is standard input')
    .option('--account <id or handle>', 'the account: its id exactly, or its handle (with or without @, any case)')
    .option('--json', 'print the whole case as JSON')
    .option('--top <n>', 'how many posts and shared things are shown; 0 shows all', parseCount, 10);
  return addOutputOptions(addOptions(command))
    .addHelpText('before', EXAMPLES)
    .action((files: string[], flags: ExplainFlags, typed: Command) => run(files, flags, typed, invocation));
}

async function run(
  files: readonly string[],
  flags: ExplainFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  requireFiles(files, command, invocation, 'one', 'dump.csv --account some_handle, or - to read standard input');
  const { account } = flags;
  if (account === undefined || account.trim() === '')
    throw new TrendAuditError('usage', 'no account was named', {
      hint: `name one by id or handle, as in ${PROGRAM} explain dump.csv --account some_handle`,
    });
  const options = analyzeOptions(flags);
  await printDocument(flags, invocation, {
    load: () => import('../explain/explain.js'),
    compute: ({ explain }, settings) => explain(files, account, { ...options, ...settings }),
    page: async (explanation, page) =>
      (await import('../report/explanation.js')).renderExplanation(explanation, { ...page, top: flags.top }),
  });
}
