/** A store that is open: a connection to each server of its address, and what it says of itself. */

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
 * Opens a store, and makes it where there is none and `make` is set. Throws TrendAuditError for what a user can mend.
 * @param servers `all` that the address names, or the `first` alone, which is enough to ask
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
