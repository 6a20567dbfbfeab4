/** What a text in JSON or YAML holds, and on which line each key stands. */

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

/**
 * JSON by the letter: no comments, no trailing commas. Throws TrendAuditError where it is none, or names a key twice.
 */
export function parseJsonConfig(content: string, file: string): ConfigSource {
  const value = valueOf(content, file);
  // All JSON is YAML, and there keys have positions.
  const { document, lines } = parsed(content, file);
  const twice = document.errors.find(({ code }) => code === 'DUPLICATE_KEY');
  if (twice) {
    const [key = ''] = /^"(?:[^"\\]|\\.)*"/u.exec(content.slice(twice.pos[0])) ?? [];
    throw new TrendAuditError('malformed', `the key ${cut(key)} is given twice`, {
      file,
      line: lines.linePos(twice.pos[0]).line,
      hint: 'leave one of them',
      unquoted: { message: 'a key is given twice' },
    });
  }
  return { file, value, lineOf: (keys) => lineOf(document, lines, keys) };
}

/** JSON of any length, without the lines of its keys. Throws TrendAuditError where it is none. */
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

/** Throws TrendAuditError where it is no YAML, or names a key twice. */
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
      { file, hint: 'write out what it refers to' },
    );
  }
}

/** Throws TrendAuditError where a text is of a shape that would take the parser too long, or too deep. */
function parsed(content: string, file: string): { readonly document: Document.Parsed; readonly lines: LineCounter } {
  const lines = new LineCounter();
  try {
    checkShape(content, file);
    // Else Node would print a warning of a key that is a list, with its text as it is.
    const options = { lineCounter: lines, prettyErrors: false, logLevel: 'error' } as const;
    return { document: parseDocument(content, options), lines };
  } catch (error) {
    // The parser hands over what stands between two values, such as comments, as the arguments of a call.
    if (!(error instanceof RangeError)) throw error;
    throw new TrendAuditError('malformed', 'has too many comments or faults between two values', {
      file,
      hint: 'leave out what says nothing',
    });
  }
}

/** Messages may quote a text of any length. */
function cut(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** The line of what a path names, or of as much of it as there is. */
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

/** By their keys, the first of each: asked once for each problem of a long document. */
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
  /** Without the place, and without the text around it. */
  readonly says: string;
  /** In UTF-16 units, where V8 tells it. */
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

/** The first line that no JSON can go on after: V8 does not tell the place of every problem, so it is searched for. */
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
