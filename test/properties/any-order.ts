/** Properties of the result: the order of rows and their division among files change nothing. */

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyze } from '../../src/pipeline/analyze.js';
import { dumpOf } from '../fixture-cases.js';

let folder = '';

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function tableOf(name: string): Table {
  const [header = [], ...rows]: string[][] = parse(readFileSync(dumpOf(name)));
  return { header, rows };
}

function without({ header, rows }: Table, column: string): Table {
  const at = header.indexOf(column);
  return { header: header.toSpliced(at, 1), rows: rows.map((row) => row.toSpliced(at, 1)) };
}

let files = 0;
function write({ header, rows }: Table): string {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(
    path,
    [header, ...rows].map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join(''),
  );
  return path;
}

/** The rows in an order that a seed stands for. */
function shuffled({ header, rows }: Table, seed: number): Table {
  const keyed = rows.map((row, i) => ({ row, key: createHash('sha1').update(`${seed} ${i}`).digest('hex') }));
  return { header, rows: keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row) };
}

/** The document as the command prints it, without what speaks of the files. */
async function outside(paths: readonly string[]): Promise<string> {
  return JSON.stringify({ ...(await analyze(paths)), inputs: [] }, null, 2);
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** Holds the result of dumps against that of the same rows in other orders and other files. `large` is the dump of which most is asked. */
export function anyOrderOfRows(large: string, runs: number): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trend-audit-invariance-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['with everything', large, (table: Table) => table],
    ['where posts have no ids', large, (table: Table) => without(table, 'tweetid')],
    ['where half of the accounts have no creation date', 'nobody-coordinated', (table: Table) => halfUndated(table)],
    [
      'where rows are repeated',
      'no-creation-dates',
      (table: Table) => ({ ...table, rows: [...table.rows, ...table.rows.slice(0, 99)] }),
    ],
  ])('is the same, byte for byte, in any order of rows: %s', async (_, name, change) => {
    const table = change(tableOf(name));
    const inOrder = await outside([write(table)]);
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        expect(await outside([write(shuffled(table, seed))])).toBe(inOrder);
      }),
      { numRuns: runs },
    );
  });

  it('is the same however the rows are divided among files', async () => {
    const table = tableOf('no-creation-dates');
    const whole = await outside([write(table)]);
    await fc.assert(
      fc.asyncProperty(seeds, fc.integer({ min: 100, max: 700 }), async (seed, at) => {
        const { header, rows } = shuffled(table, seed);
        expect(
          await outside([write({ header, rows: rows.slice(at) }), write({ header, rows: rows.slice(0, at) })]),
        ).toBe(whole);
      }),
      { numRuns: runs },
    );
  });
}

function halfUndated({ header, rows }: Table): Table {
  const at = header.indexOf('account_creation_date');
  const user = header.indexOf('userid');
  return { header, rows: rows.map((row) => (Number((row[user] ?? '').slice(-1)) % 2 === 0 ? row.with(at, '') : row)) };
}
