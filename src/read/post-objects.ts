/** Converts posts passed in by a program to the rows of a table, so that they are read by the same rules as files. */

import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { CreationDate, Post, PostKind, PostObject } from '../documents/post.js';
import type { Input } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import type { Field } from './fields.js';
import { isJsonObject, type JsonObject } from './json/value.js';
import { parseTimeZoneOption } from './messages.js';
import { pairsCell } from './objects.js';
import { readTable } from './read-table.js';
import type { ContentHandlers, ReadOptions } from './read.js';
import type { Row } from './row.js';
import type { ReadReport } from './table-accounting.js';

/** The path of each field in a post. */
const COLUMNS = {
  id: 'id',
  account: 'account.id',
  handle: 'account.handle',
  name: 'account.displayName',
  created: 'account.created',
  created_source: 'account.created.source',
  time: 'time',
  text: 'text',
  kind: 'kind',
  retweeted_id: 'retweetedId',
  retweeted_handle: 'retweetedHandle',
  replied_id: 'repliedId',
  replied_to: 'repliedTo',
  hashtags: 'hashtags',
  links: 'links',
  client: 'client',
  object: 'objects',
} as const satisfies Partial<Record<Field, string>>;

const KINDS: ReadonlySet<unknown> = new Set<PostKind>(['original', 'retweet', 'quote', 'reply']);

/** Posts between two pauses: a list of a million posts must not prevent an abort. */
const BATCH = 1000;

/**
 * Reads posts as `readSourceWith` reads a file. Throws TrendAuditError for values of wrong types; errors that also
 * occur in dumps are counted instead.
 */
export async function* readPostObjects<Batch>(
  readers: ContentHandlers<Batch>,
  posts: AsyncIterable<unknown>,
  { name, number }: { readonly name: string; readonly number: number },
  options: ReadOptions,
): AsyncGenerator<Batch, Input> {
  const hash = createHash('sha256');
  let [bytes, soFar, withObjects] = [0, 0, false];
  async function* batches(): AsyncGenerator<Row[]> {
    yield [{ cells: Object.values(COLUMNS), line: 0 }];
    let [rows, line]: [Row[], number] = [[], 0];
    for await (const post of posts) {
      const cells = cellsOf(post, name, ++line);
      // The last cell contains the objects.
      withObjects ||= cells.at(-1) !== '';
      const record = Buffer.from(`${JSON.stringify(cells.at(-1) === '' ? cells.slice(0, -1) : cells)}\n`);
      hash.update(record);
      bytes += record.length;
      if (rows.push({ cells, line }) < BATCH) continue;
      yield rows;
      rows = [];
      await setImmediate();
      options.signal?.throwIfAborted();
      options.onProgress?.({ bytesRead: bytes, bytesTotal: undefined, posts: soFar });
    }
    yield rows;
  }
  const file = {
    name,
    inputIndex: number,
    toUtc: parseTimeZoneOption(options.assumeTz),
    options: { ...options, map: COLUMNS, objectsInPairs: true },
    unit: 'record' as const,
    onPosts: (count: number) => void (soFar = count),
  };
  const reading: AsyncGenerator<readonly Post[], ReadReport> = readTable(batches(), file);
  try {
    const { columns, platform: _guessed, ...account } = yield* readers.posts(reading, file);
    const { object, ...others } = columns;
    return {
      path: name,
      sha256: hash.digest('hex'),
      bytes,
      ...account,
      columns: withObjects && object !== undefined ? { ...others, object } : others,
      format: 'posts',
      numbered: 'records',
      reading: { encoding: 'utf-8', encodingRepairs: 0, ...account.reading },
    };
  } catch (error) {
    if (!(error instanceof TrendAuditError) || error.code !== 'too-many-bad-rows') throw error;
    throw new TrendAuditError(error.code, error.message, {
      file: name,
      hint: 'look at these posts (a time that is a number is in milliseconds), or allow more with maxBadRows',
    });
  }
}

function cellsOf(post: unknown, file: string, line: number): string[] {
  const fail = (what: string, found: unknown, expected: string): never => {
    throw new TrendAuditError('malformed', `${what} is ${kindOfValue(found)}, and ${expected} is expected`, {
      file,
      line,
      hint: 'give posts as the type GivenPost describes them',
    });
  };
  if (!isJsonObject(post)) return fail(`post ${line}`, post, 'an object');
  const { account } = post;
  if (!isJsonObject(account)) return fail('its account', account, 'an object with an id or a handle');
  const text = (from: JsonObject, name: string, what = name): string => {
    const value = from[name] ?? '';
    return typeof value === 'string' ? value : fail(`its ${what}`, value, 'a text');
  };
  const list = (name: string): readonly string[] => {
    const value = post[name] ?? [];
    if (!Array.isArray(value)) return fail(`its ${name}`, value, 'a list of texts');
    return value.map((each: unknown) => (typeof each === 'string' ? each : fail(`one of its ${name}`, each, 'a text')));
  };
  const objects = (): readonly PostObject[] => {
    const value = post['objects'] ?? [];
    if (!Array.isArray(value)) return fail('its objects', value, 'a list of names and values');
    return value.map((each: unknown) => {
      if (!isJsonObject(each)) return fail('one of its objects', each, 'an object with a name and a value');
      return { name: text(each, 'name', 'object.name'), value: text(each, 'value', 'object.value') };
    });
  };
  const time = (value: unknown, what: string): string =>
    momentOf(value) ?? fail(`its ${what}`, value, 'a number of milliseconds since 1970, a Date or a text');
  if (post['kind'] !== undefined && post['kind'] !== null && !KINDS.has(post['kind']))
    fail('its kind', post['kind'], `one of ${[...KINDS].join(', ')}`);
  const created = creationOf(account['created']);
  const cells: Readonly<Record<keyof typeof COLUMNS, string>> = {
    id: text(post, 'id'),
    account: text(account, 'id', 'account.id'),
    handle: text(account, 'handle', 'account.handle'),
    name: text(account, 'displayName', 'account.displayName'),
    created: time(created.time, 'account.created'),
    created_source: created.source,
    time: time(post['time'], 'time'),
    text: text(post, 'text'),
    kind: text(post, 'kind'),
    retweeted_id: text(post, 'retweetedId'),
    retweeted_handle: text(post, 'retweetedHandle'),
    replied_id: text(post, 'repliedId'),
    replied_to: text(post, 'repliedTo'),
    // The # keeps hashtags such as #NA and #None from being read as empty values.
    hashtags: list('hashtags')
      .map((tag) => `#${tag.replace(/^[#＃]/u, '')}`)
      .join('|'),
    links: list('links').join('|'),
    client: text(post, 'client'),
    object: pairsCell(objects()),
  };
  return Object.values(cells);
}

/**
 * A creation date as a dump would contain it. A date that is only an interval is left out, to be derived from the
 * account's id again.
 */
function creationOf(value: unknown): { readonly time: unknown; readonly source: string } {
  if (!isCreationDate(value)) return { time: value, source: '' };
  return { time: value.from === value.to ? value.from : undefined, source: value.source };
}

function isCreationDate(value: unknown): value is CreationDate {
  return (
    isJsonObject(value) &&
    typeof value['from'] === 'number' &&
    typeof value['to'] === 'number' &&
    typeof value['source'] === 'string'
  );
}

/** A time as text with its offset; undefined if the value cannot be a time. */
function momentOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' && !(value instanceof Date)) return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString().replace('.000Z', 'Z');
}

function kindOfValue(value: unknown): string {
  if (value === undefined || value === null) return 'missing';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return 'a number';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
