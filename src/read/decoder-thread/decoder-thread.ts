import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { type Reply, type Task, toDecodingError } from './reply.js';

/** The built file, even if this one runs from source: Node cannot start a thread from TypeScript. */
const WORKER = createRequire(import.meta.url).resolve('#decoder-worker');
/** About Node's default for a process of its own; `MAX_HELD` limits the data that must fit into it. */
const HEAP_MB = 4096;
/**
 * The last resort, in seconds. Counts are checked before anything is decoded, but a codec may still loop forever on
 * unexpected bytes. Work in progress increments a counter with every page, which takes milliseconds. The seconds
 * count only while this thread runs too, so a suspended process does not time out.
 */
const PATIENCE = 60;

/** A decoder thread. It is asked for one part at a time, so that only one part of the file is in memory. */
export class DecoderThread {
  /** Number of rows received so far. */
  rows = 0;
  readonly #task: Omit<Task, 'beats'>;
  readonly #signal: AbortSignal | undefined;
  readonly #patience: number;
  readonly #beats = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker: Worker;

  constructor(task: Omit<Task, 'beats'>, signal: AbortSignal | undefined, patience = PATIENCE) {
    this.#task = task;
    this.#signal = signal;
    this.#patience = patience;
    const workerData: Task = { ...task, beats: this.#beats };
    this.#worker = new Worker(WORKER, {
      workerData,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    // The thread must not keep the process alive when nobody waits for it.
    this.#worker.unref();
  }

  /** The next part of the file. Throws TrendAuditError if decoding fails, and the signal's reason if it is aborted. */
  async ask(): Promise<Reply> {
    this.#signal?.throwIfAborted();
    const worker = this.#worker;
    const done = new AbortController();
    const { signal } = done;
    try {
      return await new Promise<Reply>((resolve, reject) => {
        const failed = ({ code, message }: NodeJS.ErrnoException): void =>
          reject(
            code === 'ERR_WORKER_OUT_OF_MEMORY'
              ? this.#refusal(`it takes more than ${HEAP_MB} MB of memory`, 'too-large')
              : this.#refusal(message),
          );
        const ended = (): void => reject(this.#refusal('its decoding ended'));
        worker.once('message', resolve).once('error', failed).once('exit', ended);
        const watch = setInterval(
          this.#watch(() => reject(this.#refusal(`it gave no result for ${this.#patience} s`))),
          1000,
        );
        this.#signal?.addEventListener('abort', () => reject(this.#signal?.reason), { signal });
        signal.addEventListener('abort', () => {
          clearInterval(watch);
          worker.off('message', resolve).off('error', failed).off('exit', ended);
        });
        worker.postMessage('more', []);
      });
    } finally {
      done.abort();
    }
  }

  /** Returns a check that calls `tooLong` after the beat counter stood still for `patience` consecutive checks. */
  #watch(tooLong: () => void): () => void {
    let [last, still] = [-1, 0];
    return () => {
      const beats = Atomics.load(this.#beats, 0);
      [last, still] = [beats, beats === last ? still + 1 : 0];
      if (still >= this.#patience) tooLong();
    };
  }

  #refusal(what: string, kind: 'unreadable' | 'too-large' = 'unreadable'): unknown {
    const { format, name } = this.#task;
    return toDecodingError({ kind, message: `after row ${this.rows}: ${what}` }, format, name);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
