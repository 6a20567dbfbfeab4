/** Selects rows of a store, and reads them. */

import type { RecordBatch } from '../../dataset/record-batch.js';
import type { Input } from '../../documents/result.js';
import { TrendAuditError } from '../../errors.js';
import type { AnalyzeOptions } from '../../options.js';
import { foldHashtag } from '../../text/hashtags.js';
import type { Connection } from './connection.js';
import type { Load, LoadedInput } from './loads.js';
import { READ_COLUMNS } from './post-columns.js';
import { passPost, PostRowReader } from './read-posts.js';
import { literal } from './sql.js';
import { POSTS, type StoreVersion, wholeTable } from './tables.js';

/** A batch is passed on when it has this many posts of one input, or when this many posts of all inputs are waiting. */
const POSTS_PER_BATCH = 8192;
const POSTS_WAITING = 65_536;
/** Bytes of `part` and `input`. */
const PLACE_BYTES = 12;

/** An input with its place in its load. */
export interface StoredInput {
  readonly load: Load;
  readonly number: number;
  readonly input: LoadedInput;
}

/** The report on the reading of an input. */
export function inputOf({ input: { folderNotes: _notes, ...input } }: StoredInput): Input {
  return input;
}

type Span = Pick<AnalyzeOptions, 'since' | 'until'>;

/**
 * All loaded inputs, in the order in which posts number them: by their names, then by their content, not by the time of
 * loading. `analyze` has the same order if it is given the same files in the order of their names.
 */
export function storedInputs(loads: readonly Load[]): StoredInput[] {
  return loads
    .flatMap((load) => load.inputs.map((input, number) => ({ load, number, input })))
    .sort(
      (a, b) =>
        compare(pathKey(a.input.path), pathKey(b.input.path)) ||
        compare(a.input.sha256, b.input.sha256) ||
        compare(a.load.load, b.load.load) ||
        a.number - b.number,
    );
}

/** The table and inputs that queries select from, and their conditions. */
export class Selection {
  readonly #connection: Connection;
  readonly #table: string;
  readonly #inputs: readonly StoredInput[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #span: Span;

  constructor(connection: Connection, version: StoreVersion, inputs: readonly StoredInput[], span: Span) {
    this.#connection = connection;
    this.#table = wholeTable(connection, POSTS, version);
    this.#inputs = inputs;
    this.#places = new Map(inputs.map(({ load, number }, place) => [`${load.part} ${number}`, place]));
    this.#span = span;
  }

  /** The posts with a (folded) hashtag, or all posts; not in order, in batches with each profile. */
  batches(tag: string | undefined): AsyncGenerator<RecordBatch> {
    return this.#select(this.#wanted(tag));
  }

  /** The posts that have any hashtag, in the same way. */
  batchesWithHashtags(): AsyncGenerator<RecordBatch> {
    return this.#select([...this.#inSpan(), 'notEmpty(tags)']);
  }

  async *#select(conditions: readonly string[]): AsyncGenerator<RecordBatch> {
    const open = new Map<number, PostRowReader>();
    const full: PostRowReader[] = [];
    let waiting = 0;
    const chunks = this.#connection.select(
      `${READ_COLUMNS.join(', ')} FROM ${this.#table} WHERE ${this.#where(conditions)}`,
      (reader) => {
        reader.skip(PLACE_BYTES);
        passPost(reader);
      },
      (reader) => {
        const input = this.#placeOf(reader.uint64(), reader.uint32());
        let posts = open.get(input);
        if (!posts) open.set(input, (posts = new PostRowReader(input)));
        posts.read(reader);
        waiting++;
        if (posts.count < POSTS_PER_BATCH) return;
        full.push(posts);
        open.delete(input);
      },
    );
    for await (const _ of chunks) {
      if (waiting >= POSTS_WAITING) {
        full.push(...open.values());
        open.clear();
      }
      for (const posts of full.splice(0)) {
        waiting -= posts.count;
        yield posts.batch();
      }
    }
    for (const posts of open.values()) yield posts.batch();
  }

  /** Folded hashtags with at least `least` posts, most frequent first, at most `most`. */
  async *hashtags(least: number, most = Infinity): AsyncGenerator<{ readonly tag: string; readonly posts: number }> {
    const chunks = this.#connection.select(
      `arrayJoin(tags) AS tag, count() AS posts FROM ${this.#table} WHERE ${this.#where(this.#inSpan())} GROUP BY tag HAVING posts >= ${Math.max(1, Math.ceil(least))} ORDER BY posts DESC, tag${most === Infinity ? '' : ` LIMIT ${most}`}`,
      (reader) => {
        reader.skipText();
        reader.skip(8);
      },
      (reader) => ({ tag: reader.text(), posts: reader.uint64() }),
    );
    for await (const rows of chunks) yield* rows;
  }

  /** The number of posts outside of the span for each input, by its place. */
  async countOutside(): Promise<Map<number, number>> {
    const counts = await this.#connection.rows(
      `part, input, count() FROM ${this.#table} WHERE ${this.#where([`NOT (${this.#inSpan().join(' AND ')})`])} GROUP BY part, input`,
      (reader) => [this.#placeOf(reader.uint64(), reader.uint32()), reader.uint64()] as const,
    );
    return new Map(counts);
  }

  /**
   * The first posts, in the order of rows, that the selection leaves out: those outside of the span, or those within it
   * that do not have the hashtag.
   * @param most maximum number for each input
   * @param before only this many rows of each input are searched
   */
  async firstLeftOut(
    reason: 'outside-span' | 'other-hashtag',
    tag: string | undefined,
    most: number,
    before: number,
  ): Promise<Map<number, { readonly row: number; readonly line: number }[]>> {
    const span = this.#inSpan();
    const conditions =
      reason === 'outside-span' ? [`NOT (${span.join(' AND ')})`] : [...span, `NOT has(tags, ${literal(tag ?? '')})`];
    const rows = await this.#connection.rows(
      `part, input, row, line FROM ${this.#table} WHERE ${this.#where([`row < ${before}`, ...conditions])} ORDER BY part, input, row LIMIT ${most} BY part, input`,
      (reader) => ({
        place: this.#placeOf(reader.uint64(), reader.uint32()),
        row: reader.uint64(),
        line: reader.uint32(),
      }),
    );
    const found = new Map<number, { row: number; line: number }[]>();
    for (const { place, row, line } of rows) found.set(place, [...(found.get(place) ?? []), { row, line }]);
    return found;
  }

  /** The posts themselves, as JSON: all of an input, or those in these rows, which have these times. */
  async *posts(
    place: number,
    wanted?: { readonly rows: readonly number[]; readonly times: readonly number[] },
  ): AsyncGenerator<{ readonly row: number; readonly post: string }> {
    const { load, number } = this.#inputs[place] ?? {};
    // The table is sorted by time, so only nearby rows are read.
    const conditions = wanted ? [`time IN (${wanted.times.join(', ')})`, `row IN (${wanted.rows.join(', ')})`] : [];
    const chunks = this.#connection.select(
      `row, post FROM ${this.#table} WHERE ${[`part = ${load?.part ?? 0}`, `input = ${number ?? 0}`, ...conditions].join(' AND ')}${wanted ? '' : ' ORDER BY row'}`,
      (reader) => {
        reader.skip(8);
        reader.skipText();
      },
      (reader) => ({ row: reader.uint64(), post: reader.text() }),
    );
    for await (const rows of chunks) yield* rows;
  }

  #inSpan(): string[] {
    const { since, until } = this.#span;
    return [
      ...(since === undefined ? [] : [`time >= ${decimal(since)}`]),
      ...(until === undefined ? [] : [`time < ${decimal(until)}`]),
    ];
  }

  #wanted(tag: string | undefined): string[] {
    return [...this.#inSpan(), ...(tag === undefined ? [] : [`has(tags, ${literal(tag)})`])];
  }

  #where(conditions: readonly string[]): string {
    const parts = new Set(this.#inputs.map(({ load }) => load.part));
    return [parts.size === 0 ? '0' : `part IN (${[...parts].join(', ')})`, ...conditions].join(' AND ');
  }

  #placeOf(part: number, number: number): number {
    const place = this.#places.get(`${part} ${number}`);
    if (place !== undefined) return place;
    throw new TrendAuditError('changed', 'the store has a row of an input that is not in its list', {
      file: this.#connection.address.shown,
      hint: 'drop the load and load its files again',
    });
  }
}

/**
 * A key that sorts paths as folders are listed: the content of a folder before files whose names begin with its name.
 */
function pathKey(path: string): string {
  return path.replaceAll('/', '\0');
}

/** The requested hashtag, as it is stored in rows. */
export function foldedTag(hashtag: string): string {
  return foldHashtag(hashtag.replace(/^[#＃]/u, ''));
}

/** A number of milliseconds in SQL for old servers: without an exponent. */
function decimal(time: number): string {
  return Number.isSafeInteger(time) ? `toFloat64(${time})` : `toFloat64(${literal(String(time))})`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
