/** The configuration of `check`: what a file says → datasets and what is expected of them. */

import * as z from 'zod';
import { type CountOrPercent, type Bounds, type Expectation, INDICATORS } from '../documents/check.js';
import { type Verdict, VERDICTS } from '../documents/evidence.js';
import { TrendAuditError } from '../errors.js';
import { FLAG_DEFINITIONS, FLAG_OPTIONS, type FlagKind } from '../options.js';
import { suggest } from '../text/suggest.js';

export type KeyPath = readonly PropertyKey[];

/** A value as a file has it, and where. */
export interface ConfigSource {
  /** As it is shown. */
  readonly file: string;
  readonly value: unknown;
  /** The line of what a path names, or of as much of it as there is. */
  readonly lineOf: (path: KeyPath) => number;
}

type Scalar = string | number;

/** Options of the analysis by name, each as its flag takes it; several values where the flag can be repeated. */
export type DatasetOptions = Readonly<Record<string, OptionValue | undefined>>;

export type OptionValue = Scalar | readonly Scalar[] | Readonly<Record<string, Scalar>>;

/** One dataset; names of files as they are written. */
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

/** Takes no key but those of the shape; did-you-mean for others. */
function strict<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      const [key = ''] = issue.keys;
      const near = suggest(key, Object.keys(shape));
      return `${near === undefined ? '' : `did you mean ${near}? `}${Object.keys(shape).length > 1 ? 'keys' : 'the only key'} here: ${Object.keys(shape).join(', ')}`;
    },
  });
}

/** A share as it is written in percent, for editors. */
const PERCENT = { type: 'string', pattern: String.raw`^\d+(\.\d+)? ?%$` };

type Unit = 'count' | 'number' | 'share';

/** What a bound may be, by what it is a bound of. */
const AMOUNTS: Readonly<
  Record<
    Unit,
    {
      readonly says: string;
      readonly schema: Record<string, unknown>;
      readonly of: (value: number) => CountOrPercent | undefined;
    }
  >
> = {
  count: {
    says: 'a whole number of them, or a share such as "10%"',
    schema: { anyOf: [{ type: 'integer', minimum: 0 }, PERCENT] },
    of: (value) => (Number.isSafeInteger(value) && value >= 0 ? { count: value } : undefined),
  },
  number: {
    says: 'a number',
    schema: { type: 'number' },
    of: (value) => (Number.isFinite(value) ? { count: value } : undefined),
  },
  share: {
    says: 'a share from 0 to 1, or such as "90%"',
    schema: { anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, PERCENT] },
    of: (value) => (value >= 0 && value <= 1 ? { count: value } : undefined),
  },
};

function amount(unit: Unit) {
  const { says, of, schema } = AMOUNTS[unit];
  return z
    .unknown()
    .meta(schema)
    .transform((value, context): CountOrPercent => {
      const [, digits] = (unit !== 'number' && typeof value === 'string' && /^(\d+(?:\.\d+)?) ?%$/.exec(value)) || [];
      const found =
        digits === undefined
          ? typeof value === 'number'
            ? of(value)
            : undefined
          : Number(digits) <= 100
            ? { percent: Number(digits) }
            : undefined;
      if (found) return found;
      context.addIssue({ code: 'custom', message: `is ${shown(value)}, expected ${says}` });
      return z.NEVER;
    });
}

/** `{min, max}`, either or both; a value alone is what `alone` makes of it. */
function bounds(unit: Unit, alone: 'exactly' | 'least' | 'most') {
  const both = strict({ min: amount(unit).optional(), max: amount(unit).optional() });
  const { schema } = AMOUNTS[unit];
  const range = {
    type: 'object',
    properties: { min: schema, max: schema },
    minProperties: 1,
    additionalProperties: false,
  };
  return z
    .unknown()
    .meta({ anyOf: [schema, range] })
    .transform((value, context): Bounds => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        const parsed = both.safeParse(value, { error: describe });
        if (parsed.success) return checkOrder(parsed.data, context);
        for (const issue of parsed.error.issues) {
          const { path, message } = issue;
          context.addIssue(
            issue.code === 'unrecognized_keys'
              ? { code: 'unrecognized_keys', keys: issue.keys, path, message }
              : { code: 'custom', path, message },
          );
        }
        return z.NEVER;
      }
      const parsed = amount(unit).safeParse(value);
      if (!parsed.success) {
        context.addIssue({
          code: 'custom',
          message: `is ${shown(value)}, expected ${AMOUNTS[unit].says}, or {"min": …, "max": …}`,
        });
        return z.NEVER;
      }
      if (alone !== 'exactly') return alone === 'least' ? { min: parsed.data } : { max: parsed.data };
      if ('count' in parsed.data) return { min: parsed.data, max: parsed.data };
      context.addIssue({
        code: 'custom',
        message: `is ${shown(value)}: no share is met exactly, give {"min": …, "max": …}`,
      });
      return z.NEVER;
    });
}

function checkOrder(
  { min, max }: { min?: CountOrPercent | undefined; max?: CountOrPercent | undefined },
  context: z.RefinementCtx,
): Bounds {
  const order =
    min &&
    max &&
    ('count' in min && 'count' in max
      ? min.count <= max.count
      : 'percent' in min && 'percent' in max
        ? min.percent <= max.percent
        : true);
  if (order === false) context.addIssue({ code: 'custom', message: 'has a min above its max' });
  if (!min && !max) context.addIssue({ code: 'custom', message: 'has neither min nor max' });
  return { ...(min ? { min } : {}), ...(max ? { max } : {}) };
}

const text = z.string().min(1);
const texts = z.union([text.transform((one) => [one]), z.array(text).min(1)]);
const scalar = z.union([text, z.number()]);
const columns = z.record(z.string(), scalar);

/** What a configuration may say of each kind of option. A text is parsed as its flag is. */
const OPTION_SCHEMAS = {
  bytes: scalar,
  columns,
  count: scalar,
  files: z.union([text, z.array(text)]),
  hashtag: scalar,
  share: scalar,
  since: scalar,
  text: scalar,
  until: scalar,
  zone: scalar,
} satisfies Record<FlagKind, z.ZodType>;

/** Threads are given once for all datasets. */
const DATASET_OPTIONS = FLAG_OPTIONS.filter((name) => name !== 'workers');

const options = strict(
  Object.fromEntries(
    DATASET_OPTIONS.map((name) => {
      const { kind, help = '' } = FLAG_DEFINITIONS[name];
      return [name, OPTION_SCHEMAS[kind].optional().describe(help)];
    }),
  ),
);
const verdictBounds = bounds('count', 'exactly').optional();

const VERDICT_BOUNDS: Readonly<Record<Verdict, typeof verdictBounds>> = {
  coordinated: verdictBounds,
  unclear: verdictBounds,
  organic: verdictBounds,
  insufficient: verdictBounds,
};

const EXPECT = strict({
  ...VERDICT_BOUNDS,
  flagged: z.array(text).min(1).optional(),
  notFlagged: z.array(text).min(1).optional(),
  precision: bounds('share', 'least').optional(),
  recall: bounds('share', 'least').optional(),
  badRows: bounds('count', 'most').optional(),
  indicators: strict(
    Object.fromEntries(INDICATORS.map((name) => [name, bounds('number', 'exactly').optional()])),
  ).optional(),
});

const CONFIG = strict({
  $schema: z.string().optional(),
  format: text.optional(),
  workers: z.int().min(1).optional(),
  tolerance: z.number().min(0).optional(),
  options: options.default({}),
  datasets: z
    .array(
      strict({
        name: text.optional(),
        files: texts,
        labels: text.optional(),
        options: options.default({}),
        expect: EXPECT.optional(),
        baseline: text.optional(),
      }),
    )
    .min(1),
});

/** The JSON Schema (2020-12) of a configuration, for editors. */
export function configSchema(): object {
  return z.toJSONSchema(CONFIG, { io: 'input' });
}

/** Throws TrendAuditError at the line of the first key that is wrong. */
export function parseConfig(source: ConfigSource): Config {
  const parsed = CONFIG.safeParse(source.value, { error: describe });
  if (!parsed.success) throw firstProblem(parsed.error.issues, source);
  const { format, workers, tolerance, datasets, ...rest } = parsed.data;
  const named = datasets.map(({ name, files, labels, expect, baseline, ...dataset }, index): DatasetConfig => {
    const path = ['datasets', index];
    const expectations =
      expect === undefined ? [] : expectationsOf(expect, (keys) => source.lineOf([...path, 'expect', ...keys]));
    const problem = (message: string, key: string, hint: string): TrendAuditError =>
      problemAt(source, [...path, key], message, hint);
    if (expectations.length === 0 && baseline === undefined)
      throw problem(`nothing is expected of datasets[${index}]`, 'expect', 'give it expect or baseline');
    const quality = expectations.find(({ kind }) => kind === 'quality');
    if (quality && labels === undefined)
      throw new TrendAuditError('usage', 'precision and recall need labels', {
        file: source.file,
        line: quality.line,
        hint: 'name their file with "labels" beside "files"',
      });
    if (files.includes('-')) throw problem('standard input is no dataset', 'files', 'put it into a file');
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
  for (const [index, { name, path }] of named.entries()) {
    const earlier = named.findIndex((other) => other.name === name);
    if (earlier < index)
      throw problemAt(
        source,
        [...path, 'name'],
        `datasets[${earlier}] is called ${shown(name)}, too`,
        'give each a name of its own',
      );
  }
  return { format, workers, tolerance, options: rest.options, datasets: named };
}

/** In the order of the file. */
function expectationsOf(expect: z.infer<typeof EXPECT>, lineOf: (path: KeyPath) => number): Expectation[] {
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

/** The issue that stands first in the file; those of missing keys last. */
function firstProblem(issues: readonly z.core.$ZodIssue[], source: ConfigSource): TrendAuditError {
  const problems = issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return { issue, path, line: source.lineOf(path) };
  });
  // What is missing may be there by a wrong name.
  const [first] = problems.toSorted(
    (a, b) => Number(a.issue.message === MISSING) - Number(b.issue.message === MISSING) || a.line - b.line,
  );
  if (!first) throw new Error('no problem, and yet no configuration');
  const { issue, path } = first;
  return issue.code === 'unrecognized_keys'
    ? problemAt(source, path, `unknown key ${shown(issue.keys[0])} in ${keyName(issue.path)}`, issue.message)
    : problemAt(source, path, `${keyName(path)} ${issue.message}`, 'mend it; the README lists what may stand there');
}

const MISSING = 'is missing';

/** What is wrong, to follow the key's name. */
function describe(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? MISSING
        : `is ${shown(issue.input)}, expected ${EXPECTED[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? 'is empty'
        : `is ${shown(issue.input)}, expected ${issue.minimum} or more`;
    case 'invalid_union':
      return issue.input === undefined ? MISSING : `is ${shown(issue.input)}, expected a text or a list of texts`;
    default:
      return undefined;
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
};

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
          typeof key === 'number' ? `${name}[${key}]` : name === '' ? String(key) : `${name}.${String(key)}`,
        '',
      );
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}
