/** Reads a configuration file and the baseline files that it names. */

import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { ConfigSource } from '../check/config.js';
import { TrendAuditError } from '../errors.js';
import { placeInTree } from '../read/tree.js';
import { ALLOW_OUTSIDE } from './check-flags.js';
import { parseJsonConfig, parseLongJson, parseYaml } from './config-document.js';
import { BASELINE_BYTES, CONFIG_BYTES } from './config-limits.js';
import { type ConfigTree, treeOf } from './config-tree.js';
import { CONFIG_FILE, CONFIG_KEY, findConfig } from './find-config.js';
import type { Invocation } from './invocation.js';

export interface ReadConfig {
  readonly source: ConfigSource;
  /** The tree that contains the files that it may name. */
  readonly tree: ConfigTree;
}

/**
 * The configuration in this file, else in the first one found in the working directory or above. A link to it may only
 * lead to a file in its own tree, unless `allowOutside`. Throws TrendAuditError.
 */
export async function readConfig(
  named: string | undefined,
  invocation: Invocation,
  allowOutside: boolean,
): Promise<ReadConfig> {
  const file = named ?? (await findConfig(invocation));
  const place = invocation.resolve(file);
  const tree = await treeOf(path.dirname(place), invocation.io);
  // A link could give any file the name of a configuration, and an error message would then quote its text.
  const target = await realpath(place).catch(() => place);
  const isDisguised = isNamedRight(file) && !isNamedRight(target);
  if (!allowOutside && (isDisguised || (await placeInTree(place, tree.root)) !== 'inside'))
    throw new TrendAuditError('usage', `is a link to ${isDisguised ? 'what is not named like one' : 'elsewhere'}`, {
      file,
      hint: `name the file itself, or let the link lead anywhere with ${ALLOW_OUTSIDE}`,
    });
  const content = await readText(file, invocation, {
    most: CONFIG_BYTES,
    hint: 'check the name, or leave it out to have it looked for',
  });
  if (content.trim() === '')
    throw new TrendAuditError('empty', 'is empty: no configuration', {
      file,
      hint: 'list datasets in it; docs/ci.md has an example',
    });
  if (!isNamedRight(file))
    throw new TrendAuditError('usage', 'is not named like a configuration file', {
      file,
      hint: 'let it end in .json, .yaml or .yml',
    });
  if (/\.ya?ml$/iu.test(file)) return { source: parseYaml(content, file), tree };
  const source = parseJsonConfig(content, file);
  return { source: path.basename(file) === 'package.json' ? within(source) : source, tree };
}

/** Only data formats: a configuration is never a program to run. */
function isNamedRight(file: string): boolean {
  return /\.(?:json|ya?ml)$/iu.test(file);
}

/** The parsed content of a baseline file. Throws TrendAuditError, whose `unquoted` message does not quote the file. */
export async function readBaseline(file: string, invocation: Invocation): Promise<ConfigSource> {
  const hint = 'check its name, or write the baseline with --update';
  const content = await readText(file, invocation, { most: BASELINE_BYTES, hint });
  // The parser with line numbers uses a hundred or more bytes of memory for each byte that it reads.
  return content.length > CONFIG_BYTES ? parseLongJson(content, file) : parseJsonConfig(content, file);
}

/** The text of a small file. Throws TrendAuditError. */
async function readText(
  file: string,
  invocation: Invocation,
  { most, hint }: { readonly most: number; readonly hint: string },
): Promise<string> {
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK, opening a pipe waits for a writer.
    handle = await open(invocation.resolve(file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    if (stats.isDirectory())
      throw new TrendAuditError('is-directory', 'is a directory, not a file', { file, hint: 'name a file in it' });
    if (!stats.isFile())
      throw new TrendAuditError('not-readable', 'is a pipe or a device, not a file', { file, hint: 'name a file' });
    if (stats.size > most)
      throw new TrendAuditError('too-large', `is larger than ${most / 2 ** 20} MiB`, {
        file,
        hint: 'check its name, or divide it into several',
      });
    return (await handle.readFile('utf8')).replace(/^\uFEFF/u, '');
  } catch (error) {
    if (error instanceof TrendAuditError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new TrendAuditError('not-found', 'no such file', { file, hint });
    throw new TrendAuditError('not-readable', `cannot be read (${code === '' ? String(error) : code})`, {
      file,
      hint: 'check its permissions',
    });
  } finally {
    await handle?.close();
  }
}

function within({ file, value, lineOf }: ConfigSource): ConfigSource {
  const inner: unknown =
    typeof value === 'object' && value !== null
      ? Object.entries(value).find(([key]) => key === CONFIG_KEY)?.[1]
      : undefined;
  if (inner === undefined)
    throw new TrendAuditError('usage', `has no key ${CONFIG_KEY}`, { file, hint: `add it, or write ${CONFIG_FILE}` });
  return { file, value: inner, lineOf: (keys) => lineOf([CONFIG_KEY, ...keys]) };
}
