/** Makes the man page, in the macros of man(7), from the definitions of the command line. */

import { type CommandDefinition, DEFAULT_COMMAND, type Flag } from './definitions.js';

const ENVIRONMENT = [
  ['NO_COLOR', 'if set and not empty, no colour'],
  ['FORCE_COLOR', 'colour even in a pipe; 0 or false: none even in a terminal'],
  ['TERM', 'dumb: no colour, and progress in lines instead of a bar'],
  ['COLUMNS', 'cells in a line, where no terminal tells them (default: 80)'],
  ['TMPDIR', 'folder for temporary files'],
] as const;

const STATUS = [
  ['0', 'done'],
  ['1', 'a threshold was crossed (--fail-on, check)'],
  ['2', 'wrong usage, unreadable input, internal error'],
  ['130, 143', 'interrupted (Ctrl-C), terminated'],
] as const;

/** The man page (roff, section 1), from the definitions of the commands. */
export function manPage(program: string, version: string, [own, ...commands]: readonly CommandDefinition[]): string {
  const [motto = ''] = (own?.before ?? '').split('\n');
  return `${[
    `.TH ${program.toUpperCase()} 1 "" ${argument(`${program} ${version}`)} "User Commands"`,
    section('NAME'),
    `${text(program)} \\- ${text(motto)}`,
    section('SYNOPSIS'),
    `.B ${text(program)}`,
    text('[options] file...'),
    '.br',
    ...commands.flatMap(({ name, usage }) => [`.B ${text(program)} ${text(name)}`, text(usage), '.br']).slice(0, -1),
    section('DESCRIPTION'),
    text(
      'Reads a dump of posts around a hashtag, looks at when accounts were created, how they post, and ' +
        'what they do together, and prints which are likely coordinated, with the reasons for each. ' +
        'Coordinated need not be inauthentic.',
    ),
    '.PP',
    text(`Files without a command are analyzed: they are taken as by ${program} ${DEFAULT_COMMAND}.`),
    '.PP',
    text('The result goes to standard output; progress, warnings and errors go to standard error.'),
    section('COMMANDS'),
    ...commands.flatMap((command) => described(program, command)),
    section('EXIT STATUS'),
    ...STATUS.flatMap(([code, means]) => ['.TP', `.B ${text(code)}`, text(means)]),
    section('ENVIRONMENT'),
    ...ENVIRONMENT.flatMap(([name, means]) => ['.TP', `.B ${text(name)}`, text(means)]),
  ].join('\n')}\n`;
}

function section(name: string): string {
  return `.SH ${argument(name)}`;
}

function described(program: string, { name, description, usage, before, flags }: CommandDefinition): string[] {
  return [
    `.SS ${argument(`${program} ${name} ${usage}`)}`,
    text(`${description.charAt(0).toUpperCase()}${description.slice(1)}.`),
    '.PP',
    '.nf',
    ...before.split('\n').map(text),
    '.fi',
    ...flags.flatMap((flag) => [
      '.TP',
      spelled(flag),
      text(flag.choices ? `${flag.description}: ${flag.choices.join(', ')}` : flag.description),
    ]),
  ];
}

function spelled({ short, long, value }: Flag): string {
  const names = [short, long].flatMap((name) => (name === undefined ? [] : [`\\fB${text(name)}\\fR`]));
  return names.join(', ') + (value === undefined ? '' : ` \\fI${text(value)}\\fR`);
}

/**
 * Escapes a line of text: it cannot begin a roff request, hyphens can be copied, and non-ASCII characters are named by
 * their code point.
 */
function text(line: string): string {
  const escaped = line
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(
      /[^\u0000-\u007F]/gu,
      (sign) => `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
  return /^[.']/u.test(escaped) ? `\\&${escaped}` : escaped;
}

function argument(line: string): string {
  return `"${text(line).replaceAll('"', '""')}"`;
}
