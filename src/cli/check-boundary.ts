/**
 * Limits the files that a configuration may read and replace. Its author may be a stranger whose pull request is
 * checked.
 */

import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { shortValue } from '../check/config-schema.js';
import { type ConfigSource, type KeyPath, keyName, problemAt } from '../check/config.js';
import { type ConfiguredDataset, toProblem } from '../check/dataset.js';
import { isBaseline } from '../check/stored-baseline.js';
import { TrendAuditError } from '../errors.js';
import { isAddress } from '../read/open.js';
import { placeInTree, type TreePlace } from '../read/tree.js';
import { ALLOW_OUTSIDE } from './check-flags.js';
import { readBaseline } from './config-file.js';
import type { ConfigTree } from './config-tree.js';
import type { Invocation } from './invocation.js';

/** A file that the configuration names. */
export interface NamedFile {
  readonly key: KeyPath;
  readonly written: string;
  /** Relative to the working directory. */
  readonly file: string;
}

/**
 * The dataset, with a problem if one of its files is outside the tree. The problem does not reveal anything about that
 * file, not even whether it exists.
 */
export async function confined(
  dataset: ConfiguredDataset,
  named: readonly NamedFile[],
  { source, placeOf }: { readonly source: ConfigSource; readonly placeOf: PlaceOf },
): Promise<ConfiguredDataset> {
  for (const { key, written, file } of named) {
    const found = isAddress(file) ? undefined : await placeOf(file);
    if (found === undefined) continue;
    const problem = problemAt(
      source,
      key,
      `${keyName(key)} of dataset ${shortValue(dataset.name)} names ${JSON.stringify(written)}, which ${found}`,
      `put a copy of it there, or allow it on the command line with ${ALLOW_OUTSIDE}`,
    );
    return { ...dataset, problem: toProblem(problem) };
  }
  return dataset;
}

/** The reason why a file may not be named, as text after "which"; undefined where it may be named. */
export type PlaceOf = (file: string) => Promise<string | undefined>;

/** Memoizes the check per file: a thousand datasets may name the same file. */
export function placesIn(tree: ConfigTree, invocation: Invocation): PlaceOf {
  const says: Readonly<Record<TreePlace, string | undefined>> = {
    inside: undefined,
    outside: `is not in the ${tree.kind} of the configuration`,
    git: 'is in the data of git',
  };
  const known = new Map<string, Promise<TreePlace>>();
  return async (file) => {
    const place = known.get(file) ?? placeInTree(invocation.resolve(file), tree.root);
    known.set(file, place);
    return says[await place];
  };
}

/**
 * Throws TrendAuditError where an output named inside the tree is outside it once links are resolved: the user chose
 * the name, but a stranger may have made the link.
 */
export async function refuseLinksOut(
  files: readonly string[],
  tree: ConfigTree,
  invocation: Invocation,
): Promise<void> {
  for (const file of files) {
    const steps = path.relative(tree.root, invocation.resolve(file));
    if (steps.split(path.sep)[0] === '..' || path.isAbsolute(steps)) continue;
    if ((await placeInTree(invocation.resolve(file), tree.root)) !== 'inside')
      throw new TrendAuditError('not-writable', `leads out of the ${tree.kind} of the configuration by a link`, {
        file,
        hint: `choose another name, or allow it with ${ALLOW_OUTSIDE}`,
      });
  }
}

/**
 * Maps each baseline file to the place where it is written. A dataset gets a problem if its baseline would replace a
 * file that is not a baseline.
 */
export async function baselinePlaces(
  datasets: readonly ConfiguredDataset[],
  invocation: Invocation,
): Promise<{ readonly datasets: ConfiguredDataset[]; readonly places: ReadonlyMap<string, string> }> {
  const places = new Map<string, string>();
  const taken = new Set<string>();
  const checked: ConfiguredDataset[] = [];
  for (const dataset of datasets) {
    const { baseline, problem } = dataset;
    try {
      if (baseline && !problem) {
        const place = await replaceable(baseline.file, invocation);
        if (taken.has(place))
          throw new TrendAuditError('usage', 'is already the baseline of an earlier dataset', {
            file: baseline.file,
            hint: 'give each dataset a baseline of its own',
          });
        taken.add(place);
        places.set(baseline.file, place);
      }
      checked.push(dataset);
    } catch (error) {
      if (!(error instanceof TrendAuditError)) throw error;
      checked.push({ ...dataset, problem: toProblem(error) });
    }
  }
  return { datasets: checked, places };
}

/** The place of a baseline file that exists or can be created. Throws TrendAuditError for any other file. */
async function replaceable(file: string, invocation: Invocation): Promise<string> {
  const refusal = (what: string): TrendAuditError =>
    new TrendAuditError('not-writable', `${what}: --update does not replace it`, {
      file,
      hint: 'check its name, or remove it first',
    });
  const folder = await realpath(path.dirname(invocation.resolve(file))).catch(() => undefined);
  if (folder === undefined)
    throw new TrendAuditError('not-writable', 'its directory is not there', {
      file,
      hint: 'make the directory first, or check the name',
    });
  const place = path.join(folder, path.basename(invocation.resolve(file)));
  const found = await lstat(place).catch(() => undefined);
  if (!found) return place;
  if (found.isSymbolicLink()) throw refusal('is a link');
  const stored = await readBaseline(file, invocation).catch((error: unknown) => {
    if (error instanceof TrendAuditError) return undefined;
    throw error;
  });
  if (stored === undefined || !isBaseline(stored.value)) throw refusal('is not a baseline');
  return place;
}
