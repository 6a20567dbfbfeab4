import type { Post } from '../documents/post.js';
import { TrendAuditError } from '../errors.js';
import { CsvSyntaxError } from './csv-records.js';
import { type DetectedTable, detectTable, type TableFile } from './detect-table.js';
import { OutcomeRecorder } from './row-outcomes.js';
import { RowParser } from './row-parser.js';
import type { Row, RowOrRejected } from './row.js';
import { startingWith } from './streams.js';
import { type ReadReport, TableAccounting } from './table-accounting.js';

/** Yields the posts of a table in batches. `again` reads its rows a second time, if possible. */
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

/** Yields the posts in all rows of a recognised table; every row is counted. */
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

/** Converts the error of a broken table to one with a message; others are returned unchanged. */
export function explainBroken(error: unknown, file: string): unknown {
  if (!(error instanceof CsvSyntaxError)) return error;
  return new TrendAuditError('malformed', error.message, {
    file,
    line: error.line,
    hint: 'get the whole file again, or remove this row and what follows',
  });
}
