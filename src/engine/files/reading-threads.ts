/** Threads that read the blocks of one table: the side that sends blocks, and the side that reads them. */

import { threadId } from 'node:worker_threads';
import { transferList } from '../../dataset/record-batch.js';
import type { TextChunk } from '../../read/blocks/csv-block-splitter.js';
import { answerJobs, WorkerPool } from '../worker-pool.js';
import { BatchReader, type BatchResult, type BatchTask } from './batch-reader.js';
import { NameReceiver, NameSender, type SentNames } from './sent-names.js';

/**
 * Memory limits of a thread: as strings, the longest record takes about twenty times its bytes. Rows are released one
 * by one, so a small young generation is enough: of 2, 4 and 8 MB, only 2 MB makes reading slower.
 */
const MEMORY_MB = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 4 };

/** What a thread sends: the batch without the names of its accounts, and these names. */
interface SentResult {
  readonly thread: number;
  readonly reading: BatchResult;
  readonly names: SentNames;
}

/** Threads that read the blocks of one table. */
export class ReadingThreads {
  readonly #pool: WorkerPool<BatchTask, TextChunk, SentResult>;
  readonly #receivers = new Map<number, NameReceiver>();

  constructor(mostThreads: number, task: BatchTask, file: string) {
    this.#pool = new WorkerPool({
      script: '#block-worker',
      mostThreads,
      task,
      memory: MEMORY_MB,
      transfer: ({ bytes, starts }) => buffersOf([bytes, starts]),
      does: 'read it',
      file,
    });
  }

  /** Number of threads started so far. */
  get threads(): number {
    return this.#pool.threads;
  }

  /** The result for each block, in their order. Throws the error with which a thread failed. */
  async *read(blocks: AsyncIterable<TextChunk>): AsyncGenerator<BatchResult> {
    for await (const { thread, reading, names } of this.#pool.answers(blocks)) {
      const receiver = this.#receivers.get(thread) ?? new NameReceiver();
      this.#receivers.set(thread, receiver);
      const { batch } = reading;
      yield { ...reading, batch: { ...batch, accounts: { ...batch.accounts, ...receiver.receive(names) } } };
    }
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

/** Reads blocks in this thread, for a `ReadingThreads` in another. */
export function answerBlocks(): void {
  answerJobs<BatchTask, TextChunk, SentResult>(
    (task) => {
      const reader = new BatchReader(task);
      const sender = new NameSender();
      return (text) => {
        const reading = reader.read(text);
        const { batch } = reading;
        const accounts = { ...batch.accounts, id: [], handle: [], displayName: [] };
        return {
          thread: threadId,
          reading: { ...reading, batch: { ...batch, accounts } },
          names: sender.send(batch.accounts),
        };
      };
    },
    ({ reading: { batch, outcomes }, names }) => [
      ...transferList(batch),
      ...buffersOf([outcomes.lines, outcomes.hashes, names.numbers]),
    ],
  );
}

function buffersOf(columns: readonly NodeJS.TypedArray[]): ArrayBuffer[] {
  return columns.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
