/**
 * The output formats by name. To add one, write its file here and list it below; each is loaded only when it is used.
 */

import type { OutputFormat } from './format.js';

export type { OutputFormat, FormatOptions } from './format.js';

export interface FormatEntry {
  /** Its file extension; null if it is only for logs, never for a file. */
  readonly ending: string | null;
  /** What it contains, for the documentation. */
  readonly holds: string;
  readonly load: () => Promise<OutputFormat>;
}

export const OUTPUT_FORMATS: ReadonlyMap<string, FormatEntry> = new Map<string, FormatEntry>([
  ['json', { ending: 'json', holds: 'the whole result', load: async () => (await import('./json.js')).jsonFormat }],
  [
    'html',
    {
      ending: 'html',
      holds: 'a page with charts, accounts, evidence, posts and the method',
      load: async () => (await import('./html.js')).htmlFormat,
    },
  ],
  [
    'jsonl',
    { ending: 'jsonl', holds: 'an account a line', load: async () => (await import('./jsonl.js')).jsonlFormat },
  ],
  ['csv', { ending: 'csv', holds: 'an account a row', load: async () => (await import('./csv.js')).csvFormat }],
  [
    'md',
    {
      ending: 'md',
      holds: 'the answer and the likely coordinated accounts, for an issue or a post',
      load: async () => (await import('./md.js')).mdFormat,
    },
  ],
  [
    'gexf',
    {
      ending: 'gexf',
      holds: 'the network of the groups, for Gephi',
      load: async () => (await import('./gexf.js')).gexfFormat,
    },
  ],
  [
    'graphml',
    {
      ending: 'graphml',
      holds: 'the network of the groups, for yEd, networkx, igraph and Gephi',
      load: async () => (await import('./graphml.js')).graphmlFormat,
    },
  ],
  [
    'junit',
    {
      ending: 'xml',
      holds: 'a test case, failed where a threshold is crossed, for Jenkins and GitLab',
      load: async () => (await import('./junit.js')).junitFormat,
    },
  ],
  [
    'sarif',
    {
      ending: 'sarif',
      holds: 'likely coordinated accounts with their places in the files, for code scanning',
      load: async () => (await import('./sarif.js')).sarifFormat,
    },
  ],
  [
    'github',
    {
      ending: null,
      holds: 'the same as annotations of a workflow',
      load: async () => (await import('./github.js')).githubFormat,
    },
  ],
]);

/** The formats by file extension. */
export const FORMATS_BY_ENDING: typeof OUTPUT_FORMATS = new Map(
  [...OUTPUT_FORMATS.values()].flatMap((entry) => (entry.ending === null ? [] : [[entry.ending, entry]])),
);
