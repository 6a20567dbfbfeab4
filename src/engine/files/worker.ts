/** A thread that reads blocks: it is told the task first, and then gets block after block. */

import { parentPort } from 'node:worker_threads';
import { transferList } from '../../dataset/record-batch.js';
import type { TextChunk } from '../../read/blocks/csv-block-splitter.js';
import { setHashKey } from '../../text/keyed-hash.js';
import { BatchReader, type BatchResult, type BatchTask } from './batch-reader.js';

export type ToWorker =
  | { readonly task: BatchTask; readonly hashKey: Uint32Array }
  | { readonly number: number; readonly text: TextChunk };

export interface FromWorker {
  readonly number: number;
  readonly reading: BatchResult;
}

let reader: BatchReader | undefined;

parentPort?.on('message', (message: ToWorker) => {
  if ('task' in message) {
    setHashKey(message.hashKey);
    reader = new BatchReader(message.task);
    return;
  }
  if (!reader) throw new Error('a block came before its task');
  const reading = reader.read(message.text);
  const reply: FromWorker = { number: message.number, reading };
  const { lines, hashes } = reading.outcomes;
  const ownBuffers = [lines.buffer, hashes.buffer].flatMap((buffer) => (buffer instanceof ArrayBuffer ? [buffer] : []));
  parentPort?.postMessage(reply, [...transferList(reading.batch), ...ownBuffers]);
});
