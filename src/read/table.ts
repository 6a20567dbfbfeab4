import type { Post } from '../post.js';
import { TimeReader } from '../time/parse-time.js';
import type { ToUtc } from '../time/zone.js';
import type { Plan } from './columns.js';
import type { Row } from './records.js';
import { RowReader } from './row.js';
import { RowSet } from './row-set.js';
import type { Survey } from './survey.js';
import { Tally } from './tally.js';

/** The rows of one file on their way to posts: counted, whole-row duplicates dropped, bad ones left out. */
export class Table {
  readonly tally: Tally;
  readonly #seen = new RowSet();
  readonly #header: readonly string[];
  readonly #reader: RowReader;
  readonly #time: TimeReader;
  readonly #plan: Plan;

  constructor(plan: Plan, surveyed: Survey, toUtc: ToUtc, input: number, unit: 'line' | 'record' = 'line') {
    this.tally = new Tally(unit);
    this.#plan = plan;
    this.#header = plan.header;
    this.#time = new TimeReader(surveyed.timeOrder, toUtc);
    this.#reader = new RowReader(plan, surveyed, { time: this.#time, created: new TimeReader(surveyed.createdOrder, toUtc) }, input);
  }

  read(rows: readonly Row[]): Post[] {
    const posts: Post[] = [];
    for (const row of rows) {
      const post = this.#readRow(row);
      if (post) posts.push(post);
    }
    this.tally.posts += posts.length;
    return posts;
  }

  #readRow(row: Row): Post | undefined {
    const { cells, line } = row;
    const { tally } = this;
    tally.rows++;
    if (!this.#fits(cells)) {
      tally.skip('wrong-width', line, `${cells.length} cells, not ${this.#header.length}`);
      return undefined;
    }
    if (!this.#seen.add(cells)) {
      tally.skip('duplicate-row', line, '');
      return undefined;
    }
    const read = this.#reader.read(row);
    if (!('reason' in read)) return read;
    // Files that were put one after another repeat their header.
    const reason = cells.every((cell, at) => cell.trim() === this.#header[at]) ? 'not-a-post' : read.reason;
    tally.skip(reason, line, read.example);
    return undefined;
  }

  /** As wide as the header; empty cells beyond it (a comma at the end of each line) do no harm. */
  #fits(cells: readonly string[]): boolean {
    const width = this.#header.length;
    return cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell === ''));
  }

  /** What the rows have shown, for the reader of the result. */
  notes(assumeTz: string | undefined): string[] {
    const notes: string[] = [];
    if (this.#time.withoutOffset > 0) {
      const zone = assumeTz ?? (this.#plan.format.timesInUtc ? 'UTC, as this format writes them' : 'UTC (--assume-tz says otherwise)');
      notes.push(`Times name no offset and were read as ${zone}.`);
    }
    const bad = this.#reader.badCreated;
    if (bad > 0) notes.push(`${bad.toLocaleString('en-US')} ${bad === 1 ? 'creation date' : 'creation dates'} could not be read and ${bad === 1 ? 'is' : 'are'} left out.`);
    return notes;
  }
}
