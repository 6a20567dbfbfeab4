/** An open store: connections to the servers of its address, and its version. */

import { TrendAuditError } from '../../errors.js';
import type { AnalyzeOptions } from '../../options.js';
import { parseStoreAddress, type StoreAddress } from './address.js';
import { Connection } from './connection.js';
import { ensureStore, readVersion, type StoreVersion } from './tables.js';

export interface OpenStore {
  readonly address: StoreAddress;
  /** The first answers queries. */
  readonly connections: readonly [Connection, ...Connection[]];
  readonly version: StoreVersion;
  readonly close: () => Promise<void>;
}

/**
 * Opens a store; creates it if there is none and `make` is set. Throws TrendAuditError for errors that a user can fix.
 * @param servers `all` servers of the address, or only the `first`, which is enough for queries
 */
export async function openStore(
  typed: string,
  { storeAccess = {}, signal }: Pick<AnalyzeOptions, 'storeAccess' | 'signal'>,
  { servers, make = false }: { readonly servers: 'first' | 'all'; readonly make?: boolean },
): Promise<OpenStore> {
  const address = parseStoreAddress(typed);
  const [first, ...others] = address.servers;
  const opened: Connection[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(opened.splice(0).map((connection) => connection.close()));
  };
  try {
    const connection = await Connection.open(address, first, storeAccess, signal);
    opened.push(connection);
    for (const server of servers === 'all' ? others : [])
      opened.push(await Connection.open(address, server, storeAccess, signal));
    const version = make ? await ensureStore(address, opened) : await readVersion(connection);
    if (version === undefined)
      throw new TrendAuditError('not-found', `the database ${address.database} on ${first.name} holds no store`, {
        file: typed,
        hint: 'load files into it first: trend-audit load ADDRESS FILE…',
      });
    const [, ...rest] = opened;
    return { address, connections: [connection, ...rest], version, close };
  } catch (error) {
    await close();
    throw error;
  }
}
