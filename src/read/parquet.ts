import { asyncBufferFromFile, parquetMetadataAsync, parquetRead, parquetSchema, type AsyncBuffer, type FileMetaData, type SchemaTree } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { TrendAuditError } from '../errors.js';
import type { Source } from './open.js';
import type { Row } from './records.js';
import type { Budget } from './unpack/budget.js';

/** Rows that are held at a time: row groups may have a million, too many for the memory as cells of text. */
const SLICE = 50_000;

/** A column as a table has it; what lies in a struct is named `author.username`. */
interface Column {
  readonly name: string;
  readonly path: readonly string[];
  /** Times in it are wall clock times of a zone that the file does not name. */
  readonly local: boolean;
}

/**
 * The rows of a Parquet file as those of a table: the first holds the columns' names, and numbers of lines are those
 * that the same table would have as CSV. Its index stands at its end: so it is read from a path only. `bytes` are the
 * same file's, read along for whoever counts them.
 */
export async function* readParquet(source: Source, bytes: AsyncIterator<Uint8Array>, budget: Budget): AsyncGenerator<Row[]> {
  const { name } = source;
  if (!source.again) {
    throw new TrendAuditError('not-readable', 'is Parquet, which cannot be read from a pipe: its index stands at its end', { file: name, hint: 'give the file by its name' });
  }
  const { file, metadata } = await guarded(name, () => openFile(name));
  const columns = parquetSchema(metadata).children.flatMap((child) => columnsOf(child));
  yield [{ cells: columns.map((column) => column.name), line: 1 }];
  let read = 0;
  let start = 0;
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    for (; start < end; start = Math.min(start + SLICE, end)) {
      const from = start;
      const rows = await guarded(name, () => readSlice(file, metadata, from, Math.min(from + SLICE, end)));
      yield rows.map((row, index) => ({ cells: columns.map((column) => cellOf(valueAt(row, column.path), column.local, budget)), line: from + index + 2 }));
      for (const share = Math.min(from + SLICE, end) / Number(metadata.num_rows); read < share * file.byteLength; ) {
        const next = await bytes.next();
        if (next.done) break;
        read += next.value.length;
      }
    }
  }
}

async function openFile(path: string): Promise<{ file: AsyncBuffer; metadata: FileMetaData }> {
  const file = await asyncBufferFromFile(path);
  return { file, metadata: await parquetMetadataAsync(file) };
}

type Struct = Readonly<Record<string, unknown>>;

async function readSlice(file: AsyncBuffer, metadata: FileMetaData, rowStart: number, rowEnd: number): Promise<Struct[]> {
  let rows: Struct[] = [];
  await parquetRead({ file, metadata, compressors, rowStart, rowEnd, rowFormat: 'object', useOffsetIndex: true, onComplete: (found) => (rows = found) });
  if (rows.length !== rowEnd - rowStart) throw new Error('rows are missing');
  return rows;
}

/** Whatever the library throws, it has met bytes that it cannot read; the file system's errors are its own. */
async function guarded<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    const why = /footer|PAR1|file is too short|outside the bounds/.test(error.message) ? 'ends in the middle: the file is cut off' : `is broken, or of a kind that is not read here (${error.message})`;
    throw new TrendAuditError('malformed', `is Parquet that ${why}`, { file: name, hint: 'get the whole file again, or save it as CSV' });
  }
}

function columnsOf({ element, children }: SchemaTree, above: readonly string[] = []): Column[] {
  const path = [...above, element.name];
  const named = children.length > 0 && element.converted_type === undefined && element.logical_type === undefined && element.repetition_type !== 'REPEATED';
  if (named) return children.flatMap((child) => columnsOf(child, path));
  return [{ name: path.join('.'), path, local: element.logical_type?.type === 'TIMESTAMP' && !element.logical_type.isAdjustedToUTC }];
}

function valueAt(row: unknown, path: readonly string[]): unknown {
  let value = row;
  for (const name of path) {
    if (!isStruct(value)) return undefined;
    value = value[name];
  }
  return value;
}

function isStruct(value: unknown): value is Struct {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as CSV would have it. Every cell counts, if only as one byte: few bytes may stand for endless rows. */
function cellOf(value: unknown, local: boolean, budget: Budget): string {
  const cell = textOf(value, local);
  budget.take(cell.length + 1);
  return cell;
}

function textOf(value: unknown, local: boolean): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'number':
      // An id that was kept as a floating point number has lost digits: `.0` shows it.
      return Number.isInteger(value) && !Number.isSafeInteger(value) ? `${BigInt(value)}.0` : Number.isNaN(value) ? '' : String(value);
    default:
      break;
  }
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : local ? value.toISOString().slice(0, -1) : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return value.map((part: unknown) => textOf(part, local)).join('|');
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? '';
}
