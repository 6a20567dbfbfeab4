/** Finds and reads a file of configuration: its value, and on which line each key stands. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MemberNode, ValueNode } from '@humanwhocodes/momoa';
import { lilconfig } from 'lilconfig';
import type { ConfigSource, KeyPath } from '../check/config.js';
import { TrendAuditError } from '../errors.js';
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
    throw new TrendAuditError('usage', 'is no file of configuration by its name', {
      file,
      hint: 'let it end in .json, .yaml or .yml',
    });
  const source = await parseJson(content, file);
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

/** JSON with the line of each key. Throws TrendAuditError where it is none, or names a key twice. */
export async function parseJson(content: string, file: string): Promise<ConfigSource> {
  const { parse } = await import('@humanwhocodes/momoa');
  try {
    const { body } = parse(content, { mode: 'json' });
    const twice = repeated(body);
    if (twice)
      throw new TrendAuditError('malformed', `the key ${JSON.stringify(keyText(twice))} is there twice`, {
        file,
        line: twice.loc.start.line,
        hint: 'leave one of them',
      });
    return { file, value: JSON.parse(content), lineOf: (keys) => jsonLine(body, keys) };
  } catch (error) {
    if (error instanceof TrendAuditError || !(error instanceof Error)) throw error;
    const line = 'line' in error && typeof error.line === 'number' ? { line: error.line } : {};
    throw new TrendAuditError('malformed', `is no JSON: ${error.message.replace(/\s*\(\d+:\d+\)\s*$/u, '')}`, {
      file,
      ...line,
      hint: 'mend it there; a comma too many or too few is the usual reason',
    });
  }
}

function keyText({ name }: MemberNode): string {
  return name.type === 'String' ? name.value : name.name;
}

function repeated(node: ValueNode): MemberNode | undefined {
  if (node.type === 'Array') return node.elements.map(({ value }) => repeated(value)).find(Boolean);
  if (node.type !== 'Object') return undefined;
  const keys = new Set<string>();
  for (const member of node.members) {
    if (keys.has(keyText(member))) return member;
    keys.add(keyText(member));
    const inside = repeated(member.value);
    if (inside) return inside;
  }
  return undefined;
}

function jsonLine(body: ValueNode, keys: KeyPath): number {
  let node = body;
  let line = body.loc.start.line;
  for (const key of keys) {
    if (node.type === 'Object') {
      const member = node.members.find((each) => keyText(each) === key);
      if (!member) break;
      line = member.loc.start.line;
      node = member.value;
    } else if (node.type === 'Array' && typeof key === 'number') {
      const element = node.elements[key];
      if (!element) break;
      line = element.loc.start.line;
      node = element.value;
    } else break;
  }
  return line;
}

async function parseYaml(content: string, file: string): Promise<ConfigSource> {
  const { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem)
    throw new TrendAuditError('malformed', `is no YAML: ${problem.message.replace(/\.?\s*$/u, '')}`, {
      file,
      line: lines.linePos(problem.pos[0]).line,
      hint: 'mend it there',
    });
  const lineOf = (keys: KeyPath): number => {
    let node: unknown = document.contents;
    let at = 0;
    const reach = (reached: unknown, value: unknown): void => {
      at =
        typeof reached === 'object' && reached !== null && 'range' in reached && Array.isArray(reached.range)
          ? Number(reached.range[0])
          : at;
      node = isAlias(value) ? value.resolve(document) : value;
    };
    for (const key of keys) {
      if (isMap(node)) {
        const pair: unknown = node.items.find((each) => isScalar(each.key) && each.key.value === key);
        if (!isPair(pair)) break;
        reach(pair.key, pair.value);
      } else if (isSeq(node) && typeof key === 'number' && key < node.items.length)
        reach(node.items[key], node.items[key]);
      else break;
    }
    return lines.linePos(at).line;
  };
  try {
    return { file, value: document.toJS(), lineOf };
  } catch (error) {
    throw new TrendAuditError('malformed', `is no YAML: ${error instanceof Error ? error.message : String(error)}`, {
      file,
      hint: 'write out what it refers to',
    });
  }
}
