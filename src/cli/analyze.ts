import { Command } from 'commander';
import { TrendAuditError } from '../errors.js';
import { addAnalysisOptions, addOutputOptions, analysisOptions, type AnalysisFlags, type OutputFlags, pageOptions } from './analysis-options.js';
import { parseCount } from './arguments.js';
import { PROGRAM } from './failure.js';
import { interruptible } from './interrupt.js';
import { showProgress } from './progress.js';
import { remark, writeOut } from './streams.js';

interface AnalyzeFlags extends AnalysisFlags, OutputFlags {
  readonly json?: true;
  readonly top: number;
}

const EXAMPLES = `Examples:
  ${PROGRAM} analyze dump.csv
  ${PROGRAM} analyze dump.csv --hashtag '#tag' --since 2014-02-26 --until 2014-03-05
  ${PROGRAM} analyze dump.csv --map time=posted --map account=user --assume-tz Europe/Moscow
  ${PROGRAM} analyze monday.csv tuesday.csv --json > result.json
  zcat dump.csv.gz | ${PROGRAM} analyze - --top 0
`;

export function analyzeCommand(): Command {
  const command = new Command('analyze')
    .description('tell likely coordinated accounts from organic users, with reasons')
    .argument('[file...]', 'dumps of posts (CSV, JSON; packed or not) and folders of them; - is standard input')
    .option('--json', 'print the whole result as JSON')
    .option('--top <n>', 'how many accounts each list shows; 0 shows all', parseCount, 10);
  return addOutputOptions(addAnalysisOptions(command)).addHelpText('before', EXAMPLES).action(run);
}

async function run(files: readonly string[], flags: AnalyzeFlags, command: Command): Promise<void> {
  if (files.length === 0) {
    if (process.stdin.isTTY) command.help({ error: true });
    throw new TrendAuditError('usage', 'no file was named', { hint: `name one, as in ${PROGRAM} analyze dump.csv, or - to read standard input` });
  }
  const options = analysisOptions(flags);
  const started = performance.now();
  const [{ analyze }, progress] = await Promise.all([import('../analyze.js'), showProgress(flags.quiet !== true)]);
  const result = await interruptible((signal) => analyze(files, { ...options, signal, onProgress: progress.update })).finally(progress.stop);
  const { renderJson, renderText } = await import('../report/index.js');
  const { howRead, warnings } = await import('./remarks.js');
  if (flags.verbose) [...howRead(result), `took ${((performance.now() - started) / 1000).toFixed(1)} s`].forEach(remark);
  if (flags.json) {
    // The page for a person says all this itself.
    if (flags.quiet !== true) warnings(result).forEach(remark);
    await writeOut(renderJson(result));
    return;
  }
  await writeOut(renderText(result, { ...pageOptions(flags), top: flags.top }));
}
