import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TrendAuditError } from '../../src/errors.js';
import type { ReadOptions } from '../../src/read/read.js';
import { readBytes, readFile } from './collect.js';
import { mutate, randomFrom } from './mutate.js';

/** Small samples of every format: the cases of the reading tests, whatever they are written or packed in. */
export function samples(from = import.meta.dirname): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const folder of ['cases', 'json-cases', 'packed-cases']) {
    for (const file of list(join(from, folder))) {
      if (/\.(?:expected|options)\.json$|\.(?:md|py)$/.test(file) || (folder === 'cases' && file.endsWith('.json')))
        continue;
      const bytes = readFileSync(join(from, folder, file));
      if (bytes.length > 0 && bytes.length < 100_000) found.set(`${folder}/${file}`, bytes);
    }
  }
  return found;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  } catch {
    return [];
  }
}

export interface Outcomes {
  read: number;
  refused: number;
  /** The longest that one took, in milliseconds. */
  slowest: number;
  /** What ended otherwise: sample, seed of the mutation, and how it ended. */
  readonly wrong: { readonly sample: string; readonly run: number; readonly how: string }[];
}

const TOO_LONG = 10_000;

/** Reads mutated samples in turn: each ends with a result that adds up or with an error that explains. The same seed, the same mutations; `from` leaves out those before, `only` all samples of other names. */
export async function readMutations(runs: number, seed: number, from = 0, only = /(?:)/): Promise<Outcomes> {
  const all = [...samples()].filter(([name]) => only.test(name));
  const outcomes: Outcomes = { read: 0, refused: 0, slowest: 0, wrong: [] };
  const folder = mkdtempSync(join(tmpdir(), 'trend-audit-'));
  for (let run = from; run < from + runs; run++) {
    const [sample, bytes] = all[run % all.length] ?? ['', Buffer.alloc(0)];
    const random = randomFrom(seed * 1_000_003 + run);
    const mutated = mutate(bytes, random);
    const started = performance.now();
    const how = await outcome(
      FROM_FILE.test(sample) ? kept(mutated, folder) : mutated,
      1 + Math.floor(random() * 5000),
    );
    const took = performance.now() - started;
    outcomes.slowest = Math.max(outcomes.slowest, took);
    if (how === 'read' || how === 'refused') outcomes[how]++;
    else outcomes.wrong.push({ sample, run, how });
    if (took > TOO_LONG) outcomes.wrong.push({ sample, run, how: `took ${Math.round(took)} ms` });
  }
  rmSync(folder, { recursive: true });
  return outcomes;
}

/** What cannot be read from a stream: its directory is at its end. */
const FROM_FILE = /\.(?:parquet|zip|xlsx|db|sqlite)$/;

function kept(bytes: Uint8Array, folder: string): string {
  const path = join(folder, 'mutated');
  writeFileSync(path, bytes);
  return path;
}

/** How a reading ends: `read`, `refused`, or what is wrong with it. `from` is bytes, or the path of a file. */
export async function outcome(from: Uint8Array | string, chunk: number, options: ReadOptions = {}): Promise<string> {
  try {
    const { posts, input } = await (typeof from === 'string'
      ? readFile(from, options)
      : readBytes(from, options, chunk));
    const skipped = Object.values(input.skipped).reduce((sum, count) => sum + count, 0);
    if (input.posts !== posts.length || input.rows !== input.posts + skipped)
      return `${input.rows} rows are not ${input.posts} posts and ${skipped} skipped`;
    const odd = posts.find(({ account, time }) => account.id === '' || !Number.isFinite(time));
    return odd === undefined ? 'read' : `a post without ${odd.account.id === '' ? 'an account' : 'a time'}`;
  } catch (error) {
    if (error instanceof TrendAuditError) return error.hint === '' ? `no hint: ${error.message}` : 'refused';
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
