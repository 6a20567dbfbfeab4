/** Parses JSON or YAML, with the line of each key. */

import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { ConfigSource, KeyPath } from '../check/config.js';
import { TrendAuditError } from '../errors.js';
import { checkShape } from './document-shape.js';

/** Parses strict JSON: no comments, no trailing commas. Throws TrendAuditError for invalid JSON or a duplicate key. */
export function parseJsonConfig(content: string, file: string): ConfigSource {
  const value = valueOf(content, file);
  // JSON is valid YAML, and the YAML parser gives the positions of keys.
  const { document, lines } = parsed(content, file);
  const twice = document.errors.find(({ code }) => code === 'DUPLICATE_KEY');
  if (twice) {
    const [key = ''] = /^"(?:[^"\\]|\\.)*"/u.exec(content.slice(twice.pos[0])) ?? [];
    throw new TrendAuditError('malformed', `the key ${cut(key)} is given twice`, {
      file,
      line: lines.linePos(twice.pos[0]).line,
      hint: 'keep one of them',
      unquoted: { message: 'a key is given twice' },
    });
  }
  return { file, value, lineOf: (keys) => lineOf(document, lines, keys) };
}

/** Parses JSON of any length, without the lines of its keys. Throws TrendAuditError for invalid JSON. */
export function parseLongJson(content: string, file: string): ConfigSource {
  return { file, value: valueOf(content, file), lineOf: () => 1 };
}

function valueOf(content: string, file: string): unknown {
  const problem = jsonProblem(content);
  if (problem)
    throw new TrendAuditError('malformed', `is not valid JSON: ${problem.says}`, {
      file,
      line: problemLine(content),
      hint: 'fix it there; the usual reason is a missing or an extra comma',
      unquoted: { message: 'is not valid JSON' },
    });
  return JSON.parse(content);
}

/** Throws TrendAuditError for invalid YAML or a duplicate key. */
export function parseYaml(content: string, file: string): ConfigSource {
  const { document, lines } = parsed(content, file);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem)
    throw new TrendAuditError('malformed', `is not valid YAML: ${cut(problem.message.trimEnd().replace(/\.$/u, ''))}`, {
      file,
      line: lines.linePos(problem.pos[0]).line,
      hint: 'fix it there',
    });
  try {
    return { file, value: document.toJS(), lineOf: (keys) => lineOf(document, lines, keys) };
  } catch (error) {
    throw new TrendAuditError(
      'malformed',
      `is not valid YAML: ${error instanceof Error ? error.message : String(error)}`,
      { file, hint: 'write the value itself in place of the reference' },
    );
  }
}

/** Throws TrendAuditError where the parser would take too long or nest too deep. */
function parsed(content: string, file: string): { readonly document: Document.Parsed; readonly lines: LineCounter } {
  const lines = new LineCounter();
  try {
    checkShape(content, file);
    // Otherwise Node prints a warning for a key that is a list, and quotes its raw text.
    const options = { lineCounter: lines, prettyErrors: false, logLevel: 'error' } as const;
    return { document: parseDocument(content, options), lines };
  } catch (error) {
    // The parser passes all tokens between two values, such as comments, as arguments of one call: too many exceed the
    // stack.
    if (!(error instanceof RangeError)) throw error;
    throw new TrendAuditError('malformed', 'has too many comments or faults between two values', {
      file,
      hint: 'remove what is not needed',
    });
  }
}

/** Limits a message to 200 characters: it may quote a text of any length. */
function cut(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** The line of the value at a path, or of the deepest part of the path that exists. */
function lineOf(document: Document.Parsed, lines: LineCounter, keys: KeyPath): number {
  let node: unknown = document.contents;
  let at = isNode(node) ? node.range?.[0] : undefined;
  for (const key of keys) {
    if (isAlias(node)) node = node.resolve(document);
    let [place, value]: readonly unknown[] = [];
    if (isMap(node)) {
      const pair = pairsOf(node).get(key);
      [place, value] = [pair?.key, pair?.value];
    } else if (isSeq(node) && typeof key === 'number') [place, value] = [node.items[key], node.items[key]];
    if (!isNode(place)) break;
    at = place.range?.[0] ?? at;
    node = value;
  }
  return lines.linePos(at ?? 0).line;
}

/** Index of each map by key (the first of duplicates): a long document may have many problems to locate. */
const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();

function pairsOf(map: YAMLMap): ReadonlyMap<unknown, Pair> {
  const known = PAIRS.get(map);
  if (known) return known;
  const pairs = new Map<unknown, Pair>();
  for (const pair of map.items) if (isScalar(pair.key) && !pairs.has(pair.key.value)) pairs.set(pair.key.value, pair);
  PAIRS.set(map, pairs);
  return pairs;
}

interface JsonProblem {
  /** The message of V8 without the position and the quoted context. */
  readonly says: string;
  /** Offset in UTF-16 units, if V8 reports it. */
  readonly at: number | undefined;
}

function jsonProblem(text: string): JsonProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const says = message.replace(/(?: in JSON)? at position \d.*$/su, '').replace(/, (?:\.{3})?".*$/su, '');
    const place = /at position (?<at>\d+)/u.exec(message)?.groups?.['at'];
    return {
      says,
      at: /end of JSON input/u.test(message) ? text.length : place === undefined ? undefined : Number(place),
    };
  }
}

/**
 * The first line at which the text stops being a prefix of valid JSON. V8 does not report every position, so this is a
 * binary search over the lines.
 */
function problemLine(content: string): number {
  const lines = content.trimEnd().split('\n');
  let [whole, broken] = [0, lines.length];
  while (broken - whole > 1) {
    const middle = (whole + broken) >>> 1;
    const text = lines.slice(0, middle).join('\n') + '\n';
    const problem = jsonProblem(text);
    if (problem !== undefined && (problem.at ?? 0) < text.length) broken = middle;
    else whole = middle;
  }
  return broken;
}
