import { chooseTable, type NamedTable } from '../choose-table.js';
import type { TableFile } from '../detect-table.js';
import { evenRows } from '../even-rows.js';
import type { Source } from '../open.js';
import type { Row, TableReading } from '../row.js';
import { ReadAlong } from '../streams.js';
import type { DecompressionLimit } from '../unpack/decompression-limit.js';
import { explainCorrupt } from '../unpack/unpack.js';
import { type Sheet, Workbook } from './workbook.js';

/** The rows that a sheet can have at most: what ends there was cut off when it was saved. */
const MAX_ROWS = 1_048_576;

export interface WorkbookSource {
  readonly source: Source;
  /** The bytes of the same file, read along for whoever counts them. */
  readonly bytes: AsyncIterator<Uint8Array>;
  /** Counts cells beside bytes: few bytes can make a row wide. */
  readonly budget: DecompressionLimit;
  readonly file: Pick<TableFile, 'name' | 'options'>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The sheet of a workbook that holds the posts, its rows as wide as its header. Numbers of lines are those of the
 * sheet's rows. The file is read by its path, since its directory stands at its end.
 *
 * @throws TrendAuditError where no sheet holds posts, or not the one that is named
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
