/** The thread in which a file is decoded: it answers each message with the next part of the file. */

import { parentPort, workerData } from 'node:worker_threads';
import { TrendAuditError } from '../../errors.js';
import { DecodingError } from './decoding-error.js';
import type { Decoder, Failure, Reply, Task } from './reply.js';

const task: Task = workerData;
const beat = (): void => void Atomics.add(task.beats, 0, 1);
const parts = open();

async function open(): Promise<Decoder> {
  switch (task.format) {
    case 'parquet':
      return (await import('../parquet/decode.js')).decodeParquet(task, beat);
    case 'sqlite':
      return (await import('../sqlite/decode.js')).decodeSqlite(task, beat);
  }
}

parentPort?.on('message', async () => {
  parentPort?.postMessage(await next(), []);
});

async function next(): Promise<Reply> {
  try {
    const { value } = await (await parts).next();
    return value ?? { kind: 'ended' };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

/** Any other error of a library means bytes that it cannot read; file system errors are kept apart. */
function failureOf(error: unknown): Failure {
  if (error instanceof DecodingError) return { kind: error.kind, message: error.message };
  if (error instanceof TrendAuditError)
    return { kind: 'explained', message: error.message, code: error.code, hint: error.hint, unquoted: error.unquoted };
  if (!(error instanceof Error)) return { kind: 'unreadable', message: String(error) };
  const { message } = error;
  if ('syscall' in error && 'code' in error) return { kind: 'system', message, code: String(error.code) };
  return { kind: /footer|PAR1|file is too short|outside the bounds/.test(message) ? 'cut-off' : 'unreadable', message };
}
