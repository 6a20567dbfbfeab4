/** A thread that decides hashtags of an archive. */

import type { HashtagFinding } from '../documents/scan.js';
import { answerJobs } from '../engine/worker-pool.js';
import { HashtagDecider, type HashtagPosts, type ScanTask } from './decide-hashtag.js';

answerJobs<ScanTask, HashtagPosts, HashtagFinding | undefined>((task) => {
  const decider = new HashtagDecider(task);
  return (job) => decider.decide(job);
});
