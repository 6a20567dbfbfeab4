import type { SkipReason } from '../../documents/result.js';
import type { Row } from '../csv-records.js';
import type { Field } from '../fields.js';
import type { JsonFormat } from '../formats/json/json-format.js';
import { matcher, extractRecords } from './extract-records.js';
import { compilePath, compileTemplate } from './path.js';
import { type RecordFlattener, type Columns } from './record-flattener.js';
import { isJsonObject, type JsonObject } from './value.js';

/** A value or a record that is no post. */
export interface RejectedRecord {
  readonly reason: SkipReason;
  readonly place: number;
  readonly example: string;
}

/** What says that a record is at least meant as a post. */
const TELLING: readonly Field[] = ['time', 'repost_time', 'account', 'handle', 'reposter', 'name'];

/** The records in a value as rows, or why each is none. */
export class JsonRowReader {
  readonly #records: (value: unknown) => readonly unknown[];
  readonly #fits: (record: unknown) => boolean;
  readonly #cells: RecordFlattener;
  readonly #telling: readonly number[];
  readonly #only: readonly {
    readonly read: (record: unknown) => readonly string[];
    readonly oneOf: ReadonlySet<string>;
  }[];
  readonly #events: readonly ((record: unknown) => readonly unknown[])[];
  readonly #owner: JsonObject | undefined;
  /** Records are counted: their value stands in no line of its own. */
  readonly #numbered: boolean;
  #count = 0;

  constructor(
    format: JsonFormat,
    cells: RecordFlattener,
    {
      columns,
      owner,
      numbered,
    }: { readonly columns: Columns; readonly owner: JsonObject | undefined; readonly numbered: boolean },
  ) {
    this.#numbered = numbered;
    this.#records = extractRecords(format);
    this.#fits = matcher(format);
    this.#cells = cells;
    const fields = cells.fields;
    this.#telling = TELLING.filter((field) => columns.has(field) && !(owner && field !== 'time')).map((field) =>
      fields.indexOf(field),
    );
    this.#only = Object.entries(format.only ?? {}).map(([path, oneOf]) => ({
      read: compileTemplate(path),
      oneOf: new Set(oneOf),
    }));
    this.#events = (format.events ?? []).map(compilePath);
    this.#owner = owner;
  }

  *of({ value, place: line }: { readonly value: unknown; readonly place: number }): Generator<Row | RejectedRecord> {
    for (const record of this.#records(value)) {
      const place = this.#numbered ? ++this.#count : line;
      if (this.#owner && isJsonObject(record)) record['owner'] = this.#owner;
      if (this.#only.some(({ read, oneOf }) => !oneOf.has(read(record)[0] ?? ''))) {
        yield { reason: 'other-event', place, example: '' };
        continue;
      }
      const cells = this.#cells.of(record);
      if (this.#telling.some((at) => cells[at] !== '') && isJsonObject(record) && !this.#isEvent(record))
        yield { cells, line: place };
      else
        yield {
          reason: this.#isEvent(record) ? 'other-event' : 'not-a-post',
          place,
          example: isJsonObject(record) ? Object.keys(record).slice(0, 8).join(', ') : String(record),
        };
    }
  }

  /** The place of what comes next and cannot be read. */
  placeOfBroken(line: number): number {
    return this.#numbered ? ++this.#count : line;
  }

  #isEvent(record: unknown): boolean {
    return this.#events.some((at) => at(record).length > 0) && !this.#fits(record);
  }
}
