/** Finds out which of the inputs are dumps, and which are profiles of their authors. */

import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { TrendAuditError } from '../errors.js';
import { plural } from '../text/format.js';
import type { InMemoryInput } from './in-memory-input.js';
import { assertWithin, locate, type Place } from './open.js';
import { ProfileIndex } from './profile-index.js';
import type { ProfileFile, ProfileOptions } from './read-profiles.js';
import { readPosts, type ReadOptions } from './read.js';

type GatherOptions = Omit<ReadOptions, 'onProgress' | 'filter'>;

export interface ResolvedInputs {
  readonly dumps: readonly (string | InMemoryInput)[];
  /** Undefined if no user file was given or found. */
  readonly profiles: ProfileIndex | undefined;
  readonly users: readonly ProfileFile[];
  /** Files in the folders that were left out, for the reader of the result. */
  readonly notes: readonly string[];
}

const LEFT_OUT_NAMED = 10;

/**
 * Resolves inputs to dumps and user files. A folder gives the dumps in it and in its direct subfolders, sorted by
 * name, without hidden files; other files are listed in a note. A user file among several files, or users_x.json next
 * to data_x.json, is used as such. `users` are always user files. Throws TrendAuditError.
 */
export async function resolveInputs(
  inputs: readonly (string | InMemoryInput)[],
  { users = [], ...options }: GatherOptions & { readonly users?: readonly string[] },
): Promise<ResolvedInputs> {
  const dumps: (string | InMemoryInput)[] = [];
  const paths = inputs.filter((input) => typeof input === 'string');
  const found = new Map<string, ProfileFile>();
  const leftOut: string[] = [];
  for (const each of inputs) {
    if (typeof each !== 'string') {
      dumps.push(each);
      continue;
    }
    const within = await filesWithin(each, 2, options);
    for (const file of within ?? [each]) {
      const kind = within || (inputs.length > 1 && file !== '-') ? await kindOf(file, options) : 'dump';
      if (typeof kind === 'object') found.set(path.resolve(file), kind);
      else if (kind === 'dump' || !within) dumps.push(file);
      else leftOut.push(path.relative(each, file));
    }
  }
  for (const dump of dumps) {
    const beside = typeof dump === 'string' ? usersBeside(dump) : undefined;
    if (beside === undefined || found.has(path.resolve(beside)) || !existsSync(locate(beside, options))) continue;
    const kind = await kindOf(beside, options);
    if (typeof kind === 'object') found.set(path.resolve(beside), kind);
  }
  for (const file of users) found.set(path.resolve(file), await readProfiles(file, options));
  const [first] = paths;
  if (dumps.length === 0 && first !== undefined) throw nothingFound(first, found.size > 0, leftOut);
  const profiles = new ProfileIndex();
  for (const file of found.values()) for (const profile of file.profiles) profiles.add(profile);
  return {
    dumps,
    profiles: found.size > 0 ? profiles : undefined,
    users: [...found.values()],
    notes: notesOn(leftOut),
  };
}

/** The files of a folder and its subfolders; undefined if it is not a folder. */
async function filesWithin(folder: string, depth: number, place: Place): Promise<string[] | undefined> {
  if (folder === '-' || !(await stat(locate(folder, place)).catch(() => undefined))?.isDirectory()) return undefined;
  await assertWithin(folder, place);
  const entries = (await readdir(locate(folder, place), { withFileTypes: true })).filter(
    ({ name }) => !name.startsWith('.'),
  );
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isFile()) files.push(file);
    else if (entry.isDirectory() && depth > 1) files.push(...((await filesWithin(file, depth - 1, place)) ?? []));
  }
  return files;
}

/** Whether a file contains posts, or else profiles; decided by its content, not its name. */
async function kindOf(file: string, options: GatherOptions): Promise<'dump' | 'neither' | ProfileFile> {
  const { map: _, ...unmapped } = options;
  const reading = readPosts(file, 0, unmapped);
  try {
    await reading.next();
    return 'dump';
  } catch (error) {
    if (!(error instanceof TrendAuditError)) throw error;
    if (error.code === 'not-found' || error.code === 'not-readable' || error.code === 'usage') return 'dump';
    const profiles = await readProfiles(file, { ...options, onlyTypical: true }).catch((reason: unknown) => {
      if (reason instanceof TrendAuditError) return undefined;
      options.signal?.throwIfAborted();
      throw reason;
    });
    if (profiles?.typical && profiles.profiles.length > 0) return profiles;
    // A damaged file of posts must not be left out silently: reading it will report the error.
    return error.code === 'too-many-bad-rows' || error.code === 'malformed' ? 'dump' : 'neither';
  } finally {
    await reading.return({
      path: file,
      sha256: '',
      bytes: 0,
      format: '',
      rows: 0,
      posts: 0,
      skipped: {},
      skippedAt: {},
      columns: {},
      notes: [],
    });
  }
}

/** Loads the reader of profiles only when needed. */
async function readProfiles(file: string, options: ProfileOptions): Promise<ProfileFile> {
  return (await import('./read-profiles.js')).readProfiles(file, options);
}

/** academictwitteR writes users_1.json for data_1.json. */
function usersBeside(dump: string): string | undefined {
  const { dir, base } = path.parse(dump);
  const at = base.lastIndexOf('data');
  return dump === '-' || at < 0 || !/\.json/i.test(base)
    ? undefined
    : path.join(dir, `${base.slice(0, at)}users${base.slice(at + 4)}`);
}

function notesOn(leftOut: readonly string[]): string[] {
  if (leftOut.length === 0) return [];
  const more = leftOut.length - LEFT_OUT_NAMED;
  return [
    'Left out of the folder because they are not dumps: ' +
      `${leftOut.slice(0, LEFT_OUT_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  ];
}

function nothingFound(first: string, users: boolean, leftOut: readonly string[]): TrendAuditError {
  if (users)
    return new TrendAuditError('not-posts', 'holds user profiles and no posts', {
      file: first,
      hint: 'name the dump that has the posts, too',
    });
  return new TrendAuditError(
    'empty',
    'is a folder without a ' +
      `dump${leftOut.length > 0 ? `: ${leftOut.slice(0, LEFT_OUT_NAMED).join(', ')}${leftOut.length > LEFT_OUT_NAMED ? ' and others are not dumps' : plural(leftOut.length, ' is not a dump', ' are not dumps')}` : ''}`,
    {
      file: first,
      hint: 'name the files themselves, to see what is wrong with each',
    },
  );
}
