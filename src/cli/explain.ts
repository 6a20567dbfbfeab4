import { Command } from 'commander';
import { TrendAuditError } from '../errors.js';
import { jsonPieces } from '../report/json.js';
import { parseCount } from './arguments.js';
import {
  addOptions,
  addOutputOptions,
  analyzeOptions,
  type TypedOptions,
  type OutputFlags,
  pageOptions,
} from './command-options.js';
import { PROGRAM } from './format-error.js';
import { interruptible } from './interrupt.js';
import type { Invocation } from './invocation.js';
import { requireFiles } from './invocation.js';
import { showProgress } from './progress.js';

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
  const started = performance.now();
  const [{ explain }, progress] = await Promise.all([import('../explain/explain.js'), showProgress(flags, invocation)]);
  const explanation = await explain(files, account, {
    ...options,
    ...invocation.place,
    aroundBlockingWork: interruptible,
    onProgress: progress.update,
  }).finally(progress.stop);
  const { renderExplanation } = await import('../report/explanation.js');
  if (flags.verbose) invocation.note(`took ${((performance.now() - started) / 1000).toFixed(1)} s`);
  await invocation.print(
    flags.json
      ? jsonPieces(explanation)
      : renderExplanation(explanation, { ...pageOptions(flags, invocation), top: flags.top }),
  );
}
