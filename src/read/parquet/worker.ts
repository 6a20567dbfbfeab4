/** The thread in which Parquet is decoded: it answers each message with the next part of the file. */

import { parentPort, workerData } from 'node:worker_threads';
import { CorruptParquetError } from './corrupt-parquet.js';
import { decode } from './decode.js';
import type { Failure, Reply, Task } from './reply.js';

const { path, beats }: Task = workerData;
const parts = decode(path, () => void Atomics.add(beats, 0, 1));

parentPort?.on('message', async () => {
  parentPort?.postMessage(await next(), []);
});

async function next(): Promise<Reply> {
  try {
    const { value } = await parts.next();
    return value ?? { kind: 'ended' };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

/** Whatever the library throws, it has met bytes that it cannot read; the file system's errors are its own. */
function failureOf(error: unknown): Failure {
  if (error instanceof CorruptParquetError) return { kind: error.kind, message: error.message };
  if (!(error instanceof Error)) return { kind: 'unreadable', message: String(error) };
  const { message } = error;
  if ('syscall' in error && 'code' in error) return { kind: 'system', message, code: String(error.code) };
  return { kind: /footer|PAR1|file is too short|outside the bounds/.test(message) ? 'cut-off' : 'unreadable', message };
}
