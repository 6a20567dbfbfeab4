/** Every post with the verdict on its account, in the formats for rows. */

import type { PostVerdict } from '../documents/report-data.js';
import type { CsvColumn } from '../text/csv.js';
import { safeJson } from '../text/safe-json.js';
import type { CsvOptions } from './csv.js';

const COLUMNS: readonly CsvColumn<PostVerdict>[] = [
  ['id', ({ id }) => id],
  ['account', ({ account }) => account],
  ['handle', ({ handle }) => handle],
  ['time', ({ time }) => time],
  ['retweet', ({ retweet }) => retweet],
  ['verdict', ({ verdict }) => verdict],
  ['score', ({ score }) => score],
  ['text', ({ text }) => text],
  ['url', ({ url }) => url],
];

type Render = (batches: AsyncIterable<readonly PostVerdict[]>, options?: CsvOptions) => AsyncIterable<string>;

/** By file extension; each is loaded only when it is used. */
export const POST_FORMATS: ReadonlyMap<string, () => Promise<Render>> = new Map([
  ['csv', table],
  ['jsonl', async () => lines],
]);

async function table(): Promise<Render> {
  const { csvPieces } = await import('./csv.js');
  return async function* rows(batches, options = {}) {
    let header = true;
    for await (const batch of batches) {
      yield* csvPieces(COLUMNS, batch, { ...options, header });
      header = false;
    }
  };
}

async function* lines(batches: AsyncIterable<readonly PostVerdict[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((post) => `${safeJson(post)}\n`).join('');
}
