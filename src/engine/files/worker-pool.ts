import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { TrendAuditError } from '../../errors.js';
import type { TextChunk } from '../../read/blocks/csv-block-splitter.js';
import { hashKey } from '../../text/keyed-hash.js';
import type { BatchResult, BatchTask } from './batch-reader.js';
import type { FromWorker, ToWorker } from './worker.js';

/** The built file, wherever this one runs from: Node starts no thread from TypeScript. */
const WORKER = createRequire(import.meta.url).resolve('#block-worker');

/** Blocks that each thread has before it: one at work, one waiting. */
const QUEUE_DEPTH_PER_WORKER = 2;
/**
 * What a thread may use: the longest record as strings takes some twenty times its bytes. Rows are let go one by one, so that a
 * small nursery is enough: of 2, 4 and 8 MB, the first alone makes reading slower.
 */
const MEMORY_MB = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 4 };

/** Threads that read the blocks of one table. What they give comes back in the order of the blocks. */
export class WorkerPool {
  readonly #workers: Worker[] = [];
  readonly #load: number[] = [];
  readonly #waiting = new Map<
    number,
    { readonly resolve: (reading: BatchResult) => void; readonly reject: (error: Error) => void }
  >();
  #next = 0;
  #failure: Error | undefined;

  readonly #mostThreads: number;
  readonly #task: BatchTask;
  readonly #file: string;

  /**
   * @param mostThreads at least 1; fewer are started where there are fewer blocks
   * @param file what is read, for what is said of it
   */
  constructor(mostThreads: number, task: BatchTask, file: string) {
    this.#mostThreads = mostThreads;
    this.#task = task;
    this.#file = file;
  }

  /** Threads that were started so far. */
  get threads(): number {
    return this.#workers.length;
  }

  /** The readings of blocks, in their order. Throws what a thread failed with. */
  async *read(blocks: AsyncIterable<TextChunk>): AsyncGenerator<BatchResult> {
    const open: Promise<BatchResult>[] = [];
    for await (const block of blocks) {
      const sent = this.#send(block);
      // Avoids an unhandled rejection: the caller that awaits it receives the error.
      sent.catch(() => {});
      open.push(sent);
      if (open.length < QUEUE_DEPTH_PER_WORKER * this.#mostThreads) continue;
      const first = open.shift();
      if (first) yield await first;
    }
    for (const each of open) yield await each;
  }

  async close(): Promise<void> {
    this.#failure ??= new Error('the threads have ended');
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #ended(how: string): TrendAuditError {
    return new TrendAuditError('thread-ended', `a thread that read it ${how}`, {
      file: this.#file,
      hint: 'close what else takes memory and try again, or read without threads: --workers 0',
    });
  }

  #start(): void {
    const w = this.#workers.length;
    const worker = new Worker(WORKER, { execArgv: [], resourceLimits: MEMORY_MB });
    worker.on('message', ({ number, reading }: FromWorker) => {
      this.#load[w] = (this.#load[w] ?? 1) - 1;
      this.#waiting.get(number)?.resolve(reading);
      this.#waiting.delete(number);
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      this.#end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.#ended('ran out of memory') : error),
    );
    worker.on('exit', (code) => this.#end(this.#ended(`ended by itself (${code})`)));
    worker.postMessage({ task: this.#task, hashKey: hashKey() } satisfies ToWorker, []);
    this.#workers.push(worker);
    this.#load.push(0);
  }

  #send(text: TextChunk): Promise<BatchResult> {
    if (this.#failure) return Promise.reject(this.#failure);
    const number = this.#next++;
    // A thread costs some 10 MB and 50 ms: none is started while another is idle.
    if (!this.#load.includes(0) && this.#workers.length < this.#mostThreads) this.#start();
    const least = this.#load.indexOf(Math.min(...this.#load));
    this.#load[least] = (this.#load[least] ?? 0) + 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      const buffers = [text.bytes.buffer, text.starts.buffer].flatMap((buffer) =>
        buffer instanceof ArrayBuffer ? [buffer] : [],
      );
      this.#workers[least]?.postMessage({ number, text } satisfies ToWorker, buffers);
    });
  }

  #end(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}
