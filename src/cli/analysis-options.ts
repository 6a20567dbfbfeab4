/** Options that several commands share, each defined once: how a dump is read, which posts count, how a result is shown. */

import type { Command } from 'commander';
import { TrendAuditError } from '../errors.js';
import type { AnalyzeOptions } from '../options.js';
import { collectFile, collectMapping, parseBytes, parseCount, parseHashtag, parseShare } from './arguments.js';
import { useColor } from './color.js';
import { parseZone, parseSince, parseUntil } from './date-options.js';
import type { Invocation } from './invocation.js';
import { pageWidth } from './page-width.js';

export interface ReadingFlags {
  readonly map?: Record<string, string>;
  readonly assumeTz?: string;
  readonly maxBadRows?: number;
  readonly encoding?: string;
  readonly maxBytes?: number;
}

export interface AnalysisFlags extends ReadingFlags {
  readonly hashtag?: string;
  readonly users?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly seed: number;
  readonly workers?: number;
}

export interface OutputFlags {
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color?: boolean;
  readonly plain?: true;
}

export function addReadingOptions(command: Command): Command {
  return command
    .option('--map <field=column>', 'which column holds a field, over any guess; repeatable', collectMapping)
    .option('--assume-tz <zone>', 'time zone of times that name none (default: UTC)', parseZone)
    .option('--max-bad-rows <share>', 'give up when more rows than this cannot be read (default: 10%)', parseShare)
    .option('--encoding <name>', 'encoding of the text, over any guess, such as windows-1251 or koi8-r')
    .option(
      '--max-bytes <size>',
      'stop when more comes out of a packed file, such as 20G (default: 100 times its size, at least 64M)',
      parseBytes,
    );
}

/** Every option that changes the result of an analysis. */
export function addAnalysisOptions(command: Command): Command {
  command
    .option('--hashtag <tag>', 'only posts with this hashtag (with or without #, any case)', parseHashtag)
    .option('--since <date>', 'only posts from this date or time on')
    .option('--users <file>', 'profiles of the accounts (CSV or JSON), joined by id or handle; repeatable', collectFile)
    .option('--until <date>', 'only posts up to this date, that day included, or before this time');
  addReadingOptions(command).option(
    '--workers <n>',
    'threads that read a large table; the result is the same with any number (default: one a core)',
    parseCount,
  );
  return command.option('--seed <n>', 'seed of everything that is drawn at random', parseCount, 1);
}

export function addOutputOptions(command: Command): Command {
  return command
    .option('--quiet', 'only the result: no progress, no warnings')
    .option('--verbose', 'also how each file was read, how long it took, and where an internal error happened')
    .option('--color', 'colour, even into a pipe')
    .option('--no-color', 'no colour, even in a terminal')
    .option('--plain', 'for screen readers and awk: rows with tabs, nothing drawn, wrapped, cut or coloured')
    .helpOption('-h, --help', 'print this help');
}

export function readingOptions({
  map,
  assumeTz,
  maxBadRows,
  encoding,
  maxBytes,
}: ReadingFlags): Pick<AnalyzeOptions, 'map' | 'assumeTz' | 'maxBadRows' | 'encoding' | 'maxBytes'> {
  return {
    ...(map === undefined ? {} : { map }),
    ...(assumeTz === undefined ? {} : { assumeTz }),
    ...(maxBadRows === undefined ? {} : { maxBadRows }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  };
}

/** The options that change the result, as the analysis wants them. */
export function analysisOptions({ hashtag, seed, users, workers, ...flags }: AnalysisFlags): AnalyzeOptions {
  const zone = flags.assumeTz ?? 'UTC';
  const [from, to] = [
    flags.since === undefined ? undefined : parseSince(flags.since, zone),
    flags.until === undefined ? undefined : parseUntil(flags.until, zone),
  ];
  if (from !== undefined && to !== undefined && from >= to) {
    throw new TrendAuditError('usage', 'the time span is empty: --since is not before --until', {
      hint: 'swap them, or give only one',
    });
  }
  return {
    seed,
    ...(hashtag === undefined ? {} : { hashtag }),
    ...(users === undefined ? {} : { users }),
    ...(workers === undefined ? {} : { workers }),
    ...(from === undefined ? {} : { since: from }),
    ...(to === undefined ? {} : { until: to }),
    ...readingOptions(flags),
  };
}

/** How wide the page on standard output is, and whether it has colours. */
export function pageOptions(
  { color, plain }: OutputFlags,
  { io: { stdout, env } }: Invocation,
): {
  readonly width: number;
  readonly color: boolean;
  readonly plain: boolean;
} {
  return {
    width: pageWidth(stdout.isTTY ? stdout.columns : undefined, env),
    color: useColor(color, env, stdout.isTTY === true),
    plain: plain === true,
  };
}
