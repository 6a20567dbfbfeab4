/**
 * What can be analysed, and how: the options of the library and of the command. Each stands here once, with its type
 * and its row in the table; flags, checks, configuration, schema, result, report and documents come from the table.
 */

import type { GivenPost } from './post.js';

/**
 * What can be analysed: the path of a file or folder (`-` is standard input), a stream of a file's bytes, or posts;
 * alone, and with `storeAccess`, the address of a store (`clickhouse://HOST/DATABASE`).
 */
export type AnalysisInput =
  | string
  | AsyncIterable<Uint8Array | string>
  | AsyncIterable<GivenPost>
  | Iterable<GivenPost>;

/**
 * Column by field; of `object`, which may be given several times, a list where there are several. An empty name says
 * that no column holds the field.
 */
export type ColumnMap = Readonly<Record<string, string | readonly string[]>>;

/** Which way round dates such as 03/04/2021 are. */
export type DateOrder = 'day-first' | 'month-first';

/** Options that change the result. The result tells each of them. */
export interface ResultOptions {
  /** Only posts with this hashtag: with or without `#`, in any case. */
  readonly hashtag?: string;
  /** Only posts of this span, in milliseconds since 1970: the first moment is in it, the second no more. */
  readonly since?: number;
  readonly until?: number;
  /**
   * Column by field, before any guess; an empty name says that no column holds it. Of `object` a list where there are
   * several.
   */
  readonly map?: ColumnMap;
  /** Files of users (CSV or JSON): creation date, handle and display name of the accounts, by id or handle. */
  readonly users?: readonly string[];
  /** Zone of times that carry no time zone: an IANA name or `+03:00`. UTC by default. */
  readonly assumeTz?: string;
  /** Which way round dates such as 03/04/2021 are, over any guess: `day-first` or `month-first`. */
  readonly dateOrder?: DateOrder;
  /**
   * Whether tables have no row with the names of their columns: `map` then numbers them, the first is 1. False by
   * default.
   */
  readonly noHeader?: boolean;
  /**
   * Name of the sheet of a workbook, or of the table of a database, that holds the posts; the first that does by
   * default.
   */
  readonly sheet?: string;
  /** Where in JSON the list of posts stands: `data.videos`; found by itself by default. */
  readonly records?: string;
  /** Share of bad rows beyond which reading fails, 0 to 1; 0.1 by default. */
  readonly maxBadRows?: number;
  /** Encoding of the text (`windows-1251`, `koi8-r`, …), over any guess. */
  readonly encoding?: string;
  /** Whole number; 1 by default. The same seed gives the same result. */
  readonly seed?: number;
}

/** Options of a run. The result is the same with any of them. */
export interface RunOptions {
  /** Bytes that may come out of a packed file; by default 100 times its own size, and 64 MiB in any case. */
  readonly maxBytes?: number;
  /** Threads that read beside this one; 0: none. At most one a core; that many by default, where a file is worth it. */
  readonly workers?: number;
  /** Directory in which relative names of files begin; the process's own by default. */
  readonly cwd?: string;
  /** Folder out of which nothing is read, wherever a link in it leads; anywhere by default. */
  readonly within?: string;
  /**
   * Lets the one input be the address of a store (`clickhouse://…`), which is asked over the network: by this user
   * (by default `default`) and password (by default none). Without it no address is asked anything.
   */
  readonly storeAccess?: { readonly user?: string; readonly password?: string };
  /** What `-` reads; the process's standard input by default. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Ends the reading when it aborts: its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Called now and then with how far things are. What it throws ends the analysis. */
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Calls what computes for long without a pause, once, and gives back its result; so that the caller can keep watch
   * meanwhile.
   */
  readonly aroundBlockingWork?: <T>(work: () => T) => Promise<T>;
}

export interface AnalyzeOptions extends ResultOptions, RunOptions {}

/** A moment as a program may give it: milliseconds since 1970 UTC, a Date, or ISO text as `--since` takes it. */
export type Moment = number | Date | string;

/** `AnalyzeOptions` as the library takes them. */
export interface LibraryOptions extends Omit<AnalyzeOptions, 'since' | 'until'> {
  /** The first moment that counts; a bare date is its midnight. Text that carries no time zone is in `assumeTz`. */
  readonly since?: Moment;
  /** The first moment that counts no more; a bare date keeps that whole day. */
  readonly until?: Moment;
}

/** How far an analysis is. */
export interface Progress {
  /** `reading`, `measuring`, `deciding`. */
  readonly stage: string;
  readonly bytesRead: number;
  /** Undefined where the size is not known (standard input, streams, posts). */
  readonly bytesTotal: number | undefined;
  readonly posts: number;
}

/** Every option that changes the result, as resolved; null where it was not given. */
export interface ResolvedOptions {
  /** As it was typed. */
  readonly hashtag: string | null;
  /** ISO 8601 UTC: the first moment that counts, and the first that counts no more. */
  readonly since: string | null;
  readonly until: string | null;
  /** Column by field; of `object` a list where there are several. */
  readonly map: ColumnMap | null;
  /** Files of users, as named. */
  readonly users: readonly string[] | null;
  /** Zone of times that carry no time zone. */
  readonly assumeTz: string;
  /** Which way round dates such as 03/04/2021 are. */
  readonly dateOrder: DateOrder | null;
  /** Whether tables have no row with the names of their columns. */
  readonly noHeader: boolean;
  /** Sheet of a workbook, or table of a database, that holds the posts. */
  readonly sheet: string | null;
  /** Where in JSON the list of posts stands. */
  readonly records: string | null;
  /** Share of bad rows beyond which reading fails, 0 to 1. */
  readonly maxBadRows: number;
  readonly encoding: string | null;
  readonly seed: number;
  /** There where ids, handles, names and mentions are pseudonyms. */
  readonly pseudonymized?: true;
}

/** The kinds of values that options have; `option-kinds.ts` says what each is and how it is typed. */
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
  /** As it is typed: `--hashtag <tag>`. Absent where it cannot be typed. */
  readonly flag?: string;
  readonly help?: string;
}

/** In the order in which a result tells them. `default` holds where an option is not given. */
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
