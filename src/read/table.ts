import type { Post } from '../post.js';
import { Hash64 } from '../text/hash64.js';
import { HashSet } from '../text/hash-set.js';
import { TimeReader } from '../time/parse-time.js';
import type { ToUtc } from '../time/zone.js';
import type { Plan } from './columns.js';
import { repeatsHeader } from './find-header.js';
import type { Row } from './records.js';
import { RowReader, type Skipped } from './row.js';
import type { Survey } from './survey.js';
import { Tally } from './tally.js';

/** Reads the rows of one table, each by itself. */
export class TableRows {
  readonly #header: readonly string[];
  readonly #width: number;
  readonly #reader: RowReader;
  readonly #time: TimeReader;

  constructor(plan: Plan, surveyed: Survey, toUtc: ToUtc, input: number) {
    this.#header = plan.header;
    this.#width = surveyed.width;
    this.#time = new TimeReader(surveyed.timeOrder, toUtc);
    this.#reader = new RowReader(plan, surveyed, { time: this.#time, created: new TimeReader(surveyed.createdOrder, toUtc) }, input);
  }

  /** Why a row cannot be a post of this table; undefined where it can. */
  misfit({ cells }: Row): Skipped | undefined {
    if (repeatsHeader(cells, this.#header)) return { reason: 'not-a-post', example: 'the header again' };
    return cells.length === this.#width ? undefined : { reason: 'wrong-width', example: `${cells.length} cells, not ${this.#width}` };
  }

  read(row: Row): Post | Skipped {
    return this.#reader.read(row);
  }

  /** How many times named no offset so far, and how many creation dates could not be read. */
  get doubts(): Doubts {
    return { withoutOffset: this.#time.withoutOffset, badCreated: this.#reader.badCreated };
  }
}

export interface Doubts {
  readonly withoutOffset: number;
  readonly badCreated: number;
}

/** The zone in which times that named no offset were read; null where all named one. */
export function zoneAssumed({ withoutOffset }: Doubts, assumeTz = 'UTC'): string | null {
  return withoutOffset > 0 ? assumeTz : null;
}

/** What the rows have shown, for the reader of the result. */
export function rowNotes({ withoutOffset, badCreated }: Doubts, { format }: Plan, assumeTz: string | undefined): string[] {
  const notes: string[] = [];
  if (withoutOffset > 0) {
    const zone = assumeTz ?? (format.timesInUtc ? 'UTC, as this format writes them' : 'UTC (--assume-tz says otherwise)');
    notes.push(`Times name no offset and were read as ${zone}.`);
  }
  if (badCreated > 0) notes.push(`${badCreated.toLocaleString('en-US')} ${badCreated === 1 ? 'creation date' : 'creation dates'} could not be read and ${badCreated === 1 ? 'is' : 'are'} left out.`);
  return notes;
}

/** The rows of one file on their way to posts: counted, whole-row duplicates dropped, bad ones left out. */
export class Table {
  readonly tally: Tally;
  readonly #seen = new HashSet();
  readonly #hash = new Hash64();
  readonly #rows: TableRows;

  constructor(plan: Plan, surveyed: Survey, toUtc: ToUtc, input: number, unit: 'line' | 'record' = 'line') {
    this.tally = new Tally(unit);
    this.#rows = new TableRows(plan, surveyed, toUtc, input);
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

  #readRow(row: Row): Post | Skipped {
    const misfit = this.#rows.misfit(row);
    if (misfit) return misfit;
    this.#hash.reset();
    for (const cell of row.cells) this.#hash.add(cell);
    return this.#seen.add(this.#hash.high, this.#hash.low) ? this.#rows.read(row) : { reason: 'duplicate-row', example: '' };
  }

  get doubts(): Doubts {
    return this.#rows.doubts;
  }
}
