/** Matches dumps with their files of labels. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { TrendAuditError } from '../errors.js';
import type { LabelledDump } from '../evaluate/evaluate-dumps.js';
import { noSuchFile } from '../read/open.js';
import type { Invocation } from './invocation.js';

const LABELS = 'labels.csv';

/** Extensions of dumps and of packed dumps, as a regular expression; a name can have several (`.csv.gz`). */
export const DUMP_EXTENSIONS = String.raw`(?:\.(?:csv|tsv|txt|jsonl?|ndjson|parquet|xlsx|ods|sqlite|db|gz|zst|bz2|xz|zip))+`;

/** The first file of labels to look for: NAME.labels.csv in the directory of NAME.csv. */
export function defaultLabelsFile(dump: string): string {
  const { dir, base } = path.parse(dump);
  return path.join(dir, `${base.replace(new RegExp(`${DUMP_EXTENSIONS}$`, 'iu'), '')}.${LABELS}`);
}

/**
 * Each dump with its labels: the named file, else NAME.labels.csv in the dump's directory, else labels.csv there. Files
 * of labels among the dumps (from a pattern such as *.csv) are left out. Throws TrendAuditError.
 */
export function labelledDumps(
  files: readonly string[],
  named: string | undefined,
  invocation: Invocation,
): LabelledDump[] {
  const dumps = files.filter((file) => !isLabels(file));
  const [first] = files;
  if (first !== undefined && dumps.length === 0)
    throw new TrendAuditError('usage', 'is a file of labels, not a dump', {
      file: first,
      hint: 'name the dump first, and its labels with --labels',
    });
  if (named === '-' && dumps.includes('-'))
    throw new TrendAuditError('usage', 'standard input cannot hold both the dump and its labels', {
      hint: 'put one of them into a file',
    });
  return dumps.map((dump) => ({
    dump,
    labels: named ?? findLabels(dump, (file) => existsSync(invocation.resolve(file))),
  }));
}

/** Whether the name is that of a file of labels. */
export function isLabels(file: string): boolean {
  const name = path.basename(file).toLowerCase();
  return name === LABELS || name.endsWith(`.${LABELS}`);
}

/** Where to look for the labels of a dump: NAME.labels.csv in its directory, then labels.csv there. */
export function labelFilesOf(dump: string): readonly string[] {
  return [defaultLabelsFile(dump), path.join(path.dirname(dump), LABELS)];
}

function findLabels(dump: string, exists: (file: string) => boolean): string {
  if (dump === '-')
    throw new TrendAuditError('usage', 'no labels for what comes from standard input', {
      hint: 'name them with --labels FILE',
    });
  const candidates = labelFilesOf(dump);
  const found = candidates.find(exists);
  if (found !== undefined) return found;
  if (!exists(dump)) throw noSuchFile(dump);
  throw new TrendAuditError('not-found', `no labels: there is neither ${candidates.join(' nor ')}`, {
    file: dump,
    hint: 'name them with --labels FILE',
  });
}
