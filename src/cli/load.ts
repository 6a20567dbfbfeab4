import { Command } from 'commander';
import { isStoreAddress } from '../engine/open-engine.js';
import { TrendAuditError } from '../errors.js';
import { type FlagName, READING_OPTIONS } from '../options.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount } from '../text/format.js';
import {
  addOptions,
  addOutputOptions,
  analyzeOptions,
  type OutputFlags,
  type TypedOptions,
} from './command-options.js';
import { computeDocument } from './compute-document.js';
import { PROGRAM } from './format-error.js';
import { type Invocation, requireFiles } from './invocation.js';

interface LoadFlags extends TypedOptions, OutputFlags {
  readonly withTexts?: true;
}

const LOADED: readonly FlagName[] = [...READING_OPTIONS, 'workers'];

const EXAMPLES = `Examples:
  ${PROGRAM} load clickhouse://localhost/posts monday.csv tuesday.csv
  ${PROGRAM} load 'clickhouse://one,two/posts?cluster=both' archive/
  ${PROGRAM} load clickhouses://archive.example.org/posts dump.csv --with-texts

Query the store with --from, as in ${PROGRAM} analyze --from clickhouse://localhost/posts.
User and password are taken from CLICKHOUSE_USER and CLICKHOUSE_PASSWORD. A load is stored
completely or not at all, and only once, even if you repeat it.
`;

/** Defines `load`. */
export function loadCommand(invocation: Invocation): Command {
  const command = new Command('load')
    .description('put dumps into a store on ClickHouse, to query an archive by hashtag')
    .usage('[options] store file...')
    .argument('[store]', 'the store: clickhouse://HOST[:PORT]/DATABASE, clickhouses:// for TLS')
    .argument('[file...]', 'dumps of posts, or folders of them')
    .option('--with-texts', 'also store the texts, so that posts can be quoted (default: only hashes)');
  return addOutputOptions(addOptions(command, LOADED))
    .addHelpText('before', EXAMPLES)
    .action((store: string | undefined, files: string[], flags: LoadFlags, typed: Command) =>
      run(store, files, flags, typed, invocation),
    );
}

async function run(
  store: string | undefined,
  files: readonly string[],
  flags: LoadFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  if (store !== undefined) storeNamed(store);
  requireFiles(
    store === undefined ? [] : files,
    command,
    invocation,
    'two or more',
    'clickhouse://localhost/posts dump.csv',
  );
  const address = storeNamed(store ?? '');
  const options = {
    ...analyzeOptions(flags, LOADED),
    withTexts: flags.withTexts === true,
    storeAccess: invocation.storeAccess,
  };
  const loaded = await computeDocument(flags, invocation, {
    load: () => import('../engine/open-loads.js'),
    compute: ({ loadFiles }, settings) => loadFiles(address, files, { ...options, ...settings }),
  });
  if (flags.quiet === true) return;
  const { skipWarnings } = await import('./notes.js');
  for (const line of loaded.inputs.flatMap(skipWarnings)) invocation.note(line);
  const what = `${formatCount(loaded.posts, 'post')} of ${formatCount(loaded.inputs.length, 'file')}`;
  await invocation.print(
    `${loaded.before ? 'Was there already' : 'Loaded'}: ${what}, as load ${loaded.load.slice(0, 12)} ` +
      `of ${escapeControls(address)}\n`,
  );
}

/** Returns the address of a store. Throws TrendAuditError for any other word. */
export function storeNamed(word: string): string {
  if (isStoreAddress(word)) return word;
  throw new TrendAuditError(
    'usage',
    `${word === '' ? 'no store is named' : `'${word}' is not the address of a store`}`,
    {
      hint: `name one first, as in ${PROGRAM} load clickhouse://localhost/posts dump.csv`,
    },
  );
}
