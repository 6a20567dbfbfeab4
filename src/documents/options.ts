/**
 * Inputs and options of the library and the command. Each option is defined once, with its type and its row in the
 * table; flags, checks, configuration, schema, result, report and documents use the table.
 */

import type { GivenPost } from './post.js';

/**
 * An input: the path of a file or folder (`-` is standard input), a stream of a file's bytes, or posts; or, as the only
 * input and with `storeAccess`, the address of a store (`clickhouse://HOST/DATABASE`).
 */
export type AnalysisInput =
  | string
  | AsyncIterable<Uint8Array | string>
  | AsyncIterable<GivenPost>
  | Iterable<GivenPost>;

/** Column by field. The field `object` can have several columns, as a list. An empty name: no column has the field. */
export type ColumnMap = Readonly<Record<string, string | readonly string[]>>;

/** Order of day and month in dates such as 03/04/2021. */
export type DateOrder = 'day-first' | 'month-first';

/** Options that change the result. The result contains all of them. */
export interface ResultOptions {
  /** Only posts with this hashtag, given with or without `#`, in any case. */
  readonly hashtag?: string;
  /** Only posts of this time span, in milliseconds since 1970: `since` is included, `until` is not. */
  readonly since?: number;
  readonly until?: number;
  /**
   * Column by field, replaces detection; an empty name: no column has the field. For several columns of `object`, a
   * list.
   */
  readonly map?: ColumnMap;
  /** Files of users (CSV or JSON) with creation date, handle and display name of accounts, joined by id or handle. */
  readonly users?: readonly string[];
  /** Time zone of times without one: an IANA name or `+03:00`. UTC by default. */
  readonly assumeTz?: string;
  /** Order of dates such as 03/04/2021, replaces detection: `day-first` or `month-first`. */
  readonly dateOrder?: DateOrder;
  /**
   * Whether tables do not have a header row: `map` then refers to columns by number, starting at 1. False by default.
   */
  readonly noHeader?: boolean;
  /** Sheet of a workbook, or table of a database, with the posts; by default the first one with posts. */
  readonly sheet?: string;
  /** Path of the list of posts in JSON, such as `data.videos`; detected by default. */
  readonly records?: string;
  /** Reading fails if more than this share of rows is bad, 0 to 1; 0.1 by default. */
  readonly maxBadRows?: number;
  /** Encoding of the text (`windows-1251`, `koi8-r`, …), replaces detection. */
  readonly encoding?: string;
  /** Whole number; 1 by default. The same seed gives the same result. */
  readonly seed?: number;
}

/** Options of a run. They do not change the result. */
export interface RunOptions {
  /** Maximum number of bytes from a packed file; by default 100 times its size, and at least 64 MiB. */
  readonly maxBytes?: number;
  /** Additional threads for reading; 0: none. At most one per core; by default one per core for large files. */
  readonly workers?: number;
  /** Directory that relative paths are resolved against; the process's own by default. */
  readonly cwd?: string;
  /** Only files in this folder are read, also through links; any file by default. */
  readonly within?: string;
  /**
   * Allows the address of a store (`clickhouse://…`) as the only input. It is queried over the network with this user
   * (default: `default`) and password (default: none). Without this option, no address is contacted.
   */
  readonly storeAccess?: { readonly user?: string; readonly password?: string };
  /** The stream that `-` reads; the process's standard input by default. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Ends the analysis when it aborts: its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Called from time to time with the progress. An error that it throws ends the analysis. */
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Must call `work`, a long synchronous computation, exactly once and return its result. The caller can use it to
   * handle signals meanwhile.
   */
  readonly aroundBlockingWork?: <T>(work: () => T) => Promise<T>;
}

export interface AnalyzeOptions extends ResultOptions, RunOptions {}

/** A time given by a program: milliseconds since 1970 UTC, a Date, or ISO text as for `--since`. */
export type Moment = number | Date | string;

/** `AnalyzeOptions` for callers of the library. */
export interface LibraryOptions extends Omit<AnalyzeOptions, 'since' | 'until'> {
  /**
   * Start of the time span, included; a date without a time means midnight. Text without a time zone is in `assumeTz`.
   */
  readonly since?: Moment;
  /** End of the time span, not included; a date without a time includes that whole day. */
  readonly until?: Moment;
}

/** Progress of an analysis. */
export interface Progress {
  /** `reading`, `measuring`, `deciding`, and others. */
  readonly stage: string;
  readonly bytesRead: number;
  /** Undefined where the size is unknown (standard input, streams, posts). */
  readonly bytesTotal: number | undefined;
  readonly posts: number;
}

/** Every option that changes the result, with defaults filled in; null where not given and without a default. */
export interface ResolvedOptions {
  /** As given. */
  readonly hashtag: string | null;
  /** ISO 8601 UTC: the start of the time span (included) and its end (not included). */
  readonly since: string | null;
  readonly until: string | null;
  /** Column by field; for several columns of `object`, a list. */
  readonly map: ColumnMap | null;
  /** Files of users, as named by the user. */
  readonly users: readonly string[] | null;
  /** Time zone of times without one. */
  readonly assumeTz: string;
  /** Order of day and month in dates such as 03/04/2021. */
  readonly dateOrder: DateOrder | null;
  /** Whether tables do not have a header row. */
  readonly noHeader: boolean;
  /** Sheet of a workbook, or table of a database, with the posts. */
  readonly sheet: string | null;
  /** Path of the list of posts in JSON. */
  readonly records: string | null;
  /** Reading fails if more than this share of rows is bad, 0 to 1. */
  readonly maxBadRows: number;
  readonly encoding: string | null;
  readonly seed: number;
  /** Present where ids, handles, names and mentions are pseudonyms. */
  readonly pseudonymized?: true;
}

/** Kinds of option values; `option-kinds.ts` defines each of them and how to parse it. */
export type OptionKindName =
  | 'access'
  | 'bytes'
  | 'callback'
  | 'columns'
  | 'count'
  | 'dateOrder'
  | 'directory'
  | 'files'
  | 'flag'
  | 'hashtag'
  | 'share'
  | 'signal'
  | 'since'
  | 'stream'
  | 'text'
  | 'until'
  | 'zone';

export interface OptionDefinition {
  readonly kind: OptionKindName;
  /** The flag, such as `--hashtag <tag>`. Absent for options of the library only. */
  readonly flag?: string;
  readonly help?: string;
}

/** In the order of a result. `default` is the value of an option that is not given. */
export const RESULT_OPTIONS = {
  hashtag: {
    kind: 'hashtag',
    flag: '--hashtag <tag>',
    help: 'only posts with this hashtag (with or without #, any case)',
    default: null,
  },
  since: { kind: 'since', flag: '--since <date>', help: 'only posts from this date or time on', default: null },
  until: {
    kind: 'until',
    flag: '--until <date>',
    help: 'only posts up to this date, that day included, or before this time',
    default: null,
  },
  map: {
    kind: 'columns',
    flag: '--map <field=column>',
    help:
      'which column holds a field, whatever is detected; object=COLUMN names what accounts can share, ' +
      'such as image hashes; repeatable',
    default: null,
  },
  users: {
    kind: 'files',
    flag: '--users <file>',
    help: 'profiles of the accounts (CSV or JSON), joined by id or handle; repeatable',
    default: null,
  },
  assumeTz: {
    kind: 'zone',
    flag: '--assume-tz <zone>',
    help: 'time zone of times without one (default: UTC)',
    default: 'UTC',
  },
  dateOrder: {
    kind: 'dateOrder',
    flag: '--date-order <order>',
    help: 'how to read dates such as 03/04/2021, whatever is detected: day-first or month-first',
    default: null,
  },
  noHeader: {
    kind: 'flag',
    flag: '--no-header',
    help: 'tables have no header row: name columns by number, as in --map time=2',
    default: false,
  },
  sheet: {
    kind: 'text',
    flag: '--sheet <name>',
    help: 'sheet of a workbook, or table of a database, that holds the posts (default: the first that does)',
    default: null,
  },
  records: {
    kind: 'text',
    flag: '--records <path>',
    help: 'where the list of posts is in JSON, such as data.videos (default: detected)',
    default: null,
  },
  maxBadRows: {
    kind: 'share',
    flag: '--max-bad-rows <share>',
    help: 'give up when more rows than this cannot be read (default: 10%)',
    default: 0.1,
  },
  encoding: {
    kind: 'text',
    flag: '--encoding <name>',
    help: 'encoding of the text, whatever is detected, such as windows-1251 or koi8-r',
    default: null,
  },
  seed: {
    kind: 'count',
    flag: '--seed <n>',
    help: 'seed of all random choices (default: 1)',
    default: 1,
  },
} as const satisfies {
  readonly [Name in keyof ResultOptions]-?: OptionDefinition & { readonly default: ResolvedOptions[Name] };
};

/** In the order of the help. */
export const RUN_OPTIONS = {
  maxBytes: {
    kind: 'bytes',
    flag: '--max-bytes <size>',
    help: 'stop when a packed file unpacks to more than this, such as 20G (default: 100 times its size, at least 64M)',
  },
  workers: {
    kind: 'count',
    flag: '--workers <n>',
    help:
      'threads that read a large table, at most one a core; the result is the same with any number ' +
      '(default: one a core)',
  },
  cwd: { kind: 'directory' },
  within: { kind: 'directory' },
  storeAccess: { kind: 'access' },
  stdin: { kind: 'stream' },
  signal: { kind: 'signal' },
  onProgress: { kind: 'callback' },
  aroundBlockingWork: { kind: 'callback' },
} as const satisfies { readonly [Name in keyof RunOptions]-?: OptionDefinition };
