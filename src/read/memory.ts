import { availableParallelism, totalmem } from 'node:os';
import process from 'node:process';
import { getHeapStatistics } from 'node:v8';
import { TrendAuditError } from '../errors.js';
import { formatNumber } from '../text/format.js';

/** The share of memory that may be used, before the kernel or the engine ends the process without a message. */
const MOST = 0.9;

/** The number of threads that can run at the same time. */
export function availableThreads(): number {
  return availableParallelism();
}

/** The memory that this process may use, in bytes. */
export function totalMemory(): number {
  const constrained = process.constrainedMemory() ?? 0;
  return constrained > 0 && constrained < totalmem() ? constrained : totalmem();
}

/** Throws TrendAuditError if memory runs short. `file` is the file being read. */
export function assertMemory(file: string): void {
  const most = totalMemory();
  const { heap_size_limit: heap, used_heap_size: used } = getHeapStatistics();
  if (process.memoryUsage.rss() < MOST * most && used < MOST * heap) return;
  throw new TrendAuditError(
    'out-of-memory',
    `takes more memory than there is (${formatNumber(Math.round(most / 2 ** 20))} MiB)`,
    {
      file,
      hint:
        'keep fewer posts with --hashtag, --since and --until, or read with --workers 1; a post takes ' +
        'about 150 bytes, an account about 200, each thread up to 100 MB',
    },
  );
}
