/**
 * The loads of a store. Each attempt at a load has its own rows, a part. They count only after the load is recorded as
 * finished, so that the rows of an interrupted attempt are never visible.
 */

import type { Input } from '../../documents/result.js';
import { VERSION } from '../../documents/version.js';
import { TrendAuditError } from '../../errors.js';
import type { ResultOptions } from '../../options.js';
import type { Connection } from './connection.js';
import { RowBinaryWriter } from './row-binary-writer.js';
import { LOADS, LOADS_WRITTEN, POSTS, type StoreVersion, wholeTable } from './tables.js';

/** An input of a load, with the notes on the folder in which it was found. */
export interface LoadedInput extends Input {
  readonly folderNotes: readonly string[];
}

export interface Load {
  /** SHA-256, in hex digits, of the content and of the reading options. */
  readonly load: string;
  /** The number of the attempt: below 2⁵³. */
  readonly part: number;
  /** Seconds since 1970. */
  readonly recorded: number;
  readonly tool: string;
  readonly texts: boolean;
  /** Number of rows, including those with a repeated id. */
  readonly posts: number;
  readonly options: ResultOptions;
  readonly inputs: readonly LoadedInput[];
}

export interface Loads {
  /** One attempt for each load, sorted by the ids of loads. */
  readonly finished: readonly Load[];
  /** Attempts whose rows may be dropped: they were interrupted, or another attempt counts for the load. */
  readonly leftovers: readonly Pick<Load, 'load' | 'part'>[];
}

const STATES = { begun: 0, finished: 1, dropped: 2 } as const;

/** Reads which loads the store has, finished and unfinished. */
export async function readLoads(connection: Connection, version: StoreVersion): Promise<Loads> {
  const records = await connection.rows(
    `${LOADS_WRITTEN.join(', ')} FROM ${wholeTable(connection, LOADS, version)}`,
    (reader) => ({
      load: reader.text(),
      part: reader.uint64(),
      state: reader.uint8(),
      recorded: reader.uint32(),
      tool: reader.text(),
      texts: reader.uint8() === 1,
      posts: reader.uint64(),
      options: reader.text(),
      inputs: reader.text(),
    }),
  );
  const dropped = new Set(records.flatMap(({ state, part }) => (state === STATES.dropped ? [part] : [])));
  const chosen = new Map<string, (typeof records)[number]>();
  for (const record of records) {
    if (record.state !== STATES.finished || dropped.has(record.part)) continue;
    const known = chosen.get(record.load);
    // Of several finished attempts, one with texts, then the one with the smallest number, so that all readers choose
    // the same one.
    if (!known || (record.texts === known.texts ? record.part < known.part : record.texts))
      chosen.set(record.load, record);
  }
  const counted = new Set([...chosen.values()].map(({ part }) => part));
  const leftovers = new Map(
    records.flatMap(({ load, part }) => (counted.has(part) || dropped.has(part) ? [] : [[part, { load, part }]])),
  );
  return {
    finished: [...chosen.values()]
      .sort((a, b) => (a.load < b.load ? -1 : 1))
      .map(({ state: _state, options, inputs, ...record }) => ({
        ...record,
        options: JSON.parse(options),
        inputs: JSON.parse(inputs),
      })),
    leftovers: [...leftovers.values()],
  };
}

/** The loads that count. Throws TrendAuditError if there is none. */
export async function finishedLoads(connection: Connection, version: StoreVersion): Promise<readonly Load[]> {
  const { finished } = await readLoads(connection, version);
  if (finished.length > 0) return finished;
  throw new TrendAuditError('nothing-left', 'nothing is loaded', {
    file: connection.address.shown,
    hint: 'load files first: trend-audit load ADDRESS FILE…',
  });
}

/**
 * Throws TrendAuditError if one of the loads no longer counts: if it was dropped while it was read, the answer is
 * incomplete.
 */
export async function assertStillThere(
  loads: readonly Load[],
  connection: Connection,
  version: StoreVersion,
): Promise<void> {
  const still = new Set((await readLoads(connection, version)).finished.map(({ part }) => part));
  if (loads.every(({ part }) => still.has(part))) return;
  throw new TrendAuditError('changed', 'a load was dropped while the store was read', {
    file: connection.address.shown,
    hint: 'ask again',
  });
}

/** Records that a part of a load has begun; until it is recorded as finished, its posts do not count. */
export function recordBegun(connection: Connection, version: StoreVersion, load: string, part: number): Promise<void> {
  return writeRecord(connection, version, { load, part, state: STATES.begun });
}

/** Records that a load has finished, so that its posts count. */
export function recordFinished(
  connection: Connection,
  version: StoreVersion,
  load: Omit<Load, 'recorded' | 'tool'>,
): Promise<void> {
  return writeRecord(connection, version, { ...load, state: STATES.finished });
}

/** Marks an attempt permanently as dropped, and then drops its rows on every server. */
export async function dropPart(
  connections: readonly Connection[],
  version: StoreVersion,
  { load, part }: Pick<Load, 'load' | 'part'>,
): Promise<void> {
  const [first] = connections;
  if (!first) return;
  await writeRecord(first, version, { load, part, state: STATES.dropped });
  for (const connection of connections)
    await connection.command(`ALTER TABLE ${connection.table(POSTS)} DROP PARTITION ${part}`);
}

async function writeRecord(
  connection: Connection,
  version: StoreVersion,
  {
    load,
    part,
    state,
    texts = false,
    posts = 0,
    options = {},
    inputs = [],
  }: Pick<Load, 'load' | 'part'> & Partial<Load> & { readonly state: number },
): Promise<void> {
  const row = new RowBinaryWriter();
  row.text(load);
  row.uint64(part);
  row.uint8(state);
  row.uint32(Math.floor(Date.now() / 1000));
  row.text(VERSION);
  row.uint8(Number(texts));
  row.uint64(posts);
  row.text(JSON.stringify(options));
  row.text(JSON.stringify(inputs));
  await connection.insert(wholeTable(connection, LOADS, version), LOADS_WRITTEN, row.take());
}
