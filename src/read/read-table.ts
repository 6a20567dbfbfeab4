import type { Post } from '../documents/post.js';
import { TrendAuditError } from '../errors.js';
import { CsvSyntaxError } from './csv-records.js';
import { type DetectedTable, detectTable, type TableFile } from './detect-table.js';
import { OutcomeRecorder } from './row-outcomes.js';
import { RowParser } from './row-parser.js';
import type { Row, RowOrRejected } from './row.js';
import { startingWith } from './streams.js';
import { type ReadReport, TableAccounting } from './table-accounting.js';

/** The posts of a table, a batch at a time. `again` gives its rows once more, where they can be had. */
export async function* readTable(
  batches: AsyncGenerator<Row[]>,
  file: TableFile,
  again?: () => AsyncGenerator<Row[]>,
): AsyncGenerator<readonly Post[], ReadReport> {
  try {
    const table = await detectTable(batches, file, again);
    const accounting = new TableAccounting(table, file);
    yield* readRows(startingWith(table.sample, batches), table, file, accounting);
    return accounting.report();
  } catch (error) {
    throw explainBroken(error, file.name);
  } finally {
    await batches.return(undefined);
  }
}

/** The posts of all rows of a table that is known, each row accounted for. */
export async function* readRows(
  batches: AsyncIterable<readonly RowOrRejected[]>,
  { plan, surveyed }: DetectedTable,
  file: TableFile,
  accounting: TableAccounting,
): AsyncGenerator<readonly Post[]> {
  const parser = new RowParser(plan, surveyed, file.toUtc, file.inputIndex);
  for await (const rows of batches) {
    const recorder = new OutcomeRecorder(parser, file.options.filter, rows.length);
    const posts: Post[] = [];
    file.places?.begin();
    for (const row of rows) {
      const post = recorder.read(row);
      if (!post) continue;
      posts.push(post);
      file.places?.note(post, 'at' in row ? row.at : undefined);
    }
    const repeated = accounting.take(recorder.outcomes());
    const kept = repeated.size === 0 ? posts : posts.filter((_, at) => !repeated.has(at));
    if (kept.length > 0) yield kept;
  }
}

/** A broken table in words; anything else as it is. */
export function explainBroken(error: unknown, file: string): unknown {
  if (!(error instanceof CsvSyntaxError)) return error;
  return new TrendAuditError('malformed', error.message, {
    file,
    line: error.line,
    hint: 'get the whole file again, or take this row and what follows out of it',
  });
}
