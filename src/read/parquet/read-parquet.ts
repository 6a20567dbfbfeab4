import { TrendAuditError } from '../../errors.js';
import type { Source } from '../open.js';
import type { Row } from '../row.js';
import type { DecompressionLimit } from '../unpack/decompression-limit.js';
import { ParquetWorker } from './parquet-worker.js';
import { toParquetError } from './reply.js';

/**
 * The rows of a Parquet file as those of a table: the first holds the columns' names, and numbers of lines are those
 * that the same table would have as CSV. Its index stands at its end: so it is read from a path only. It is decoded in a
 * thread of its own, since the library does not come back before it is done, or ever if a file is damaged badly enough.
 * `bytes` are the same file's, read along for whoever counts them. Throws TrendAuditError; the signal's reason where it aborts.
 */
export async function* readParquet(
  source: Source,
  bytes: AsyncIterator<Uint8Array>,
  budget: DecompressionLimit,
  signal?: AbortSignal,
  patience?: number,
): AsyncGenerator<Row[]> {
  const { name } = source;
  if (!source.again) {
    throw new TrendAuditError(
      'not-readable',
      'is Parquet, which cannot be read from a pipe: its index stands at its end',
      { file: name, hint: 'give the file by its name' },
    );
  }
  const thread = new ParquetWorker(source, signal, patience);
  try {
    let total = { rows: 0, bytes: 0 };
    let read = 0;
    for (;;) {
      const reply = await thread.ask();
      if (reply.kind === 'ended') return;
      if (reply.kind === 'failed') throw toParquetError(reply.failure, name);
      if (reply.kind === 'opened') {
        total = reply;
        budget.allow(reply.cells);
        yield [{ cells: reply.columns, line: 1 }];
        continue;
      }
      budget.take(reply.size);
      const from = thread.rows;
      thread.rows += reply.rows.length;
      yield reply.rows.map((cells, index) => ({ cells, line: from + index + 2 }));
      for (const share = thread.rows / total.rows; read < share * total.bytes;) {
        const next = await bytes.next();
        if (next.done) break;
        read += next.value.length;
      }
    }
  } finally {
    await thread.end();
  }
}
