import type { Source } from '../open.js';
import type { Row, TableReading } from '../row.js';
import { ReadAlong } from '../streams.js';
import type { DecompressionLimit } from '../unpack/decompression-limit.js';
import { DecoderThread } from './decoder-thread.js';
import { type Task, toDecodingError } from './reply.js';

export interface DecodedSource {
  readonly source: Source;
  /** The path of the file, if it differs from the source's name. */
  readonly path?: string;
  /** The bytes of the same file, read at the same time to count and hash them. */
  readonly bytes: AsyncIterator<Uint8Array>;
  readonly budget: DecompressionLimit;
  readonly options: Task['options'];
  readonly signal?: AbortSignal | undefined;
  /** Seconds without progress after which a file is given up. */
  readonly patience?: number;
}

/**
 * The rows of a file that a library decodes, in the form of a table: the first row holds the column names, and line
 * numbers are those of the same table as CSV. The file is read from a path only. It is decoded in a separate thread,
 * because the library returns only when it is done, or never for a badly damaged file. Throws TrendAuditError, and
 * the signal's reason if it is aborted.
 */
export function readDecoded(
  format: Task['format'],
  { source, path = source.path ?? source.name, bytes, budget, options, signal, patience }: DecodedSource,
): TableReading {
  const { name } = source;
  let notes: readonly string[] = [];
  async function* rows(): AsyncGenerator<Row[]> {
    const thread = new DecoderThread({ format, path, name, options }, signal, patience);
    try {
      let total = { rows: 0, bytes: 0 };
      const along = new ReadAlong(bytes);
      for (;;) {
        const reply = await thread.ask();
        if (reply.kind === 'ended') return;
        if (reply.kind === 'failed') throw toDecodingError(reply.failure, format, name);
        if (reply.kind === 'opened') {
          total = reply;
          notes = reply.notes;
          budget.allow(reply.cells);
          yield [{ cells: reply.columns, line: 1 }];
          continue;
        }
        budget.take(reply.size);
        const from = thread.rows;
        thread.rows += reply.rows.length;
        yield reply.rows.map((cells, index) => ({ cells, line: from + index + 2 }));
        await along.to((thread.rows / total.rows) * total.bytes);
      }
    } finally {
      await thread.end();
    }
  }
  return { rows: rows(), notes: () => notes };
}
