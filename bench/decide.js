// Posts, or a dump, to verdicts: the program's own pipeline, with the posts in hand where they are no file.
import { buildDataset } from '../dist/dataset/build-dataset.js';
import { DatasetBuilder } from '../dist/dataset/dataset-builder.js';
import { analyzeSession } from '../dist/pipeline/analyze.js';
import { fitSignals, ingest } from '../dist/pipeline/ingest.js';

/** A session of posts that are no file. */
export function sessionOf(posts) {
  const builder = new DatasetBuilder();
  for (const post of posts) builder.add(post);
  const dataset = buildDataset(builder);
  return { dataset, fitted: fitSignals(dataset), inputs: [], options: {} };
}

/** A session of a dump of which nothing is quoted. */
export async function sessionOfDump(path) {
  const { rereadPosts: _, close, ...session } = await ingest([path], {});
  await close();
  return session;
}

/** The result of posts that are no file. */
export const decidePosts = (posts) => analyzeSession(sessionOf(posts));

/** How many accounts are called coordinated. */
export const countCalled = (result) => result.summary.accounts.coordinated;

/** The labels of a simulation as `evaluate` wants them. */
export function labelsOf({ labels }) {
  return {
    file: 'simulation',
    rows: [...labels.values()],
    byId: new Map([...labels.keys()].map((id, row) => [id, row])),
    byHandle: new Map(),
  };
}
