/** The options of datasets, by the names and with the values of the flags of `analyze`. */

import { CommanderError } from 'commander';
import { type ConfigSource, type KeyPath, keyName, problemAt } from '../check/config.js';
import type { Dataset } from '../check/dataset.js';
import { TrendAuditError } from '../errors.js';
import { suggest } from '../text/suggest.js';
import { type AnalysisFlags, analysisOptions } from './analysis-options.js';
import { parseBytes, parseCount, parseHashtag, parseShare } from './arguments.js';
import { parseZone } from './date-options.js';

type Flags = { -readonly [Key in keyof Omit<AnalysisFlags, 'workers'>]?: AnalysisFlags[Key] };

/** Where names of files begin in what the configuration says: at its own directory. */
export type Resolve = (file: string) => string;

type Setter = (flags: Flags, value: unknown, resolve: Resolve) => void;

class Unfit extends Error {}

const SETTERS: Readonly<Record<string, Setter>> = {
  hashtag: (flags, value) => void (flags.hashtag = parseHashtag(text(value))),
  since: (flags, value) => void (flags.since = text(value)),
  until: (flags, value) => void (flags.until = text(value)),
  map: (flags, value) => void (flags.map = mapping(value)),
  users: (flags, value, resolve) =>
    void (flags.users = (Array.isArray(value) ? value : [value]).map((file) => resolve(text(file)))),
  assumeTz: (flags, value) => void (flags.assumeTz = parseZone(text(value))),
  maxBadRows: (flags, value) => void (flags.maxBadRows = parseShare(text(value))),
  encoding: (flags, value) => void (flags.encoding = text(value)),
  maxBytes: (flags, value) => void (flags.maxBytes = parseBytes(text(value))),
  seed: (flags, value) => void (flags.seed = parseCount(text(value))),
};

/** All of these, the later ones over the earlier ones. Throws TrendAuditError at the line of what is wrong. */
export function datasetOptions(
  source: ConfigSource,
  parts: readonly { readonly path: KeyPath; readonly options: Readonly<Record<string, unknown>> }[],
  over: Flags,
  resolve: Resolve,
): Dataset['options'] {
  const flags: Flags = {};
  for (const { path, options } of parts) {
    for (const [key, value] of Object.entries(options)) {
      const set = Object.hasOwn(SETTERS, key) ? SETTERS[key] : undefined;
      const near = suggest(key, Object.keys(SETTERS));
      if (!set)
        throw problemAt(
          source,
          [...path, key],
          `unknown key ${JSON.stringify(key)} in ${keyName(path)}`,
          `${near === undefined ? '' : `did you mean ${near}? `}keys here: ${Object.keys(SETTERS).join(', ')}`,
        );
      try {
        set(flags, value, resolve);
      } catch (error) {
        if (!(error instanceof CommanderError) && !(error instanceof Unfit)) throw error;
        throw problemAt(
          source,
          [...path, key],
          `${keyName([...path, key])} is ${JSON.stringify(value)}`,
          error.message,
        );
      }
    }
  }
  const last = parts.at(-1);
  try {
    const { seed = 1, ...rest } = { ...flags, ...over };
    return analysisOptions({ ...rest, seed });
  } catch (error) {
    // Of a time that is none, or a span that is empty.
    if (!(error instanceof TrendAuditError) || !last) throw error;
    throw problemAt(
      source,
      [...last.path, error.message.includes("--until '") ? 'until' : 'since'],
      error.message,
      error.hint,
    );
  }
}

function text(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(value);
  throw new Unfit('give a text, as the flag of analyze takes it');
}

function mapping(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Unfit('give an object of fields and the columns that hold them, such as {"time": "created_at"}');
  return Object.fromEntries(Object.entries(value).map(([field, column]) => [field, text(column)]));
}
