/** Functions for the table of options in `documents/options.ts`: names and flags, values in a result, checks. */

import {
  type AnalyzeOptions,
  type LibraryOptions,
  type Moment,
  type OptionDefinition,
  type ResolvedOptions,
  RESULT_OPTIONS,
  type ResultOptions,
  RUN_OPTIONS,
} from './documents/options.js';
import { TrendAuditError } from './errors.js';
import { InvalidValueError, OPTION_KINDS, type OptionKind } from './option-kinds.js';

export type { AnalysisInput, AnalyzeOptions, Progress, ResultOptions } from './documents/options.js';

const TABLE = { ...RESULT_OPTIONS, ...RUN_OPTIONS };

export type OptionName = keyof AnalyzeOptions;
/** Options that have a flag. */
export type FlagName = {
  [Name in OptionName]: (typeof TABLE)[Name] extends { readonly flag: string } ? Name : never;
}[OptionName];

/** Kinds of options that have a flag. */
export type FlagKind = (typeof TABLE)[FlagName]['kind'];

export const FLAG_DEFINITIONS: {
  readonly [Name in FlagName]: OptionDefinition & { readonly kind: FlagKind; readonly flag: string };
} = TABLE;

export const OPTIONS: { readonly [Name in OptionName]: OptionDefinition } = TABLE;

/** Options that determine how a dump is read. */
export const READING_OPTIONS = [
  'map',
  'assumeTz',
  'dateOrder',
  'noHeader',
  'sheet',
  'records',
  'maxBadRows',
  'encoding',
  'maxBytes',
] as const satisfies readonly FlagName[];

const BY_NAME: ReadonlyMap<string, OptionDefinition> = new Map(Object.entries(TABLE));

/** Every option that has a flag, in the order of the help. */
export const FLAG_OPTIONS: readonly FlagName[] = Object.keys(TABLE).filter(isFlagName);

/** Whether an option of this name can be set on the command line. */
export function isFlagName(name: string): name is FlagName {
  return BY_NAME.get(name)?.flag !== undefined;
}

/** The flag of an option without its value, such as `--assume-tz`. */
export function flagOf(name: FlagName): string {
  return FLAG_DEFINITIONS[name].flag.split(' ')[0] ?? name;
}

/**
 * The values of these options in a result: ISO 8601 UTC for times; the default, or null, for options that are not
 * given.
 */
export function resolve<Name extends keyof ResultOptions>(
  options: ResultOptions,
  names: readonly Name[],
): Pick<ResolvedOptions, Name> {
  return Object.fromEntries(
    names.map((name): unknown[] => {
      const { kind, default: otherwise } = RESULT_OPTIONS[name];
      const value: unknown = options[name];
      const told =
        typeof value === 'number' && (kind === 'since' || kind === 'until') ? new Date(value).toISOString() : value;
      return [name, told ?? otherwise];
    }),
  );
}

/** Every option that changes the result, with the values in the result. */
export function resolveOptions(options: ResultOptions): ResolvedOptions {
  return resolve(options, RESULT_NAMES);
}

const RESULT_NAMES = Object.keys(RESULT_OPTIONS).filter(isResultName);

function isResultName(name: string): name is keyof ResultOptions {
  return Object.hasOwn(RESULT_OPTIONS, name);
}

/**
 * The options of a result as command line arguments, without those that have their default value: `['--seed', '7']`.
 * @param without names of options to leave out
 */
export function typedOptions(options: ResolvedOptions, without: readonly string[] = []): string[] {
  return RESULT_NAMES.flatMap((name) => {
    const value: unknown = options[name];
    if (without.includes(name) || value === null || value === RESULT_OPTIONS[name].default) return [];
    if (value === true) return [flagOf(name)];
    return valuesOf(value).flatMap((typed) => [flagOf(name), typed]);
  });
}

/** The value as the texts that one would type, one for each use of the flag. */
function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([field, column]) => valuesOf(column).map((each) => `${field}=${each}`));
}

/**
 * Throws TrendAuditError where an option is unknown or has an invalid value, or where the time span is empty. `nameOf`
 * gives the name of an option for messages.
 */
export function checkOptions(options: AnalyzeOptions, nameOf: (name: OptionName) => string = (name) => name): void {
  for (const [name, value] of Object.entries(options)) {
    const definition = BY_NAME.get(name);
    if (!definition)
      throw new TrendAuditError('usage', `there is no option ${name}`, {
        hint: `options are ${[...BY_NAME.keys()].join(', ')}`,
      });
    const { holds, expected }: OptionKind<unknown> = OPTION_KINDS[definition.kind];
    if (value !== undefined && !holds(value))
      throw new TrendAuditError('usage', `the option ${name} is ${String(value)}`, { hint: `give ${expected}` });
  }
  const { since, until } = options;
  if (since !== undefined && until !== undefined && since >= until)
    throw new TrendAuditError('usage', `the time span is empty: ${nameOf('since')} is not before ${nameOf('until')}`, {
      hint: 'swap them, or give only one',
    });
}

/** Converts options of the library into options of the analysis. Throws TrendAuditError for an invalid time. */
export function libraryOptions({ since, until, ...others }: LibraryOptions): AnalyzeOptions {
  const moment = (name: 'since' | 'until', value: Moment): number => {
    if (typeof value === 'number') return value;
    try {
      if (typeof value === 'string') return OPTION_KINDS[name].parse(value, { zone: others.assumeTz });
    } catch (error) {
      if (!(error instanceof InvalidValueError)) throw error;
    }
    const time = value instanceof Date ? value.getTime() : Number.NaN;
    if (!Number.isNaN(time)) return time;
    throw new TrendAuditError('usage', `the option ${name} is ${String(value)}`, {
      hint: 'give a Date, milliseconds since 1970, or a text such as 2014-03-05 or 2014-03-05T12:00:00Z',
    });
  };
  return {
    ...others,
    ...(since === undefined ? {} : { since: moment('since', since) }),
    ...(until === undefined ? {} : { until: moment('until', until) }),
  };
}

/**
 * Calls a long synchronous computation through `aroundBlockingWork`, if given. Throws the signal's reason if it has
 * aborted.
 */
export async function runBlocking<T>(
  { aroundBlockingWork, signal }: Pick<AnalyzeOptions, 'aroundBlockingWork' | 'signal'>,
  work: () => T,
): Promise<T> {
  // Lets timers and signals run first: nothing else can run during the computation.
  await new Promise(setImmediate);
  signal?.throwIfAborted();
  return aroundBlockingWork ? aroundBlockingWork(work) : work();
}
