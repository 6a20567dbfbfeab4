/** Threads that do the same kind of work, job after job. */

import { createRequire } from 'node:module';
import { parentPort, type ResourceLimits, Worker } from 'node:worker_threads';
import { TrendAuditError } from '../errors.js';
import { hashKey, setHashKey } from '../text/keyed-hash.js';

/** Number of jobs for each thread: one running, one waiting. */
export const QUEUE_DEPTH_PER_WORKER = 2;

export interface WorkerPoolOptions<Task, Job> {
  /**
   * The name of the thread's built file in `imports` of package.json, because Node cannot start a thread from
   * TypeScript.
   */
  readonly script: `#${string}`;
  /** At least 1; fewer are started if there are fewer jobs. */
  readonly mostThreads: number;
  /** Sent to every thread before its first job. */
  readonly task: Task;
  /** The buffers of a job that are transferred to the thread. */
  readonly transfer?: (job: Job) => ArrayBuffer[];
  readonly memory?: ResourceLimits;
  /** What a thread does, for the error if it ends too early: `read it`. */
  readonly does: string;
  /** The file that it works on, for the same error. */
  readonly file?: string;
}

type ToWorker<Task, Job> =
  | { readonly task: Task; readonly hashKey: Uint32Array }
  | { readonly number: number; readonly job: Job };

interface FromWorker<Answer> {
  readonly number: number;
  readonly answer: Answer;
}

/** Threads that answer jobs: each receives the task first, and is started only if all others are busy. */
export class WorkerPool<Task, Job, Answer> {
  readonly #options: WorkerPoolOptions<Task, Job>;
  readonly #workers: Worker[] = [];
  readonly #load: number[] = [];
  readonly #waiting = new Map<
    number,
    { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }
  >();
  #next = 0;
  #failure: Error | undefined;

  constructor(options: WorkerPoolOptions<Task, Job>) {
    this.#options = options;
  }

  /** Number of threads started so far. */
  get threads(): number {
    return this.#workers.length;
  }

  /**
   * The answers to jobs, in their order; only a few jobs are taken in advance. Throws the error with which a thread
   * failed.
   */
  async *answers(jobs: AsyncIterable<Job>): AsyncGenerator<Answer> {
    const open: Promise<Answer>[] = [];
    for await (const job of jobs) {
      const sent = this.answer(job);
      // Avoids an unhandled rejection: the caller that awaits it receives the error.
      sent.catch(() => {});
      open.push(sent);
      if (open.length < QUEUE_DEPTH_PER_WORKER * this.#options.mostThreads) continue;
      const first = open.shift();
      if (first) yield await first;
    }
    for (const each of open) yield await each;
  }

  /** The answer to one job, by the thread with the fewest jobs. Rejects with the error with which a thread failed. */
  answer(job: Job): Promise<Answer> {
    if (this.#failure) return Promise.reject(this.#failure);
    const number = this.#next++;
    // A thread costs about 10 MB and 50 ms, so none is started while another is idle.
    if (!this.#load.includes(0) && this.#workers.length < this.#options.mostThreads) this.#start();
    const least = this.#load.indexOf(Math.min(...this.#load));
    this.#load[least] = (this.#load[least] ?? 0) + 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#workers[least]?.postMessage(
        { number, job } satisfies ToWorker<Task, Job>,
        this.#options.transfer?.(job) ?? [],
      );
    });
  }

  async close(): Promise<void> {
    this.#failure ??= new Error('the threads have ended');
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #ended(how: string): TrendAuditError {
    const { does, file } = this.#options;
    return new TrendAuditError('thread-ended', `a thread that ${does} ${how}`, {
      ...(file === undefined ? {} : { file }),
      hint: 'close what else takes memory and try again, or work without threads: --workers 0',
    });
  }

  #start(): void {
    const w = this.#workers.length;
    const { script, memory, task } = this.#options;
    const worker = new Worker(createRequire(import.meta.url).resolve(script), {
      execArgv: [],
      ...(memory ? { resourceLimits: memory } : {}),
    });
    worker.on('message', ({ number, answer }: FromWorker<Answer>) => {
      this.#load[w] = (this.#load[w] ?? 1) - 1;
      this.#waiting.get(number)?.resolve(answer);
      this.#waiting.delete(number);
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      this.#end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.#ended('ran out of memory') : error),
    );
    worker.on('exit', (code) => this.#end(this.#ended(`ended by itself (${code})`)));
    worker.postMessage({ task, hashKey: hashKey() } satisfies ToWorker<Task, Job>, []);
    this.#workers.push(worker);
    this.#load.push(0);
  }

  #end(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}

/**
 * The other side, in the thread: `prepare` returns the function that answers jobs, one after another.
 *
 * @param transfer returns the buffers of an answer that are transferred to the pool
 */
export function answerJobs<Task, Job, Answer>(
  prepare: (task: Task) => (job: Job) => Answer | Promise<Answer>,
  transfer: (answer: Answer) => ArrayBuffer[] = () => [],
): void {
  let answerJob: ((job: Job) => Answer | Promise<Answer>) | undefined;
  // If a job fails, the thread fails too, and its end informs the pool.
  parentPort?.on('message', async (message: ToWorker<Task, Job>) => {
    if ('task' in message) {
      setHashKey(message.hashKey);
      answerJob = prepare(message.task);
      return;
    }
    if (!answerJob) throw new Error('a job came before its task');
    const answer = await answerJob(message.job);
    parentPort?.postMessage({ number: message.number, answer } satisfies FromWorker<Answer>, transfer(answer));
  });
}
