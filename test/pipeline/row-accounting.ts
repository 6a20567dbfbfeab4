import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, asyncProperty, constant, constantFrom, integer, nat, record } from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { Input } from '../../src/documents/result.js';
import { TrendAuditError } from '../../src/errors.js';
import { inspect } from '../../src/inspect/inspect.js';
import type { AnalyzeOptions } from '../../src/options.js';
import { ingest } from '../../src/pipeline/ingest.js';
import { PostFilter } from '../../src/read/post-filter.js';
import { dumps, rewrite, rewritesOf } from '../properties/rewritten-dumps.js';
import { readFile } from '../read/collect.js';

const folder = mkdtempSync(join(tmpdir(), 'trend-audit-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;
function fileOf(bytes: Uint8Array | string): string {
  const path = join(folder, `${files++}.csv`);
  writeFileSync(path, bytes);
  return path;
}

type Account = Pick<Input, 'rows' | 'posts' | 'skipped' | 'skippedAt' | 'notes' | 'columns' | 'numbered'>;
type Outcome = Account | Pick<TrendAuditError, 'code' | 'message' | 'line' | 'hint'>;

async function outcomeOf(inputOf: () => Promise<Input | undefined>): Promise<Outcome> {
  try {
    const input = await inputOf();
    if (!input) throw new Error('there is no input');
    const { rows, posts, skipped, skippedAt, notes, columns, numbered } = input;
    expect(posts + Object.values(skipped).reduce((sum, count) => sum + count, 0)).toBe(rows);
    return { rows, posts, skipped, skippedAt, notes, columns, ...(numbered ? { numbered } : {}) };
  } catch (error) {
    if (!(error instanceof TrendAuditError)) throw error;
    const { code, message, line, hint } = error;
    return { code, message, line, hint };
  }
}

type Options = Pick<AnalyzeOptions, 'map' | 'assumeTz' | 'maxBadRows' | 'encoding' | 'hashtag' | 'since' | 'workers'>;
/** As an analysis reads it: who pushed has no bearing on what was read. */
const analyzed = (path: string, options: Options): Promise<Outcome> =>
  outcomeOf(async () => {
    const session = await ingest([path], options);
    await session.close();
    return session.inputs[0];
  });
const inspected = (path: string, options: Options): Promise<Outcome> =>
  outcomeOf(async () => (await inspect([path], options)).inputs[0]);
/** By csv-parse alone, where the others cut a table into blocks. */
const read = (path: string, options: Options): Promise<Outcome> =>
  outcomeOf(async () => (await readFile(path, { ...options, filter: new PostFilter(options) })).input);

/** As a reader has it, who knows of no profiles, and only once everything is read of posts that repeat an id. */
function asRead(outcome: Outcome): Outcome {
  if (!('rows' in outcome)) return outcome;
  const { 'repeated-id': repeated = 0, ...skipped } = outcome.skipped;
  const { 'repeated-id': _, ...skippedAt } = outcome.skippedAt;
  const notes = outcome.notes.filter((note) => !note.startsWith('Profiles were found'));
  return { ...outcome, posts: outcome.posts + repeated, skipped, skippedAt, notes };
}

const samples = ['cases', 'json-cases'].flatMap((name) => {
  const cases = join(import.meta.dirname, '../read', name);
  return readdirSync(cases, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:csv|jsonl?|js)$/.test(file) && !/\.(?:expected|options)\.json$/.test(file))
    .filter((file) => name === 'json-cases' || file.endsWith('.csv'))
    .map((file) => join(cases, file));
});

function optionsOf(path: string): Options {
  const file = [`${path}.options.json`, path.replace(/\.csv$/, '.options.json')].find((each) => existsSync(each));
  return file === undefined || file === path ? {} : JSON.parse(readFileSync(file, 'utf8'));
}

/** Dumps as programs write them, some of their rows twice and more, and some of their bytes damaged. */
const written = dumps.chain((dump) =>
  record({
    dump: constant(dump),
    how: rewritesOf(dump),
    twice: array(nat(dump.rows.length - 1), { maxLength: 4 }),
    damaged: array(nat(), { maxLength: 2 }),
    options: record(
      {
        maxBadRows: constantFrom(1, 0.5),
        hashtag: constant('тегдня'),
        since: integer({ min: 0, max: 400_000 }).map((minute) => Date.UTC(2014, 0, 1, 12, minute)),
      },
      { requiredKeys: ['maxBadRows'] },
    ),
  }),
);

const row = (n: number, created: string): string => `${n},2014-03-01T12:0${n}:00Z,user${n},${created},words of ${n}`;

/** The samples, by a reader and an analysis; `thorough`: by an inspection and with threads as well. */
export function samplesAreAccountedFor({ thorough }: { readonly thorough: boolean }): void {
  it.each(samples)('%s', async (path) => {
    const options = optionsOf(path);
    const outcome = await analyzed(path, options);
    expect(await read(path, options)).toEqual(asRead(outcome));
    if (!thorough) return;
    expect(await inspected(path, options)).toEqual(outcome);
    expect(await analyzed(path, { ...options, workers: 1 })).toEqual(outcome);
  });
}

export function rewritesAreAccountedFor(runs: number): void {
  it('however a dump was written', { timeout: Math.max(60_000, runs * 1000) }, async () => {
    await assert(
      asyncProperty(written, async ({ dump, how, twice, damaged, options }) => {
        const { bytes } = rewrite(dump, { ...how, rows: [...how.rows, ...twice] });
        for (const at of damaged) bytes[at % bytes.length] = 0xff;
        const path = fileOf(bytes);
        const outcome = await analyzed(path, options);
        expect(await inspected(path, options)).toEqual(outcome);
        // To a reader it is no error that nothing is left.
        if ('code' in outcome && outcome.code === 'nothing-left') return;
        expect(await read(path, options)).toEqual(asRead(outcome));
      }),
      { numRuns: runs },
    );
  });
}

export function oddRowsAreAccountedFor(): void {
  it('a creation date that cannot be read counts once, however often its row is there', async () => {
    const rows = [
      row(1, '2010-01-01'),
      row(2, 'long ago'),
      row(2, 'long ago'),
      row(3, 'yesterday'),
      row(2, 'long ago'),
    ];
    const path = fileOf(`id,created_at,username,user_created_at,text\n${rows.join('\n')}\n`);
    const expected = {
      rows: 5,
      posts: 3,
      skipped: { 'duplicate-row': 2 },
      skippedAt: { 'duplicate-row': [4, 6] },
      notes: expect.arrayContaining(['2 creation dates could not be read and are left out.']),
    };
    for (const outcome of [analyzed, inspected, read]) expect(await outcome(path, {})).toMatchObject(expected);
  });

  it('a row is the same however it is quoted, and as it reads where its bytes are damaged', async () => {
    const text = Buffer.from(
      [
        'id,created_at,username,text',
        '1,2014-03-01T12:00:00Z,ann,слова о первом',
        '"1",2014-03-01T12:00:00Z,"ann",слова о первом',
        '2,2014-03-01T12:01:00Z,bob,слова ? о втором',
        '2,2014-03-01T12:01:00Z,bob,слова ! о втором',
        '2,2014-03-01T12:01:00Z,bob,"слова" о втором',
        '2,2014-03-01T12:01:00Z,"bob","слова" о втором',
        '',
      ].join('\n'),
    );
    const damaged = text.map((byte) => (byte === 0x3f ? 0xff : byte === 0x21 ? 0xfe : byte));
    const path = fileOf(damaged);
    const expected = { rows: 6, skipped: { 'duplicate-row': 3 }, skippedAt: { 'duplicate-row': [3, 5, 7] } };
    for (const outcome of [analyzed, inspected])
      expect(await outcome(path, {})).toMatchObject({ ...expected, skipped: { 'duplicate-row': 3, 'repeated-id': 1 } });
    expect(await read(path, {})).toMatchObject(expected);
  });
}
