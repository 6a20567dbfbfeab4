import type { ColumnMetaData, FileMetaData } from 'hyparquet';
import { checkedLength } from './corrupt-parquet.js';

/** The footer's length and `PAR1`, at the end of the file. */
const TAIL_BYTES = 8;

/** The bytes of a column in a row group. */
export function columnRange({ dictionary_page_offset, data_page_offset, total_compressed_size }: ColumnMetaData): {
  start: number;
  end: number;
} {
  // Some write a dictionary's place as 0 where there is none.
  const start = Number(dictionary_page_offset) || Number(data_page_offset);
  return { start, end: start + Number(total_compressed_size) };
}

/**
 * Holds what the footer claims against the file and against itself: numbers of rows add up, each column's bytes lie in
 * the file. Returns how many cells that makes, of which each will be at least a byte of a table. Throws Damage.
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
