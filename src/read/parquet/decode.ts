import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  readOffsetIndex,
  type AsyncBuffer,
  type ColumnChunk,
  type Compressors,
  type FileMetaData,
  type RowGroup,
  type SchemaTree,
} from 'hyparquet';
import { compressors as plainCompressors } from 'hyparquet-compressors';
import { getTreePath, isFlatColumn } from 'hyparquet/src/schema.js';
import { cellOf, columnsOf, type Struct } from './cells.js';
import { checkFooter, columnRange } from './check-footer.js';
import { checkPages, type Page } from './check-pages.js';
import { CorruptParquetError } from './corrupt-parquet.js';
import type { Reply } from './reply.js';

/** Rows that are decoded at a time: row groups may have a million, too many for the memory as cells of text. */
const SLICE = 50_000;
/** Bytes of memory that decoded values may take at a time: three quarters of what the thread has (`HEAP_MB`). */
const MAX_HELD = 3 * 2 ** 30;
/** Bytes that a value takes with its level and its places in arrays; in a list or a struct, with those of its own (98 to 162, twice while they are put together). */
const FLAT = 24;
const NESTED = 300;
/** Bytes of a date or of a view of bytes, by measure, and the fewest that are in the file for one that is not of a dictionary. */
const OBJECT = 110;
const OBJECT_IN_FILE = 4;
/** Bytes that a byte of text takes at most: a single emoji makes V8 keep two for each letter. */
const TEXT = 2;
/** What is handed over at a time, in characters: enough that the handing over costs little. */
const BATCH = 2 ** 20;

/** The rows of a file, first what it holds. Throws Damage, or whatever the library does. `beat` is told that the work goes on. */
export async function* decode(path: string, beat: () => void): AsyncGenerator<Exclude<Reply, { kind: 'failed' }>> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const tree = parquetSchema(metadata);
  const columns = tree.children.flatMap((child) => columnsOf(child));
  yield {
    kind: 'opened',
    columns: columns.map(({ name }) => name),
    rows: Number(metadata.num_rows),
    bytes: file.byteLength,
    cells: checkFooter(metadata, columns.length, file.byteLength),
  };
  const compressors = beating(beat);
  let start = 0;
  for (const [number, group] of metadata.row_groups.entries()) {
    const useOffsetIndex = await checkGroup({ file, group, number, tree, compressors, beat });
    const end = start + Number(group.num_rows);
    for (; start < end; start = Math.min(start + SLICE, end)) {
      const rows = await readSlice({
        file,
        metadata,
        compressors,
        useOffsetIndex,
        onPage: beat,
        rowStart: start,
        rowEnd: Math.min(start + SLICE, end),
      });
      beat();
      let batch: string[][] = [];
      let size = 0;
      for (const row of rows) {
        const cells = columns.map((column) => cellOf(row, column));
        batch.push(cells);
        // Every cell counts, if only as one byte: few bytes may stand for endless rows.
        for (const cell of cells) size += cell.length + 1;
        if (size < BATCH) continue;
        yield { kind: 'rows', rows: batch, size };
        [batch, size] = [[], 0];
      }
      if (batch.length > 0) yield { kind: 'rows', rows: batch, size };
    }
  }
  yield { kind: 'ended' };
}

interface Slice {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly compressors: Compressors;
  readonly useOffsetIndex: boolean;
  readonly onPage: () => void;
  readonly rowStart: number;
  readonly rowEnd: number;
}

async function readSlice(slice: Slice): Promise<Struct[]> {
  let rows: Struct[] = [];
  await parquetRead({ ...slice, rowFormat: 'object', onComplete: (found) => (rows = found) });
  if (rows.length !== slice.rowEnd - slice.rowStart) throw new CorruptParquetError('rows are missing');
  return rows;
}

interface Group {
  readonly file: AsyncBuffer;
  readonly group: RowGroup;
  readonly number: number;
  readonly tree: SchemaTree;
  readonly compressors: Compressors;
  readonly beat: () => void;
}

/** Checks the columns of a row group before anything of them is decoded; tells whether the indexes of their pages are to be believed. */
async function checkGroup({ file, group, number, tree, compressors, beat }: Group): Promise<boolean> {
  if (group.num_rows === 0n) return true;
  let held = 0;
  let indexed = true;
  for (const chunk of group.columns) {
    const { meta_data: meta } = chunk;
    if (!meta) continue;
    const where = `row group ${number + 1}, column ${meta.path_in_schema.join('.')}`;
    const flat = isFlatColumn(getTreePath(tree, meta.path_in_schema));
    try {
      if (flat && meta.num_values !== group.num_rows)
        throw new CorruptParquetError(`it has ${meta.num_values} values for ${group.num_rows} rows`);
      const { start, end } = columnRange(meta);
      const { pages, unpacked } = checkPages({ meta, tree, compressors, beat }, await file.slice(start, end), start);
      const values = Number(meta.num_values);
      // Of what is nested, the library decodes all pages at once; of what is not, those that have rows of the slice.
      const share = flat ? Math.min(1, (SLICE + 2 * Math.max(0, ...pages.map((page) => page.values))) / values) : 1;
      held +=
        share *
        ((flat ? FLAT : NESTED) * values + OBJECT * Math.min(values, unpacked / OBJECT_IN_FILE) + TEXT * unpacked);
      indexed &&= group.num_rows <= SLICE || (await agrees(file, chunk, pages, flat));
    } catch (error) {
      throw located(error, where);
    }
  }
  if (held > MAX_HELD)
    throw new CorruptParquetError(
      `row group ${number + 1} would take ${Math.round(held / 2 ** 20)} MB of memory, more than ${MAX_HELD / 2 ** 20}`,
      'too-large',
    );
  return indexed;
}

/** Does the index of a column's pages tell where they are? Otherwise the library would read pages where none was checked. */
async function agrees(
  file: AsyncBuffer,
  { offset_index_offset: offset, offset_index_length: length }: ColumnChunk,
  pages: readonly Page[],
  flat: boolean,
): Promise<boolean> {
  if (!offset || !length || length > file.byteLength) return true;
  const { page_locations: locations } = readOffsetIndex({
    view: new DataView(await file.slice(Number(offset), Number(offset) + length)),
    offset: 0,
  });
  let row = 0;
  return (
    locations.length === pages.length &&
    pages.every(({ offset: at, size, values }, index) => {
      const location = locations[index];
      const same =
        location !== undefined &&
        Number(location.offset) === at &&
        location.compressed_page_size === size &&
        (!flat || Number(location.first_row_index) === row);
      row += values;
      return same;
    })
  );
}

/** The same error with the place, unless it is of the file system. */
function located(error: unknown, where: string): unknown {
  if (error instanceof CorruptParquetError) return new CorruptParquetError(`${where}: ${error.message}`, error.kind);
  return error instanceof Error && !('syscall' in error)
    ? new CorruptParquetError(`${where}: ${error.message}`, 'unreadable')
    : error;
}

/** The library's decompressors, each of which tells when it is done. */
function beating(beat: () => void): Compressors {
  const found: Compressors = {};
  for (const [codec, decompress] of Object.entries(plainCompressors)) {
    Object.assign(found, {
      [codec]: (input: Uint8Array, length: number) => {
        const out = decompress(input, length);
        beat();
        return out;
      },
    });
  }
  return found;
}
