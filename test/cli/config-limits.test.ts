/** Configurations that are made to take time, memory or the log: each ends in one plain line. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/check/config.js';
import { parseJsonConfig, parseYaml } from '../../src/cli/config-document.js';
import { TrendAuditError } from '../../src/errors.js';
import { commandsIn } from '../report/ci/readers.js';
import { type Ran, trendAudit } from './run.js';

async function checked(name: string, content: string, ...args: string[]): Promise<Ran> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-limits-'));
  writeFileSync(path.join(folder, name), content);
  return trendAudit(['check', name, ...args], { cwd: folder });
}

/** The one line that a configuration is refused with. */
async function refusal(content: string, name = 'c.yaml'): Promise<string> {
  const { code, stdout, stderr } = await checked(name, content);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^trend-audit: [^\n]{1,600}\n$/u);
  return stderr;
}

const MIB = 2 ** 20;
const datasets = (count: number, more: object = {}): string =>
  JSON.stringify({
    datasets: Array.from({ length: count }, (_, n) => ({ name: `set ${n}`, files: 'a.csv', baseline: 'b', ...more })),
  });

/** How often the place of a key is asked for while a configuration of so many datasets is parsed. */
function placesAsked(count: number): number {
  let asked = 0;
  parseConfig({ ...parseJsonConfig(datasets(count), 'c.json'), lineOf: () => ++asked });
  return asked;
}

const one = (dataset: object): string => JSON.stringify({ datasets: [{ files: 'a.csv', baseline: 'b', ...dataset }] });

describe('a configuration is refused that', () => {
  it.each<[string, string, string]>([
    ['is larger than 1 MiB', `${datasets(1)}${' '.repeat(MIB)}`, 'c.json: is larger than 1 MiB.'],
    ['has more than 1000 datasets', datasets(1001), 'datasets has more than 1,000 entries.'],
    [
      'names more than 1000 files',
      one({ files: Array(1001).fill('a') }),
      'datasets[0].files has more than 1,000 entries.',
    ],
    ['holds many values', one({ expect: { flagged: Array(50_001).fill(1) } }), 'holds more than 50,000 values.'],
    ['has many wrong values', one({ expect: { flagged: Array(49_000).fill(1) } }), 'flagged[0] is 1, expected a text.'],
    [
      'names more than 100 files of users',
      one({ options: { users: Array(101).fill('a') } }),
      'datasets[0].options.users has more than 100 entries.',
    ],
    ['has a long name', one({ name: 'a'.repeat(201) }), 'datasets[0].name is longer than 200 characters.'],
    ['names a long path', one({ files: 'a'.repeat(4097) }), 'datasets[0].files is longer than 4,096 characters.'],
    ['names a long path in a list', one({ files: ['a', 'a'.repeat(4097)] }), 'is longer than 4,096 characters.'],
    ['names a file with a NUL', one({ files: 'a\0b' }), 'datasets[0].files contains a NUL character'],
    ['names labels with a NUL', one({ labels: '\0' }), 'datasets[0].labels contains a NUL character'],
    [
      'maps many columns',
      one({ options: { map: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`f${n}`, 'a'])) } }),
      'datasets[0].options.map names more than 100 fields.',
    ],
    ['has a long key', one({ ['k'.repeat(100_000)]: 1 }), 'unknown key "kkk'],
    [
      'has a long key in a map',
      one({ options: { map: { ['k'.repeat(100_000)]: {} } } }),
      'datasets[0].options.map.kkk',
    ],
    ['has a long value', JSON.stringify('v'.repeat(100_000)), 'the configuration is "vvv'],
    ['nests deep', '['.repeat(100_000) + ']'.repeat(100_000), 'c.json:1: is nested more than 64 deep.'],
    ['nests objects deep', '{"a":'.repeat(9000) + '1' + '}'.repeat(9000), 'c.json:1: is nested more than 64 deep.'],
    [
      'has many keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`k${n}`, 1]))),
      'c.json:1: has an object of more than 1000 keys.',
    ],
    ['has a long key twice', `{"${'k'.repeat(9000)}": 1, "${'k'.repeat(9000)}": 2}`, 'is given twice'],
  ])('%s', async (_, content, says) => {
    expect(await refusal(content, 'c.json')).toContain(says);
  });

  it.each<[string, string, string]>([
    [
      'refers to more than it writes',
      `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`).join('\n')}\n`,
      'is not valid YAML: Excessive alias count',
    ],
    ['holds itself', 'datasets: &a [*a]\n', 'c.yaml:1: holds more than 50,000 values.'],
    [
      'brings many values by aliases',
      `x: &x [${'1,'.repeat(1000)}]\ndatasets: [${'*x,'.repeat(99)}]\n`,
      'c.yaml:1: holds more than 50,000 values.',
    ],
    ['nests in brackets', '['.repeat(50_000), 'c.yaml:1: is nested more than 64 deep.'],
    ['nests in dashes', '- '.repeat(50_000), 'c.yaml:1: is nested more than 64 deep.'],
    ['nests in keys', '? '.repeat(50_000), 'c.yaml:1: is nested more than 64 deep.'],
    [
      'nests by indenting',
      Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      'is nested more than 64',
    ],
    ['has many keys', Array.from({ length: 60_000 }, (_, n) => `k${n}: 1`).join('\n'), 'more than 1000 keys'],
    ['has many comments', `${'# a\n'.repeat(200_000)}datasets: []`, 'c.yaml'],
    ['has many faults', 'a: 1\n}'.repeat(100_000), 'c.yaml'],
    ['has many documents', '--- 1\n'.repeat(100_000), 'c.yaml:2: is not valid YAML: '],
    [
      'is a program',
      'datasets: !!js/function "function () { throw 1 }"\n',
      'c.yaml:1: is not valid YAML: Unresolved tag',
    ],
    ['is of YAML 1.1', '%YAML 1.1\n---\ndatasets: !!binary aGk=\n', 'expected a list'],
    ['expects no number', 'datasets: [{files: a, expect: {precision: .nan}}]', 'precision is NaN, expected a share'],
    [
      'expects no end',
      'datasets: [{files: a, expect: {coordinated: .inf}}]',
      'coordinated is Infinity, expected a whole',
    ],
    [
      'has no number of threads',
      'workers: 1e999\ndatasets: [{files: a, baseline: b}]',
      'workers is Infinity, expected',
    ],
    ['tolerates everything', 'tolerance: .inf\ndatasets: [{files: a, baseline: b}]', 'tolerance is Infinity, expected'],
    ['has a seed without end', 'datasets: [{files: a, baseline: b, options: {seed: 1e999}}]', 'seed is'],
  ])('%s (YAML)', async (_, content, says) => {
    expect(await refusal(content)).toContain(says);
  });

  it.each([
    ['{"__proto__": {"datasets": []}}', 'the configuration'],
    ['{"datasets": [{"__proto__": {"files": "a"}, "files": "a", "baseline": "b"}]}', 'datasets[0]'],
    [
      '{"datasets": [{"files": "a", "baseline": "b", "options": {"map": {"__proto__": "a"}}}]}',
      'datasets[0].options.map',
    ],
    ['{"options": {"map": {"__proto__": "a"}}, "datasets": [{"files": "a", "baseline": "b"}]}', 'options.map'],
  ])('names a prototype: %s', async (content, where) => {
    const says = `unknown key "__proto__" in ${where}. Leave it out.`;
    expect(await refusal(content, 'c.json')).toContain(says);
    expect(await refusal(content)).toContain(says);
    expect(Object.prototype).not.toHaveProperty('datasets');
  });

  it.each(['constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'names what every object has: %s',
    async (key) => {
      expect(await refusal(one({ [key]: 1 }), 'c.json')).toContain(`unknown key "${key}" in datasets[0].`);
      const mapped = await checked(
        'c.json',
        one({ files: 'c.json', options: { map: { [key]: 'a' } }, baseline: undefined, expect: { unclear: 0 } }),
      );
      expect(mapped).toMatchObject({ code: 2, stdout: expect.stringContaining(`--map: there is no field “${key}”`) });
    },
  );
});

describe('what is ordinary is no limit', () => {
  it('a thousand datasets, with names of 200 characters', async () => {
    const content = JSON.stringify({
      datasets: Array.from({ length: 1000 }, (_, n) => ({
        name: String(n).padStart(200, 'x'),
        files: 'a',
        baseline: 'b',
      })),
    });
    const { code, stdout } = await checked('c.json', content, '--print-config');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).datasets).toHaveLength(1000);
  });

  it('is read in work that grows as the datasets do', () => {
    expect(placesAsked(1000)).toBeLessThanOrEqual(10 * placesAsked(100));
  });

  it('many comments, aliases and a nesting of six', () => {
    const text = `# a\n${'# b\n'.repeat(5000)}x: &x {a: {b: {c: {d: 1}}}}\ny: [${Array(50).fill('*x').join(', ')}]\n`;
    expect(parseYaml(text, 'c.yaml').value).toMatchObject({ x: { a: { b: { c: { d: 1 } } } }, y: { length: 50 } });
  });
});

describe('a configuration that is no file', () => {
  it('is not read: a device by a link', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-limits-'));
    symlinkSync('/dev/zero', path.join(folder, 'trend-audit.config.json'));
    for (const args of [[], ['--allow-outside']]) {
      const { code, stderr } = await trendAudit(['check', ...args], { cwd: folder });
      expect(code).toBe(2);
      expect(stderr).toMatch(/^trend-audit: trend-audit\.config\.json: is (?:a link to|a pipe or a device)/u);
    }
  });

  it('a pipe is not waited for', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-limits-'));
    execFileSync('mkfifo', [path.join(folder, 'c.json')]);
    expect((await trendAudit(['check', 'c.json'], { cwd: folder })).stderr).toContain('c.json: is a pipe or a device');
  });

  it('a baseline of a terabyte is not read', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-limits-'));
    writeFileSync(path.join(folder, 'c.json'), one({}));
    writeFileSync(path.join(folder, 'b'), '');
    truncateSync(path.join(folder, 'b'), 2 ** 40);
    expect((await trendAudit(['check', 'c.json'], { cwd: folder })).stdout).toContain('b: is larger than 8 MiB.');
  });
});

describe('a baseline', () => {
  it.each([
    [
      'a million accounts that are none',
      `{"baseline": "1", "accounts": [${'1,'.repeat(1e6)}1]}`,
      'accounts[0] does not',
    ],
    ['nesting', '['.repeat(2e6) + ']'.repeat(2e6), 'b:1: is not a baseline: it does not have the form of one.'],
    ['no JSON', '['.repeat(2e6), 'b:1: is not valid JSON.'],
  ])('is refused in a line: %s', async (_, content, says) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-limits-'));
    writeFileSync(path.join(folder, 'c.json'), one({}));
    writeFileSync(path.join(folder, 'b'), content);
    expect((await trendAudit(['check', 'c.json'], { cwd: folder })).stdout).toContain(says);
    const updated = await trendAudit(['check', 'c.json', '--update'], { cwd: folder });
    expect(updated.stdout).toContain(
      content.startsWith('{') ? 'a.csv: no such file' : 'b: is not a baseline: --update does not replace it',
    );
  });
});

describe('names of datasets and files', () => {
  const HOSTILE = [
    'a\n::error::b',
    '::set-output name=x::y',
    '\u001B[31mred\u001B[0m',
    '\r\n##[error]x',
    '\u202Eevil',
    'a\u0007b',
    '%0A::error::c',
    '<b>&amp;</b>',
  ];

  it.each(HOSTILE)('command neither terminal nor runner: %j', async (name) => {
    const content = JSON.stringify({
      datasets: [{ name, files: `${name}.csv`, labels: name, baseline: `../${name}` }],
    });
    const text = await checked('c.json', content);
    const github = await checked('c.json', content, '--format', 'github');
    for (const { stdout, stderr } of [text, github])
      // eslint-disable-next-line no-control-regex
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u202E]/u);
    expect(text.stdout.split('\n').filter((line) => /^\s*(?:::|##\[)/u.test(line))).toEqual([]);
    expect(commandsIn(github.stdout).map((command) => command.name)).toEqual(['error', 'error']);
  });

  it('are patterns of nothing: stars, braces and brackets stand for themselves', async () => {
    const pattern = `${'{a,'.repeat(200)}(a+)+$${'*'.repeat(200)}[`;
    const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-limits-'));
    writeFileSync(path.join(folder, 'a.csv'), 'x');
    for (const files of ['*.csv', '**', '?.csv', '[a].csv', '{a,b}.csv', pattern.slice(0, 250)]) {
      writeFileSync(path.join(folder, 'c.json'), JSON.stringify({ datasets: [{ files, expect: { unclear: 0 } }] }));
      expect((await trendAudit(['check', 'c.json'], { cwd: folder })).stdout).toContain('no such file');
    }
  });
});

it.each(['\0', '\uFEFF', '%', '"', '&', '*', '!', '@', '`', '>', '- - -\n-', '\t', '---', '...', '<<: *a'])(
  'a text that is no configuration at all is told in a line: %j',
  (text) => {
    expect(() => parseConfig(parseYaml(text, 'c.yaml'))).toThrow(TrendAuditError);
  },
);
