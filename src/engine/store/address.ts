/**
 * The address of a store: `clickhouse://HOST[:PORT][,HOST[:PORT]…]/DATABASE[?cluster=NAME]`, `clickhouses://` for TLS.
 */

import { TrendAuditError } from '../../errors.js';

export interface StoreServer {
  /** `host:port`, as it is shown. */
  readonly name: string;
  readonly url: string;
}

export interface StoreAddress {
  /** The first answers queries; tables are created, and rows are dropped, on all of them. */
  readonly servers: readonly [StoreServer, ...StoreServer[]];
  readonly database: string;
  /** The name in the servers' configuration; undefined for a single server, or if the store knows it already. */
  readonly cluster: string | undefined;
  /** As it was typed; it contains no secret. */
  readonly shown: string;
}

const SCHEME = /^clickhouses?:\/\//iu;
const EXAMPLE = 'clickhouse://localhost/posts';
const PORTS = { clickhouse: 8123, clickhouses: 8443 };

/** Whether an input is meant as the address of a store. */
export function isStoreAddress(input: unknown): input is string {
  return typeof input === 'string' && SCHEME.test(input);
}

/** Parses an address. Throws TrendAuditError, which never contains what may be a password. */
export function parseStoreAddress(typed: string): StoreAddress {
  const [, scheme = '', authority = '', path = '', search = ''] =
    /^(clickhouses?):\/\/([^/?#]*)(\/[^?#]*)?(\?[^#]*)?$/iu.exec(typed) ?? [];
  // Checked before any part of it is shown.
  if (typed.includes('@'))
    throw new TrendAuditError('usage', 'the address of a store must not contain a user or a password', {
      hint: `remove the part before @, and set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD`,
    });
  const secure = scheme.toLowerCase() === 'clickhouses';
  const servers = authority.split(',').map((each) => serverOf(each, secure, typed));
  const [first, ...others] = servers;
  const parameters = new URLSearchParams(search);
  const unknown = [...parameters.keys()].find((name) => name !== 'cluster');
  if (unknown !== undefined) throw invalid(typed, `has the unknown part ${unknown}`);
  const database = decoded(path.slice(1), typed);
  if (database === '' || first === undefined) throw invalid(typed, 'names no database');
  const cluster = parameters.get('cluster') ?? undefined;
  if (cluster === '') throw invalid(typed, 'names no cluster');
  return { servers: [first, ...others], database, cluster, shown: typed };
}

function serverOf(typed: string, secure: boolean, address: string): StoreServer {
  const [, host = '', digits] = /^(\[[0-9a-f:.]+\]|[^\s:[\]\\"'<>^`{|}%]+)(?::(\d{1,5}))?$/iu.exec(typed) ?? [];
  const port = Number(digits ?? (secure ? PORTS.clickhouses : PORTS.clickhouse));
  if (host === '' || port < 1 || port > 65_535) throw invalid(address, 'names no server');
  return { name: `${host}:${port}`, url: `${secure ? 'https' : 'http'}://${host}:${port}` };
}

function decoded(typed: string, address: string): string {
  try {
    return decodeURIComponent(typed);
  } catch {
    throw invalid(address, 'has a broken % in it');
  }
}

function invalid(address: string, what: string): TrendAuditError {
  return new TrendAuditError('usage', `the address ${address} ${what}`, { hint: `give one such as ${EXAMPLE}` });
}
