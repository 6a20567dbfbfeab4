import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import type { Scan, ScanSource } from '../documents/scan.js';
import { TrendAuditError } from '../errors.js';
import { OPTION_KINDS } from '../option-kinds.js';
import { FLAG_OPTIONS, type FlagName } from '../options.js';
import { jsonPieces } from '../report/json.js';
import { escapeControls } from '../text/escape-controls.js';
import { argument, collectFile, parseCountArgument } from './arguments.js';
import {
  addOptions,
  addOutputOptions,
  analyzeOptions,
  type OutputFlags,
  pageOptions,
  type TypedOptions,
} from './command-options.js';
import { computeDocument } from './compute-document.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';
import { requireFiles } from './invocation.js';
import { checkOutputs, findByExtension } from './outputs.js';
import { addFromOption, filesOrStore, type FromFlag } from './store-option.js';
import { leftoversNote, type OutputFile, writeFilesAtomically } from './write-files.js';

interface ScanFlags extends TypedOptions, OutputFlags, FromFlag {
  readonly json?: true;
  readonly output?: readonly string[];
  readonly least?: number;
  readonly memory?: number;
  readonly resume?: string;
  readonly raw?: true;
  readonly top: number;
}

/** All options but `--hashtag`: a scan covers every hashtag. */
const SCANNED: readonly FlagName[] = FLAG_OPTIONS.filter((name) => name !== 'hashtag');

type ScanFormat = (scan: Scan, flags: ScanFlags, asked: ScanSource) => Promise<Iterable<string>>;

/** Output formats by the ending of the file. */
const FORMATS: ReadonlyMap<string, ScanFormat> = new Map<string, ScanFormat>([
  ['json', async (scan) => jsonPieces(scan)],
  ['html', async (scan, _, asked) => [(await import('../report/scan/html.js')).renderScanPage(scan, asked)]],
  ['csv', async (scan, { raw = false }) => (await import('../report/scan/csv.js')).scanCsv(scan, { raw })],
]);

const EXAMPLES = `Examples:
  ${PROGRAM} scan archive.csv
  ${PROGRAM} scan folder-of-dumps -o hashtags.html -o hashtags.csv
  ${PROGRAM} scan archive.jsonl --least 500 --since 2019-01-01 --json > scan.json
  ${PROGRAM} scan archive.csv --resume notes.jsonl

Each hashtag with enough posts is decided as a conversation of its own, as analyze --hashtag
does. The list is corrected for how many there are.
`;

/** Defines `scan`. */
export function scanCommand(invocation: Invocation): Command {
  const command = new Command('scan')
    .description('find which hashtags of an archive were pushed, and which accounts pushed several of them')
    .argument('[file...]', 'dumps of posts (CSV, JSON; packed or not) and folders of them; - is standard input')
    .option('--least <n>', 'only hashtags with at least this many posts (default: 200)', parseCountArgument)
    .option(
      '--memory <size>',
      'how much memory the posts may take, such as 4G; the rest goes to a temporary file (default: a ' +
        'quarter of the memory)',
      argument((text) => OPTION_KINDS.bytes.parse(text)),
    )
    .option(
      '--resume <file>',
      'save the progress in this file, and continue from it if it is of an earlier run on the same files',
    )
    .option('--json', 'print the whole scan as JSON')
    .option(
      '-o, --output <file>',
      `write to a file: ${[...FORMATS.keys()].map((ending) => `.${ending}`).join(' ')}; repeatable`,
      collectFile,
    )
    .option('--raw', 'exact CSV, for programs: hidden characters stay hidden, and formulas stay formulas')
    .option('--top <n>', 'how many hashtags a list shows; 0 shows all', parseCountArgument, 10);
  return addOutputOptions(addOptions(addFromOption(command), SCANNED))
    .addHelpText('before', EXAMPLES)
    .action((files: string[], flags: ScanFlags, typed: Command) => run(files, flags, typed, invocation));
}

async function run(
  named: readonly string[],
  flags: ScanFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  const { files, access } = filesOrStore(named, flags, invocation);
  requireFiles(files, command, invocation, 'one', 'archive.csv, or - to read standard input');
  const { output = [], least, memory, resume } = flags;
  const options = { ...analyzeOptions(flags, SCANNED), ...access };
  const outputs = output.map((file) => ({ file, format: findByExtension(file, FORMATS, '') }));
  await checkOutputs([...output, ...(resume === undefined ? [] : [resume])], files, invocation);
  if (resume !== undefined) await assertOutside(resume, files, invocation);
  const isPrinted = flags.json === true || outputs.length === 0;
  if (isPrinted) invocation.assertOutput();
  const scan = await computeDocument(flags, invocation, {
    load: () => import('../scan/scan.js'),
    compute: (code, settings) =>
      code.scan(files, {
        ...options,
        ...settings,
        ...(least === undefined ? {} : { least }),
        ...(memory === undefined ? {} : { memory }),
        ...(resume === undefined
          ? {}
          : {
              openJournal: async (identity: string) =>
                (await import('./scan-journal.js')).openScanJournal(resume, identity, invocation),
            }),
      }),
    sources: (document) => [document],
  });
  if (flags.quiet !== true) {
    const { skipWarnings } = await import('./notes.js');
    for (const line of scan.inputs.flatMap(skipWarnings)) invocation.note(line);
  }
  const asked = askedFor(files, flags.from);
  const written: OutputFile[] = [];
  for (const { file, format } of outputs) written.push({ file, content: await format(scan, flags, asked) });
  const left = await writeFilesAtomically(written, invocation);
  if (flags.quiet !== true) {
    if (left.length > 0) invocation.note(leftoversNote(left));
    for (const { file } of written) invocation.note(`wrote ${escapeControls(file)}`);
  }
  if (!isPrinted) return;
  await invocation.print(
    flags.json
      ? jsonPieces(scan)
      : (await import('../report/scan/text.js')).renderScan(
          scan,
          { ...pageOptions(flags, invocation), top: flags.top },
          asked,
        ),
  );
}

/** The path with all links resolved; unchanged if the file does not exist. */
function whole(file: string): Promise<string> {
  return realpath(file).catch(() => file);
}

/**
 * Throws TrendAuditError where the journal would be in a folder that is read: the next run would read it as an input.
 */
async function assertOutside(notes: string, inputs: readonly string[], invocation: Invocation): Promise<void> {
  const directory = await whole(path.dirname(invocation.resolve(notes)));
  for (const input of inputs) {
    const steps = path.relative(await whole(invocation.resolve(input)), directory);
    if (steps.split(path.sep)[0] === '..' || path.isAbsolute(steps)) continue;
    throw new TrendAuditError('usage', `lies in the folder ${input}, which is read`, {
      file: notes,
      hint: 'name a file elsewhere with --resume',
    });
  }
}

/** The sources as they were typed. */
function askedFor(files: readonly string[], from: string | undefined): ScanSource {
  return from === undefined
    ? { sources: files.map(asOperand), read: true }
    : { sources: ['--from', from], read: false };
}

/** A file name written so that a command does not take it for an option. */
function asOperand(file: string): string {
  return file.startsWith('-') && file !== '-' ? `./${file}` : file;
}
