import { Command, Option } from 'commander';
import { CHECK_ENDINGS, CHECK_FORMATS } from '../report/check/formats.js';
import { collectFile, parseCountArgument, parsePoints } from './arguments.js';
import { ALLOW_OUTSIDE, type CheckFlags, TEXT, TOLERANCE } from './check-flags.js';
import { addOutputOptions, optionOf } from './command-options.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';

const EXAMPLES = `Examples:
  ${PROGRAM} check --init && ${PROGRAM} check --update
  ${PROGRAM} check
  ${PROGRAM} check nightly.config.yaml --format junit > results.xml
  ${PROGRAM} check --update

Without a name, trend-audit.config.json (or .yaml, or the key trend-audit in
package.json) is looked for here and in the directories above, up to the root of the
repository or the home directory. Paths in it are relative to its own directory, and may
lead out of its repository only with --allow-outside. Options override the environment
(TREND_AUDIT_WORKERS and so on), and the environment overrides the file.
`;

/** Defines `check`. */
export function checkCommand(invocation: Invocation): Command {
  const command = new Command('check')
    .description('check datasets against expected results, for continuous integration')
    .argument('[config]', 'file of configuration (JSON or YAML)')
    .option('--init', 'write a first configuration that lists the dumps found here')
    .option('--update', 'update the stored baselines')
    .option(
      ALLOW_OUTSIDE,
      'let the configuration name files outside its repository (or outside its folder, if it is in none)',
    )
    .option('--print-config', 'print the configuration with all defaults filled in, and check nothing')
    .addOption(
      new Option('--format <name>', `how to print (default: ${TEXT})`)
        .choices([TEXT, ...CHECK_FORMATS.keys()])
        .argParser(String)
        .env('TREND_AUDIT_FORMAT'),
    )
    .option(
      '-o, --output <file>',
      'write to a file as well, in the format of its extension: ' +
        `${[...CHECK_ENDINGS.keys()].map((ending) => `.${ending}`).join(' ')}; repeatable`,
      collectFile,
    )
    .addOption(
      new Option(
        '--workers <n>',
        'datasets that are checked at a time; the result is the same with any number (default: one a core)',
      )
        .env('TREND_AUDIT_WORKERS')
        .argParser(parseCountArgument),
    )
    .addOption(
      new Option('--tolerance <points>', `points by which a score may differ from a baseline (default: ${TOLERANCE})`)
        .env('TREND_AUDIT_TOLERANCE')
        .argParser(parsePoints),
    )
    .addOption(optionOf('seed', 'seed of all random choices, for every dataset').env('TREND_AUDIT_SEED'))
    .addOption(
      optionOf('maxBadRows', 'give up on a dataset when more rows than this cannot be read').env(
        'TREND_AUDIT_MAX_BAD_ROWS',
      ),
    );
  return addOutputOptions(command)
    .addHelpText('before', EXAMPLES)
    .action(async (named: string | undefined, flags: CheckFlags, typed: Command) =>
      (await import('./check-run.js')).runCheck(named, flags, typed, invocation),
    );
}
