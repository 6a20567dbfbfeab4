/** A thread that reads blocks: it is told the task first, and then gets block after block. */

import { parentPort } from 'node:worker_threads';
import { buffersOf } from '../measure/block.js';
import type { TextBlock } from '../read/blocks/split-records.js';
import { BlockReader, type BlockReading, type BlockTask } from './block-reader.js';

export type ToWorker = { readonly task: BlockTask } | { readonly number: number; readonly text: TextBlock };

export interface FromWorker {
  readonly number: number;
  readonly reading: BlockReading;
}

let reader: BlockReader | undefined;

parentPort?.on('message', (message: ToWorker) => {
  if ('task' in message) {
    reader = new BlockReader(message.task);
    return;
  }
  if (!reader) throw new Error('a block came before its task');
  const reading = reader.read(message.text);
  const reply: FromWorker = { number: message.number, reading };
  const { buffer } = reading.hashes;
  parentPort?.postMessage(reply, buffer instanceof ArrayBuffer ? [...buffersOf(reading.block), buffer] : buffersOf(reading.block));
});
