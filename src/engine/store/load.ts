/** Loads files into a store. */

import { createHash, randomBytes } from 'node:crypto';
import type { Input } from '../../documents/result.js';
import { TrendAuditError } from '../../errors.js';
import { type AnalyzeOptions, READING_OPTIONS, type ResultOptions } from '../../options.js';
import { nameInputs } from '../../read/in-memory-input.js';
import { openSource } from '../../read/open.js';
import { resolveInputs } from '../../read/resolve-inputs.js';
import { formatCount } from '../../text/format.js';
import { Ingestor } from '../files/ingestor.js';
import { whileHashing } from '../key-of-hashes.js';
import { Loader } from './loader.js';
import { dropPart, type Load, readLoads, recordBegun, recordFinished } from './loads.js';
import { type OpenStore, openStore } from './store.js';
import { assertAllNamed, POSTS, STORE_FORMAT, wholeTable } from './tables.js';

export interface LoadOptions extends Omit<AnalyzeOptions, 'hashtag' | 'since' | 'until' | 'users'> {
  /** Whether the posts themselves are kept, to be quoted; false by default. */
  readonly withTexts?: boolean;
}

export interface Loaded {
  readonly load: string;
  readonly posts: number;
  readonly inputs: readonly Input[];
  /** Whether the load was already in the store. */
  readonly before: boolean;
}

/**
 * Loads files and folders as one load, which is stored completely or not at all. The same content read with the same
 * options is the same load, and is stored only once, even if several people load it. Throws TrendAuditError.
 */
export async function loadFiles(address: string, files: readonly string[], options: LoadOptions): Promise<Loaded> {
  const { withTexts: _, onProgress: __, ...quietly } = options;
  if (files.includes('-'))
    throw new TrendAuditError('usage', 'standard input cannot be loaded: what is loaded is read twice', {
      hint: 'put it into a file',
    });
  const { dumps, users, notes } = await resolveInputs(nameInputs(files), quietly);
  const [profile] = users;
  if (profile)
    throw new TrendAuditError('usage', 'holds profiles of accounts, and a store takes posts', {
      file: profile.path,
      hint: 'load the dumps alone, and name it with --users when you ask the store',
    });
  const paths = dumps.filter((dump) => typeof dump === 'string');
  const store = await openStore(address, options, { servers: 'all', make: true });
  try {
    return await whileHashing(() => loadInto(store, paths, notes, options), store.version.key);
  } finally {
    await store.close();
  }
}

async function loadInto(
  { address, connections, version }: OpenStore,
  paths: readonly string[],
  folderNotes: readonly string[],
  { withTexts = false, ...options }: LoadOptions,
): Promise<Loaded> {
  const [connection] = connections;
  const reading = readingOptions(options);
  const hashes = await hashesOf(paths, options);
  const load = idOf(hashes, reading);
  const { finished, leftovers } = await readLoads(connection, version);
  const known = finished.find((each) => each.load === load);
  if (known && (known.texts || !withTexts)) return { load, posts: known.posts, inputs: known.inputs, before: true };
  assertNew(finished, load, paths, hashes);

  const dead = leftovers.filter((each) => each.load === load);
  if (dead.length > 0 || known) await assertAllNamed(address, connections, version.cluster);
  for (const each of dead) await dropPart(connections, version, each);
  const part = Number(randomBytes(8).readBigUInt64LE() >> 12n);
  await recordBegun(connection, version, load, part);
  const loader = new Loader(connection, wholeTable(connection, POSTS, version), part, withTexts);
  const ingestor = new Ingestor(loader, options, {
    quotes: false,
    onPost: withTexts ? (post) => loader.keep(post) : undefined,
  });
  const inputs: Input[] = [];
  try {
    for (const [number, path] of paths.entries()) {
      inputs.push(await ingestor.read(path, number));
      loader.flush();
    }
    await loader.finish();
  } finally {
    ingestor.close();
  }
  const changed = inputs.find(({ sha256 }, number) => sha256 !== hashes[number]);
  if (changed)
    throw new TrendAuditError('changed', 'changed while it was being read', {
      file: changed.path,
      hint: 'wait until the program that writes it has finished, or give a copy of it',
    });
  const [there] = await connection.rows(
    `count() FROM ${wholeTable(connection, POSTS, version)} WHERE part = ${part}`,
    (reader) => reader.uint64(),
  );
  if (there !== loader.count)
    throw new TrendAuditError(
      'changed',
      `${formatCount(loader.count, 'row')} were sent, and the store has ${there ?? 0}`,
      {
        file: address.shown,
        hint: 'another loader of the same files may have started: see trend-audit loads, then load again',
      },
    );
  await recordFinished(connection, version, {
    load,
    part,
    texts: withTexts,
    posts: loader.count,
    options: reading,
    inputs: inputs.map((input, number) => ({ ...input, folderNotes: number === 0 ? folderNotes : [] })),
  });
  const after = await readLoads(connection, version);
  if (!after.finished.some((each) => each.load === load))
    throw new TrendAuditError('changed', 'another loader has started this load again, and its rows will count', {
      file: address.shown,
      hint: 'wait for it, and check with trend-audit loads',
    });
  if (known) await dropPart(connections, version, known);
  return { load, posts: loader.count, inputs, before: false };
}

/** The given options that change what is read. */
function readingOptions(options: ResultOptions): ResultOptions {
  const given: readonly [string, unknown][] = Object.entries(options);
  const names = new Set<string>(READING_OPTIONS);
  names.delete('maxBytes');
  return Object.fromEntries(
    given.filter(([name, value]) => names.has(name) && value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The id of a load: the same for the same files in any order, under any names. */
function idOf(hashes: readonly string[], reading: ResultOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([STORE_FORMAT, hashes.toSorted(), reading]))
    .digest('hex');
}

async function hashesOf(paths: readonly string[], options: AnalyzeOptions): Promise<string[]> {
  const hashes: string[] = [];
  for (const path of paths) {
    const hash = createHash('sha256');
    for await (const chunk of (await openSource(path, options)).chunks) hash.update(chunk);
    hashes.push(hash.digest('hex'));
  }
  return hashes;
}

/** Throws if a file is already in another load, because posts without ids that are loaded twice count twice. */
function assertNew(finished: readonly Load[], load: string, paths: readonly string[], hashes: readonly string[]): void {
  for (const other of finished) {
    const shared =
      other.load === load ? -1 : hashes.findIndex((hash) => other.inputs.some(({ sha256 }) => sha256 === hash));
    if (shared < 0) continue;
    throw new TrendAuditError(
      'usage',
      `has already been loaded, in the load ${other.load.slice(0, 12)}, with other files or options`,
      {
        file: paths[shared] ?? '',
        hint: `leave it out, or drop that load first: trend-audit loads ADDRESS --drop-load ${other.load.slice(0, 12)}`,
      },
    );
  }
}
