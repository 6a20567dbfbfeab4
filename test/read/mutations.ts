import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBytes, readFile } from './collect.js';

/** Small samples of every format: the cases of the reading tests, whatever they are written or packed in. */
export function samples(): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const folder of ['cases', 'json-cases', 'packed-cases']) {
    for (const file of list(join(import.meta.dirname, folder))) {
      if (/\.(?:expected|options)\.json$|\.(?:md|py)$/.test(file) || (folder === 'cases' && file.endsWith('.json')))
        continue;
      const bytes = readFileSync(join(import.meta.dirname, folder, file));
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

/** What cannot be read from a stream: its directory stands at its end. */
const FROM_FILE = /\.(?:parquet|zip|xlsx|db|sqlite)$/;

function kept(bytes: Uint8Array, folder: string): string {
  const path = join(folder, 'mutated');
  writeFileSync(path, bytes);
  return path;
}

/** `from` is bytes, or the path of a file. */
async function outcome(from: Uint8Array | string, chunk: number): Promise<string> {
  try {
    const { posts, input } = await (typeof from === 'string' ? readFile(from) : readBytes(from, {}, chunk));
    const skipped = Object.values(input.skipped).reduce((sum, count) => sum + count, 0);
    if (input.posts !== posts.length || input.rows !== input.posts + skipped)
      return `${input.rows} rows are not ${input.posts} posts and ${skipped} skipped`;
    const odd = posts.find(({ account, time }) => account.id === '' || !Number.isFinite(time));
    return odd === undefined ? 'read' : `a post without ${odd.account.id === '' ? 'an account' : 'a time'}`;
  } catch (error) {
    if (error instanceof Error && error.name === 'TrendAuditError') return 'refused';
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** One to five times: some bytes flipped, cut out, doubled, overwritten with what is special somewhere; or the end cut off. */
function mutate(bytes: Buffer, random: () => number): Buffer {
  let out = Buffer.from(bytes);
  const at = (): number => Math.floor(random() * (out.length + 1));
  for (let times = 1 + Math.floor(random() * 5); times > 0; times--) {
    const from = at();
    const to = Math.min(out.length, from + 1 + Math.floor(random() ** 3 * 400));
    const kind = Math.floor(random() * 6);
    if (kind === 0 && out.length > 0) out[Math.min(from, out.length - 1)] = Math.floor(random() * 256);
    else if (kind === 1) out = Buffer.concat([out.subarray(0, from), out.subarray(to)]);
    else if (kind === 2) out = Buffer.concat([out.subarray(0, to), out.subarray(from)]);
    else if (kind === 3)
      out = Buffer.concat([
        out.subarray(0, from),
        Buffer.from(SPECIAL[Math.floor(random() * SPECIAL.length)] ?? '', 'latin1'),
        out.subarray(from),
      ]);
    else if (kind === 4 && random() < 0.3) out = Buffer.from(out.subarray(0, from));
    else if (out.length > 0)
      out[Math.min(from, out.length - 1)] =
        (out[Math.min(from, out.length - 1)] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return out;
}

const SPECIAL = [
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\0',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '\x1f\x8b',
  'null',
  '1e999',
  '-',
  '99999999999999999999',
  '"__proto__":',
  '\ud800',
  '\x1e',
  '[[[[[[[[',
  'NaN',
];

/** mulberry32: small, seeded, good enough to choose bytes by. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
