import { TrendAuditError } from '../errors.js';
import type { Post } from '../post.js';
import type { Input, SkipReason } from '../result.js';
import { zoneToUtc, type ToUtc } from '../time/zone.js';
import { visible } from '../text/visible.js';
import { planColumns, requireColumns, type Plan } from './columns.js';
import { toUtf8 } from './decode.js';
import type { Field } from './fields.js';
import { lookAtEncoding, lookAtLayout, recogniseStranger } from './look.js';
import { Meter, peek, type Progress } from './meter.js';
import { openSource, type Source } from './open.js';
import { BrokenTable, readRecords, type Row } from './records.js';
import { Table } from './table.js';
import { survey, type Survey } from './survey.js';

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
  return yield* readSource(await openSource(path), inputIndex, options);
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
    const stranger = recogniseStranger(first, look);
    if (stranger) throw new TrendAuditError(stranger.code, stranger.what, { file: name, hint: stranger.hint });
    const layout = lookAtLayout(new TextDecoder(look.encoding).decode(first));
    const batches = readRecords(toUtf8(rest, look), layout);

    const head: Row[] = [];
    let ended = false;
    while (!ended && head.length <= SURVEYED) {
      const next = await batches.next();
      if (next.done) ended = true;
      else head.push(...next.value);
    }
    const [header, ...sample] = head;
    if (!header) throw empty(name, 'is empty: it holds no text');
    const plan = planColumns(header.cells.map((cell) => cell.trim()), options.map ?? {}, name);
    if (sample.length === 0) {
      requireColumns(plan, name, '');
      throw empty(name, 'holds a header and no rows');
    }
    const surveyed = survey(plan, sample);
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
      notes: [...(look.encoding === 'utf-8' ? [] : [`The file is ${look.encoding.toUpperCase()}.`]), ...surveyed.notes, ...table.notes(options.assumeTz)],
    };
  } catch (error) {
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

function zoneOf(assumeTz: string | undefined): ToUtc {
  if (assumeTz === undefined) return (wallClock) => wallClock;
  const toUtc = zoneToUtc(assumeTz);
  if (toUtc) return toUtc;
  throw new TrendAuditError('usage', `--assume-tz: there is no time zone “${visible(assumeTz)}”`, { hint: 'give an IANA name such as Europe/Moscow, or an offset such as +03:00' });
}

function empty(file: string, message: string): TrendAuditError {
  return new TrendAuditError('empty', message, { file, hint: 'give a dump with a header and at least one post below it' });
}

/** What to try against each reason for which rows are skipped. */
function hintsFor({ header, places }: Plan): Readonly<Partial<Record<SkipReason, string>>> {
  const other = (field: Field): string => `if ${visible(header[places[field]?.[0] ?? -1] ?? 'this')} is the wrong column, name the right one with --map ${field}=COLUMN`;
  return {
    'bad-time': other('time'),
    'no-time': other('time'),
    'no-account': other('account'),
    'wrong-width': 'check how these lines are quoted',
  };
}

function columnNames({ header }: Plan, { places }: Survey): Record<string, string> {
  return Object.fromEntries(Object.entries(places).map(([field, at]) => [field, at.map((index) => header[index] ?? '').join(', ')]));
}
