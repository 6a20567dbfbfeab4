/** The records in the values of a file, and which of them are posts. */

import type { Field } from '../fields.js';
import type { Join, JsonFormat } from '../formats/json/json-format.js';
import type { RowOrRejected } from '../row.js';
import { compilePath, compileTemplate } from './path.js';
import type { RecordFlattener, Columns } from './record-flattener.js';
import { isJsonObject, type JsonObject, type Located, ownProperty } from './value.js';

/** Whether something has all by which a format is recognised, in itself or where its fields are. */
export function matcher({
  recognisedBy,
  within = '',
}: Pick<JsonFormat, 'recognisedBy' | 'within'>): (record: unknown) => boolean {
  const paths = recognisedBy.map(compilePath);
  const inner = compilePath(within);
  const has = (value: unknown): boolean => paths.every((at) => at(value).length > 0);
  return (record) => has(record) || (within !== '' && inner(record).some(has));
}

/** The posts in a value of a file, with what the page has for them joined in; the value itself where it holds none. */
export function extractRecords(format: JsonFormat): (value: unknown) => readonly unknown[] {
  const fits = matcher(format);
  const lists = (format.posts ?? ['']).map(compilePath);
  const joins = (format.joins ?? []).map(compileJoin);
  return (value) => {
    for (const at of lists) {
      const records = at(value);
      if (!records.some(fits)) continue;
      for (const join of joins) join(value, records);
      return records;
    }
    return [value];
  };
}

function compileJoin({ each = '', by, list, key, as }: Join): (page: unknown, records: readonly unknown[]) => void {
  const [parts, ask, answers, keyOf] = [
    compilePath(each),
    compileTemplate(by),
    compilePath(list),
    compileTemplate(key),
  ];
  return (page, records) => {
    const known = new Map<string, JsonObject>();
    for (const answer of answers(page)) {
      const [name] = keyOf(answer);
      if (name !== undefined && isJsonObject(answer)) known.set(name, answer);
    }
    if (known.size === 0) return;
    for (const part of records.flatMap((record) => parts(record))) {
      const found = known.get(ask(part)[0] ?? '');
      if (found === undefined || found === part || !isJsonObject(part)) continue;
      if (as !== undefined) part[as] ??= found;
      else for (const name of Object.keys(found)) if (!Object.hasOwn(part, name)) part[name] = ownProperty(found, name);
    }
  };
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

  /** Adds the rows of a value, or why they are none. */
  read(located: Located, rows: RowOrRejected[]): void {
    if ('broken' in located) {
      this.brokenOffAt = located.line ?? 0;
      rows.push({ reason: 'malformed', line: this.#placeOf(located), example: located.broken });
      return;
    }
    const records = this.#records(located.value);
    // Only what is alone in its line is found again by that.
    const at = records.length === 1 ? located.at : undefined;
    for (const record of records) rows.push(this.#rowOf(record, this.#placeOf(located), at));
  }

  #rowOf(record: unknown, line: number, at: number | undefined): RowOrRejected {
    if (this.#owner && isJsonObject(record)) record['owner'] = this.#owner;
    if (this.#only.some(({ read, oneOf }) => !oneOf.has(read(record)[0] ?? '')))
      return { reason: 'other-event', line, example: '' };
    const cells = this.#cells.of(record);
    const isEvent = this.#isEvent(record);
    if (!isEvent && isJsonObject(record) && this.#telling.some((cell) => cells[cell] !== ''))
      return at === undefined ? { cells, line } : { cells, line, at };
    return {
      reason: isEvent ? 'other-event' : 'not-a-post',
      line,
      example: isJsonObject(record) ? Object.keys(record).slice(0, 8).join(', ') : String(record),
    };
  }

  /** The place of the next record, which stands in this value. */
  #placeOf({ place }: Located): number {
    return this.#numbered ? ++this.#count : place;
  }

  #isEvent(record: unknown): boolean {
    return this.#events.some((at) => at(record).length > 0) && !this.#fits(record);
  }
}
