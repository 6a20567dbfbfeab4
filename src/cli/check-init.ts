/** `check --init`: writes a first configuration for the dumps in the working directory. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { TrendAuditError } from '../errors.js';
import { resolveInputs } from '../read/resolve-inputs.js';
import { formatCount } from '../text/format.js';
import { safeJson } from '../text/safe-json.js';
import { CONFIG_FILE } from './find-config.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';
import { isLabels, labelFilesOf } from './labelled-dumps.js';
import { assertWritable, leftoversNote, writeFilesAtomically } from './write-files.js';

/** Where editors find the schema of a configuration, once the package is installed. */
const SCHEMA = `./node_modules/${PROGRAM}/config.schema.json`;

/** A placeholder for the user to replace, where the directory has no dump. */
const EXAMPLE = { name: 'my-dump', files: 'dump.csv', expect: { coordinated: { max: '5%' }, badRows: { max: '1%' } } };

/**
 * Writes a configuration with a dataset for each dump in its folder. Each dataset names a baseline file; the files are
 * written by `check --update`. Throws TrendAuditError where the configuration already exists.
 */
export async function initConfig(named: string | undefined, invocation: Invocation): Promise<void> {
  const file = named ?? CONFIG_FILE;
  if (path.extname(file) !== '.json')
    throw new TrendAuditError('usage', 'is not named .json', {
      file,
      hint: `let it end in .json, such as ${CONFIG_FILE}`,
    });
  if (existsSync(invocation.resolve(file)))
    throw new TrendAuditError('not-writable', 'already exists', {
      file,
      hint: 'edit it, or name another file',
    });
  await assertWritable([file], true, invocation);
  const folder = path.dirname(invocation.resolve(file));
  const dumps = await dumpsIn(folder, invocation);
  const datasets = dumps.map((dump) => {
    const labels = labelFilesOf(dump).find((candidate) => existsSync(path.resolve(folder, candidate)));
    const { dir, name } = path.parse(dump);
    return {
      name: dump,
      files: dump,
      ...(labels === undefined ? {} : { labels }),
      baseline: path.join(dir, `${name}.baseline.json`),
    };
  });
  const config = { $schema: SCHEMA, datasets: datasets.length === 0 ? [EXAMPLE] : datasets };
  const left = await writeFilesAtomically([{ file, content: `${safeJson(config, 2)}\n` }], invocation);
  if (left.length > 0) invocation.note(leftoversNote(left));
  const next =
    datasets.length === 0
      ? 'no dump was found here: put yours in place of the example'
      : `${formatCount(datasets.length, 'dataset')}; to store their results as baselines: ${PROGRAM} check --update`;
  invocation.note(`wrote ${file}: ${next}`);
}

/** The dumps in a folder and its subfolders, as paths relative to it. */
async function dumpsIn(folder: string, { io }: Invocation): Promise<string[]> {
  try {
    const { dumps } = await resolveInputs(['.'], { cwd: folder, stdin: io.stdin });
    return dumps.filter((dump) => typeof dump === 'string').filter((dump) => !isLabels(dump));
  } catch (error) {
    if (error instanceof TrendAuditError && error.code === 'empty') return [];
    throw error;
  }
}
