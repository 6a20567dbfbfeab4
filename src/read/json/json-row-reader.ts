import type { Field } from '../fields.js';
import type { JsonFormat } from '../formats/json/json-format.js';
import type { RowOrRejected } from '../row-outcomes.js';
import { matcher, extractRecords } from './extract-records.js';
import { compilePath, compileTemplate } from './path.js';
import { type RecordFlattener, type Columns } from './record-flattener.js';
import { isJsonObject, type JsonObject, type Located } from './value.js';

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
  /** The line in which the JSON breaks off; 0 where it does not. */
  brokenOffAt = 0;

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

  *read(located: Located): Generator<RowOrRejected> {
    if ('broken' in located) {
      this.brokenOffAt = located.line ?? 0;
      yield { reason: 'malformed', line: this.#placeOf(located), example: located.broken };
      return;
    }
    for (const record of this.#records(located.value)) {
      const line = this.#placeOf(located);
      if (this.#owner && isJsonObject(record)) record['owner'] = this.#owner;
      if (this.#only.some(({ read, oneOf }) => !oneOf.has(read(record)[0] ?? ''))) {
        yield { reason: 'other-event', line, example: '' };
        continue;
      }
      const cells = this.#cells.of(record);
      if (this.#telling.some((at) => cells[at] !== '') && isJsonObject(record) && !this.#isEvent(record))
        yield { cells, line };
      else
        yield {
          reason: this.#isEvent(record) ? 'other-event' : 'not-a-post',
          line,
          example: isJsonObject(record) ? Object.keys(record).slice(0, 8).join(', ') : String(record),
        };
    }
  }

  /** The place of the next record, which stands in this value. */
  #placeOf({ place }: Located): number {
    return this.#numbered ? ++this.#count : place;
  }

  #isEvent(record: unknown): boolean {
    return this.#events.some((at) => at(record).length > 0) && !this.#fits(record);
  }
}
