import type { Source } from '../open.js';
import type { Row, TableReading } from '../row.js';
import { ReadAlong } from '../streams.js';
import type { DecompressionLimit } from '../unpack/decompression-limit.js';
import { DecoderThread } from './decoder-thread.js';
import { type Task, toDecodingError } from './reply.js';

export interface DecodedSource {
  readonly source: Source;
  /** Where the file is, if by another name than the source's. */
  readonly path?: string;
  /** The bytes of the same file, read along for whoever counts them. */
  readonly bytes: AsyncIterator<Uint8Array>;
  readonly budget: DecompressionLimit;
  readonly options: Task['options'];
  readonly signal?: AbortSignal | undefined;
  /** Seconds without a sign of life after which a file is given up. */
  readonly patience?: number;
}

/**
 * The rows of a file that a library decodes, as those of a table: the first holds the columns' names, and numbers of
 * lines are those that the same table would have as CSV. It is read from a path only, and decoded in a thread of its
 * own, since the library does not come back before it is done, or ever if a file is damaged badly enough. Throws
 * TrendAuditError; the signal's reason where it aborts.
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
