/** One server: queries and inserts, with the ClickHouse client, which is installed only for this. */

import type { BaseQueryParams, ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import { TrendAuditError } from '../../errors.js';
import { type StoreAddress, type StoreServer } from './address.js';
import { RowBinaryReader } from './row-binary-reader.js';
import { identifier } from './sql.js';
import { exceptionCode, notClickHouse, storeError } from './store-errors.js';

/** The user on a server; by default the user `default` without a password. */
export interface StoreAccess {
  readonly user?: string;
  readonly password?: string;
}

/** The oldest version that is supported: that of Debian. */
const OLDEST = [18, 16] as const;
/** Time limit for the first answer of a server, in milliseconds. */
const HELLO_MS = 10_000;
/** Time that a query may take without any answer, in milliseconds. */
const SILENT_MS = 600_000;
/** Length of a query that a server accepts by default, in bytes. */
const QUERY_BYTES = 200_000;
/** The first byte of each row: if a server fails midway, what it writes instead begins with another byte. */
const ROW_MARK = 1;
/** The code of the exception for a table that already exists. */
const EXISTS = 57;

/** A connection to a ClickHouse server: sends queries and reads rows in its binary format. */
export class Connection {
  readonly address: StoreAddress;
  readonly server: string;
  readonly #client: ClickHouseClient;
  readonly #signal: AbortSignal | undefined;

  private constructor(
    client: ClickHouseClient,
    address: StoreAddress,
    server: string,
    signal: AbortSignal | undefined,
  ) {
    this.#client = client;
    this.address = address;
    this.server = server;
    this.#signal = signal;
  }

  /** Throws TrendAuditError if the client is not installed, or if no suitable server answers. */
  static async open(
    address: StoreAddress,
    server: StoreServer,
    { user = 'default', password = '' }: StoreAccess,
    signal?: AbortSignal,
  ): Promise<Connection> {
    const { createClient, ClickHouseLogLevel } = await loadClient();
    const client = createClient({
      url: server.url,
      username: user,
      password,
      database: address.database,
      application: 'trend-audit',
      request_timeout: SILENT_MS,
      log: { level: ClickHouseLogLevel.OFF },
    });
    const connection = new Connection(client, address, server.name, signal);
    try {
      await connection.#hello();
    } catch (error) {
      await client.close();
      throw error;
    }
    return connection;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  /** The name of a table of the database, quoted for SQL. */
  table(name: string): string {
    return `${identifier(this.address.database)}.${identifier(name)}`;
  }

  /** Runs a statement that returns nothing. */
  async command(sql: string): Promise<void> {
    await this.#asking(() => this.#client.command({ query: sql, ...this.#settings(sql) }));
  }

  /** Creates something that must exist only once; returns false if it already existed. */
  async create(sql: string): Promise<boolean> {
    try {
      await this.#client.command({ query: sql, ...this.#settings(sql) });
      return true;
    } catch (error) {
      if (exceptionCode(error) === EXISTS) return false;
      throw this.#error(error);
    }
  }

  /**
   * The rows of a query, in groups as they arrive.
   * @param sql the part after SELECT
   * @param pass skips one row
   */
  async *select<Row>(
    sql: string,
    pass: (reader: RowBinaryReader) => void,
    read: (reader: RowBinaryReader) => Row,
  ): AsyncGenerator<readonly Row[]> {
    const query = `SELECT toUInt8(${ROW_MARK}), ${sql} FORMAT RowBinary`;
    const { stream } = await this.#asking(() => this.#client.exec({ query, ...this.#settings(query) }));
    const reader = new RowBinaryReader();
    const passRow = (from: RowBinaryReader): void => {
      from.skip(1);
      pass(from);
    };
    try {
      for await (const chunk of stream) {
        reader.push(asBytes(chunk));
        const rows: Row[] = [];
        while (reader.next === ROW_MARK && reader.holds(passRow)) {
          reader.skip(1);
          rows.push(read(reader));
        }
        yield rows;
      }
    } catch (error) {
      throw this.#error(error);
    } finally {
      stream.destroy();
    }
    if (reader.left.length > 0) throw this.#error(new Error(reader.left.toString()));
  }

  /** All rows of a query that has few of them. */
  async rows<Row>(sql: string, read: (reader: RowBinaryReader) => Row): Promise<Row[]> {
    const found: Row[] = [];
    for await (const rows of this.select(sql, read, read)) found.push(...rows);
    return found;
  }

  /** Inserts rows in RowBinary format. Resolves when every server that must store them has them. */
  async insert(table: string, columns: readonly string[], rows: Buffer): Promise<void> {
    const { Readable } = await import('node:stream');
    await this.#asking(async () => {
      const { stream } = await this.#client.exec({
        query: `INSERT INTO ${table} (${columns.join(', ')}) FORMAT RowBinary`,
        values: Readable.from([rows], { objectMode: false }),
        ...this.#settings('', { insert_distributed_sync: 1 }),
      });
      for await (const _ of stream);
    });
  }

  async #hello(): Promise<void> {
    const said = await this.#asking(async () => {
      const { stream } = await this.#client.exec({
        query: 'SELECT version() FORMAT TabSeparated',
        abort_signal: AbortSignal.any([AbortSignal.timeout(HELLO_MS), ...(this.#signal ? [this.#signal] : [])]),
      });
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream) chunks.push(asBytes(chunk));
      return Buffer.concat(chunks).toString();
    }, true);
    const [, major, minor] = /^(\d{1,4})\.(\d{1,6})\.[\w.+-]+\s*$/u.exec(said) ?? [];
    if (major === undefined || minor === undefined) throw this.#said(notClickHouse(this.server));
    const [first, second] = OLDEST;
    if (Number(major) > first || (Number(major) === first && Number(minor) >= second)) return;
    throw this.#said([
      'not-readable',
      `${this.server} is ClickHouse ${said.trim()}, which is too old`,
      `update it to ${OLDEST.join('.')} or later`,
    ]);
  }

  #settings(
    query: string,
    more: ClickHouseSettings = {},
  ): Pick<BaseQueryParams, 'clickhouse_settings' | 'abort_signal'> {
    // Users who may only read may not change settings, so nothing is set without need.
    const settings: ClickHouseSettings = {
      ...more,
      ...(query.length > QUERY_BYTES ? { max_query_size: String(2 * Buffer.byteLength(query)) } : {}),
    };
    return {
      ...(Object.keys(settings).length > 0 ? { clickhouse_settings: settings } : {}),
      ...(this.#signal ? { abort_signal: this.#signal } : {}),
    };
  }

  /** @param first whether it is not yet known that a ClickHouse server answers */
  async #asking<T>(ask: () => Promise<T>, first = false): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      this.#signal?.throwIfAborted();
      const told = this.#error(error);
      if (first && told === error) throw this.#said(notClickHouse(this.server));
      throw told;
    }
  }

  #error(error: unknown): unknown {
    this.#signal?.throwIfAborted();
    return storeError(error, this);
  }

  #said([code, message, hint]: ReturnType<typeof notClickHouse>): TrendAuditError {
    return new TrendAuditError(code, message, { hint, file: this.address.shown });
  }
}

function asBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  return Buffer.from(String(chunk));
}

async function loadClient(): Promise<typeof import('@clickhouse/client')> {
  try {
    return await import('@clickhouse/client');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new TrendAuditError('usage', 'the client of ClickHouse, which a store needs, is not installed', {
      hint: 'install it next to trend-audit: npm install @clickhouse/client',
    });
  }
}
