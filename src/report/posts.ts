/** Every post with the verdict on its account, in the formats that rows have. */

import type { PostVerdict } from '../exhibits.js';
import { type Column, csvPieces } from './csv.js';

const COLUMNS: readonly Column<PostVerdict>[] = [
  ['id', ({ id }) => id],
  ['account', ({ account }) => account],
  ['handle', ({ handle }) => handle],
  ['time', ({ time }) => time],
  ['retweet', ({ retweet }) => retweet],
  ['verdict', ({ verdict }) => verdict],
  ['score', ({ score }) => score],
];

/** By the ending of the file. */
export const POST_FORMATS: ReadonlyMap<string, (posts: Iterable<PostVerdict>) => Iterable<string>> = new Map([
  ['csv', (posts) => csvPieces(COLUMNS, posts)],
  ['jsonl', lines],
]);

function* lines(posts: Iterable<PostVerdict>): Generator<string> {
  for (const post of posts) yield `${JSON.stringify(post)}\n`;
}
