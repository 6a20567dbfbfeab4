import { explainAccount } from '../../src/explain/explain.js';
import { ingest } from '../../src/pipeline/ingest.js';
import { collectReportData } from '../../src/report/data/collect-report-data.js';
import { type Ascribed, quotedByAnalyze, quotedByExplain } from './outputs.js';
import { PostsOfDump } from './posts-of-dump.js';

/** Everything that any output of a dump quotes; of the cases of the first accounts, so many. */
export async function quotationsOf(file: string, cases: number): Promise<Ascribed[]> {
  const posts = new PostsOfDump(file);
  const { result, data } = await collectReportData([file], {}, new Set(['posts', 'ties', 'places']));
  const quoted = await quotedByAnalyze(result, data, posts);
  const session = await ingest([file], {});
  try {
    for (const { id } of result.accounts.slice(0, cases))
      // What would change the verdict quotes nothing, and takes nine tenths of the time.
      quoted.push(...quotedByExplain(await explainAccount(session, id, { leaveOut: false }), result, posts));
  } finally {
    await session.close();
  }
  return quoted;
}

/** What is misquoted, as a reader of a failed test wants it. */
export function misquoted(all: readonly Ascribed[]): string[] {
  return all.filter(({ found }) => !found).map(({ output, by, words }) => `${output}: ${by.slice(0, 60)}: ${words}`);
}
