/** Checks the row groups of a file before anything in them is decoded. */

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

/** Rows decoded at a time: row groups may have a million rows, too many to keep in memory as text cells. */
export const SLICE = 50_000;
/** Memory for decoded values, in bytes: three quarters of the thread's heap (`HEAP_MB`). */
const MAX_HELD = 3 * 2 ** 30;
/**
 * Bytes per value with its level and its array slots. In lists and structs, containers are included (98 to 162
 * measured, twice that while they are assembled).
 */
const FLAT = 24;
const NESTED = 300;
/**
 * Bytes of a date or a byte view, as measured; and the fewest bytes in the file for such a value that is not from a
 * dictionary.
 */
const OBJECT = 110;
const OBJECT_IN_FILE = 4;
/** Maximum bytes in memory for a byte of text: a single emoji makes V8 use two bytes per character. */
const TEXT = 2;

/** The footer's length and `PAR1`, at the end of the file. */
const TAIL_BYTES = 8;

/** The byte range of a column in a row group. */
function columnRange({ dictionary_page_offset, data_page_offset, total_compressed_size }: ColumnMetaData): {
  start: number;
  end: number;
} {
  // Some writers set the offset of a missing dictionary to 0.
  const start = Number(dictionary_page_offset) || Number(data_page_offset);
  return { start, end: start + Number(total_compressed_size) };
}

/**
 * Checks the footer for consistency with the file and with itself: row counts add up, and each column's bytes are
 * within the file. Returns the number of cells, each of which takes at least one byte of a table. Throws
 * DecodingError.
 */
export function checkFooter({ num_rows, row_groups }: FileMetaData, columns: number, bytes: number): number {
  let rows = 0;
  let cells = 0;
  for (const [number, group] of row_groups.entries()) {
    const where = `row group ${number + 1}`;
    const inGroup = checkedLength(group.num_rows, Number.MAX_SAFE_INTEGER, `the number of rows of ${where}`);
    // A group without rows is not read, so its other values do not matter.
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

/** Checks the columns of a row group; returns whether the page indexes can be trusted. Throws DecodingError. */
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
      // The library decodes all pages of nested columns at once, but for flat columns only the pages with rows of the
      // slice.
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
 * Whether the page index of a column agrees with its pages. Otherwise the library would read pages at unchecked
 * offsets.
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

/** Adds the place to an error, unless it is a file system error. */
function located(error: unknown, where: string): unknown {
  if (error instanceof DecodingError) return new DecodingError(`${where}: ${error.message}`, error.kind);
  return error instanceof Error && !('syscall' in error)
    ? new DecodingError(`${where}: ${error.message}`, 'unreadable')
    : error;
}
