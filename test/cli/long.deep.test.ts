/** Outputs cost in proportion to what a dump holds: hostile names and texts no more than harmless bytes, as many. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { trendAudit } from './run.js';

const LENGTH = 20_000;
/** What timing may add on a busy machine is far less than what a square does. */
const MOST = 3;
const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-long-'));
const filled = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);

const FILLINGS: Readonly<Record<string, string>> = {
  letters: filled('abcdefghij'),
  'wide letters': filled('각'),
  marks: `e${filled('\u0301')}`,
  'vowel signs': `क${filled('ा')}`,
  flags: filled('🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'),
  joiners: filled('👩\u200D'),
  bidi: filled('\u202E'),
  spaces: `${filled(' ')}x`,
  lines: `${filled('\n \n')}x`,
  ellipses: `${filled('…https://')}x`,
  dots: `${filled('a.')}x`,
  backticks: filled('` '),
  commands: filled('##vso[ ::error :: '),
};

const COMMANDS: readonly (readonly string[])[] = [
  ['analyze'],
  ['analyze', '--full', '--top', '0'],
  ['analyze', '--plain', '--full'],
  ...['html', 'md', 'csv', 'jsonl', 'sarif', 'junit', 'github', 'graphml'].map((name) => ['analyze', '--format', name]),
  ['analyze', '--claims'],
  ['inspect'],
];

let rows: string[][] = [];
let called: ReadonlySet<string> = new Set();

beforeAll(async () => {
  const file = path.join(folder, 'dump.csv');
  await trendAudit(['simulate', '-o', file, '--scale', '0.2', '--quiet']);
  rows = parse(readFileSync(file));
  const labels: string[][] = parse(readFileSync(path.join(folder, 'dump.labels.csv')));
  called = new Set(labels.flatMap(([id = '', label]) => (label === 'coordinated' ? [id] : [])));
});

/** The dump in which the campaign has this in one of its columns, or in one that nobody reads. */
function dumpWith(column: string, filling: string): string {
  const [head = [], ...posts] = rows;
  const at = head.indexOf(column);
  const account = head.indexOf('userid');
  const file = path.join(folder, 'hostile.csv');
  const changed = posts.map((row) => {
    const more = called.has(row[account] ?? '') ? filling : '';
    return [...row.map((cell, index) => (index === at ? cell + more : cell)), at === -1 ? more : ''];
  });
  writeFileSync(file, stringify([[...head, 'nothing'], ...changed]));
  return file;
}

async function seconds(args: readonly string[], file: string): Promise<number> {
  const [command = '', ...flags] = args;
  const before = process.cpuUsage();
  const { code } = await trendAudit([command, file, ...flags, '--quiet']);
  const { user, system } = process.cpuUsage(before);
  expect(code).toBe(0);
  return (user + system) / 1e6;
}

describe.each(COMMANDS.map((command) => [command.join(' '), command] as const))('%s', (_, command) => {
  it.each(['user_screen_name', 'user_display_name', 'tweet_text'])('%s', { timeout: 1_200_000 }, async (column) => {
    for (const [name, filling] of Object.entries(FILLINGS)) {
      // The first run also compiles.
      const file = dumpWith('nothing', filling);
      await seconds(command, file);
      const harmless = await seconds(command, file);
      expect((await seconds(command, dumpWith(column, filling))) / harmless, name).toBeLessThan(MOST);
    }
  });
});
