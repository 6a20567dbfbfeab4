import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { definitionsOf } from '../../src/cli/definitions.js';
import { manPage } from '../../src/cli/man-page.js';
import { buildProgram } from '../../src/cli/program.js';
import { VERSION } from '../../src/documents/version.js';
import { trendAudit, NOWHERE } from './run.js';

const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-'));
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const files: Readonly<Record<string, string>> = Object.fromEntries(
  ['bash', 'zsh', 'fish'].map((shell) => [shell, path.join(folder, `completion.${shell}`)]),
);
for (const [shell, file] of Object.entries(files))
  writeFileSync(file, (await trendAudit(['completion', shell])).stdout);
mkdirSync(path.join(folder, 'here'));
for (const name of ['dump.csv', 'two words.csv']) writeFileSync(path.join(folder, 'here', name), '');

const commands = definitionsOf(buildProgram(NOWHERE))
  .slice(1)
  .map(({ name }) => name)
  .sort();

/** What is offered for the last of the words, sorted; with `-o default` Bash itself names files where nothing is. */
function offeredByBash(...words: readonly string[]): string[] {
  const line = 'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _trend_audit; printf "%s\\n" "${COMPREPLY[@]}"';
  const printed = execFileSync('bash', ['--norc', '-c', line, files['bash'] ?? '', 'trend-audit', ...words], {
    encoding: 'utf8',
    cwd: path.join(folder, 'here'),
  });
  return printed
    .split('\n')
    .filter((word) => word !== '')
    .sort();
}

describe('completion in bash', () => {
  it('offers commands and files where the command stands, and takes a file there for one to analyze', () => {
    expect(offeredByBash('')).toEqual([...commands, 'dump.csv', 'two words.csv'].sort());
    expect(offeredByBash('d')).toEqual(['dump.csv']);
    expect(offeredByBash('tw')).toEqual(['two words.csv']);
    expect(offeredByBash('dump.csv', '--ps')).toEqual(['--pseudonymize']);
    expect(offeredByBash('dump.csv', '--format', 'gr')).toEqual(['graphml']);
    expect(offeredByBash('dump.csv', '')).toEqual([]);
  });

  it('offers flags, and the values of flags', () => {
    expect(offeredByBash('an')).toEqual(['analyze']);
    expect(offeredByBash('--v')).toEqual(['--version']);
    expect(offeredByBash('analyze', 'dump.csv', '--ps')).toEqual(['--pseudonymize']);
    expect(offeredByBash('explain', '--acc')).toEqual(['--account']);
    expect(offeredByBash('analyze', '--format', 'j')).toEqual(['json', 'jsonl', 'junit']);
    expect(offeredByBash('analyze', '--format', '=', 'gr')).toEqual(['graphml']);
    expect(offeredByBash('simulate', '--language', '')).toEqual(['en', 'ru']);
    expect(offeredByBash('completion', '')).toEqual(['bash', 'fish', 'zsh']);
  });

  it('leaves files to the shell where files are wanted', () => {
    expect(offeredByBash('analyze', '')).toEqual([]);
    expect(offeredByBash('analyze', '-o', '')).toEqual([]);
    expect(readFileSync(files['bash'] ?? '', 'utf8')).toContain('complete -o default -F _trend_audit trend-audit');
  });
});

function offeredByFish(line: string): string[] {
  const printed = execFileSync(
    'fish',
    ['--no-config', '-c', `source ${files['fish'] ?? ''}; complete -C ${JSON.stringify(line)}`],
    { encoding: 'utf8', cwd: path.join(folder, 'here') },
  );
  return printed
    .trim()
    .split('\n')
    .map((each) => each.split('\t')[0] ?? '')
    .sort();
}

describe.runIf(has('fish'))('completion in fish', () => {
  it('offers commands, flags, values and files', () => {
    expect(offeredByFish('trend-audit ')).toEqual([...commands, 'dump.csv', 'two words.csv'].sort());
    expect(offeredByFish('trend-audit dump.csv --ps')).toEqual(['--pseudonymize']);
    expect(offeredByFish('trend-audit analyze --ps')).toEqual(['--pseudonymize']);
    expect(offeredByFish('trend-audit analyze --format j')).toEqual(['json', 'jsonl', 'junit']);
    expect(offeredByFish('trend-audit analyze d')).toEqual(['dump.csv']);
    expect(offeredByFish('trend-audit analyze -o d')).toEqual(['dump.csv']);
    expect(offeredByFish('trend-audit completion ')).toEqual(['bash', 'fish', 'zsh']);
  });
});

describe.runIf(has('zsh'))('completion in zsh', () => {
  const setUp = path.join(folder, 'set-up.zsh');
  writeFileSync(
    setUp,
    `PS1= RPS1=
autoload -U compinit; compinit -u -d ${folder}/dump
source ${files['zsh'] ?? ''}; cd ${folder}/here
show() { print -r -- "<<$BUFFER>>" }; zle -N show; bindkey '^X^X' show
print REA''DY
`,
  );

  /** Types into a terminal of zsh's own, presses Tab, and reads what the line has become. */
  const completed = (line: string): string => {
    const typed = `zmodload zsh/zpty
zpty shell TERM=vt100 zsh -f -i
zpty -w shell "source $1"
zpty -r -m shell out '*READY*'
zpty -n -w shell "$2"$'\\t\\x18\\x18'
zpty -r -m shell out '*<<*>>*'
print -r -- "$out"
zpty -d shell`;
    const printed = execFileSync('zsh', ['-f', '-c', typed, 'zsh', setUp, line], { encoding: 'utf8', timeout: 30_000 });
    return /<<(.*)>>/su.exec(printed)?.[1] ?? printed;
  };

  it('completes commands, flags, values and files', () => {
    expect(completed('trend-audit ana')).toBe('trend-audit analyze ');
    expect(completed('trend-audit du')).toBe('trend-audit dump.csv ');
    expect(completed('trend-audit dump.csv --pseu')).toBe('trend-audit dump.csv --pseudonymize ');
    expect(completed('trend-audit analyze --pseu')).toBe('trend-audit analyze --pseudonymize ');
    expect(completed('trend-audit analyze --format gr')).toBe('trend-audit analyze --format graphml ');
    expect(completed('trend-audit analyze du')).toBe('trend-audit analyze dump.csv ');
    expect(completed('trend-audit completion f')).toBe('trend-audit completion fish ');
  });
});

it('says which shells there are', async () => {
  expect(await trendAudit(['completion', 'powershell'])).toMatchObject({ code: 2, stdout: '' });
  expect((await trendAudit(['completion', 'powershell'])).stderr).toContain('Allowed choices are bash, zsh, fish.');
});

describe('the man page', () => {
  const built = readFileSync(path.join(import.meta.dirname, '../../man/trend-audit.1'), 'utf8');

  it('is made by the build, from the same definitions', () => {
    expect(built).toBe(manPage('trend-audit', VERSION, definitionsOf(buildProgram(NOWHERE))));
  });

  it('tells every command and every flag, in nothing but ASCII', () => {
    for (const { name, flags } of definitionsOf(buildProgram(NOWHERE)).slice(1)) {
      expect(built).toContain(`.SS "trend\\-audit ${name} `);
      for (const { long } of flags) expect(built).toContain(`\\fB${long.replaceAll('-', '\\-')}\\fR`);
    }
    expect(built).not.toMatch(/[^\n -~]/u);
    expect(built).toContain('.B trend\\-audit\n[options] file...\n');
  });

  it.runIf(has('mandoc') || spawnSync('mandoc', ['-h']).error === undefined)('has no errors for mandoc', () => {
    const { status, stdout } = spawnSync(
      'mandoc',
      ['-T', 'lint', '-W', 'error', path.join(import.meta.dirname, '../../man/trend-audit.1')],
      { encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
