/** Decides every hashtag of an archive, on all cores. */

import { batchBytes, transferList } from '../dataset/record-batch.js';
import type { HashtagFinding } from '../documents/scan.js';
import type { Archive } from '../engine/archive.js';
import { QUEUE_DEPTH_PER_WORKER, WorkerPool } from '../engine/worker-pool.js';
import type { AnalyzeOptions } from '../options.js';
import { availableThreads } from '../read/memory.js';
import { sum } from '../stats/sum.js';
import { HashtagDecider, type HashtagPosts, type ScanTask } from './decide-hashtag.js';

/** Below this number of posts, starting threads (half a second of computing each) costs more than it saves. */
const MIN_POSTS_FOR_WORKERS = 20_000;

/** Findings of an earlier run, and where to add new ones: see `--resume`. */
export interface ScanJournal {
  /** By folded hashtag; undefined for a hashtag with too few posts. */
  readonly found: ReadonlyMap<string, HashtagFinding | undefined>;
  readonly add: (tag: string, finding: HashtagFinding | undefined) => Promise<void>;
}

/**
 * The findings for all hashtags with at least `task.least` posts, in no order. Rejects with the reason of `signal` if
 * it aborts, or with the error of a thread.
 *
 * @param memory bytes of posts that may be in the threads at a time; a larger hashtag is decided alone
 */
export async function decideAll(
  archive: Archive,
  task: ScanTask,
  { workers, signal, onProgress }: AnalyzeOptions,
  memory: number,
  journal: ScanJournal | undefined,
): Promise<HashtagFinding[]> {
  const findings: HashtagFinding[] = [];
  const bytes = sum(archive.inputs.map((input) => input.bytes));
  let decided = 0;
  const take = async (tag: string, finding: HashtagFinding | undefined): Promise<void> => {
    if (finding) findings.push(finding);
    if (!journal?.found.has(tag)) await journal?.add(tag, finding);
    decided += finding?.posts ?? 0;
    onProgress?.({ stage: 'deciding hashtags', bytesRead: bytes, bytesTotal: bytes, posts: decided });
  };
  const asked = workers ?? (archive.posts < MIN_POSTS_FOR_WORKERS ? 0 : availableThreads());
  const threads = Math.min(asked, availableThreads());
  const decider = threads === 0 ? inThisThread(task) : inThreads(threads, task);
  /** The hashtags that are being decided, with the bytes of their posts. */
  const open = new Map<Promise<void>, number>();
  const most = Math.max(1, QUEUE_DEPTH_PER_WORKER * threads);
  const fits = (size: number): boolean =>
    open.size === 0 || (open.size < most && sum([...open.values(), size]) <= memory);
  try {
    for await (const { tag } of archive.hashtags(task.least)) {
      signal?.throwIfAborted();
      if (journal?.found.has(tag)) {
        await take(tag, journal.found.get(tag));
        continue;
      }
      const batches = [];
      for await (const batch of archive.batches(tag)) batches.push(batch);
      const size = sum(batches.map(batchBytes));
      // Within a partition the largest hashtags come first, so several large ones would be in memory together.
      while (!fits(size)) await Promise.race(open.keys());
      const one = decider.decide({ tag, batches }).then((finding) => take(tag, finding));
      open.set(one, size);
      void one.then(
        () => open.delete(one),
        () => {},
      );
    }
    await Promise.all(open.keys());
    return findings;
  } finally {
    await decider.close();
  }
}

type Decider = Pick<HashtagDecider, 'decide'> & { readonly close: () => Promise<void> };

function inThisThread(task: ScanTask): Decider {
  const decider = new HashtagDecider(task);
  return { decide: (posts) => decider.decide(posts), close: async () => {} };
}

function inThreads(mostThreads: number, task: ScanTask): Decider {
  const { seed } = task.options;
  const pool = new WorkerPool<ScanTask, HashtagPosts, HashtagFinding | undefined>({
    script: '#scan-worker',
    mostThreads,
    // The functions among the options cannot be handed over, and of the others only the seed counts here.
    task: { ...task, options: seed === undefined ? {} : { seed } },
    transfer: ({ batches }) => batches.flatMap(transferList),
    does: 'decided a hashtag',
  });
  return { decide: (posts) => pool.answer(posts), close: () => pool.close() };
}
