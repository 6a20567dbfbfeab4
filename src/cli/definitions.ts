/**
 * The command line as data, from commander's definitions: what the completions, the man page and docs/commands.md are
 * made from.
 */

import type { Command, Option } from 'commander';

/** The command that is meant where files are named and no command. */
export const DEFAULT_COMMAND = 'analyze';

export interface CommandDefinition {
  /** Empty for the program itself. */
  readonly name: string;
  readonly description: string;
  /** As `--help` has it: `[options] [file...]`. */
  readonly usage: string;
  /** What `--help` opens with: examples, and what is to be known beside the flags. */
  readonly before: string;
  readonly flags: readonly Flag[];
  /** Whether the command takes files besides its flags. */
  readonly files: boolean;
  /** The words that the command accepts besides its flags: one of them. */
  readonly words: readonly string[];
}

export interface Flag {
  readonly short: string | undefined;
  readonly long: string;
  /** What its value is called; undefined where it takes none. */
  readonly value: string | undefined;
  /** The words that its value may be; undefined where it may be anything. */
  readonly choices: readonly string[] | undefined;
  /** Whether its value is the name of a file. */
  readonly file: boolean;
  readonly repeatable: boolean;
  readonly description: string;
}

/** The program, then its commands in the order of its help. */
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
