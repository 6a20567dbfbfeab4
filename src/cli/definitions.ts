/**
 * The command line as data, from commander's definitions. The completions, the man page and docs/commands.md are
 * generated from it.
 */

import type { Command, Option } from 'commander';

/** The command that runs when files are named without a command. */
export const DEFAULT_COMMAND = 'analyze';

export interface CommandDefinition {
  /** Empty for the program itself. */
  readonly name: string;
  readonly description: string;
  /** As shown by `--help`: `[options] [file...]`. */
  readonly usage: string;
  /** The text at the start of `--help`: examples and general notes. */
  readonly before: string;
  readonly flags: readonly Flag[];
  /** Whether the command takes files as arguments. */
  readonly files: boolean;
  /** The fixed words that the command accepts as its argument; empty where there are none. */
  readonly words: readonly string[];
}

export interface Flag {
  readonly short: string | undefined;
  readonly long: string;
  /** Name of its value; undefined for a flag without one. */
  readonly value: string | undefined;
  /** The allowed values; undefined where any value is allowed. */
  readonly choices: readonly string[] | undefined;
  /** Whether its value is the name of a file. */
  readonly file: boolean;
  readonly repeatable: boolean;
  readonly description: string;
}

/** The definitions of the program and then of its commands, in the order of the help. */
export function definitionsOf(program: Command): CommandDefinition[] {
  return [program, ...program.commands].map((command) => ({
    name: command === program ? '' : command.name(),
    description: command.description(),
    usage: command.usage(),
    before: textBefore(command),
    flags: command.createHelp().visibleOptions(command).map(flagOf),
    ...takenBy(command, command === program),
  }));
}

function flagOf({ short, long = '', flags, argChoices, description, defaultValue }: Option): Flag {
  const value = /<([^>]*)>/u.exec(flags)?.[1];
  const shown =
    value === undefined || defaultValue === undefined || description.includes('(default')
      ? ''
      : ` (default: ${String(defaultValue)})`;
  return {
    short,
    long,
    value,
    choices: argChoices,
    file: value === 'file' || value === 'dump',
    repeatable: description.includes('repeatable'),
    description: description + shown,
  };
}

function takenBy(command: Command, isProgram: boolean): Pick<CommandDefinition, 'files' | 'words'> {
  if (isProgram) return { files: true, words: command.commands.map((each) => each.name()) };
  const [first] = command.registeredArguments;
  return { files: first !== undefined && first.argChoices === undefined, words: first?.argChoices ?? [] };
}

function textBefore(command: Command): string {
  let text = '';
  const { writeOut } = command.configureOutput();
  command.configureOutput({ writeOut: (more) => (text += more) });
  command.outputHelp();
  command.configureOutput(writeOut ? { writeOut } : {});
  return text.slice(0, text.indexOf('Usage: ')).trim();
}
