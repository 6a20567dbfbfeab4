// From posts or a dump to verdicts, with the program's own pipeline.
import { buildDataset } from '../dist/dataset/build-dataset.js';
import { DatasetBuilder } from '../dist/dataset/dataset-builder.js';
import { analyzeSession } from '../dist/pipeline/analyze.js';
import { fitSignals, ingest } from '../dist/pipeline/ingest.js';

/** A session for posts in memory. */
export function sessionOf(posts) {
  const builder = new DatasetBuilder();
  for (const post of posts) builder.add(post);
  const dataset = buildDataset(builder);
  return { dataset, fitted: fitSignals(dataset), inputs: [], options: {} };
}

/** A session for a dump, without quotations. */
export async function sessionOfDump(path) {
  const { rereadPosts: _, close, ...session } = await ingest([path], {});
  await close();
  return session;
}

/** The result for posts in memory. */
export const decidePosts = (posts) => analyzeSession(sessionOf(posts));

/** The number of accounts called coordinated. */
export const countCalled = (result) => result.summary.accounts.coordinated;

/** The labels of a simulation in the form that `evaluate` needs. */
export function labelsOf({ labels }) {
  return {
    file: 'simulation',
    rows: [...labels.values()],
    byId: new Map([...labels.keys()].map((id, row) => [id, row])),
    byHandle: new Map(),
  };
}
