/** Every post with the verdict on its account, in the formats that rows have. */

import type { PostVerdict } from '../documents/report-data.js';
import type { Column } from './csv.js';

const COLUMNS: readonly Column<PostVerdict>[] = [
  ['id', ({ id }) => id],
  ['account', ({ account }) => account],
  ['handle', ({ handle }) => handle],
  ['time', ({ time }) => time],
  ['retweet', ({ retweet }) => retweet],
  ['verdict', ({ verdict }) => verdict],
  ['score', ({ score }) => score],
];

type Render = (posts: Iterable<PostVerdict>) => Iterable<string>;

/** By the ending of the file; each is loaded when asked for. */
export const POST_FORMATS: ReadonlyMap<string, () => Promise<Render>> = new Map([
  ['csv', table],
  ['jsonl', async () => lines],
]);

async function table(): Promise<Render> {
  const { csvPieces } = await import('./csv.js');
  return (posts) => csvPieces(COLUMNS, posts);
}

function* lines(posts: Iterable<PostVerdict>): Generator<string> {
  for (const post of posts) yield `${JSON.stringify(post)}\n`;
}
