import { Command } from 'commander';
import type { ListedLoad } from '../engine/open-loads.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber } from '../text/format.js';
import { addOutputOptions, type OutputFlags } from './command-options.js';
import { PROGRAM } from './format-error.js';
import { type Invocation, requireFiles } from './invocation.js';
import { storeNamed } from './load.js';

interface LoadsFlags extends OutputFlags {
  readonly dropLoad?: string;
}

const EXAMPLES = `Examples:
  ${PROGRAM} loads clickhouse://localhost/posts
  ${PROGRAM} loads clickhouse://localhost/posts --drop-load 3f2a9c41b07e
`;

/** How many files of a load are named in its line. */
const NAMED = 3;

/** Defines `loads`. */
export function loadsCommand(invocation: Invocation): Command {
  const command = new Command('loads')
    .description('list what was loaded into a store, or drop a load')
    .usage('[options] store')
    .argument('[store]', 'clickhouse://HOST[:PORT]/DATABASE, clickhouses:// for TLS')
    .option('--drop-load <id>', 'remove this load from the store: its id, or the beginning of it');
  return addOutputOptions(command)
    .addHelpText('before', EXAMPLES)
    .action((store: string | undefined, flags: LoadsFlags, typed: Command) => run(store, flags, typed, invocation));
}

async function run(
  store: string | undefined,
  { dropLoad: id, plain }: LoadsFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  requireFiles(store === undefined ? [] : [store], command, invocation, 'one', 'clickhouse://localhost/posts');
  const address = storeNamed(store ?? '');
  invocation.assertOutput();
  const { dropLoad, listLoads } = await import('../engine/open-loads.js');
  if (id !== undefined) {
    const dropped = await dropLoad(address, id, invocation);
    await invocation.print(`Dropped: ${lineOf(dropped)}`);
    return;
  }
  const loads = await listLoads(address, invocation);
  await invocation.print(plain ? loads.map(rowOf).join('') : `${loads.map(lineOf).join('')}${totalOf(loads)}`);
}

function lineOf({ id, finished, posts, texts, files }: ListedLoad): string {
  const names = files.slice(0, NAMED).map(({ path }) => escapeControls(path));
  const more = files.length - names.length;
  return (
    `${id.slice(0, 12)}  ${finished.slice(0, 10)}  ${formatNumber(posts)} ` +
    `posts${texts ? ' with texts' : ''}  ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}\n`
  );
}

/** For programs (`--plain`): a tab-separated row for each file. */
function rowOf({ id, finished, texts, files }: ListedLoad): string {
  return files
    .map(({ path, posts }) => `${[id, finished, posts, texts ? 'texts' : '', escapeControls(path)].join('\t')}\n`)
    .join('');
}

function totalOf(loads: readonly ListedLoad[]): string {
  if (loads.length === 0) return 'Nothing is loaded.\n';
  const posts = loads.reduce((sum, load) => sum + load.posts, 0);
  return `${formatCount(loads.length, 'load')}, ${formatCount(posts, 'post')}\n`;
}
