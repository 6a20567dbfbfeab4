import type { Post } from '../documents/post.js';
import type { Input } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import type { AnalyzeOptions } from '../options.js';
import { isChat, readChat } from './chat.js';
import { type CsvDialect, readRecords } from './csv-records.js';
import type { TableFile } from './detect-table.js';
import { headerPredicate } from './find-header.js';
import { findGrid, readGrid } from './grid.js';
import type { LinePlaces } from './line-places.js';
import { emptyFileError, parseTimeZoneOption } from './messages.js';
import { MeteredStream, type ReadProgress } from './metered-stream.js';
import { openSource, type Source } from './open.js';
import type { PostFilter } from './post-filter.js';
import { readTable } from './read-table.js';
import type { TableReading } from './row.js';
import { sniffDialect } from './sniff-dialect.js';
import { sniffJson, detectUnsupported } from './sniff.js';
import { peek } from './streams.js';
import type { ReadReport } from './table-accounting.js';
import { isTableContainer, type TableContainer } from './unpack/detect-container.js';
import { unpack, type Unpacked } from './unpack/unpack.js';
import { Utf8Transcoder } from './utf8-transcoder.js';

export interface ReadOptions extends Pick<
  AnalyzeOptions,
  | 'map'
  | 'assumeTz'
  | 'dateOrder'
  | 'maxBadRows'
  | 'encoding'
  | 'noHeader'
  | 'sheet'
  | 'records'
  | 'maxBytes'
  | 'signal'
  | 'cwd'
  | 'stdin'
  | 'within'
> {
  /** Selects the posts to read; all posts if left out. */
  readonly filter?: PostFilter;
  readonly onProgress?: (progress: ReadProgress) => void;
}

const HEAD_BYTES = 64 * 1024;

/**
 * Yields the posts of one file (`-`: standard input) in order, in batches; returns an account of what was read.
 * Throws TrendAuditError for errors that a user can fix, and the signal's reason if it is aborted.
 */
export async function* readPosts(
  path: string,
  inputIndex: number,
  options: ReadOptions,
): AsyncGenerator<readonly Post[], Input> {
  options.signal?.throwIfAborted();
  return yield* readSource(await openSource(path, options), inputIndex, options);
}

/** The handlers for the content of a file, once its type is known. */
export interface ContentHandlers<Batch> {
  /** For a text table, in UTF-8 that may contain invalid bytes; `again` reads it a second time, if possible. */
  table(
    text: AsyncGenerator<Buffer>,
    layout: CsvDialect,
    file: TextFile,
    again: (() => AsyncGenerator<Buffer>) | undefined,
  ): AsyncGenerator<Batch, ReadReport>;
  /** For JSON, as posts; `places` records how to find single posts again. */
  json(
    reading: (places?: LinePlaces) => AsyncGenerator<readonly Post[], ReadReport>,
    file: TextFile,
  ): AsyncGenerator<Batch, ReadReport>;
  /** For anything else, as posts. */
  posts(reading: AsyncGenerator<readonly Post[], ReadReport>, file: TableFile): AsyncGenerator<Batch, ReadReport>;
}

export interface TextFile extends TableFile {
  readonly source: Source;
  readonly decoding: Utf8Transcoder;
  /** Whether the file is not compressed, so that it contains the text itself. */
  readonly plain: boolean;
}

/** Reads every content as posts. */
export const POST_HANDLERS: ContentHandlers<readonly Post[]> = {
  table: (text, layout, file, again) =>
    readTable(
      readRecords(file.decoding.repairUtf8(text), layout),
      file,
      again && (() => readRecords(new Utf8Transcoder().repairUtf8(again()), layout)),
    ),
  json: (reading) => reading(),
  posts: (reading) => reading,
};

/** Like `readPosts`, for bytes from any source. */
export function readSource(
  source: Source,
  inputIndex: number,
  options: ReadOptions,
): AsyncGenerator<readonly Post[], Input> {
  return readSourceWith(POST_HANDLERS, source, inputIndex, options);
}

/** Reads a source with a handler for its content; returns an account of what was read. Throws like `readPosts`. */
export async function* readSourceWith<Batch>(
  readers: ContentHandlers<Batch>,
  source: Source,
  inputIndex: number,
  options: ReadOptions,
): AsyncGenerator<Batch, Input> {
  const { name } = source;
  const meter = new MeteredStream(source, options);
  const metered = meter.chunks();
  const decoding = new Utf8Transcoder(options.encoding);
  const file = {
    name,
    inputIndex,
    toUtc: parseTimeZoneOption(options.assumeTz),
    options,
    onPosts: (posts: number) => void (meter.posts = posts),
  };
  const packed = (): number => source.bytesTotal ?? meter.bytes;
  let unpacked: Unpacked | undefined;
  try {
    unpacked = await unpack(source, metered, options.maxBytes, packed);
    const reading =
      unpacked.container !== undefined && isTableContainer(unpacked.container)
        ? readers.posts(await readStructured(unpacked.container, unpacked.chunks, packed, source, file), file)
        : await readText(unpacked, { ...file, source, decoding, plain: unpacked.container === undefined }, readers);
    const account = yield* reading;
    await meter.drain(metered);
    return {
      path: name,
      sha256: meter.sha256(),
      bytes: meter.bytes,
      ...account,
      reading: { ...decoding.account(), ...account.reading },
      notes: [...unpacked.notes, ...decoding.notes(), ...account.notes],
    };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof TrendAuditError && (error.code === 'malformed' || error.code === 'too-many-bad-rows'))
      await unpacked?.verify();
    throw error;
  } finally {
    await metered.return(undefined);
  }
}

/** Reads the posts of a Parquet file, a database or a workbook. */
async function readStructured(
  container: TableContainer,
  bytes: AsyncIterator<Uint8Array>,
  packed: () => number,
  source: Source,
  file: TableFile & { readonly options: ReadOptions },
): Promise<AsyncGenerator<readonly Post[], ReadReport>> {
  const { maxBytes, signal } = file.options;
  const { readTableFile } = await import('./read-table-file.js');
  const table = await readTableFile(container, { source, bytes, packed, file, maxBytes, signal });
  // Only a sheet can lack column names.
  const { noHeader: _, ...named } = file.options;
  return withNotes(table, container === 'workbook' ? file : { ...file, options: named });
}

/** Yields the posts of a table, and adds the notes of its reader to the report. */
async function* withNotes({ rows, notes }: TableReading, file: TableFile): AsyncGenerator<readonly Post[], ReadReport> {
  const report = yield* readTable(rows, file);
  return { ...report, notes: [...notes(), ...report.notes] };
}

/** Reads a text file: a chat, JSON or a table, according to its beginning. */
async function readText<Batch>(
  { chunks, again }: Unpacked,
  file: TextFile,
  readers: ContentHandlers<Batch>,
): Promise<AsyncGenerator<Batch, ReadReport>> {
  const { decoding } = file;
  const { first, rest } = await peek(decoding.transcode(chunks), HEAD_BYTES);
  if (first.length === 0) throw emptyFileError(file.name, 'is empty: 0 bytes');
  const text = new TextDecoder().decode(first);
  if (isChat(text)) return readers.posts(withNotes(readChat(decoding.repairUtf8(rest)), file), file);
  const isHeader = headerPredicate(file.options.map ?? {});
  const grid = findGrid(text, isHeader);
  if (grid) return readers.posts(withNotes(readGrid(decoding.repairUtf8(rest), grid), file), file);
  const json = sniffJson(text);
  if (json !== undefined) {
    const { readJson } = await import('./json/read-json.js');
    const { path } = file.source;
    return readers.json(
      (places) =>
        readJson(decoding.repairUtf8(rest), json, {
          ...file,
          ...(path === undefined ? {} : { path }),
          ...(places ? { places } : {}),
        }),
      file,
    );
  }
  if (text.trimStart().startsWith('<')) {
    const { isMarkupTable, readMarkupTable } = await import('./markup/markup-rows.js');
    if (isMarkupTable(text)) return readers.posts(readMarkupTable(decoding.repairUtf8(rest), file), file);
  }
  const stranger = detectUnsupported(first);
  if (stranger) throw new TrendAuditError(stranger.code, stranger.what, { file: file.name, hint: stranger.hint });
  const layout = sniffDialect(text, isHeader);
  return readers.table(
    rest,
    layout,
    { ...file, delimiter: layout.delimiter },
    again && (() => new Utf8Transcoder(file.options.encoding).transcode(again())),
  );
}
