import { chooseTable, type NamedTable } from '../choose-table.js';
import type { TableFile } from '../detect-table.js';
import { evenRows } from '../even-rows.js';
import type { Source } from '../open.js';
import type { Row, TableReading } from '../row.js';
import { ReadAlong } from '../streams.js';
import type { DecompressionLimit } from '../unpack/decompression-limit.js';
import { explainCorrupt } from '../unpack/unpack.js';
import { type Sheet, Workbook } from './workbook.js';

/** The maximum number of rows in a sheet: a table of this length was cut off when it was saved. */
const MAX_ROWS = 1_048_576;

export interface WorkbookSource {
  readonly source: Source;
  /** The bytes of the same file, read at the same time to count and hash them. */
  readonly bytes: AsyncIterator<Uint8Array>;
  /** Counts cells as well as bytes: few bytes can make a wide row. */
  readonly budget: DecompressionLimit;
  readonly file: Pick<TableFile, 'name' | 'options'>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the sheet with the posts; all rows are as wide as its header. Line numbers are those of the sheet's rows. A
 * path is needed, because the directory of the file is at its end.
 *
 * @throws TrendAuditError if no sheet holds posts, or the named one does not
 */
export async function readWorkbook({ source, bytes, budget, file, signal }: WorkbookSource): Promise<TableReading> {
  const { name } = source;
  try {
    const workbook = await Workbook.open(source.path ?? name, name, (size) => {
      signal?.throwIfAborted();
      budget.take(size);
    });
    try {
      return await readSheet(workbook, new ReadAlong(bytes), budget, file);
    } catch (error) {
      workbook.close();
      throw error;
    }
  } catch (error) {
    throw explainCorrupt(error, 'workbook', name);
  }
}

async function readSheet(
  workbook: Workbook,
  along: ReadAlong,
  budget: DecompressionLimit,
  file: Pick<TableFile, 'name' | 'options'>,
): Promise<TableReading> {
  const tables = workbook.sheets.map((sheet): NamedTable & { readonly sheet: Sheet } => ({
    sheet,
    name: sheet.name,
    rows: () => evenRows(workbook.rows(sheet), file.options, budget),
  }));
  const { table, notes } = await chooseTable(tables, 'sheet', file);
  let last = 0;
  async function* rows(): AsyncGenerator<Row[]> {
    try {
      for await (const batch of table.rows()) {
        last = batch.at(-1)?.line ?? last;
        await along.to(workbook.bytesRead);
        yield batch;
      }
    } catch (error) {
      throw explainCorrupt(error, 'workbook', file.name);
    } finally {
      workbook.close();
    }
  }
  return {
    rows: rows(),
    notes: () => [
      ...notes,
      ...(table.sheet.hidden ? ['The sheet is hidden in the workbook.'] : []),
      ...(last >= MAX_ROWS
        ? ['The sheet is full (1,048,576 rows): whatever came after that was lost when it was saved.']
        : []),
    ],
  };
}
