import type { Post } from '../documents/post.js';
import { formatCount, plural } from '../text/format.js';
import { Hash64 } from '../text/hash64.js';
import { Uint64Set } from '../text/uint64-set.js';
import { TimeReader } from '../time/parse-time.js';
import type { ToUtc } from '../time/zone.js';
import type { ColumnMapping } from './column-mapping.js';
import type { ColumnProfile } from './column-profile.js';
import type { Row } from './csv-records.js';
import { repeatsHeader } from './find-header.js';
import { RowCounts } from './row-counts.js';
import { RowReader, type RejectedRow } from './row.js';

/** Reads the rows of one table, each by itself. */
export class RowParser {
  readonly #header: readonly string[];
  readonly #width: number;
  readonly #reader: RowReader;
  readonly #time: TimeReader;

  constructor(plan: ColumnMapping, surveyed: ColumnProfile, toUtc: ToUtc, input: number) {
    this.#header = plan.header;
    this.#width = surveyed.width;
    this.#time = new TimeReader(surveyed.timeOrder, toUtc);
    this.#reader = new RowReader(
      plan,
      surveyed,
      { time: this.#time, created: new TimeReader(surveyed.createdOrder, toUtc) },
      input,
    );
  }

  /** Why a row cannot be a post of this table; undefined where it can. */
  rejectReason({ cells }: Row): RejectedRow | undefined {
    if (repeatsHeader(cells, this.#header)) return { reason: 'not-a-post', example: 'the header again' };
    return cells.length === this.#width
      ? undefined
      : { reason: 'wrong-width', example: `${cells.length} cells, not ${this.#width}` };
  }

  read(row: Row): Post | RejectedRow {
    return this.#reader.read(row);
  }

  /** How many times named no offset so far, and how many creation dates could not be read. */
  get doubts(): RowWarnings {
    return { withoutOffset: this.#time.withoutOffset, badCreated: this.#reader.badCreated };
  }
}

export interface RowWarnings {
  readonly withoutOffset: number;
  readonly badCreated: number;
}

/** The zone in which times that named no offset were read; null where all named one. */
export function zoneAssumed({ withoutOffset }: RowWarnings, assumeTz = 'UTC'): string | null {
  return withoutOffset > 0 ? assumeTz : null;
}

/** What the rows have shown, for the reader of the result. */
export function rowNotes(
  { withoutOffset, badCreated }: RowWarnings,
  { format }: ColumnMapping,
  assumeTz: string | undefined,
): string[] {
  const notes: string[] = [];
  if (withoutOffset > 0) {
    const zone =
      assumeTz ?? (format.timesInUtc ? 'UTC, as this format writes them' : 'UTC (--assume-tz says otherwise)');
    notes.push(`Times name no offset and were read as ${zone}.`);
  }
  if (badCreated > 0)
    notes.push(
      `${formatCount(badCreated, 'creation date')} could not be read and ${plural(badCreated, 'is', 'are')} left out.`,
    );
  return notes;
}

/** The rows of one file on their way to posts: counted, whole-row duplicates dropped, bad ones left out. */
export class CountedTable {
  readonly tally: RowCounts;
  readonly #seen = new Uint64Set();
  readonly #hash = new Hash64();
  readonly #rows: RowParser;

  constructor(
    plan: ColumnMapping,
    surveyed: ColumnProfile,
    toUtc: ToUtc,
    input: number,
    unit: 'line' | 'record' = 'line',
  ) {
    this.tally = new RowCounts(unit);
    this.#rows = new RowParser(plan, surveyed, toUtc, input);
  }

  read(rows: readonly Row[]): Post[] {
    const posts: Post[] = [];
    for (const row of rows) {
      const read = this.#readRow(row);
      if ('reason' in read) this.tally.skip(read.reason, row.line, read.example);
      else posts.push(read);
    }
    this.tally.rows += rows.length;
    this.tally.posts += posts.length;
    return posts;
  }

  #readRow(row: Row): Post | RejectedRow {
    const misfit = this.#rows.rejectReason(row);
    if (misfit) return misfit;
    this.#hash.reset();
    for (const cell of row.cells) this.#hash.add(cell);
    return this.#seen.add(this.#hash.high, this.#hash.low)
      ? this.#rows.read(row)
      : { reason: 'duplicate-row', example: '' };
  }

  get doubts(): RowWarnings {
    return this.#rows.doubts;
  }
}
