/** The shape of a configuration: its keys and their values. */

import * as z from 'zod';
import { type Bounds, type CountOrPercent, INDICATORS } from '../documents/check.js';
import type { Verdict } from '../documents/verdict.js';
import { FLAG_DEFINITIONS, FLAG_OPTIONS, type FlagKind } from '../options.js';
import { formatNumber } from '../text/format.js';
import { suggest } from '../text/suggest.js';

type Scalar = string | number;

/** Options of the analysis by name, with values as for their flags; several values where the flag is repeatable. */
export type DatasetOptions = Readonly<Record<string, OptionValue | undefined>>;

export type OptionValue = boolean | Scalar | readonly Scalar[] | Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** An object with only the keys of the shape; the error for another key suggests the nearest one. */
function strict<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      const [key = ''] = issue.keys;
      const near = suggest(key, Object.keys(shape));
      return (
        `${near === undefined ? '' : `did you mean ${near}? `}${Object.keys(shape).length > 1 ? 'keys' : 'the only key'} ` +
        `here: ${Object.keys(shape).join(', ')}`
      );
    },
  });
}

/** JSON Schema of a percentage, for editors. */
const PERCENT = { type: 'string', pattern: String.raw`^\d+(\.\d+)? ?%$` };

type Unit = 'count' | 'number' | 'share';

/** Allowed bounds by unit. */
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
      context.addIssue({ code: 'custom', message: `is ${shortValue(value)}, expected ${says}` });
      return z.NEVER;
    });
}

/**
 * A range `{min, max}`, with either or both. A single value is the exact value, the minimum or the maximum, as `alone`
 * says.
 */
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
        const parsed = both.safeParse(value, { error: describeIssue });
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
          message: `is ${shortValue(value)}, expected ${AMOUNTS[unit].says}, or {"min": …, "max": …}`,
        });
        return z.NEVER;
      }
      if (alone !== 'exactly') return alone === 'least' ? { min: parsed.data } : { max: parsed.data };
      if ('count' in parsed.data) return { min: parsed.data, max: parsed.data };
      context.addIssue({
        code: 'custom',
        message: `is ${shortValue(value)}: an exact share is hardly ever met: give {"min": …, "max": …}`,
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

/** Longest path on Linux (PATH_MAX); names of accounts, columns and zones are much shorter. */
const LONGEST_TEXT = 4096;
/** A name is shown in one line of the log and of every report. */
const LONGEST_NAME = 200;
/** Each takes a second or more in its own thread: this many take about a quarter of an hour. */
const MOST_DATASETS = 1000;
/** For more files of one conversation, name their folder. */
const MOST_FILES = 1000;
/** Platforms provide only a few such files with a dump. */
const MOST_USERS = 100;
/** Twice the number of fields. */
const MOST_COLUMNS = 100;

const NUL = 'contains a NUL character, which no file name can have';
const text = z
  .string()
  .min(1)
  .max(LONGEST_TEXT)
  .refine((value) => !value.includes('\0'), NUL);
const texts = z.union([text.transform((one) => [one]), z.array(text).min(1).max(MOST_FILES)]);
const scalar = z.union([text, z.number()]);
const columns = z
  .record(z.string(), z.union([text, z.number(), z.array(scalar).min(1).max(MOST_COLUMNS)]))
  .refine((map) => Object.keys(map).length <= MOST_COLUMNS, `names more than ${MOST_COLUMNS} fields`);

/** The schema of each kind of option. Text is parsed as for its flag. */
const OPTION_SCHEMAS = {
  bytes: scalar,
  columns,
  count: scalar,
  dateOrder: z.enum(['day-first', 'month-first']),
  files: z.union([text, z.array(text).max(MOST_USERS)]),
  flag: z.boolean(),
  hashtag: scalar,
  share: scalar,
  since: scalar,
  text: scalar,
  until: scalar,
  zone: scalar,
} satisfies Record<FlagKind, z.ZodType>;

/** The number of threads is set once, for all datasets. */
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
  flooding: verdictBounds,
  unclear: verdictBounds,
  organic: verdictBounds,
  insufficient: verdictBounds,
};

export const EXPECT_SHAPE = strict({
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

export const CONFIG_SHAPE = strict({
  $schema: z.string().optional(),
  format: text.optional(),
  workers: z.int().min(1).optional(),
  tolerance: z.number().min(0).optional(),
  options: options.default({}),
  datasets: z
    .array(
      strict({
        name: text.max(LONGEST_NAME).optional(),
        files: texts,
        labels: text.optional(),
        options: options.default({}),
        expect: EXPECT_SHAPE.optional(),
        baseline: text.optional(),
      }),
    )
    .min(1)
    .max(MOST_DATASETS),
});

/** The JSON Schema (2020-12) of a configuration, for editors. */
export function configSchema(): object {
  return z.toJSONSchema(CONFIG_SHAPE, { io: 'input' });
}

export const MISSING_KEY = 'is missing';

/** The problem with a key, as the text after its name in a message. */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? MISSING_KEY
        : `is ${shortValue(issue.input)}, expected ${EXPECTED[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? 'is empty'
        : `is ${shortValue(issue.input)}, expected ${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'array'
        ? `has more than ${formatNumber(Number(issue.maximum))} entries`
        : issue.origin === 'string'
          ? `is longer than ${formatNumber(Number(issue.maximum))} characters`
          : `is ${shortValue(issue.input)}, expected ${issue.maximum} or less`;
    case 'invalid_union': {
      // The type is right but the value is not allowed: the reason is more useful than the expected type.
      const limit = issue.errors.flat().find(({ code }) => code === 'too_big' || code === 'custom');
      if (limit) return limit.message;
      return issue.input === undefined
        ? MISSING_KEY
        : `is ${shortValue(issue.input)}, expected a text or a list of texts`;
    }
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

/** A value for a message, limited to 60 characters. */
export function shortValue(value: unknown): string {
  // JSON cannot represent values that are not finite.
  const json = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}
