import { Command } from 'commander';
import { VERSION } from '../documents/version.js';
import { analyzeCommand } from './analyze.js';
import { checkCommand } from './check.js';
import { compareCommand } from './compare.js';
import { completionCommand } from './completion.js';
import { evaluateCommand } from './evaluate.js';
import { explainCommand } from './explain.js';
import { PROGRAM, formatMessage } from './format-error.js';
import { inspectCommand } from './inspect.js';
import { schemaCommand } from './schema.js';
import { simulateCommand } from './simulate.js';

const EXAMPLES = `Who pushed a hashtag together, who simply used it, and how sure can we be?

Examples:
  ${PROGRAM} analyze dump.csv
  ${PROGRAM} analyze dump.csv --hashtag '#tag' --since 2014-02-26 --until 2014-03-05
  ${PROGRAM} analyze *.csv --json > result.json
`;

/** The whole command line. Throws CommanderError instead of ending the process. */
export function buildProgram(): Command {
  const program = new Command(PROGRAM)
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('before', EXAMPLES)
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 a threshold was crossed, 2 wrong usage, bad input or internal error,\n130 interrupted (Ctrl-C), 143 terminated.',
    );
  add(program, analyzeCommand());
  add(program, explainCommand());
  add(program, compareCommand());
  add(program, inspectCommand());
  add(program, evaluateCommand());
  add(program, simulateCommand());
  add(program, schemaCommand());
  add(program, completionCommand());
  add(program, checkCommand());
  return toldInOneLine(program, `to analyze a file, use ${PROGRAM} analyze FILE; for all commands, ${PROGRAM} --help`);
}

function add(program: Command, command: Command): void {
  program.addCommand(toldInOneLine(command, `see ${PROGRAM} ${command.name()} --help`));
}

/** Commander's own errors in this program's form: one line, with the next step. */
function toldInOneLine(command: Command, nextStep: string): Command {
  return command.exitOverride().configureOutput({
    outputError: (text, write) => {
      const message = text
        .trim()
        .replace(/^error: /u, '')
        .replaceAll(/\s*\n\s*/gu, ' ');
      write(`${formatMessage(message, nextStep)}\n`);
    },
  });
}
