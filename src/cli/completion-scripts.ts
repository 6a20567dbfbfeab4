/** Completion scripts for the shells. They do not start the program while the user types. */

import { type CommandDefinition, DEFAULT_COMMAND, type Flag } from './definitions.js';

export const COMPLETIONS: ReadonlyMap<string, (program: string, commands: readonly CommandDefinition[]) => string> =
  new Map([
    ['bash', bash],
    ['zsh', zsh],
    ['fish', fish],
  ]);

/** Without choices to offer, Readline's default completion suggests file names. Also works in bash 3.2. */
function bash(program: string, commands: readonly CommandDefinition[]): string {
  const values = commands.flatMap(({ name, flags }) =>
    flags.flatMap((flag) => (flag.value === undefined ? [] : [`    ${patterns(name, flag)}) ${bashValue(flag)} ;;`])),
  );
  const words = commands.map(
    ({ name, flags, files, words: own }) =>
      `    ${quoted(name)}) flags=${quoted(flags.flatMap(namesOf).join(' '))} ` +
      `words=${quoted(own.join(' '))} files=${files ? 1 : 0} ;;`,
  );
  const known = commands.map(({ name }) => quoted(name)).join(' | ');
  return `# Completion of ${program} for bash.
_${identifier(program)}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} at=$((COMP_CWORD - 1)) command= flags= words= files=1 i each
  # Bash takes --flag=value for three words.
  if [[ $cur == = ]]; then cur=; elif [[ \${COMP_WORDS[at]} == = ]]; then at=$((at - 1)); fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ \${COMP_WORDS[i]} != -* ]]; then command=\${COMP_WORDS[i]}; break; fi
  done
  # A file in place of a command.
  case $command in
    ${known}) ;;
    *) command=${DEFAULT_COMMAND} ;;
  esac
  COMPREPLY=()
  case "$command \${COMP_WORDS[at]}" in
${values.join('\n')}
  esac
  case $command in
${words.join('\n')}
  esac
  if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$cur")); return; fi
  if [[ -z $words ]]; then return; fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if ((files)); then
    while IFS= read -r each; do COMPREPLY+=("$each"); done < <(compgen -f -- "$cur")
    compopt -o filenames 2> /dev/null
    return
  fi
  compopt +o default 2> /dev/null
}
complete -o default -F _${identifier(program)} ${program}
`;
}

function patterns(command: string, flag: Flag): string {
  return namesOf(flag)
    .map((name) => quoted(`${command} ${name}`))
    .join(' | ');
}

function bashValue({ choices, file }: Flag): string {
  if (choices) return `COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$cur")); return`;
  return file ? 'return' : 'compopt +o default 2> /dev/null; return';
}

function zsh(program: string, commands: readonly CommandDefinition[]): string {
  const [own, ...rest] = commands;
  const described = rest.map(({ name, description }) => `        ${quoted(`${name}:${description}`)}`);
  // The catch-all pattern comes last; it also covers a file in place of a command.
  const cases = [
    ...rest.filter(({ name }) => name !== DEFAULT_COMMAND),
    ...rest.filter(({ name }) => name === DEFAULT_COMMAND),
  ].map(
    (command) =>
      `        ${command.name === DEFAULT_COMMAND ? '*' : command.name}) _arguments ` +
      `${[...command.flags.flatMap(zshFlags), ...zshTakes(command)].map(quoted).join(' ')} ;;`,
  );
  return `#compdef ${program}
# Completion of ${program} for zsh.
_${identifier(program)}() {
  local context state state_descr line
  local -a commands
  local -A opt_args
  _arguments -C ${(own?.flags ?? []).flatMap(zshFlags).map(quoted).join(' ')} '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      commands=(
${described.join('\n')}
      )
      _describe command commands
      _files ;;
    argument)
      case $line[1] in
${cases.join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _${identifier(program)} ]]; then _${identifier(program)} "$@"; else compdef _${identifier(program)} ${program}; fi
`;
}

function zshFlags(flag: Flag): string[] {
  const { value, choices, file, repeatable, description } = flag;
  const told = description.replaceAll(/[[\]:\\]/gu, (sign) => `\\${sign}`);
  const what =
    value === undefined
      ? ''
      : `:${value.replaceAll(':', ' ')}:${choices ? `(${choices.join(' ')})` : file ? '_files' : ' '}`;
  return namesOf(flag).map(
    (name) =>
      `${repeatable ? '*' : ''}${name}${value !== undefined && name.startsWith('--') ? '=' : ''}[${told}]${what}`,
  );
}

function zshTakes({ files, words }: CommandDefinition): string[] {
  return [...(words.length === 0 ? [] : [`1:word:(${words.join(' ')})`]), ...(files ? ['*:file:_files'] : [])];
}

function fish(program: string, commands: readonly CommandDefinition[]): string {
  const line = (condition: string, rest: string): string => `complete -c ${program} -n ${quoted(condition)} ${rest}`;
  const others = commands.flatMap(({ name }) => (name === '' || name === DEFAULT_COMMAND ? [] : [name])).join(' ');
  const conditions = new Map([
    ['', '__fish_use_subcommand'],
    // The default command: named, or implied by a file in its place.
    [DEFAULT_COMMAND, `not __fish_use_subcommand; and not __fish_seen_subcommand_from ${others}`],
  ]);
  const lines = commands.flatMap(({ name, description, flags, files, words }) => {
    const here = conditions.get(name) ?? `__fish_seen_subcommand_from ${name}`;
    return [
      ...(name === '' ? [] : [line('__fish_use_subcommand', `-a ${name} -d ${fishQuoted(description)}`)]),
      ...(files ? [] : [line(here, '-f')]),
      ...(name === '' || words.length === 0 ? [] : [line(here, `-a ${quoted(words.join(' '))}`)]),
      ...flags.map(({ short, long, value, choices, file, description: told }) => {
        const shortFlag = short === undefined ? '' : `-s ${short.slice(1)} `;
        const given =
          value === undefined ? '' : choices ? `-x -a ${quoted(choices.join(' '))} ` : file ? '-r -F ' : '-x ';
        return line(here, `${shortFlag}-l ${long.slice(2)} ${given}-d ${fishQuoted(told)}`);
      }),
    ];
  });
  return `# Completion of ${program} for fish.\n${lines.join('\n')}\n`;
}

function namesOf({ short, long }: Flag): string[] {
  return short === undefined ? [long] : [short, long];
}

function identifier(program: string): string {
  return program.replaceAll('-', '_');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
