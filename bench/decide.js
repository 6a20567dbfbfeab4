import { buildDataset } from '../dist/dataset/build-dataset.js';
import { DatasetBuilder } from '../dist/dataset/dataset-builder.js';
// Posts, or a dump, to verdicts: the program's own pipeline, with the posts in hand where they are no file.
import { analyzeMeasured, ingest } from '../dist/pipeline/analyze.js';
import { SIGNALS } from '../dist/signals/index.js';

/** Measures posts that are no file, for `analyzeMeasured`. */
export function measurePosts(posts) {
  const collector = new DatasetBuilder();
  for (const post of posts) collector.add(post);
  const dataset = buildDataset(collector);
  return {
    dataset,
    fitted: SIGNALS.map((signal) => ({ signal, prepared: signal.fit(dataset) })),
    inputs: [],
    options: {},
  };
}

export const measureDump = (path) => ingest([path], {});

/** The result with every signal, or with those that `keeps` keeps. */
export function decideWith(measured, keeps = () => true) {
  return analyzeMeasured({ ...measured, fitted: measured.fitted.filter(({ signal }) => keeps(signal)) });
}

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
