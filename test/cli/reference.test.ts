import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { definitionsOf, type Flag } from '../../src/cli/definitions.js';
import { buildProgram } from '../../src/cli/program.js';
import { OUTPUT_FORMATS } from '../../src/report/formats/index.js';
import { NOWHERE } from './run.js';

const ROOT = path.join(import.meta.dirname, '../..');
const COMMANDS = path.join(ROOT, 'docs/commands.md');
const definitions = definitionsOf(buildProgram(NOWHERE));
const flags = definitions.flatMap(({ name, flags: own }) => own.map((flag) => ({ command: name, flag })));

/** A row for each flag: those that several commands have in the same words, once. */
function reference(): string {
  const rows = new Map<string, string[]>();
  for (const { command, flag } of flags) {
    const row = `| ${spelled(flag)} | {} | ${told(flag)} |`;
    rows.set(row, [...(rows.get(row) ?? []), command === '' ? 'by itself' : command]);
  }
  const all = definitions.length;
  const lines = [...rows].map(([row, commands]) =>
    row.replace('{}', commands.length === all ? 'all' : commands.join(', ')),
  );
  return `| flag | commands | what it does |\n|---|---|---|\n${lines.join('\n')}\n`;
}

/** A row for each format that a result is written in. */
function formats(): string {
  const rows = [...OUTPUT_FORMATS].map(
    ([name, { ending, holds }]) => `| \`${name}\` | ${ending === null ? '' : `\`.${ending}\``} | ${holds} |`,
  );
  return `| format | files end in | what it holds |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function spelled({ short, long, value }: Flag): string {
  return `\`${[short, long].filter(Boolean).join(', ')}${value === undefined ? '' : ` ${value.toUpperCase()}`}\``;
}

function told({ description, choices }: Flag): string {
  return (choices ? `${description}: ${choices.join(', ')}` : description)
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;');
}

describe('docs/commands.md', () => {
  it('tells every flag of every command, as the help does, and every format', () => {
    const text = readFileSync(COMMANDS, 'utf8');
    const before = text.slice(0, text.indexOf('| flag'));
    const wanted = `${before}${reference()}\n## Formats of \`analyze\`\n\n${formats()}`;
    // To refresh: `UPDATE=1 npx vitest run test/cli/reference.test.ts`.
    const update = process.env['UPDATE'] === '1';
    if (update) writeFileSync(COMMANDS, wanted);
    expect(update ? wanted : text).toBe(wanted);
  });

  it('says what each command is for', () => {
    const text = readFileSync(COMMANDS, 'utf8');
    const names = definitions.map(({ name }) => name).filter((name) => name !== '');
    expect(names.filter((name) => !text.includes(`\n| \`${name}\` | `))).toEqual([]);
  });
});

describe('tests', () => {
  const texts = readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('reference.test.ts'))
    .map((file) => readFileSync(path.join(ROOT, 'test', file), 'utf8'))
    .join('\n');

  it.each([...new Set(flags.map(({ flag }) => flag.long))])('use %s', (long) => {
    expect(texts).toMatch(new RegExp(`${long}(?![\\w-])`, 'u'));
  });
});

describe('the help of each command', () => {
  it.each(definitions.filter(({ name }) => name !== ''))(
    'opens with examples that call it: $name',
    ({ name, before, flags: own }) => {
      expect(before).toMatch(/^Examples:\n/u);
      const examples = before.split('\n\n')[0]?.split('\n').slice(1) ?? [];
      expect(examples.length).toBeGreaterThan(1);
      for (const example of examples) expect(example).toContain(`trend-audit ${name}`);
      // A flag that an example shows is one of the command's.
      const shown = [...examples.join('\n').matchAll(new RegExp(`trend-audit ${name}[^|&;#\\n]*`, 'gu'))].flatMap(
        ([call]) => call.match(/(?<= )--?[a-z][\w-]*/gu) ?? [],
      );
      expect(shown.filter((flag) => !own.some(({ short, long }) => flag === short || flag === long))).toEqual([]);
    },
  );
});
