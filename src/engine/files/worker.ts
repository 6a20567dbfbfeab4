/** A thread that reads blocks of a table. */

import { transferList } from '../../dataset/record-batch.js';
import type { TextChunk } from '../../read/blocks/csv-block-splitter.js';
import { answerJobs } from '../worker-pool.js';
import { BatchReader, type BatchResult, type BatchTask } from './batch-reader.js';

answerJobs<BatchTask, TextChunk, BatchResult>(
  (task) => {
    const reader = new BatchReader(task);
    return (text) => reader.read(text);
  },
  ({ batch, outcomes: { lines, hashes } }) => [
    ...transferList(batch),
    ...[lines.buffer, hashes.buffer].flatMap((buffer) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
  ],
);
