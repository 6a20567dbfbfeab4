/** The thread that checks one dataset. */

import { parentPort, workerData } from 'node:worker_threads';
import { checkDataset } from './check-dataset.js';
import type { ConfiguredDataset } from './dataset.js';

export interface CheckTask {
  readonly dataset: ConfiguredDataset;
  /** Threads that read beside it; undefined: as many as there are cores. */
  readonly workers: number | undefined;
}

const { dataset, workers }: CheckTask = workerData;
parentPort?.postMessage(await checkDataset(dataset, workers), []);
