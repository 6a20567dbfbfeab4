import { Command } from 'commander';
import type { AnalyzeOptions } from '../options.js';
import { TrendAuditError } from '../errors.js';
import { collectMapping, parseCount, parseHashtag, parseShare } from './arguments.js';
import { useColor } from './color.js';
import { PROGRAM } from './failure.js';
import { interruptible } from './interrupt.js';
import { parseZone, since, until } from './moments.js';
import { pageWidth } from './page-width.js';
import { showProgress } from './progress.js';
import { tell, writeOut } from './streams.js';

interface AnalyzeFlags {
  readonly json?: true;
  readonly hashtag?: string;
  readonly since?: string;
  readonly until?: string;
  readonly map?: Record<string, string>;
  readonly assumeTz?: string;
  readonly maxBadRows?: number;
  readonly top: number;
  readonly seed: number;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color?: boolean;
}

const EXAMPLES = `Examples:
  ${PROGRAM} analyze dump.csv
  ${PROGRAM} analyze dump.csv --hashtag '#tag' --since 2014-02-26 --until 2014-03-05
  ${PROGRAM} analyze dump.csv --map time=posted --map account=user --assume-tz Europe/Moscow
  ${PROGRAM} analyze monday.csv tuesday.csv --json > result.json
  zcat dump.csv.gz | ${PROGRAM} analyze - --top 0
`;

export function analyzeCommand(): Command {
  return new Command('analyze')
    .description('tell likely coordinated accounts from organic users, with reasons')
    .argument('[file...]', 'dumps of posts (CSV); - is standard input')
    .option('--json', 'print the whole result as JSON')
    .option('--hashtag <tag>', 'only posts with this hashtag (with or without #, any case)', parseHashtag)
    .option('--since <date>', 'only posts from this date or time on')
    .option('--until <date>', 'only posts up to this date, that day included, or before this time')
    .option('--map <field=column>', 'which column holds a field, over any guess; repeatable', collectMapping)
    .option('--assume-tz <zone>', 'time zone of times that name none (default: UTC)', parseZone)
    .option('--max-bad-rows <share>', 'give up when more rows than this cannot be read (default: 10%)', parseShare)
    .option('--top <n>', 'how many accounts each list shows; 0 shows all', parseCount, 10)
    .option('--seed <n>', 'seed of everything that is drawn at random', parseCount, 1)
    .option('--quiet', 'only the result: no progress, no warnings')
    .option('--verbose', 'also how each file was read, how long it took, and where an internal error happened')
    .option('--color', 'colour, even into a pipe')
    .option('--no-color', 'no colour, even in a terminal')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('before', EXAMPLES)
    .action(run);
}

async function run(files: readonly string[], flags: AnalyzeFlags, command: Command): Promise<void> {
  if (files.length === 0) {
    if (process.stdin.isTTY) command.help({ error: true });
    throw new TrendAuditError('usage', 'no file was named', { hint: `name one, as in ${PROGRAM} analyze dump.csv, or - to read standard input` });
  }
  const options = resolve(flags);
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
  const { stdout, env } = process;
  const color = useColor(flags.color, env, stdout.isTTY === true);
  await writeOut(renderText(result, { width: pageWidth(stdout.isTTY ? stdout.columns : undefined, env), color, top: flags.top }));
}

function remark(text: string): void {
  tell(`${PROGRAM}: ${text}`);
}

/** The options that change the result, as the analysis wants them. */
function resolve({ hashtag, map, assumeTz, maxBadRows, seed, ...flags }: AnalyzeFlags): AnalyzeOptions {
  const zone = assumeTz ?? 'UTC';
  const [from, to] = [flags.since === undefined ? undefined : since(flags.since, zone), flags.until === undefined ? undefined : until(flags.until, zone)];
  if (from !== undefined && to !== undefined && from >= to) {
    throw new TrendAuditError('usage', 'the time span is empty: --since is not before --until', { hint: 'swap them, or give only one' });
  }
  return {
    seed,
    ...(hashtag === undefined ? {} : { hashtag }),
    ...(from === undefined ? {} : { since: from }),
    ...(to === undefined ? {} : { until: to }),
    ...(map === undefined ? {} : { map }),
    ...(assumeTz === undefined ? {} : { assumeTz }),
    ...(maxBadRows === undefined ? {} : { maxBadRows }),
  };
}
