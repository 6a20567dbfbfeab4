/** Threads that do the same kind of work, job after job. */

import { createRequire } from 'node:module';
import { parentPort, type ResourceLimits, Worker } from 'node:worker_threads';
import { TrendAuditError } from '../errors.js';
import { hashKey, setHashKey } from '../text/keyed-hash.js';

/** Jobs that each thread has before it: one at work, one waiting. */
export const QUEUE_DEPTH_PER_WORKER = 2;

export interface WorkerPoolOptions<Task, Job> {
  /**
   * What the built file of the thread is called in `imports` of package.json: Node starts no thread from TypeScript.
   */
  readonly script: `#${string}`;
  /** At least 1; fewer are started where there are fewer jobs. */
  readonly mostThreads: number;
  /** What every thread is told before its first job. */
  readonly task: Task;
  /** The memory of a job that is given away. */
  readonly transfer?: (job: Job) => ArrayBuffer[];
  readonly memory?: ResourceLimits;
  /** What a thread does, for what is said of one that ends: `read it`. */
  readonly does: string;
  /** What is worked on, for the same. */
  readonly file?: string;
}

type ToWorker<Task, Job> =
  | { readonly task: Task; readonly hashKey: Uint32Array }
  | { readonly number: number; readonly job: Job };

interface FromWorker<Answer> {
  readonly number: number;
  readonly answer: Answer;
}

/** Threads that answer jobs: each is told the task first, and started only where all others are at work. */
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

  /** Threads that were started so far. */
  get threads(): number {
    return this.#workers.length;
  }

  /** The answers to jobs, in their order; few jobs are taken ahead. Throws what a thread failed with. */
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

  /** The answer to one job, by the thread that has least to do. Rejects with what a thread failed with. */
  answer(job: Job): Promise<Answer> {
    if (this.#failure) return Promise.reject(this.#failure);
    const number = this.#next++;
    // A thread costs some 10 MB and 50 ms: none is started while another is idle.
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
 * The other side, in the thread: makes of the task what answers jobs, and answers one after another.
 *
 * @param transfer the memory of an answer that is given away
 */
export function answerJobs<Task, Job, Answer>(
  prepare: (task: Task) => (job: Job) => Answer | Promise<Answer>,
  transfer: (answer: Answer) => ArrayBuffer[] = () => [],
): void {
  let answerJob: ((job: Job) => Answer | Promise<Answer>) | undefined;
  // Where a job fails, so does the thread: the pool is told by its end.
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
