import { Command } from 'commander';
import type { Explanation } from '../documents/explanation.js';
import { jsonPieces } from '../report/json.js';
import { escapeControls } from '../text/escape-controls.js';
import { collectFile, parseCountArgument } from './arguments.js';
import {
  addOptions,
  addOutputOptions,
  analyzeOptions,
  type TypedOptions,
  type OutputFlags,
} from './command-options.js';
import { computeDocument, printDocument } from './compute-document.js';
import { accountInStore, explainedAccount } from './explained-account.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';
import { requireFiles } from './invocation.js';
import { checkOutputs, findByExtension } from './outputs.js';
import { addFromOption, filesOrStore, type FromFlag } from './store-option.js';
import { type OutputFile, leftoversNote, writeFilesAtomically } from './write-files.js';

interface ExplainFlags extends TypedOptions, OutputFlags, FromFlag {
  readonly account?: string;
  readonly json?: true;
  readonly top: number;
  readonly output?: readonly string[];
}

type Render = (explanation: Explanation) => OutputFile['content'];

/** Renderers of an explanation by the ending of the file; each is imported when it is needed. */
const SHEETS: ReadonlyMap<string, () => Promise<Render>> = new Map<string, () => Promise<Render>>([
  ['html', async () => (await import('../report/sheet/index.js')).renderSheet],
  ['json', async () => jsonPieces],
]);

const EXAMPLES = `Examples:
  ${PROGRAM} explain dump.csv some_handle
  ${PROGRAM} explain dump.csv --account 2368247438 --top 0
  ${PROGRAM} explain dump.csv some_handle -o sheet.html
  ${PROGRAM} explain monday.csv tuesday.csv https://x.com/some_handle --json > case.json
`;

/** Defines `explain`. */
export function explainCommand(invocation: Invocation): Command {
  const command = new Command('explain')
    .description('show the evidence for and against one account, and what would change its verdict')
    .usage('[options] dump... account')
    .argument('[word...]', 'dumps of posts, or folders of them (- is standard input), and the account, in any order')
    .option(
      '--account <id or handle>',
      'the account, where it is not among the words: its id exactly, its handle (with or without @, ' +
        'any case), or the address of its profile',
    )
    .option('--json', 'print the whole case as JSON')
    .option(
      '-o, --output <file>',
      'write to a file: .html is an evidence sheet to print, with links, .json the whole case; repeatable',
      collectFile,
    )
    .option('--top <n>', 'how many posts and shared things are shown; 0 shows all', parseCountArgument, 10);
  return addOutputOptions(addOptions(addFromOption(command)))
    .addHelpText('before', EXAMPLES)
    .action((words: string[], flags: ExplainFlags, typed: Command) => run(words, flags, typed, invocation));
}

async function run(
  words: readonly string[],
  flags: ExplainFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  requireFiles(
    flags.from === undefined ? words : [flags.from],
    command,
    invocation,
    'one',
    'dump.csv some_handle, or - to read standard input',
  );
  const store = filesOrStore([], flags, invocation);
  const { files, account } =
    flags.from === undefined
      ? explainedAccount(words, flags.account, invocation)
      : accountInStore(words, flags.account, store.files);
  const options = { ...analyzeOptions(flags), ...store.access };
  const outputs = await Promise.all(
    (flags.output ?? []).map(async (file) => ({ file, render: await findByExtension(file, SHEETS, '')() })),
  );
  if (outputs.length > 0) {
    await checkOutputs(
      outputs.map(({ file }) => file),
      files,
      invocation,
    );
    const explanation = await computeDocument(flags, invocation, {
      load: () => import('../explain/explain.js'),
      compute: ({ explain }, settings) => explain(files, account, { ...options, ...settings }),
    });
    const left = await writeFilesAtomically(
      outputs.map(({ file, render }) => ({ file, content: render(explanation) })),
      invocation,
    );
    if (flags.quiet !== true && left.length > 0) invocation.note(leftoversNote(left));
    if (flags.quiet !== true) for (const { file } of outputs) invocation.note(`wrote ${escapeControls(file)}`);
    if (flags.json) await invocation.print(jsonPieces(explanation));
    return;
  }
  await printDocument(flags, invocation, {
    load: () => import('../explain/explain.js'),
    compute: ({ explain }, settings) => explain(files, account, { ...options, ...settings }),
    page: async (explanation, page) =>
      (await import('../report/explanation.js')).renderExplanation(explanation, { ...page, top: flags.top }),
  });
}
