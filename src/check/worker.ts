/** The thread that checks one dataset. */

import { parentPort, workerData } from 'node:worker_threads';
import { checkDataset } from './check-dataset.js';
import type { ConfiguredDataset } from './dataset.js';

export interface CheckTask {
  readonly dataset: ConfiguredDataset;
  /** Number of threads that read files for it; undefined: one per core. */
  readonly workers: number | undefined;
}

const { dataset, workers }: CheckTask = workerData;
parentPort?.postMessage(await checkDataset(dataset, workers), []);
