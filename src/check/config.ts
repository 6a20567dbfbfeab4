/** Parses the configuration of `check` into datasets and their expectations. */

import type * as z from 'zod';
import { type Expectation, INDICATORS } from '../documents/check.js';
import { VERDICTS } from '../documents/verdict.js';
import { TrendAuditError } from '../errors.js';
import { formatNumber } from '../text/format.js';
import {
  CONFIG_SHAPE,
  type DatasetOptions,
  describeIssue,
  type EXPECT_SHAPE,
  MISSING_KEY,
  shortValue,
} from './config-schema.js';

export type KeyPath = readonly PropertyKey[];

/** A parsed value with its file and lines. */
export interface ConfigSource {
  /** The name shown in messages. */
  readonly file: string;
  readonly value: unknown;
  /** The line of the value at a path, or of the deepest part of the path that exists. */
  readonly lineOf: (path: KeyPath) => number;
}

/** One dataset; file names are as in the configuration. */
export interface DatasetConfig {
  readonly name: string;
  readonly path: KeyPath;
  readonly files: readonly string[];
  readonly labels: string | undefined;
  readonly options: DatasetOptions;
  readonly expect: readonly Expectation[];
  readonly baseline: string | undefined;
}

export interface Config {
  readonly format: string | undefined;
  readonly workers: number | undefined;
  readonly tolerance: number | undefined;
  readonly options: DatasetOptions;
  readonly datasets: readonly DatasetConfig[];
}

/** Throws TrendAuditError with the line of the first invalid key. */
export function parseConfig(source: ConfigSource): Config {
  checkValues(source);
  const parsed = CONFIG_SHAPE.safeParse(source.value, { error: describeIssue });
  if (!parsed.success) throw firstProblem(parsed.error.issues, source);
  const { format, workers, tolerance, datasets, ...rest } = parsed.data;
  const named = datasets.map(({ name, files, labels, expect, baseline, ...dataset }, index): DatasetConfig => {
    const path = ['datasets', index];
    const expectations =
      expect === undefined ? [] : expectationsOf(expect, (keys) => source.lineOf([...path, 'expect', ...keys]));
    const problem = (message: string, key: string, hint: string): TrendAuditError =>
      problemAt(source, [...path, key], message, hint);
    if (expectations.length === 0 && baseline === undefined)
      throw problem(`nothing is expected of datasets[${index}]`, 'expect', 'add expect or baseline to it');
    const quality = expectations.find(({ kind }) => kind === 'quality');
    if (quality && labels === undefined)
      throw new TrendAuditError('usage', 'precision and recall need labels', {
        file: source.file,
        line: quality.line,
        hint: 'name the file of labels with "labels", next to "files"',
      });
    if (files.includes('-')) throw problem('standard input cannot be a dataset', 'files', 'put it into a file');
    return {
      name: name ?? files[0] ?? '',
      path,
      files,
      labels,
      options: dataset.options,
      expect: expectations,
      baseline,
    };
  });
  const byName = new Map<string, number>();
  for (const [index, { name, path }] of named.entries()) {
    const earlier = byName.get(name);
    if (earlier === undefined) byName.set(name, index);
    else
      throw problemAt(
        source,
        [...path, 'name'],
        `datasets[${earlier}] is also called ${shortValue(name)}`,
        'give each a name of its own',
      );
  }
  return { format, workers, tolerance, options: rest.options, datasets: named };
}

/**
 * A thousand datasets have about ten thousand values. For each invalid value an issue is kept in memory until the first
 * is reported.
 */
const MOST_VALUES = 50_000;

/**
 * Throws TrendAuditError where there are too many values (those of aliases are counted each time), or where a key is
 * `__proto__`: an assignment would set the prototype, and the key would be ignored silently.
 */
function checkValues(source: ConfigSource): void {
  const open: OpenValue[] = [{ value: source.value }];
  let values = 0;
  for (let each = open.pop(); each; each = open.pop()) {
    const { value } = each;
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, PROTO)) {
      const path = pathOf(each);
      throw problemAt(source, [...path, PROTO], `unknown key "${PROTO}" in ${keyName(path)}`, 'leave it out');
    }
    const inner = Object.entries(value);
    values += inner.length;
    if (values > MOST_VALUES)
      throw problemAt(
        source,
        [],
        `holds more than ${formatNumber(MOST_VALUES)} values`,
        'divide it into several, each of at most 1,000 datasets',
      );
    for (const [key, one] of inner)
      if (typeof one === 'object')
        open.push({ value: one, within: each, key: Array.isArray(value) ? Number(key) : key });
  }
}

/**
 * A value that is not yet checked. Its path is built only on demand: a value that contains itself has a path as long as
 * `MOST_VALUES`.
 */
interface OpenValue {
  readonly value: unknown;
  readonly within?: OpenValue;
  readonly key?: string | number;
}

function pathOf(value: OpenValue): KeyPath {
  const path: (string | number)[] = [];
  for (let at: OpenValue | undefined = value; at; at = at.within) if (at.key !== undefined) path.push(at.key);
  return path.reverse();
}

const PROTO = '__proto__';

/** The expectations, in the order of the file. */
function expectationsOf(expect: z.infer<typeof EXPECT_SHAPE>, lineOf: (path: KeyPath) => number): Expectation[] {
  const of = <T>(value: T | undefined, key: string, make: (value: T, line: number) => Expectation): Expectation[] =>
    value === undefined ? [] : [make(value, lineOf([key]))];
  return [
    ...VERDICTS.flatMap((verdict) =>
      of(expect[verdict], verdict, (held, line) => ({ kind: 'verdict', verdict, bounds: held, line })),
    ),
    ...(['flagged', 'notFlagged'] as const).flatMap((kind) =>
      (expect[kind] ?? []).map((account, index): Expectation => ({ kind, account, line: lineOf([kind, index]) })),
    ),
    ...(['precision', 'recall'] as const).flatMap((figure) =>
      of(expect[figure], figure, (held, line) => ({ kind: 'quality', figure, bounds: held, line })),
    ),
    ...INDICATORS.flatMap((indicator): Expectation[] => {
      const held = expect.indicators?.[indicator];
      return held === undefined
        ? []
        : [{ kind: 'indicator', indicator, bounds: held, line: lineOf(['indicators', indicator]) }];
    }),
    ...of(expect.badRows, 'badRows', (held, line) => ({ kind: 'badRows', bounds: held, line })),
  ].sort((a, b) => a.line - b.line);
}

/** The first issue in the file; missing keys come last. */
function firstProblem(issues: readonly z.core.$ZodIssue[], source: ConfigSource): TrendAuditError {
  const problems = issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return { issue, path, line: source.lineOf(path) };
  });
  // A missing key may be a misspelled one, so unknown keys come first.
  const [first] = problems.toSorted(
    (a, b) => Number(a.issue.message === MISSING_KEY) - Number(b.issue.message === MISSING_KEY) || a.line - b.line,
  );
  if (!first) throw new Error('no problem, and yet no configuration');
  const { issue, path } = first;
  return issue.code === 'unrecognized_keys'
    ? problemAt(source, path, `unknown key ${shortValue(issue.keys[0])} in ${keyName(issue.path)}`, issue.message)
    : problemAt(
        source,
        path,
        `${keyName(path)} ${issue.message}`,
        'fix it; docs/ci.md lists the keys and their values',
      );
}

/** An error of usage at this key of the configuration, with its file and line. It is returned, not thrown. */
export function problemAt(
  { file, lineOf }: ConfigSource,
  path: KeyPath,
  message: string,
  hint: string,
): TrendAuditError {
  return new TrendAuditError('usage', message, { file, line: lineOf(path), hint });
}

/** `datasets[2].expect.coordinated`. */
export function keyName(path: KeyPath): string {
  return path.length === 0
    ? 'the configuration'
    : path.reduce<string>(
        (name, key) =>
          typeof key === 'number' ? `${name}[${key}]` : name === '' ? shortened(key) : `${name}.${shortened(key)}`,
        '',
      );
}

/** Limits a key to 60 characters: it may be any text. */
function shortened(key: PropertyKey): string {
  const text = String(key);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
