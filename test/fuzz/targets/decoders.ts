/**
 * Parquet and SQLite, decoded in this thread and not in one of their own, where coverage would not be seen. Any error will
 * do, for that thread tells all of them; what it cannot do is to come back from a hang.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Decoder, Task } from '../../../src/read/decoder-thread/reply.js';
import { decodeParquet } from '../../../src/read/parquet/decode.js';
import { decodeSqlite } from '../../../src/read/sqlite/decode.js';
import { outcome } from '../../read/mutations.js';
import { hold, type Target } from '../target.js';

const SEEDS = ['deltas.parquet', 'duckdb.parquet', 'pages-1.parquet', 'pages-2.parquet', 'joined.sqlite', 'posts.db'];

export const decoders: Target = {
  seeds: () => SEEDS.map((name) => readFileSync(resolve('test/read/packed-cases', name))),
  words: [
    [
      'PAR1',
      'SQLite format 3\0',
      '\u0010\0\u0001\u0001',
      '\0\0\0\u0001',
      '\u007f\u007f\u007f\u007f',
      'posts',
      'CREATE TABLE',
      ' REFERENCES ',
    ],
  ],
  share: 1,
  changes: 12,
  longest: 24 * 1024,
  run: async (bytes, scratch) => {
    writeFileSync(scratch, bytes);
    const format = bytes.toString('latin1', 0, 4) === 'PAR1' ? 'parquet' : 'sqlite';
    const task: Task = { format, path: scratch, name: 'fuzz', options: {}, beats: new Int32Array(1) };
    const rows = await decoded((format === 'parquet' ? decodeParquet : decodeSqlite)(task, () => undefined));
    // A thread takes a tenth of a second to start: of those that are decoded one in eight is read as it would be.
    if (rows === undefined || bytes.length % 8 > 0) return;
    const how = await outcome(scratch, 1);
    hold(how === 'read' || how === 'refused', how);
  },
};

/** How many rows there are; undefined where they cannot be decoded. */
async function decoded(parts: Decoder): Promise<number | undefined> {
  let rows = 0;
  try {
    for await (const part of parts) if (part.kind === 'rows') rows += part.rows.length;
  } catch (error) {
    hold(error instanceof Error, `what is thrown is no error: ${String(error)}`);
    return undefined;
  }
  return rows;
}
