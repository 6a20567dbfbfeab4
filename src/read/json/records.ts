/** Extracts the records from the values of a file, and decides which of them are posts. */

import type { Field } from '../fields.js';
import type { Join, JsonFormat } from '../formats/json/json-format.js';
import type { RowOrRejected } from '../row.js';
import { compilePath, compileTemplate } from './path.js';
import type { RecordFlattener, Columns } from './record-flattener.js';
import { isJsonObject, type JsonObject, type Located, ownProperty } from './value.js';

/** Tests whether a record has all paths by which a format is recognised, in itself or below `within`. */
export function matcher({
  recognisedBy,
  within = '',
}: Pick<JsonFormat, 'recognisedBy' | 'within'>): (record: unknown) => boolean {
  const paths = recognisedBy.map(compilePath);
  const inner = compilePath(within);
  const has = (value: unknown): boolean => paths.every((at) => at(value).length > 0);
  return (record) => has(record) || (within !== '' && inner(record).some(has));
}

/**
 * Extracts the posts from a value of a file, with the parts of the page that belong to them; the value itself if it
 * has none.
 */
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

/** A record with a value for one of these fields is meant to be a post. */
const TELLING: readonly Field[] = ['time', 'repost_time', 'account', 'handle', 'reposter', 'name'];

/** Converts the records of a value to rows, or to the reasons why they are not posts. */
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
  /** Whether records are counted, because a value does not have a line to itself. */
  readonly #numbered: boolean;
  #count = 0;
  /** The line at which the JSON breaks off; 0 if it does not. */
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

  /** Adds the rows of a value, or the reasons why its records are not posts. */
  read(located: Located, rows: RowOrRejected[]): void {
    if ('broken' in located) {
      this.brokenOffAt = located.line ?? 0;
      rows.push({ reason: 'malformed', line: this.#placeOf(located), example: located.broken });
      return;
    }
    const records = this.#records(located.value);
    // Only a record that is alone in its line can be found again by the line's offset.
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

  /** The position of the next record, which is in this value. */
  #placeOf({ place }: Located): number {
    return this.#numbered ? ++this.#count : place;
  }

  #isEvent(record: unknown): boolean {
    return this.#events.some((at) => at(record).length > 0) && !this.#fits(record);
  }
}
