import { TrendAuditError } from '../errors.js';
import type { Post } from '../post.js';
import type { Input } from '../result.js';
import { planColumns, requireColumns } from './columns.js';
import { toUtf8 } from './decode.js';
import { columnNames, empty, encodingNotes, hintsFor, orderNotes, zoneOf } from './explain.js';
import { lookAtJson } from './json/look.js';
import { readJson } from './json/read-json.js';
import { lookAtEncoding, lookAtLayout, recogniseStranger } from './look.js';
import { Meter, peek, type Progress } from './meter.js';
import { openSource, type Source } from './open.js';
import { BrokenTable, readRecords, type Row } from './records.js';
import { Table } from './table.js';
import { settleOrder } from './settle-order.js';
import { survey } from './survey.js';

export interface ReadOptions {
  /** Column by field (see `FIELDS`), before any guess; an empty name says that no column holds it. */
  readonly map?: Readonly<Record<string, string>>;
  /** Zone of times that name no offset: an IANA name or `+03:00`. UTC by default. */
  readonly assumeTz?: string;
  /** Share of bad rows beyond which reading fails, 0 to 1; 0.1 by default. */
  readonly maxBadRows?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Rows that are looked at before the first is read. */
const SURVEYED = 5000;
const HEAD_BYTES = 64 * 1024;

/**
 * The posts of one file (`-`: standard input) in its order, a batch at a time; returns the account of what was read.
 * Throws TrendAuditError for what a user can mend; the signal's reason where it aborts.
 */
export async function* readPosts(path: string, inputIndex: number, options: ReadOptions): AsyncGenerator<readonly Post[], Input> {
  options.signal?.throwIfAborted();
  return yield* readSource(await openSource(path, options.signal), inputIndex, options);
}

/** As `readPosts`, from bytes that may come from anywhere. */
export async function* readSource(source: Source, inputIndex: number, options: ReadOptions): AsyncGenerator<readonly Post[], Input> {
  const { name } = source;
  const toUtc = zoneOf(options.assumeTz);
  const meter = new Meter(source, options);
  const chunks = meter.chunks();
  try {
    const { first, rest } = await peek(chunks, HEAD_BYTES);
    if (first.length === 0) throw empty(name, 'is empty: 0 bytes');
    const look = lookAtEncoding(first);
    const layoutOfJson = lookAtJson(new TextDecoder(look.encoding).decode(first.subarray(look.bom)));
    if (layoutOfJson) {
      const account = yield* readJson(toUtf8(rest, look), { name, layout: layoutOfJson, inputIndex, toUtc, options, onPosts: (posts) => (meter.posts = posts) });
      return { path: name, sha256: meter.sha256(), bytes: meter.bytes, ...account, notes: [...encodingNotes(look, first), ...account.notes] };
    }
    const stranger = recogniseStranger(first, look);
    if (stranger) throw new TrendAuditError(stranger.code, stranger.what, { file: name, hint: stranger.hint });
    const layout = lookAtLayout(new TextDecoder(look.encoding).decode(first));
    const batches = readRecords(toUtf8(rest, look), layout);

    const head: Row[] = [];
    let ended = false;
    while (!ended && head.length <= SURVEYED) {
      const next = await batches.next();
      if (next.done) ended = true;
      else for (const row of next.value) head.push(row);
    }
    const [header, ...sample] = head;
    if (!header) throw empty(name, 'is empty: it holds no text');
    const plan = planColumns(header.cells.map((cell) => cell.trim()), options.map ?? {}, name);
    if (sample.length === 0) {
      requireColumns(plan, name, '');
      throw empty(name, 'holds a header and no rows');
    }
    const surveyed = await settleOrder(survey(plan, sample), ended ? undefined : source, look, layout);
    requireColumns({ ...plan, places: surveyed.places }, name, surveyed.droppedAccount);

    const table = new Table(plan, surveyed, toUtc, inputIndex);
    const hints = hintsFor(plan);
    const maxBadRows = options.maxBadRows ?? 0.1;
    const posts = table.read(sample);
    // A file of which nothing at all can be read is not read to its end.
    if (posts.length === 0 && sample.length >= SURVEYED) table.tally.check(maxBadRows, name, hints);
    meter.posts = table.tally.posts;
    if (posts.length > 0) yield posts;
    if (!ended) {
      for await (const rows of batches) {
        const batch = table.read(rows);
        meter.posts = table.tally.posts;
        if (batch.length > 0) yield batch;
      }
    }
    table.tally.check(maxBadRows, name, hints);
    const { tally } = table;
    return {
      path: name,
      sha256: meter.sha256(),
      bytes: meter.bytes,
      format: plan.format.name,
      rows: tally.rows,
      posts: tally.posts,
      skipped: tally.skipped,
      skippedAt: tally.skippedAt,
      columns: columnNames(plan, surveyed),
      notes: [...encodingNotes(look, first), ...surveyed.notes, ...orderNotes(surveyed), ...table.notes(options.assumeTz)],
    };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof BrokenTable)) throw error;
    throw new TrendAuditError('malformed', 'a quote (") is opened in this row and never closed: the file may be cut off', {
      file: name,
      line: error.line,
      hint: 'get the whole file again, or take this row and what follows out of it',
    });
  } finally {
    await chunks.return(undefined);
  }
}
