/** Every kind of output by the ending of its files. A new one is a file here and a line below; each is loaded when asked for. */

import type { Format } from './format.js';

export type { Format } from './format.js';

export const FORMATS: ReadonlyMap<string, () => Promise<Format>> = new Map([
  ['json', async () => (await import('./json.js')).json],
  ['html', async () => (await import('./html.js')).html],
  ['jsonl', async () => (await import('./jsonl.js')).jsonl],
  ['csv', async () => (await import('./csv.js')).csv],
  ['md', async () => (await import('./md.js')).md],
  ['gexf', async () => (await import('./gexf.js')).gexf],
  ['graphml', async () => (await import('./graphml.js')).graphml],
]);
