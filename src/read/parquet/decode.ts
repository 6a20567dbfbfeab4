import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
} from 'hyparquet';
import { compressors as plainCompressors } from 'hyparquet-compressors';
import { DecodingError } from '../decoder-thread/decoding-error.js';
import type { Decoder, Task } from '../decoder-thread/reply.js';
import { cellOf, columnsOf, type Struct } from './cells.js';
import { checkFooter, checkGroup, SLICE } from './check-group.js';

/** Size of a batch in characters: large enough that transferring it between threads costs little. */
const BATCH = 2 ** 20;

/**
 * Yields a description of the file, then its rows. Throws DecodingError, or the library's errors. `beat` is called as
 * the work makes progress.
 */
export async function* decodeParquet({ path }: Task, beat: () => void): Decoder {
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
    notes: [],
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
        // Every cell counts as at least one byte: few bytes in the file can expand to endless rows.
        for (const cell of cells) size += cell.length + 1;
        if (size < BATCH) continue;
        yield { kind: 'rows', rows: batch, size };
        [batch, size] = [[], 0];
      }
      if (batch.length > 0) yield { kind: 'rows', rows: batch, size };
    }
  }
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
  if (rows.length !== slice.rowEnd - slice.rowStart) throw new DecodingError('rows are missing');
  return rows;
}

/** The library's decompressors, each of which calls `beat` when it is done. */
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
