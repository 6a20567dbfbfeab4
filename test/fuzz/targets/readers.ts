/** Every form of a dump that is read in this thread, plain and packed: a result that adds up, or an error that explains. */

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TrendAuditError } from '../../../src/errors.js';
import type { ReadOptions } from '../../../src/read/read.js';
import { readBytes } from '../../read/collect.js';
import { outcome, samples } from '../../read/mutations.js';
import { hold, type Target } from '../target.js';

const DECODED = /\.(?:parquet|db|sqlite)$/u;
/** What a packed file may hold: an input is small, and what it unpacks to takes the time that it takes. */
export const MOST_UNPACKED = 8 * 2 ** 20;

export const readers: Target = {
  seeds: () => [...samples(resolve('test/read'))].flatMap(([name, bytes]) => (DECODED.test(name) ? [] : [bytes])),
  words: [
    [
      'id,user,created_at,text\n',
      '{"posts":[',
      '{"id":"1","user":{"id":"2"},"created_at":"Wed Feb 26 12:00:00 +0000 2014","text":"#a"}',
      '{"data":[{"id":"1","author_id":"2","created_at":"2014-02-26T12:00:00Z","text":"a"}],"includes":{"users":[]}}',
      '\n{"a":1}\n',
      '2014-02-26 12:00:00',
      '26/02/2014',
      '1393416000000',
      '1.2E+18',
      '٢٠١٤',
      'PK\u0003\u0004',
      'BZh9',
      'sep=;\n',
      'window.YTD.tweet.part0 = ',
      '\r\n\r\n',
    ],
  ],
  share: 3,
  changes: 3,
  longest: 12 * 1024,
  run: async (bytes, scratch) => {
    const options = { maxBytes: MOST_UNPACKED, ...OPTIONS[bytes.length % 8] };
    // Only a file can be read from its end, as a zip archive is.
    const isZip = bytes.toString('latin1', 0, 2) === 'PK';
    if (isZip) writeFileSync(scratch, bytes);
    const how = await outcome(isZip ? scratch : bytes, 1 + (bytes.length % 5000), options);
    hold(how === 'read' || how === 'refused', how);
    if (isZip || bytes.length % 3 > 0) return;
    const [small, whole] = [await readAs(bytes, options, 7), await readAs(bytes, options, bytes.length)];
    hold(small === whole, `in parts of 7 bytes ${small.slice(0, 2000)}\nat once ${whole.slice(0, 2000)}`);
  },
};

/** Options that read otherwise, by the length of an input: most are read without. */
const OPTIONS: readonly ReadOptions[] = [
  {},
  {},
  {},
  {},
  { noHeader: true, maxBadRows: 1 },
  { encoding: 'utf-16le', dateOrder: 'day-first' },
  { assumeTz: 'Europe/Moscow', maxBadRows: 1, dateOrder: 'month-first' },
  { map: { account: '1', time: '2', text: '3' }, maxBadRows: 1 },
];

/** What is read of bytes that come in parts of this size, or the error. */
async function readAs(bytes: Buffer, options: ReadOptions, chunk: number): Promise<string> {
  try {
    return JSON.stringify(await readBytes(bytes, options, chunk));
  } catch (error) {
    hold(error instanceof TrendAuditError, String(error));
    return `${error.file}:${error.line}: ${error.message} ${error.hint}`;
  }
}
