import { TrendAuditError } from '../errors.js';
import { findDayOrder } from '../time/day-order.js';
import { TimeReader } from '../time/parse-time.js';
import { CsvSyntaxError, readRecords } from './csv-records.js';
import { HEADER_SEARCH_ROWS } from './find-header.js';
import { readId } from './ids.js';
import { readDocument } from './json/document.js';
import { readLines } from './json/lines.js';
import { scalarPaths, compilePath, compileTemplate } from './json/path.js';
import { readPrintedList } from './json/printed-list.js';
import { parseTimeZoneOption } from './messages.js';
import { MeteredStream } from './metered-stream.js';
import { openSource, type Place } from './open.js';
import { CREATED, HANDLE, ID, isTypical, likenessToProfiles, NAME, placeAmong } from './profile-columns.js';
import type { UserProfile } from './profile-index.js';
import type { Row } from './row.js';
import { sniffDialect } from './sniff-dialect.js';
import { sniffJson, detectUnsupported } from './sniff.js';
import { peek } from './streams.js';
import { isTableContainer } from './unpack/detect-container.js';
import { unpack } from './unpack/unpack.js';
import { Utf8Transcoder } from './utf8-transcoder.js';
import { stripAt, nonEmpty } from './values.js';

export interface ProfileOptions extends Place {
  readonly assumeTz?: string;
  readonly encoding?: string;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
  /** Whether reading may stop after the first rows if the file has nothing that only profiles have. */
  readonly onlyTypical?: boolean;
}

/** A file of users, held in memory: it is much smaller than the posts. */
export interface ProfileFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly profiles: readonly UserProfile[];
  /**
   * Whether it has data that only profiles have (followers, a description), so that it is recognised without --users.
   */
  readonly typical: boolean;
}

/** A table of texts, from any format. */
interface Texts {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const LISTS = ['users', 'includes.users', 'data', 'response', 'accounts', 'author', 'user', ''];

/** Reads the profiles in a file: CSV, or JSON in the layouts of the platforms. Throws TrendAuditError. */
export async function readProfiles(file: string, options: ProfileOptions): Promise<ProfileFile> {
  const source = await openSource(file, options);
  const meter = new MeteredStream(source, options.signal ? { signal: options.signal } : {});
  const metered = meter.chunks();
  try {
    const unpacked = await unpack(source, metered, options.maxBytes, () => source.bytesTotal ?? meter.bytes);
    if (unpacked.container !== undefined && isTableContainer(unpacked.container)) {
      const { readTableFile } = await import('./read-table-file.js');
      const { maxBytes, signal } = options;
      const table = await readTableFile(unpacked.container, {
        source,
        bytes: unpacked.chunks,
        packed: () => source.bytesTotal ?? meter.bytes,
        file: { name: file, options: { profiles: true } },
        maxBytes,
        signal,
      });
      const texts = await textsOfTable(table.rows, options.onlyTypical ?? false);
      await meter.drain(metered);
      return { path: file, sha256: meter.sha256(), bytes: meter.bytes, ...profilesOf(texts, file, options) };
    }
    const { first, rest } = await peek(new Utf8Transcoder(options.encoding).toValidUtf8(unpacked.chunks), 64 * 1024);
    const head = new TextDecoder().decode(first);
    const json = sniffJson(head);
    const stranger = json ? undefined : detectUnsupported(first);
    if (stranger) throw new TrendAuditError(stranger.code, stranger.what, { file, hint: stranger.hint });
    const { onlyTypical = false } = options;
    const texts = json
      ? await textsOfJson(
          json === 'lines' ? readLines(rest) : json === 'document' ? readDocument(rest) : readPrintedList(rest),
          onlyTypical,
        )
      : await textsOfTable(readRecords(rest, sniffDialect(head)), onlyTypical);
    await meter.drain(metered);
    return { path: file, sha256: meter.sha256(), bytes: meter.bytes, ...profilesOf(texts, file, options) };
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw new TrendAuditError('malformed', error.message, { file, line: error.line, hint: 'get the whole file again' });
  } finally {
    await metered.return(undefined);
  }
}

async function textsOfTable(batches: AsyncGenerator<Row[]>, onlyTypical: boolean): Promise<Texts> {
  const rows: (readonly string[])[] = [];
  for await (const batch of batches) {
    for (const { cells } of batch) rows.push(cells);
    if (onlyTypical && rows[0] && !isTypical(rows[0])) break;
  }
  // A title may come before the header.
  const first = rows.slice(0, HEADER_SEARCH_ROWS).findIndex((cells) => likenessToProfiles(cells) > 0);
  const [header = [], ...rest] = rows.slice(Math.max(0, first));
  return { header: header.map((name) => name.trim()), rows: rest };
}

async function textsOfJson(batches: ReturnType<typeof readLines>, onlyTypical: boolean): Promise<Texts> {
  const lists = LISTS.map((path) => ({ path, at: compilePath(path), rows: new Array<unknown>() }));
  for await (const batch of batches) {
    for (const each of batch) {
      if (!('value' in each)) continue;
      // The first matching path is used; the value itself is the last one.
      const list = lists.find(({ at }) => at(each.value).length > 0);
      if (list) for (const record of list.at(each.value)) list.rows.push(record);
    }
    const some = onlyTypical ? lists.flatMap(({ rows }) => rows.slice(0, 20)) : [];
    if (some.length > 0 && !isTypical(scalarPaths(some))) break;
  }
  const records = lists.flatMap(({ rows }) => rows);
  const header = scalarPaths(records.slice(0, 200));
  const read = header.map(compileTemplate);
  return { header, rows: records.map((record) => read.map((at) => at(record)[0] ?? '')) };
}

function profilesOf(
  { header, rows }: Texts,
  file: string,
  { assumeTz }: ProfileOptions,
): Pick<ProfileFile, 'profiles' | 'typical'> {
  const [id = -1, handle = -1, name = -1, created = -1] = [ID, HANDLE, NAME, CREATED].map((names) =>
    placeAmong(header, names),
  );
  if (id < 0 && handle < 0) {
    throw new TrendAuditError(
      'not-posts',
      'holds no user profiles: ' +
        `${header.length === 0 ? 'it is empty' : `its columns are ${header.slice(0, 20).join(', ')}`}`,
      {
        file,
        hint: 'give a file with the id or the handle of each account, and when it was created',
        unquoted: { message: 'holds no user profiles' },
      },
    );
  }
  const order = findDayOrder(rows.map((row) => cell(row, created)));
  const reader = new TimeReader(order.order, parseTimeZoneOption(assumeTz));
  const profiles = rows.map((row): UserProfile => {
    const time = reader.read(cell(row, created));
    return {
      id: readId(cell(row, id)),
      handle: stripAt(cell(row, handle)),
      displayName: cell(row, name),
      created: time === undefined ? undefined : { from: time, to: time, source: 'dump' },
    };
  });
  return {
    profiles: profiles.filter((profile) => profile.id !== '' || profile.handle !== ''),
    typical: isTypical(header),
  };
}

function cell(row: readonly string[], at: number): string {
  return at < 0 ? '' : nonEmpty(row[at] ?? '');
}
