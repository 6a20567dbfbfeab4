/** Outputs cost in proportion to what a dump holds: hostile names and texts no more than harmless bytes, as many. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { trendAudit } from './run.js';

const LENGTH = 10_000;
/** Times the computing of harmless bytes, as many: 2.7 was measured at most; the square of so many letters would be thousands of times as much. */
const MOST = 4;
/** Runs of which the fastest counts where one is slower than that: a busy machine may double any. */
const TRIES = 3;
const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-long-'));
const filled = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);

const FILLINGS: Readonly<Record<string, string>> = {
  letters: filled('abcdefghij'),
  'wide letters': filled('각'),
  marks: `e${filled('\u0301')}`,
  flags: filled('🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'),
  bidi: filled('\u202E'),
  spaces: `${filled(' ')}x`,
  ellipses: `${filled('…https://')}x`,
  dots: `${filled('a.')}x`,
  commands: filled('##vso[ ::error :: '),
};

const FILES = ['html', 'md', 'csv', 'jsonl', 'sarif', 'xml', 'graphml'].flatMap((ending) => [
  '-o',
  path.join(folder, `output.${ending}`),
]);
const COMMANDS: readonly (readonly string[])[] = [
  ['analyze'],
  ['analyze', '--full', '--top', '0'],
  ['analyze', '--plain', '--full'],
  ['analyze', '--format', 'github'],
  ['analyze', ...FILES],
  ['inspect'],
];
/** Columns in which a campaign can write what it likes; of none of these names where nobody reads it. */
const PLACES = { names: ['user_screen_name', 'user_display_name'], texts: ['tweet_text'] };
const NOWHERE = ['nothing'];

let rows: string[][] = [];
let called: ReadonlySet<string> = new Set();

beforeAll(async () => {
  const file = path.join(folder, 'dump.csv');
  await trendAudit(['simulate', '-o', file, '--scale', '0.2', '--quiet']);
  const [head = [], ...posts]: string[][] = parse(readFileSync(file));
  rows = [[...head, ...NOWHERE], ...posts.map((row) => [...row, ''])];
  const labels: string[][] = parse(readFileSync(path.join(folder, 'dump.labels.csv')));
  called = new Set(labels.flatMap(([id = '', label]) => (label === 'coordinated' ? [id] : [])));
});

/** The dump in which the campaign has this in these columns. */
function dumpWith(columns: readonly string[], filling: string): string {
  const [head = [], ...posts] = rows;
  const at = new Set(columns.map((column) => head.indexOf(column)));
  const account = head.indexOf('userid');
  const file = path.join(folder, 'hostile.csv');
  const changed = posts.map((row) =>
    row.map((cell, index) => (at.has(index) && called.has(row[account] ?? '') ? cell + filling : cell)),
  );
  writeFileSync(file, stringify([head, ...changed]));
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

describe.each(Object.entries(PLACES))('in %s', (_, columns) => {
  it.each(COMMANDS.map((command) => [command.slice(0, 3).join(' '), command] as const))(
    '%s',
    { timeout: 1_200_000 },
    async (_name, command) => {
      // The first run also compiles.
      await seconds(command, dumpWith(NOWHERE, 'x'));
      const slow: [string, number][] = [];
      for (const [name, filling] of Object.entries(FILLINGS)) {
        let [harmless, hostile] = [Infinity, Infinity];
        for (let run = 0; run < TRIES && !(hostile < MOST * harmless); run++) {
          harmless = Math.min(harmless, await seconds(command, dumpWith(NOWHERE, filling.repeat(columns.length))));
          hostile = Math.min(hostile, await seconds(command, dumpWith(columns, filling)));
        }
        if (hostile > MOST * harmless) slow.push([name, hostile / harmless]);
      }
      expect(slow).toEqual([]);
    },
  );
});
