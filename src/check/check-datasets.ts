import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { TrendAuditError } from '../errors.js';
import { type ConfiguredDataset, type DatasetResult, uncheckedResult } from './dataset.js';
import type { CheckTask } from './worker.js';

/** The built file, also when this one runs from source: Node cannot start a thread from TypeScript here. */
const WORKER = createRequire(import.meta.url).resolve('#check-worker');

export interface CheckOptions {
  /** Number of datasets that are checked in parallel; it does not change the replies. */
  readonly workers: number;
  /** Directory that relative paths are resolved against; the process's own by default. */
  readonly cwd?: string;
  /** Only files inside this folder may be read; any file by default. */
  readonly within?: string;
  /** Called with each reply in the order of the datasets, as soon as all replies before it are known. */
  readonly onReply?: (reply: DatasetResult) => Promise<void>;
}

/** Checks datasets in parallel, each in its own thread. */
export async function checkDatasets(
  datasets: readonly ConfiguredDataset[],
  { workers, cwd, within, onReply }: CheckOptions,
): Promise<DatasetResult[]> {
  const side = Math.max(1, Math.min(workers, datasets.length));
  const place = { ...(cwd === undefined ? {} : { cwd }), ...(within === undefined ? {} : { within }) };
  const open = new Set<Worker>();
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    for (const worker of open) void worker.terminate();
  };
  const begun: Promise<DatasetResult>[] = [];
  const begin = (): void => {
    const dataset = datasets[begun.length];
    if (!dataset || stopped) return;
    // No thread is started for datasets with a known error: starting one takes a tenth of a second.
    const reply = dataset.problem
      ? Promise.resolve(uncheckedResult(dataset, dataset.problem))
      : inThread(
          {
            dataset: { ...dataset, options: { ...dataset.options, ...place } },
            workers: side === 1 ? undefined : 0,
          },
          open,
        );
    begun.push(reply);
    // Starts the next one after a success or an error; the caller that awaits this one receives its error.
    reply.then(begin, begin);
  };
  try {
    for (let lane = 0; lane < side; lane++) begin();
    const told: DatasetResult[] = [];
    for (let next = begun[0]; next !== undefined; next = begun[told.length]) {
      const reply = await next;
      told.push(reply);
      await onReply?.(reply);
    }
    return told;
  } finally {
    stop();
  }
}

function inThread(task: CheckTask, open: Set<Worker>): Promise<DatasetResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: task, execArgv: [] });
    open.add(worker);
    const ended = (how: string): TrendAuditError =>
      new TrendAuditError('thread-ended', `the thread that checked ${task.dataset.name} ${how}`, {
        hint: 'close what else takes memory and try again, or check one at a time: --workers 1',
      });
    worker.on('message', (reply: DatasetResult) => resolve(reply));
    worker.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? ended('ran out of memory') : error),
    );
    worker.on('exit', (code) => {
      open.delete(worker);
      reject(ended(`ended by itself (${code})`));
    });
  });
}
