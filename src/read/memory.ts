import { availableParallelism, totalmem } from 'node:os';
import process from 'node:process';
import { getHeapStatistics } from 'node:v8';
import { TrendAuditError } from '../errors.js';
import { formatNumber } from '../text/format.js';

/** Share of the memory that may be used before the kernel or the engine would end the process without a word. */
const MOST = 0.9;

/** Threads that can work at a time. */
export function availableThreads(): number {
  return availableParallelism();
}

/** Bytes of memory that this process may use. */
export function totalMemory(): number {
  const constrained = process.constrainedMemory() ?? 0;
  return constrained > 0 && constrained < totalmem() ? constrained : totalmem();
}

/** Throws TrendAuditError where memory runs short. `file` is what is being read. */
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
