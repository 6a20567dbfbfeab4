/** The tables of a store, its format, and the key of its hashes. */

import { webcrypto } from 'node:crypto';
import { TrendAuditError } from '../../errors.js';
import { KEY_WORDS } from '../../text/keyed-hash.js';
import type { StoreAddress } from './address.js';
import type { Connection } from './connection.js';
import { TABLE_COLUMNS } from './post-columns.js';
import { identifier, literal } from './sql.js';

/**
 * The format of what is stored: tables, and everything that hashes depend on (the keyed hash, how texts are normalised
 * and divided into words, canonical links and targets, folded hashtags). Must be increased whenever one of them
 * changes.
 */
export const STORE_FORMAT = 1;

/** The properties that a store records about itself. */
export interface StoreVersion {
  readonly key: Uint32Array;
  /** Undefined for a single server. */
  readonly cluster: string | undefined;
}

/**
 * The name of a view of constants. It is created atomically, so that loaders that begin at the same time have the same
 * key.
 */
const VERSION = 'store_version';
export const POSTS = 'posts';
export const LOADS = 'loads';

const LOADS_COLUMNS = {
  load: 'String',
  part: 'UInt64',
  state: 'UInt8',
  recorded: 'UInt32',
  tool: 'String',
  texts: 'UInt8',
  posts: 'UInt64',
  options: 'String',
  inputs: 'String',
} as const;
export const LOADS_WRITTEN: readonly string[] = Object.keys(LOADS_COLUMNS);

/** The table for queries and inserts: over all servers of a cluster, if there is one. */
export function wholeTable(connection: Connection, table: string, { cluster }: Pick<StoreVersion, 'cluster'>): string {
  return connection.table(cluster === undefined ? table : `${table}_all`);
}

/**
 * Reads the format, key and cluster of a store; undefined if there is no store. Throws TrendAuditError if it has
 * another format.
 */
export async function readVersion(connection: Connection): Promise<StoreVersion | undefined> {
  const { address, server } = connection;
  const names = await connection.rows(
    `name FROM system.tables WHERE database = ${literal(address.database)}`,
    (reader) => reader.text(),
  );
  // If there is no store, the database itself may be missing: then this throws.
  if (!names.includes(VERSION)) {
    await assertDatabase(connection);
    return undefined;
  }
  const [stated] = await connection.rows(`format, hash_key, cluster FROM ${connection.table(VERSION)}`, (reader) => ({
    format: reader.uint32(),
    key: reader.text(),
    cluster: reader.text(),
  }));
  const refused = (what: string): TrendAuditError =>
    new TrendAuditError('not-readable', `the store on ${server} ${what}`, {
      file: address.shown,
      hint: 'load the files into a new database with this version, or use the version that created it',
    });
  if (stated?.format !== STORE_FORMAT)
    throw refused(`is of format ${stated?.format ?? 'unknown'}, and this version of trend-audit reads ${STORE_FORMAT}`);
  const bytes = Buffer.from(stated.key, 'hex');
  if (bytes.length !== 4 * KEY_WORDS) throw refused('has a damaged hash key');
  const key = Uint32Array.from({ length: KEY_WORDS }, (_, k) => bytes.readUInt32LE(4 * k));
  const cluster = stated.cluster === '' ? undefined : stated.cluster;
  if (address.cluster !== undefined && address.cluster !== cluster)
    throw new TrendAuditError(
      'usage',
      `the store on ${server} is ${cluster === undefined ? 'of one server' : `on the cluster ${cluster}`}, not on ${address.cluster}`,
      {
        file: address.shown,
        hint: 'leave out ?cluster=: the store knows it',
      },
    );
  return { key, cluster };
}

/**
 * Creates the store if there is none. All servers of a cluster must be named, because tables are created on each one
 * separately.
 * @param connections one to each server of the address, in its order
 */
export async function ensureStore(address: StoreAddress, connections: readonly Connection[]): Promise<StoreVersion> {
  // Every loader creates it on the same server first, independently of the order of the names.
  const [first, ...others] = connections.toSorted((a, b) => (a.server < b.server ? -1 : 1));
  if (!first) throw new Error('a store has at least one server');
  let version = await readVersion(first);
  if (version === undefined) {
    await assertAllNamed(address, connections);
    const key = Buffer.from(webcrypto.getRandomValues(new Uint8Array(4 * KEY_WORDS)).buffer).toString('hex');
    await makeTables(first, address.cluster);
    await first.create(versionView(first, key, address.cluster));
    version = await readVersion(first);
    if (version === undefined) throw new Error('a store was made and is not there');
  }
  const key = Buffer.from(version.key.buffer).toString('hex');
  for (const other of others) {
    const known = await readVersion(other);
    if (known === undefined) {
      await makeTables(other, version.cluster);
      await other.create(versionView(other, key, version.cluster));
      continue;
    }
    if (Buffer.from(known.key.buffer).toString('hex') !== key)
      throw new TrendAuditError(
        'not-readable',
        `${first.server} and ${other.server} hold two stores, with a key each`,
        {
          file: address.shown,
          hint: 'name the servers of one store, or drop the database on the one that was added',
        },
      );
  }
  return version;
}

/** Throws TrendAuditError if a server of the cluster is not named. */
export async function assertAllNamed(
  address: StoreAddress,
  [connection]: readonly Connection[],
  cluster = address.cluster,
): Promise<void> {
  if (!connection || cluster === undefined) {
    if (address.servers.length > 1)
      throw new TrendAuditError('usage', 'several servers are named, and no cluster', {
        file: address.shown,
        hint: 'name the cluster that they form, as in clickhouse://a,b/DATABASE?cluster=NAME',
      });
    return;
  }
  const servers = await connection.rows(
    `concat(host_name, ':', toString(port)) FROM system.clusters WHERE cluster = ${literal(cluster)}`,
    (reader) => reader.text(),
  );
  if (servers.length === 0)
    throw new TrendAuditError('usage', `${connection.server} knows no cluster ${cluster}`, {
      file: address.shown,
      hint: "check ?cluster=NAME against the server's remote_servers",
    });
  if (servers.length === address.servers.length) return;
  throw new TrendAuditError(
    'usage',
    `the cluster ${cluster} has ${servers.length} servers (${servers.join(', ')}), and the address names ${address.servers.length}`,
    { file: address.shown, hint: 'name all of them: clickhouse://a,b/DATABASE. Each stores its own rows' },
  );
}

async function assertDatabase(connection: Connection): Promise<void> {
  const { address, server } = connection;
  const found = await connection.rows(
    `name FROM system.databases WHERE name = ${literal(address.database)}`,
    (reader) => reader.text(),
  );
  if (found.length === 0)
    throw new TrendAuditError('not-found', `there is no database ${address.database} on ${server}`, {
      file: address.shown,
      hint: 'make it with CREATE DATABASE on every server, or check the name',
    });
}

function versionView(connection: Connection, key: string, cluster = ''): string {
  return `CREATE VIEW ${connection.table(VERSION)} AS SELECT toUInt32(${STORE_FORMAT}) AS format, ${literal(key)} AS hash_key, ${literal(cluster)} AS cluster`;
}

async function makeTables(connection: Connection, cluster: string | undefined): Promise<void> {
  const tables = [
    [POSTS, columnList(TABLE_COLUMNS), 'MergeTree PARTITION BY part ORDER BY (time, account)', 'cityHash64(account)'],
    [LOADS, columnList(LOADS_COLUMNS), 'MergeTree ORDER BY (load, part, state)', 'cityHash64(load)'],
  ] as const;
  for (const [name, listed, engine, shard] of tables) {
    await connection.create(`CREATE TABLE ${connection.table(name)} (${listed}) ENGINE = ${engine}`);
    if (cluster === undefined) continue;
    await connection.create(
      `CREATE TABLE ${connection.table(`${name}_all`)} (${listed}) ENGINE = Distributed(${[cluster, connection.address.database, name].map(identifier).join(', ')}, ${shard})`,
    );
  }
}

function columnList(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
}
