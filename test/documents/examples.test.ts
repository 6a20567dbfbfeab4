import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMAND, inShell, trendAudit } from '../cli/run.js';
import { blocksIn, blocksOf, DOCUMENTS, LIBRARY, ROOT } from './documents.js';
import { readersFolder } from './readers-folder.js';

const run = promisify(execFile);

/** The languages of fences, and who runs what stands in them. */
const KNOWN = new Set([
  'console',
  'sh',
  'js',
  'ts',
  'json',
  'yaml',
  // By test/recipes.test.ts.
  'jq',
  'miller',
  'python',
  'r',
  'sql',
  // Figures.
  '',
]);

describe('every example', () => {
  it.each([...DOCUMENTS, ...LIBRARY])('of %s is run, or says why not', (document) => {
    const blocks = blocksOf(document);
    expect(blocks.filter(({ language }) => !KNOWN.has(language))).toEqual([]);
    const commands = blocks.filter(
      ({ language, code, notRun }) =>
        language === '' && notRun === undefined && /^\s*(?:\$ |trend-audit |np[mx] |node |git )/mu.test(code),
    );
    expect(commands).toEqual([]);
  });
});

describe('console', () => {
  it.each(blocksIn('console'))('$at shows what the command prints', async ({ document, code }) => {
    const [first = '', ...shown] = code.trimEnd().split('\n');
    // Plain words: nothing of it is for the shell.
    expect(first).toMatch(/^\$ trend-audit(?: [\w./-]+)+$/u);
    const { stdout } = await trendAudit(first.split(' ').slice(2), { cwd: ROOT });
    const found = excerpt(shown, stdout.split('\n'));
    // To refresh: `UPDATE=1 npx vitest run test/documents`, and look at the difference before it is committed.
    const isUpdate = process.env['UPDATE'] === '1';
    if (isUpdate) {
      const file = path.join(ROOT, document);
      const update = `${[first, ...found].join('\n')}\n`;
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(code, () => update),
      );
    }
    expect(isUpdate ? shown : found).toEqual(shown);
  });
});

/** The same parts of what is printed, each found by its first line; a line … stands for what is left out. */
function excerpt(shown: readonly string[], printed: readonly string[]): string[] {
  const found: string[] = [];
  let at = 0;
  let isFirst = true;
  for (const line of shown) {
    if (line === '…') isFirst = true;
    else if (isFirst && found.length > 0) {
      const next = printed.indexOf(line, at);
      at = next < 0 ? at : next;
    }
    found.push(line === '…' ? line : (printed[at++] ?? ''));
    isFirst = line === '…';
  }
  return found;
}

/** Whether an example needs a program that is not on this machine. */
function lacksProgram(code: string): boolean {
  return /\bjq\b/u.test(code) && spawnSync('jq', ['--version']).status !== 0;
}

describe('sh', () => {
  const blocks = blocksIn('sh').filter(({ notRun }) => notRun === undefined);

  for (const { at, code } of blocks)
    it.skipIf(lacksProgram(code))(`${at} runs`, async () => {
      const cwd = readersFolder(code);
      for (const line of code.split('\n').map(withoutComment)) {
        if (line === '') continue;
        const words = plainWords(line);
        const { code: exit, stderr } = words ? await trendAudit(words, { cwd }) : await typed(line, cwd);
        expect({ line, exit, stderr: exit === 0 ? '' : stderr }).toEqual({ line, exit: 0, stderr: '' });
      }
    });

  it('there are some, and most are plain commands', () => {
    const lines = blocks.flatMap(({ code }) => code.split('\n').map(withoutComment)).filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(25);
    expect(lines.filter((line) => plainWords(line) !== undefined).length).toBeGreaterThan(lines.length / 2);
  });
});

/** A comment begins after two blanks, or at the beginning. */
function withoutComment(line: string): string {
  return line.replace(/(?:^|\s{2,})#.*$/u, '').trim();
}

/** The arguments of a call of the command without anything for the shell but quotes; undefined where there is something else. */
function plainWords(line: string): string[] | undefined {
  if (!/^trend-audit(?: (?:'[^']*'|[^\s'"|&;<>$()*]+))*$/u.test(line)) return undefined;
  return [...line.matchAll(/'([^']*)'|[^\s']+/gu)].map(([whole, quoted]) => quoted ?? whole).slice(1);
}

/** Types a line where `trend-audit` is on the path. */
function typed(line: string, cwd: string): ReturnType<typeof inShell> {
  const bin = mkdtempSync(path.join(tmpdir(), 'trend-audit-bin-'));
  const command = path.join(bin, 'trend-audit');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`);
  chmodSync(command, 0o755);
  return inShell(`set -eo pipefail; PATH="$3:$PATH"; cd "$4"; eval "$5"`, [bin, cwd, line]);
}

/** A folder with files in which the package can be imported by its name. */
function importingFolder(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(path.join(tmpdir(), 'trend-audit-library-'));
  mkdirSync(path.join(place, 'node_modules'));
  symlinkSync(ROOT, path.join(place, 'node_modules/trend-audit'));
  writeFileSync(path.join(place, 'package.json'), '{"type":"module"}');
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(place, name), text);
  return place;
}

describe('js', () => {
  const blocks = blocksIn('js');
  const SEPARATOR = '--- next ---';
  let printed: string[] = [];

  // One process for all: to load the program takes as long as an example.
  beforeAll(async () => {
    const files = Object.fromEntries(blocks.map(({ code }, index) => [`example-${index}.js`, code]));
    const all = blocks
      .map((_, index) => `await import('./example-${index}.js'); console.log('${SEPARATOR}');`)
      .join('\n');
    const main = path.join(importingFolder({ ...files, 'all.js': all }), 'all.js');
    const { stdout, stderr } = await run(process.execPath, [main], { cwd: ROOT });
    if (stderr !== '') throw new Error(stderr);
    printed = stdout.split(`${SEPARATOR}\n`);
  });

  it.each(blocks.map(({ at, code }, index) => ({ at, code, index })))('$at prints what it says', ({ code, index }) => {
    const said = [...code.matchAll(/^\/\/→ (.*)$/gmu)].map(([, line]) => line);
    expect(said.length).toBeGreaterThan(0);
    expect(printed[index]?.trimEnd().split('\n')).toEqual(said);
  });
});

describe('ts', () => {
  it('compiles, strictly', async () => {
    const blocks = blocksIn('ts');
    expect(blocks.length).toBeGreaterThan(0);
    const files = Object.fromEntries(blocks.map(({ code }, index) => [`example-${index}.ts`, code]));
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.asynciterable'],
      module: 'esnext',
      moduleResolution: 'bundler',
      types: [],
      noEmit: true,
      strict: true,
      resolveJsonModule: true,
      preserveSymlinks: true,
    };
    const config = JSON.stringify({ compilerOptions, files: Object.keys(files) });
    const place = importingFolder({ ...files, 'tsconfig.json': config });
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(await run(process.execPath, [tsc, '-p', place]).catch((error: unknown) => error)).toMatchObject({
      stdout: '',
      stderr: '',
    });
  });
});

describe('json and yaml', () => {
  it.each([...blocksIn('json'), ...blocksIn('yaml')])('$at can be read', ({ code }) => {
    expect(parse(code)).toBeTypeOf('object');
  });
});
