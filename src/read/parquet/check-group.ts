/** What is looked at of a file's row groups before anything of them is decoded. */

import {
  readOffsetIndex,
  type AsyncBuffer,
  type ColumnChunk,
  type ColumnMetaData,
  type Compressors,
  type FileMetaData,
  type RowGroup,
  type SchemaTree,
} from 'hyparquet';
import { getTreePath, isFlatColumn } from 'hyparquet/src/schema.js';
import { checkedLength, DecodingError } from '../decoder-thread/decoding-error.js';
import { checkPages, type Page } from './check-pages.js';

/** Rows that are decoded at a time: row groups may have a million, too many for the memory as cells of text. */
export const SLICE = 50_000;
/** Bytes of memory that decoded values may take at a time: three quarters of what the thread has (`HEAP_MB`). */
const MAX_HELD = 3 * 2 ** 30;
/**
 * Bytes that a value takes with its level and its places in arrays; in a list or a struct, with those of its own (98 to
 * 162, twice while they are put together).
 */
const FLAT = 24;
const NESTED = 300;
/**
 * Bytes of a date or of a view of bytes, by measure, and the fewest that are in the file for one that is not of a
 * dictionary.
 */
const OBJECT = 110;
const OBJECT_IN_FILE = 4;
/** Bytes that a byte of text takes at most: a single emoji makes V8 keep two for each letter. */
const TEXT = 2;

/** The footer's length and `PAR1`, at the end of the file. */
const TAIL_BYTES = 8;

/** The bytes of a column in a row group. */
function columnRange({ dictionary_page_offset, data_page_offset, total_compressed_size }: ColumnMetaData): {
  start: number;
  end: number;
} {
  // Some write a dictionary's place as 0 where there is none.
  const start = Number(dictionary_page_offset) || Number(data_page_offset);
  return { start, end: start + Number(total_compressed_size) };
}

/**
 * Holds what the footer claims against the file and against itself: numbers of rows add up, each column's bytes lie in
 * the file. Returns how many cells that makes, of which each will be at least a byte of a table. Throws DecodingError.
 */
export function checkFooter({ num_rows, row_groups }: FileMetaData, columns: number, bytes: number): number {
  let rows = 0;
  let cells = 0;
  for (const [number, group] of row_groups.entries()) {
    const where = `row group ${number + 1}`;
    const inGroup = checkedLength(group.num_rows, Number.MAX_SAFE_INTEGER, `the number of rows of ${where}`);
    // Without rows it is not read, and what else it says may be anything.
    if (inGroup === 0) continue;
    let values = 0;
    for (const { meta_data } of group.columns) {
      if (!meta_data) continue;
      const { start, end } = columnRange(meta_data);
      const column = `column ${meta_data.path_in_schema.join('.')} in ${where}`;
      checkedLength(start, bytes, `the place of ${column}`);
      checkedLength(end - start, bytes - TAIL_BYTES - start, `the size of ${column}`);
      values += checkedLength(meta_data.num_values, Number.MAX_SAFE_INTEGER, `the number of values of ${column}`);
    }
    rows += inGroup;
    cells += Math.max(inGroup * Math.max(columns, 1), values);
  }
  checkedLength(Math.abs(Number(num_rows) - rows), 0, 'how far the number of all rows is from that of the row groups');
  return cells;
}

interface Group {
  readonly file: AsyncBuffer;
  readonly group: RowGroup;
  readonly number: number;
  readonly tree: SchemaTree;
  readonly compressors: Compressors;
  readonly beat: () => void;
}

/**
 * Checks the columns of a row group; tells whether the indexes of their pages are to be believed. Throws DecodingError.
 */
export async function checkGroup({ file, group, number, tree, compressors, beat }: Group): Promise<boolean> {
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
        throw new DecodingError(`it has ${meta.num_values} values for ${group.num_rows} rows`);
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
    throw new DecodingError(
      `row group ${number + 1} would take ${Math.round(held / 2 ** 20)} MB of memory, more than ${MAX_HELD / 2 ** 20}`,
      'too-large',
    );
  return indexed;
}

/**
 * Does the index of a column's pages tell where they are? Otherwise the library would read pages where none was
 * checked.
 */
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
  if (error instanceof DecodingError) return new DecodingError(`${where}: ${error.message}`, error.kind);
  return error instanceof Error && !('syscall' in error)
    ? new DecodingError(`${where}: ${error.message}`, 'unreadable')
    : error;
}
