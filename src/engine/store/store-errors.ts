/**
 * Errors of servers and of the network, as errors that a user can fix: one line each, with the next step, and without
 * secrets.
 */

import { TrendAuditError } from '../../errors.js';
import type { StoreAddress } from './address.js';

/** Where something failed. */
export interface Asked {
  readonly address: StoreAddress;
  /** `host:port` of the server that was queried. */
  readonly server: string;
}

type Said = readonly [code: TrendAuditError['code'], message: string, hint: string];

/** Maximum number of characters shown of a server's message for which there is no better text. */
const SHOWN = 200;

/**
 * The error to show for what a query threw; an error that is not from a server or the network is returned unchanged.
 */
export function storeError(error: unknown, asked: Asked): unknown {
  if (!(error instanceof Error) || error instanceof TrendAuditError || error.name === 'AbortError') return error;
  const [code, message, hint] = ofServer(error, asked) ?? ofNetwork(error, asked) ?? [];
  return code === undefined || message === undefined || hint === undefined
    ? error
    : new TrendAuditError(code, message, { hint, file: asked.address.shown });
}

/** The code of a server's exception; undefined if the error is not one. Old servers have it only in the text. */
export function exceptionCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, inText] = /Code: (\d+)[.,]/u.exec(error.message) ?? [];
  const code = 'code' in error && typeof error.code === 'string' && /^\d+$/u.test(error.code) ? error.code : inText;
  return code === undefined ? undefined : Number(code);
}

function ofServer(error: Error, { address, server }: Asked): Said | undefined {
  const code = exceptionCode(error);
  if (/No space left on device|errno: 28\b/u.test(error.message) || code === 243)
    return [
      'not-writable',
      `the disk of ${otherServer(error.message) ?? server} is full`,
      'make room there, and load again: the rows of an unfinished load are ignored and removed',
    ];
  if (/while \w+ packet (?:from|to) /u.test(error.message)) return silent(otherServer(error.message));
  switch (code) {
    case undefined:
      return undefined;
    case 81:
      return [
        'not-found',
        `there is no database ${address.database} on ${server}`,
        `make it with CREATE DATABASE ${address.database} on every server, or check the name`,
      ];
    case 60:
      return [
        'not-found',
        `the database ${address.database} holds no posts, or not on every server`,
        'load some first: trend-audit load ADDRESS FILE…',
      ];
    case 192:
    case 193:
    case 194:
    case 516:
      return [
        'not-readable',
        `${server} refused the login: wrong user or password`,
        'set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD',
      ];
    case 497:
    case 164:
      return [
        'not-readable',
        `${server} does not let this user do that`,
        'ask for the right to read the database, and to create, insert and alter in it for loading',
      ];
    case 279:
    case 210:
    case 209:
      return silent(otherServer(error.message));
    case 170:
      return [
        'usage',
        `${server} knows no cluster ${address.cluster ?? 'of that name'}`,
        "check ?cluster=NAME against the server's remote_servers",
      ];
    case 241:
      return [
        'out-of-memory',
        `${server} ran out of memory`,
        'select less with --hashtag, --since and --until, or give the server more',
      ];
    case 252:
      return [
        'not-writable',
        `${server} has too many parts to merge`,
        'wait until it has merged them, and begin again',
      ];
    default:
      return ['not-readable', `${server} refused: ${plain(error.message)}`, 'see the log of the server'];
  }
}

function ofNetwork(error: Error, { server }: Asked): Said | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  switch (code) {
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return [
        'not-readable',
        `${server} does not answer (${code})`,
        'check host and port (8123, with TLS 8443), and that the server runs',
      ];
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return ['not-found', `there is no host ${server.replace(/:\d+$/u, '')}`, 'check the name'];
    case 'ECONNRESET':
    case 'EPIPE':
      return [
        'not-readable',
        `${server} closed the connection`,
        'check that it runs and serves HTTP on this port, then try again',
      ];
  }
  if (/timeout/iu.test(error.message) || error.name === 'TimeoutError')
    return [
      'not-readable',
      `${server} gives no answer`,
      'check host and port (8123, with TLS 8443), and that the server runs',
    ];
  if (/^(?:ERR_SSL|ERR_TLS|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO|EPROTO)/u.test(code))
    return [
      'not-readable',
      `${server} cannot be reached by TLS (${code})`,
      'check its certificate and the port (8443); for one of your own, NODE_EXTRA_CA_CERTS; without TLS, clickhouse://',
    ];
  if (code.startsWith('HPE_')) return notClickHouse(server);
  return undefined;
}

/** If a server does not answer, there is no result: a part of it could be mistaken for the whole. */
function silent(server = 'a server of the cluster'): Said {
  return [
    'not-readable',
    `${server} does not answer, and without it the answer would be incomplete`,
    'start it, then try again',
  ];
}

/** For an answer that is not from a ClickHouse server. */
export function notClickHouse(server: string): Said {
  return [
    'not-readable',
    `what answers at ${server} is not ClickHouse's HTTP interface`,
    'check host and port (8123, with TLS 8443)',
  ];
}

/**
 * The server that is named in another server's message: one that it could not reach, that closed the connection, or
 * that failed itself.
 */
function otherServer(message: string): string | undefined {
  const [, named, inBrackets] =
    /(?:Received from|packet (?:from|to)) ([^\s,()]+:\d{1,5})\b|\(([^()\s,]+:\d{1,5})(?:, [^)]*)?\)/u.exec(message) ??
    [];
  return named ?? inBrackets;
}

/** The first line of a message, without what servers add around it. */
function plain(message: string): string {
  const text = message
    .replace(/^.*?DB::(?:Net|Errno)?Exception: /su, '')
    .replace(/,? ?e\.what\(\) = .*$/su, '')
    .split('\n')[0];
  return (text ?? '').slice(0, SHOWN);
}
