/** Every kind of output by its name. A new one is a file here and a line below; each is loaded when asked for. */

import type { OutputFormat } from './format.js';

export type { OutputFormat, FormatOptions } from './format.js';

export const OUTPUT_FORMATS: ReadonlyMap<string, () => Promise<OutputFormat>> = new Map([
  ['json', async () => (await import('./json.js')).json],
  ['html', async () => (await import('./html.js')).html],
  ['jsonl', async () => (await import('./jsonl.js')).jsonl],
  ['csv', async () => (await import('./csv.js')).csv],
  ['md', async () => (await import('./md.js')).md],
  ['gexf', async () => (await import('./gexf.js')).gexf],
  ['graphml', async () => (await import('./graphml.js')).graphml],
  ['junit', async () => (await import('./junit.js')).junit],
  ['sarif', async () => (await import('./sarif.js')).sarif],
  ['github', async () => (await import('./github.js')).github],
]);

/** The names whose files end otherwise: undefined where they are for a log, never for a file. */
const OTHER_ENDINGS: Readonly<Record<string, string | undefined>> = { junit: 'xml', github: undefined };

/** The formats by the ending of their files. */
export const FORMATS_BY_ENDING: typeof OUTPUT_FORMATS = new Map(
  [...OUTPUT_FORMATS].flatMap(([name, load]) => {
    const ending = Object.hasOwn(OTHER_ENDINGS, name) ? OTHER_ENDINGS[name] : name;
    return ending === undefined ? [] : [[ending, load] as const];
  }),
);
