import { TrendAuditError } from '../errors.js';
import type { TableFile } from './detect-table.js';
import type { Source } from './open.js';
import type { Row, TableReading } from './row.js';
import { DecompressionLimit } from './unpack/decompression-limit.js';
import type { TableContainer } from './unpack/detect-container.js';

export interface TableSource {
  readonly source: Source;
  /** The bytes of the file, read at the same time to count and hash them. */
  readonly bytes: AsyncIterator<Uint8Array>;
  readonly packed: () => number;
  readonly file: Pick<TableFile, 'name' | 'options'>;
  readonly maxBytes: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Why a format cannot be read from a pipe. */
const NO_PIPE = {
  parquet: 'is Parquet, which cannot be read from a pipe: its index is at its end',
  sqlite: 'is an SQLite database, which cannot be read from a pipe: its pages are in no fixed order',
} as const;

/** Opens a Parquet file, a database or a workbook. Each reader is loaded only when needed. Throws TrendAuditError. */
export async function readTableFile(
  container: TableContainer,
  { source, bytes, packed, file, maxBytes, signal }: TableSource,
): Promise<TableReading> {
  const budget = new DecompressionLimit(source.name, maxBytes, packed);
  if (container === 'workbook')
    return (await import('./workbook/read-workbook.js')).readWorkbook({ source, bytes, budget, file, signal });
  if (!source.again)
    throw new TrendAuditError('not-readable', NO_PIPE[container], {
      file: source.name,
      hint: 'give the file by its name',
    });
  const { map, sheet, dateOrder, profiles } = file.options;
  const options = {
    ...(map === undefined ? {} : { map }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(profiles === undefined ? {} : { profiles }),
  };
  const { readDecoded } = await import('./decoder-thread/read-decoded.js');
  const decoded = { source, bytes, budget, options, signal };
  if (container === 'parquet') return readDecoded(container, decoded);
  const staged = await (await import('./sqlite/stage-database.js')).stageDatabase(source);
  const table = readDecoded(container, { ...decoded, path: staged.path });
  async function* rows(): AsyncGenerator<Row[]> {
    try {
      yield* table.rows;
    } finally {
      await staged.remove();
    }
  }
  return { rows: rows(), notes: table.notes };
}
