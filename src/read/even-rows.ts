import type { TableFile } from './detect-table.js';
import { findHeader, HEADER_SEARCH_ROWS, headerPredicate } from './find-header.js';
import { isData } from './not-posts.js';
import type { Row } from './row.js';
import { startingWith, takeBatches } from './streams.js';

/**
 * Sheets do not store empty cells: pads or cuts each row to the width of the header, or without a header to that of
 * the widest among the first rows.
 *
 * @param budget limits the number of cells as well as bytes: few bytes can make a wide row
 */
export async function* evenRows(
  batches: AsyncGenerator<Row[]>,
  options: TableFile['options'],
  budget?: { take(cells: number): void },
): AsyncGenerator<Row[]> {
  const head = await takeBatches(batches, (rows) => rows.length >= 2 * HEADER_SEARCH_ROWS);
  const header = head[findHeader(head, headerPredicate(options.map ?? {}))];
  const isNamed = header !== undefined && options.noHeader !== true && !isData(header.cells);
  const width = isNamed ? header.cells.length : Math.max(0, ...head.map(({ cells }) => cells.length));
  for await (const rows of startingWith(head, batches)) {
    budget?.take(rows.length * width);
    yield rows.map(({ cells, line }) => ({
      cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''),
      line,
    }));
  }
}
