import { Command, Option } from 'commander';
import { type Threshold, thresholdCrossed } from '../check/threshold.js';
import type { Result } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import type { OpenReportData } from '../report/data/collect-report-data.js';
import type { EvidenceUrls } from '../report/evidence-urls.js';
import type { OutputFormat } from '../report/formats/index.js';
import { escapeControls } from '../text/escape-controls.js';
import { plural } from '../text/format.js';
import { collectFile, collectThreshold, parseCountArgument } from './arguments.js';
import {
  addOptions,
  addOutputOptions,
  analyzeOptions,
  type TypedOptions,
  type OutputFlags,
  pageOptions,
} from './command-options.js';
import { computeDocument } from './compute-document.js';
import { PROGRAM } from './format-error.js';
import { interruptible } from './interrupt.js';
import type { Invocation } from './invocation.js';
import { requireFiles } from './invocation.js';
import {
  checkOutputs,
  ENDINGS,
  renderOutputs,
  FORMAT_NAMES,
  formatNamed,
  type Output,
  parseOutput,
  postsOutput,
  requiredData,
} from './outputs.js';
import { type Key, pseudonymKey } from './pseudonym-key.js';
import { addFromOption, filesOrStore, type FromFlag } from './store-option.js';
import { leftoversNote, writeFilesAtomically } from './write-files.js';

interface AnalyzeFlags extends TypedOptions, OutputFlags, FromFlag {
  readonly json?: true;
  readonly output?: readonly string[];
  readonly format?: string;
  readonly failOn?: readonly Threshold[];
  readonly posts?: string;
  readonly pseudonymize?: true;
  readonly keyFile?: string;
  readonly top?: number;
  readonly full?: true;
  readonly claims?: true;
  readonly urls?: true;
  readonly raw?: true;
}

/** Default number of accounts that a list shows. */
const LISTED = 10;

const EXAMPLES = `Examples:
  ${PROGRAM} analyze dump.csv
  ${PROGRAM} analyze dump.csv --hashtag '#tag' --since 2014-02-26 --until 2014-03-05
  ${PROGRAM} analyze dump.csv --map time=posted --map account=user --assume-tz Europe/Moscow
  ${PROGRAM} analyze monday.csv tuesday.csv --json > result.json
  ${PROGRAM} analyze dump.csv --fail-on coordinated=5%
  ${PROGRAM} analyze dump.csv -o accounts.csv -o groups.gexf --posts posts.csv
  ${PROGRAM} analyze --from clickhouse://localhost/posts --hashtag '#tag'
  zcat dump.csv.gz | ${PROGRAM} analyze - --top 0
`;

/** Defines `analyze`. */
export function analyzeCommand(invocation: Invocation): Command {
  const command = new Command('analyze')
    .description('find likely coordinated accounts, with the reasons for each')
    .argument('[file...]', 'dumps of posts (CSV, JSON; packed or not) and folders of them; - is standard input')
    .option('--json', 'print the whole result as JSON')
    .option(
      '-o, --output <file>',
      `write to a file, in the format of its extension: ${ENDINGS.join(' ')}; repeatable`,
      collectFile,
    )
    // No check by commander: `formatNamed` reports an unknown name and suggests the nearest one.
    .addOption(new Option('--format <name>', 'print in one of these formats').choices(FORMAT_NAMES).argParser(String))
    .option(
      '--fail-on <verdict=most>',
      'exit code 1 when more accounts than that have the verdict: coordinated, coordinated=10 or ' +
        'coordinated=5%; repeatable',
      collectThreshold,
    )
    .option('--posts <file>', 'write every post with the verdict on its account, to a file .csv or .jsonl')
    .option('--raw', 'exact CSV, for programs: hidden characters stay hidden, and formulas stay formulas')
    .option('--claims', 'print a paragraph to copy for each likely coordinated account: figures, quotation, caveat')
    .option('--urls', 'print the addresses of all posts that are evidence, one per line, for archiving')
    .option(
      '--pseudonymize',
      'replace ids, handles, names and mentions by pseudonyms in everything that is printed or written',
    )
    .option('--key-file <file>', 'key of the pseudonyms: same key, same pseudonyms (default: a new key, shown once)')
    .option(
      '--full',
      'print the whole page: also the trend over time, unclear accounts and why, ordinary accounts, traffic',
    )
    .option(
      '--top <n>',
      'how many accounts each list shows; 0 shows all (default: 4, with --full 10)',
      parseCountArgument,
    );
  return addOutputOptions(addOptions(addFromOption(command)))
    .addHelpText('before', EXAMPLES)
    .action((files: string[], flags: AnalyzeFlags, typed: Command) => run(files, flags, typed, invocation));
}

async function run(
  named: readonly string[],
  flags: AnalyzeFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  const { files, access } = filesOrStore(named, flags, invocation);
  requireFiles(files, command, invocation, 'one', 'dump.csv, or - to read standard input');
  const options = { ...analyzeOptions(flags), ...access };
  const printed = await printedFormat(flags, invocation);
  const outputs = await Promise.all((flags.output ?? []).map(parseOutput));
  const postsFile = flags.posts === undefined ? undefined : await postsOutput(flags.posts, flags.raw === true);
  checkRaw(flags, outputs);
  await checkOutputs(
    [...outputs.map(({ file }) => file), ...(flags.posts === undefined ? [] : [flags.posts])],
    files,
    invocation,
  );
  invocation.answersByCode = (flags.failOn ?? []).length > 0;
  if (printed || (outputs.length === 0 && postsFile === undefined)) invocation.assertOutput();
  const key = await keyAskedFor(flags, invocation);
  const parts = requiredData([...(printed ? [printed] : []), ...outputs.map(({ format }) => format)]);
  const told = await computeDocument(flags, invocation, {
    load: () => import('../report/data/collect-report-data.js'),
    compute: async ({ openReportData }, settings) => {
      const open = openReportData(files, { ...options, ...settings }, parts);
      return key === undefined ? open : pseudonymized(await open.catch(withoutQuotation), key);
    },
    // With --pseudonymize, the result already has pseudonyms for the names of files and columns.
    sources: ({ result }) => [result],
  });
  try {
    // A new key is printed even with --quiet: it is shown only this once.
    if (key?.made)
      invocation.note(
        `key of the pseudonyms: ${key.key} (keep it in a file for --key-file to get the same ones again; ` +
          'who has it can test names)',
      );
    await tell(told, { printed, outputs, postsFile }, flags, invocation);
  } finally {
    await told.close();
  }
}

/** Throws TrendAuditError where --raw is given but no CSV is written. */
function checkRaw({ raw, format, posts }: AnalyzeFlags, outputs: readonly Output[]): void {
  const files = [...outputs.map(({ file }) => file), ...(posts === undefined ? [] : [posts])];
  if (raw !== true || format === 'csv' || files.some((file) => /\.csv$/iu.test(file))) return;
  throw new TrendAuditError('usage', '--raw applies to CSV, and no CSV is written', {
    hint: 'give it with --format csv, -o NAME.csv or --posts NAME.csv',
  });
}

/**
 * The requested outputs: the format on standard output (undefined: the page for a person, or nothing) and the files.
 */
interface Asked {
  readonly printed: OutputFormat | undefined;
  readonly outputs: readonly Output[];
  readonly postsFile: Awaited<ReturnType<typeof postsOutput>> | undefined;
}

async function tell(
  { result, data, posts }: OpenReportData,
  { printed, outputs, postsFile }: Asked,
  flags: AnalyzeFlags,
  invocation: Invocation,
): Promise<void> {
  const crossed = (flags.failOn ?? []).flatMap((threshold) => thresholdCrossed(result.summary, threshold) ?? []);
  if (printed === undefined && outputs.length === 0 && postsFile === undefined) {
    await invocation.print(await page(result, flags, invocation));
    fail(crossed, invocation);
    return;
  }
  // The page for a person already contains these warnings.
  if (flags.quiet !== true) (await import('./notes.js')).warnings(result).forEach((line) => invocation.note(line));
  const lists = {
    top: flags.top === 0 ? Infinity : (flags.top ?? LISTED),
    crossed,
    raw: flags.raw === true,
  };
  const written = await interruptible(() => [
    ...renderOutputs(outputs, result, data, lists),
    ...(postsFile ? [postsFile(posts())] : []),
  ]);
  const left = await writeFilesAtomically(written, invocation);
  if (flags.quiet !== true && left.length > 0) invocation.note(leftoversNote(left));
  if (flags.quiet !== true) for (const { file } of written) invocation.note(`wrote ${escapeControls(file)}`);
  if (printed) await invocation.print(printed.render(result, data, lists));
  fail(crossed, invocation);
}

/**
 * The first screen, or with `--full` the whole page. The answer is repeated at the end of a text that is longer than
 * the terminal.
 */
async function page(result: Result, flags: AnalyzeFlags, invocation: Invocation): Promise<string> {
  const [{ FIRST_NAMES, renderFirstScreen }, { renderAnswer, renderText }] = await Promise.all([
    import('../report/first-screen.js'),
    import('../report/text.js'),
  ]);
  const options = pageOptions(flags, invocation);
  return interruptible(() => {
    const text = flags.full
      ? renderText(result, { ...options, top: flags.top ?? LISTED })
      : renderFirstScreen(result, { ...options, top: flags.top ?? FIRST_NAMES });
    const rows = invocation.rows;
    return rows !== undefined && text.split('\n').length > rows ? `${text}\n${renderAnswer(result, options)}` : text;
  });
}

/** Prints why the exit code is 1, even with --quiet. */
function fail(crossed: readonly string[], invocation: Invocation): void {
  if (crossed.length === 0) return;
  invocation.note(crossed.join('; '));
  invocation.outcome = 'crossed';
}

async function keyAskedFor({ pseudonymize, keyFile }: AnalyzeFlags, invocation: Invocation): Promise<Key | undefined> {
  if (pseudonymize) return pseudonymKey(keyFile, invocation);
  if (keyFile !== undefined)
    throw new TrendAuditError('usage', '--key-file needs --pseudonymize', {
      hint: 'give both, or neither',
    });
  return undefined;
}

/** Replaces all names in the report by pseudonyms, and closes it if that fails. */
async function pseudonymized(named: OpenReportData, { key }: Key): Promise<OpenReportData> {
  const { result, data, posts, close } = named;
  try {
    const {
      pseudonymsOf: namesOf,
      pseudonymizeExhibits,
      pseudonymizePosts,
      pseudonymizeResult,
    } = await import('../pseudonymize/pseudonymize.js');
    return await interruptible(() => {
      const names = namesOf(result, key);
      return {
        result: pseudonymizeResult(result, names),
        data: pseudonymizeExhibits(data, names),
        posts: () => pseudonymizePosts(posts(), names),
        close,
      };
    });
  } catch (error) {
    await close();
    throw error;
  }
}

/** Rethrows an error without quotations from the file. The file itself keeps the name that was typed. */
function withoutQuotation(error: unknown): never {
  if (!(error instanceof TrendAuditError)) throw error;
  const { code, unquoted, file, line } = error;
  throw new TrendAuditError(code, unquoted.message, {
    hint: unquoted.hint,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  });
}

/** The addresses, one a line. Notes posts without an address even with --quiet: the list would look complete. */
function addresses({ urls, without }: EvidenceUrls, invocation: Invocation): string[] {
  if (without > 0)
    invocation.note(
      `${without} ${plural(without, 'post', 'posts')} of the evidence ${plural(without, 'has', 'have')} no address`,
    );
  return urls.map((url) => `${url}\n`);
}

/** The format of standard output; undefined for the page for a person, or for nothing. */
async function printedFormat(
  { json, format, claims, urls }: AnalyzeFlags,
  invocation: Invocation,
): Promise<OutputFormat | undefined> {
  const asked = [
    ...(json ? ['--json'] : []),
    ...(format === undefined ? [] : [`--format ${format}`]),
    ...(claims ? ['--claims'] : []),
    ...(urls ? ['--urls'] : []),
  ];
  const [first, second] = asked;
  if ((claims || urls) && first !== undefined && second !== undefined)
    throw new TrendAuditError('usage', `${first} and ${second} both print`, {
      hint: 'give one of them, and the other in a run of its own',
    });
  if (claims) return { needs: [], render: (await import('../report/claim.js')).renderClaims };
  if (urls) {
    const { evidenceUrls } = await import('../report/evidence-urls.js');
    return { needs: [], render: (result) => addresses(evidenceUrls(result), invocation) };
  }
  if (json && format !== undefined && format !== 'json')
    throw new TrendAuditError('usage', `--json and --format ${format} both print`, {
      hint: 'give one of them, and a file for the other with -o',
    });
  return json || format !== undefined ? formatNamed(format ?? 'json') : undefined;
}
