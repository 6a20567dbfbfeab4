import type { Post } from '../documents/post.js';
import { TimeReader } from '../time/parse-time.js';
import { zoneToUtc, type ToUtc } from '../time/zone.js';
import { CellMaker } from './cells/derived-cells.js';
import type { ColumnMapping } from './column-mapping.js';
import type { ColumnProfile } from './column-profile.js';
import { reordersHeader, repeatsHeader } from './find-header.js';
import { withWholeText } from './overflowing-text.js';
import { RowReader } from './row-reader.js';
import type { Row, RejectedRow } from './row.js';

/** The example for a row that is the header with its columns in another order. */
export const OTHER_ORDER = 'the header again, its columns in another order';

const HOLDS_ROWS = 'a quote that is never closed: other rows stand in it';

/** Reads the rows of one table, one at a time. */
export class RowParser {
  readonly #header: readonly string[];
  readonly #width: number;
  readonly #joiner: string | undefined;
  readonly #delimiter: string | undefined;
  readonly #timeAt: number;
  readonly #cells: CellMaker;
  /** Reads a row whose cells are already prepared. */
  readonly reader: RowReader;
  readonly time: TimeReader;

  constructor(plan: ColumnMapping, surveyed: ColumnProfile, toUtc: ToUtc, input: number) {
    const { zone } = surveyed;
    this.#header = surveyed.rawHeader;
    this.#width = surveyed.width;
    this.#joiner = surveyed.joiner;
    this.#delimiter = surveyed.delimiter;
    this.#timeAt = surveyed.places.time?.[0] ?? -1;
    this.#cells = new CellMaker(surveyed.cells);
    this.time = new TimeReader(
      surveyed.timeOrder,
      zone.by === 'ids' && !zone.stated ? (zoneToUtc(zone.zone) ?? toUtc) : toUtc,
      surveyed.timesAreNumbers,
    );
    this.reader = new RowReader(
      plan,
      surveyed,
      { time: this.time, created: new TimeReader(surveyed.createdOrder, toUtc) },
      input,
    );
  }

  /** Why a row cannot be a post of this table; undefined if it can. */
  rejectReason(row: Row): RejectedRow | undefined {
    const cells = this.#whole(row.cells);
    if (repeatsHeader(cells, this.#header)) return { reason: 'not-a-post', example: 'the header again' };
    if (cells.some((cell) => this.#holdsRows(cell))) return { reason: 'malformed', example: HOLDS_ROWS };
    return cells.length === this.#width
      ? undefined
      : { reason: 'wrong-width', example: `${cells.length} cells, not ${this.#width}` };
  }

  read(row: Row): Post | RejectedRow {
    const cells = this.#whole(row.cells);
    const read = this.reader.read(
      this.#cells.isIdle && cells === row.cells ? row : { cells: this.#cells.make(cells), line: row.line },
    );
    return 'reason' in read && read.reason === 'bad-time' && reordersHeader(row.cells, this.#header)
      ? { reason: 'malformed', example: OTHER_ORDER }
      : read;
  }

  /** Whether a line within a cell is a row of this table: as wide, with a time in the right place. */
  #holdsRows(cell: string): boolean {
    const delimiter = this.#delimiter;
    if (delimiter === undefined || !cell.includes('\n') || !cell.includes(delimiter)) return false;
    return cell.split('\n').some((line) => {
      const parts = line.split(delimiter);
      return parts.length === this.#width && this.#readsAsTime(parts[this.#timeAt] ?? '');
    });
  }

  #readsAsTime(cell: string): boolean {
    const before = this.time.withoutOffset;
    const time = this.time.read(cell.replace(/^"(.*)"$/, '$1'));
    this.time.withoutOffset = before;
    return time !== undefined;
  }

  #whole(cells: readonly string[]): readonly string[] {
    return this.#joiner === undefined ? cells : withWholeText(cells, this.#width, this.#joiner);
  }

  /** How many times had no offset so far. */
  get withoutOffset(): number {
    return this.time.withoutOffset;
  }

  /** How many texts a spreadsheet had replaced by an error so far. */
  get lostTexts(): number {
    return this.reader.lostTexts;
  }

  /** How many creation dates could not be read so far. */
  get badCreated(): number {
    return this.reader.badCreated;
  }
}
