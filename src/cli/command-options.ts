/** Options that several commands share: those in the table, and how a result is shown. */

import { type Command, Option } from 'commander';
import { OPTION_KINDS, type OptionKind } from '../option-kinds.js';
import {
  type AnalyzeOptions,
  checkOptions,
  FLAG_DEFINITIONS,
  FLAG_OPTIONS,
  type FlagName,
  flagOf,
  isFlagName,
} from '../options.js';
import { argument } from './arguments.js';
import type { Invocation } from './invocation.js';
import { useColor } from './terminal.js';
import { pageWidth } from './terminal.js';

/** Values typed for the options in the table. A time remains text until the time zone is known. */
export type TypedOptions = Pick<AnalyzeOptions, TypedAtOnce> & { readonly since?: string; readonly until?: string };

type TypedAtOnce = Exclude<FlagName, 'since' | 'until'>;

export interface OutputFlags {
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color?: boolean;
  readonly plain?: true;
}

/** Adds the flags of these options, by default of all options in the table. */
export function addOptions(command: Command, names: readonly FlagName[] = FLAG_OPTIONS): Command {
  for (const name of names) command.addOption(optionOf(name));
  return command;
}

/** The flag of one option, with the help of the table unless another is given. */
export function optionOf(name: FlagName, help = FLAG_DEFINITIONS[name].help): Option {
  const { flag, kind } = FLAG_DEFINITIONS[name];
  const option = new Option(flag, help);
  // `--no-header` is a flag with that name, not the negation of `--header`.
  option.negate = false;
  return option.argParser(
    argument((text, typing) => {
      const { parse, inZone }: OptionKind<unknown> = OPTION_KINDS[kind];
      const value = parse?.(text, typing);
      // The form of a time is checked now; its value depends on the time zone, which may follow.
      return inZone ? text : value;
    }),
  );
}

/** Adds the output options that commands share, and --help. */
export function addOutputOptions(command: Command): Command {
  return command
    .option('--quiet', 'only the result: no progress, no warnings')
    .option('--verbose', 'also show how each file was read, how long it took, and where an error occurred')
    .option('--color', 'use colour, even in a pipe')
    .option('--no-color', 'use no colour, even in a terminal')
    .option(
      '--plain',
      'for screen readers and awk: columns separated by tabs; nothing is drawn, wrapped, cut or coloured',
    )
    .helpOption('-h, --help', 'print this help');
}

/** The typed values as options of the analysis. Throws TrendAuditError where they contradict each other. */
export function analyzeOptions(
  typed: TypedOptions,
  names: readonly FlagName[] = FLAG_OPTIONS,
): Pick<AnalyzeOptions, FlagName> {
  const { since, until, ...others } = typed;
  const given: { -readonly [Name in FlagName]?: NonNullable<AnalyzeOptions[Name]> } = {};
  const take = <Name extends TypedAtOnce>(name: Name): void => {
    const value = others[name];
    if (value !== undefined) given[name] = value;
  };
  for (const name of names) if (name !== 'since' && name !== 'until') take(name);
  const zone = { zone: typed.assumeTz };
  if (since !== undefined) given.since = OPTION_KINDS.since.parse(since, zone);
  if (until !== undefined) given.until = OPTION_KINDS.until.parse(until, zone);
  checkOptions(given, (name) => (isFlagName(name) ? flagOf(name) : name));
  return given;
}

/** How wide the page on standard output is, and whether it has colours. */
export function pageOptions(
  { color, plain }: OutputFlags,
  { io: { stdout, env } }: Invocation,
): { readonly width: number; readonly color: boolean; readonly plain: boolean } {
  return {
    width: pageWidth(stdout.isTTY ? stdout.columns : undefined, env),
    color: useColor(color, env, stdout.isTTY === true),
    plain: plain === true,
  };
}
