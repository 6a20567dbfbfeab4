/** What can be analysed, and how: the ground on which the command and the library stand. */

import type { GivenPost } from './documents/post.js';
import { TrendAuditError } from './errors.js';

/** What can be analysed: the path of a file or folder (`-` is standard input), a stream of a file's bytes, or posts. */
export type AnalysisInput =
  | string
  | AsyncIterable<Uint8Array | string>
  | AsyncIterable<GivenPost>
  | Iterable<GivenPost>;

export interface AnalyzeOptions {
  /** Only posts with this hashtag: with or without `#`, in any case. */
  readonly hashtag?: string;
  /** Only posts of this span, in milliseconds since 1970: the first moment is in it, the second no more. */
  readonly since?: number;
  readonly until?: number;
  /** Column by field, before any guess; an empty name says that no column holds it. */
  readonly map?: Readonly<Record<string, string>>;
  /** Zone of times that name no offset: an IANA name or `+03:00`. UTC by default. */
  readonly assumeTz?: string;
  /** Share of bad rows beyond which reading fails, 0 to 1; 0.1 by default. */
  readonly maxBadRows?: number;
  /** Encoding of the text (`windows-1251`, `koi8-r`, …), over any guess. */
  readonly encoding?: string;
  /** Bytes that may come out of a packed file; by default 100 times its own size, and 64 MiB in any case. */
  readonly maxBytes?: number;
  /** Files of users (CSV or JSON): creation date, handle and display name of the accounts, by id or handle. */
  readonly users?: readonly string[];
  /** Threads that read beside this one; 0: none. As many as there are cores, where a file is worth it. The result is the same with any number. */
  readonly workers?: number;
  /** Whole number; 1 by default. The same seed gives the same result. */
  readonly seed?: number;
  /** Directory in which relative names of files begin; the process's own by default. */
  readonly cwd?: string;
  /** What `-` reads; the process's standard input by default. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Ends the reading when it aborts: its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Told now and then how far things are. What it throws ends the analysis. */
  readonly onProgress?: (progress: Progress) => void;
  /** Calls what computes for long without a pause, once, and gives back what that gives; so that somebody can keep watch meanwhile. */
  readonly aroundBlockingWork?: <T>(work: () => T) => Promise<T>;
}

/** Calls what computes for long, as the options have it. */
export async function runBlocking<T>(
  { aroundBlockingWork: computing, signal }: Pick<AnalyzeOptions, 'aroundBlockingWork' | 'signal'>,
  work: () => T,
): Promise<T> {
  // Whoever wants it stopped gets a turn: while it computes, nobody does.
  await new Promise(setImmediate);
  signal?.throwIfAborted();
  return computing ? computing(work) : work();
}

export interface Progress {
  /** `reading`, `measuring`, `deciding`. */
  readonly stage: string;
  readonly bytesRead: number;
  /** Undefined where the size is not known (standard input, streams, posts). */
  readonly bytesTotal: number | undefined;
  readonly posts: number;
}

/** What a value of an option must be, and how that is said; zones and encodings are looked up where they are used. */
const RULES: Readonly<Record<keyof AnalyzeOptions, readonly [holds: (value: unknown) => boolean, expected: string]>> = {
  hashtag: [
    (value) => typeof value === 'string' && /^[#＃]?[^\s#＃]+$/u.test(value.trim()),
    'a hashtag without spaces',
  ],
  since: [Number.isFinite, 'a number of milliseconds since 1970'],
  until: [Number.isFinite, 'a number of milliseconds since 1970'],
  map: [isStringRecord, 'an object of columns by field'],
  assumeTz: [isNonEmptyString, 'the name of a zone'],
  maxBadRows: [(value) => typeof value === 'number' && value >= 0 && value <= 1, 'a share from 0 to 1'],
  encoding: [isNonEmptyString, 'the name of an encoding'],
  maxBytes: [(value) => isCount(value) && value !== 0, 'a whole number of bytes, 1 or more'],
  users: [(value) => Array.isArray(value) && value.every(isNonEmptyString), 'a list of paths'],
  workers: [isCount, 'a whole number, 0 or more'],
  seed: [isCount, 'a whole number, 0 or more'],
  cwd: [isNonEmptyString, 'the name of a directory'],
  stdin: [(value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value, 'a stream of bytes'],
  signal: [
    (value) => typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value,
    'an AbortSignal',
  ],
  onProgress: [isFunction, 'a function'],
  aroundBlockingWork: [isFunction, 'a function'],
};

/** Throws TrendAuditError where an option has no value that it can have, as the command does for what is typed. */
export function checkOptions(options: AnalyzeOptions): void {
  const rules = new Map(Object.entries(RULES));
  for (const [name, value] of Object.entries(options)) {
    const rule = rules.get(name);
    if (!rule)
      throw new TrendAuditError('usage', `there is no option ${name}`, {
        hint: `options are ${[...rules.keys()].join(', ')}`,
      });
    const [holds, expected] = rule;
    if (value !== undefined && !holds(value))
      throw new TrendAuditError('usage', `the option ${name} is ${String(value)}`, { hint: `give ${expected}` });
  }
  const { since, until } = options;
  if (since !== undefined && until !== undefined && since >= until)
    throw new TrendAuditError('usage', 'the time span is empty: since is not before until', {
      hint: 'swap them, or give only one',
    });
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isNonEmptyString(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isStringRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
