// Posts, or a dump, to verdicts: the program's own pipeline, with the posts in hand where they are no file.
import { decide, readAndMeasure } from '../dist/analyze.js';
import { Collector } from '../dist/measure/collector.js';
import { measure } from '../dist/measure/measure.js';
import { SIGNALS } from '../dist/signals/index.js';

/** Measures posts that are no file, for `decide`. */
export function measurePosts(posts) {
  const collector = new Collector();
  for (const post of posts) collector.add(post);
  const measurements = measure(collector);
  return { measurements, signals: SIGNALS.map((signal) => ({ signal, prepared: signal.prepare(measurements) })), inputs: [], options: {} };
}

export const measureDump = (path) => readAndMeasure([path], {});

/** The result with every signal, or with those that `keeps` keeps. */
export function decideWith(measured, keeps = () => true) {
  return decide({ ...measured, signals: measured.signals.filter(({ signal }) => keeps(signal)) });
}

/** How many accounts are called coordinated. */
export const countCalled = (result) => result.summary.accounts.coordinated;

/** The labels of a simulation as `evaluate` wants them. */
export function labelsOf({ labels }) {
  return { file: 'simulation', rows: [...labels.values()], byId: new Map([...labels.keys()].map((id, row) => [id, row])), byHandle: new Map() };
}
