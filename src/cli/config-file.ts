/** Finds and reads a file of configuration. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lilconfig } from 'lilconfig';
import type { ConfigSource } from '../check/config.js';
import { TrendAuditError } from '../errors.js';
import { parseJson, parseYaml } from './config-document.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';

const NAME = 'trend-audit';
export const CONFIG_FILE = `${NAME}.config.json`;
const PLACES = [CONFIG_FILE, `${NAME}.config.yaml`, `${NAME}.config.yml`, 'package.json'];

/** The configuration in this file, or in the first that is found here or in a directory above. Throws TrendAuditError. */
export async function readConfig(named: string | undefined, invocation: Invocation): Promise<ConfigSource> {
  const file = named ?? (await findConfig(invocation));
  const content = await readText(file, invocation, 'check the name, or leave it out to have it looked for');
  if (content.trim() === '')
    throw new TrendAuditError('empty', 'is empty: no configuration', {
      file,
      hint: 'list datasets in it; the README has an example',
    });
  if (/\.ya?ml$/iu.test(file)) return parseYaml(content, file);
  if (!/\.json$/iu.test(file))
    throw new TrendAuditError('usage', 'is not named like a configuration file', {
      file,
      hint: 'let it end in .json, .yaml or .yml',
    });
  const source = parseJson(content, file);
  return path.basename(file) === 'package.json' ? within(source) : source;
}

/** The text of a small file. Throws TrendAuditError. */
export async function readText(file: string, invocation: Invocation, hint: string): Promise<string> {
  try {
    return (await readFile(invocation.resolve(file), 'utf8')).replace(/^\uFEFF/u, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new TrendAuditError('not-found', 'no such file', { file, hint });
    if (code === 'EISDIR')
      throw new TrendAuditError('is-directory', 'is a directory, not a file', { file, hint: 'name a file in it' });
    throw new TrendAuditError('not-readable', `cannot be read (${code === '' ? String(error) : code})`, {
      file,
      hint: 'check its permissions',
    });
  }
}

async function findConfig({ io }: Invocation): Promise<string> {
  const found = await lilconfig(NAME, {
    searchPlaces: PLACES,
    ignoreEmptySearchPlaces: false,
    loaders: { '.json': unread, '.yaml': unread, '.yml': unread },
  }).search(io.cwd);
  if (found) return path.relative(io.cwd, found.filepath);
  throw new TrendAuditError(
    'not-found',
    `no configuration: there is no ${CONFIG_FILE} (or .yaml, or the key ${NAME} in package.json) here or in a directory above`,
    { hint: `write a first one with ${PROGRAM} check --init, or name one, as in ${PROGRAM} check my.config.json` },
  );
}

/** It is parsed later, with its lines. */
function unread(file: string, content: string): unknown {
  return path.basename(file) === 'package.json' ? keyOf(content) : content;
}

/** A package.json that is broken says nothing of this program. */
function keyOf(content: string): unknown {
  try {
    const manifest: unknown = JSON.parse(content);
    return typeof manifest === 'object' && manifest !== null && Object.hasOwn(manifest, NAME)
      ? { [NAME]: content }
      : {};
  } catch {
    return {};
  }
}

function within({ file, value, lineOf }: ConfigSource): ConfigSource {
  const inner: unknown =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === NAME)?.[1] : undefined;
  if (inner === undefined)
    throw new TrendAuditError('usage', `has no key ${NAME}`, { file, hint: `add it, or write ${CONFIG_FILE}` });
  return { file, value: inner, lineOf: (keys) => lineOf([NAME, ...keys]) };
}
