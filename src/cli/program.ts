import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError, type Option } from 'commander';
import { VERSION } from '../documents/version.js';
import { TrendAuditError } from '../errors.js';
import { isAddress, noSuchFile } from '../read/open.js';
import { suggest } from '../text/suggest.js';
import { analyzeCommand } from './analyze.js';
import { checkCommand } from './check.js';
import { compareCommand } from './compare.js';
import { completionCommand } from './completion.js';
import { DEFAULT_COMMAND } from './definitions.js';
import { evaluateCommand } from './evaluate.js';
import { explainCommand } from './explain.js';
import { PROGRAM, formatMessage } from './format-error.js';
import { inspectCommand } from './inspect.js';
import type { Invocation, Io } from './invocation.js';
import { loadCommand } from './load.js';
import { loadsCommand } from './loads.js';
import { scanCommand } from './scan.js';
import { schemaCommand } from './schema.js';
import { simulateCommand } from './simulate.js';

/** Width of the help where the output is not a terminal. */
const HELP_WIDTH = 80;

const EXAMPLES = `Who pushed a hashtag together, who simply used it, and how sure can we be?

Examples:
  ${PROGRAM} dump.csv
  ${PROGRAM} dump.csv --hashtag '#tag' --since 2014-02-26 --until 2014-03-05
  ${PROGRAM} *.csv --json > result.json
`;

/** The commands, in the order of the help. */
const COMMANDS: readonly ((invocation: Invocation) => Command)[] = [
  analyzeCommand,
  explainCommand,
  compareCommand,
  scanCommand,
  inspectCommand,
  evaluateCommand,
  loadCommand,
  loadsCommand,
  simulateCommand,
  schemaCommand,
  completionCommand,
  checkCommand,
];

/** Defines the whole command line. It throws CommanderError instead of ending the process. */
export function buildProgram(invocation: Invocation): Command {
  const program = new Command(PROGRAM)
    .usage(`FILE...     is short for ${PROGRAM} ${DEFAULT_COMMAND} FILE...\n       ${PROGRAM} COMMAND ...`)
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('before', EXAMPLES)
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 a threshold was crossed, 2 wrong usage, bad input or internal ' +
        'error,\n130 interrupted (Ctrl-C), 143 terminated.',
    )
    .hook('preSubcommand', (self) => checkFirstWord(self, invocation))
    .hook('preAction', (_, command) => takeEnvironment(command, invocation.io.env));
  for (const make of COMMANDS) {
    const command = make(invocation);
    program.addCommand(withStreams(command, invocation, `see ${PROGRAM} ${command.name()} --help`), {
      isDefault: command.name() === DEFAULT_COMMAND,
    });
  }
  return withStreams(program, invocation, `see ${PROGRAM} --help`);
}

/**
 * Checks that the first word is a command or an existing file. Otherwise it is unclear which was meant: throws
 * TrendAuditError.
 */
function checkFirstWord(program: Command, invocation: Invocation): void {
  const [word] = program.args;
  if (word === undefined) program.help({ error: true });
  const names = program.commands.map((command) => command.name());
  if (word.startsWith('-') || names.includes(word)) return;
  if (isAddress(word)) throw noSuchFile(word);
  if (existsSync(invocation.resolve(word))) return;
  const near = suggest(word, names);
  throw new TrendAuditError('usage', `'${word}' is neither a command nor a file`, {
    hint:
      `${near === undefined ? '' : `did you mean ${PROGRAM} ${near}? `}Name a file to analyze, as in ` +
      `${PROGRAM} dump.csv, or a command: ${names.join(', ')}`,
  });
}

/**
 * Sets options from the environment of the run (commander would read that of the process). Typed values take
 * precedence.
 */
function takeEnvironment(command: Command, env: Io['env']): void {
  for (const option of command.options) {
    const value = option.envVar === undefined ? undefined : env[option.envVar];
    const source = command.getOptionValueSource(option.attributeName());
    if (value === undefined || (source !== undefined && source !== 'default')) continue;
    command.setOptionValueWithSource(option.attributeName(), parsed(option, value, command), 'env');
  }
}

function parsed(option: Option, value: string, command: Command): unknown {
  try {
    return option.parseArg ? option.parseArg(value, undefined) : value;
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    const what = `option '${option.flags}' value '${value}' from env '${option.envVar}' is invalid. ${error.message}`;
    return command.error(`error: ${what}`, { code: error.code });
  }
}

/** Sends commander's output to the streams of the run, and formats its errors as one line with the next step. */
function withStreams(command: Command, { io: { stdout, stderr } }: Invocation, nextStep: string): Command {
  return command.exitOverride().configureOutput({
    writeOut: (text) => void stdout.write(text),
    writeErr: (text) => void stderr.write(text),
    getOutHelpWidth: () => stdout.columns ?? HELP_WIDTH,
    getErrHelpWidth: () => stderr.columns ?? HELP_WIDTH,
    outputError: (text, write) => {
      const message = text
        .trim()
        .replace(/^error: /u, '')
        .replaceAll(/\s*\n\s*/gu, ' ');
      write(`${formatMessage(message, nextStep)}\n`);
    },
  });
}
