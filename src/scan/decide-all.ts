/** Decides every hashtag of an archive, on all cores. */

import { transferList } from '../dataset/record-batch.js';
import type { HashtagFinding } from '../documents/scan.js';
import type { Archive } from '../engine/archive.js';
import { QUEUE_DEPTH_PER_WORKER, WorkerPool } from '../engine/worker-pool.js';
import type { AnalyzeOptions } from '../options.js';
import { availableThreads } from '../read/memory.js';
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
 */
export async function decideAll(
  archive: Archive,
  task: ScanTask,
  { workers, signal, onProgress }: AnalyzeOptions,
  journal: ScanJournal | undefined,
): Promise<HashtagFinding[]> {
  const findings: HashtagFinding[] = [];
  const bytes = archive.inputs.reduce((sum, input) => sum + input.bytes, 0);
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
  const open = new Set<Promise<void>>();
  try {
    for await (const { tag } of archive.hashtags(task.least)) {
      signal?.throwIfAborted();
      if (journal?.found.has(tag)) {
        await take(tag, journal.found.get(tag));
        continue;
      }
      const batches = [];
      for await (const batch of archive.batches(tag)) batches.push(batch);
      const one = decider.decide({ tag, batches }).then((finding) => take(tag, finding));
      open.add(one);
      void one.then(
        () => open.delete(one),
        () => {},
      );
      if (open.size >= Math.max(1, QUEUE_DEPTH_PER_WORKER * threads)) await Promise.race(open);
    }
    await Promise.all(open);
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
  const pool = new WorkerPool<ScanTask, HashtagPosts, HashtagFinding | undefined>({
    script: '#scan-worker',
    mostThreads,
    // Callbacks in the options cannot be sent to a thread.
    task: { ...task, options: {} },
    transfer: ({ batches }) => batches.flatMap(transferList),
    does: 'decided a hashtag',
  });
  return { decide: (posts) => pool.answer(posts), close: () => pool.close() };
}
