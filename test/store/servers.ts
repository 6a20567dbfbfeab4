/** Servers of ClickHouse on this machine's own loopback, for the tests of the store: started here, each with folders of its own. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = 'clickhouse-server';
const CLUSTER = 'two';

/** Whether there is a server to start: Debian's package `clickhouse-server` has one. */
export const hasClickHouse = !spawnSync(PROGRAM, ['--version']).error;

export interface Server {
  readonly http: number;
  readonly tcp: number;
  /** Ends it at once, as a power cut does. */
  readonly kill: () => Promise<void>;
}

export interface Cluster {
  readonly servers: readonly [Server, Server];
  /** The address of a store over both servers, in a database of its own that is made for it. */
  readonly newStore: () => Promise<string>;
  /** The same of one server. */
  readonly newSingleStore: () => Promise<string>;
  /** What a statement gives, of one server, as text. */
  readonly ask: (server: Server, sql: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts two servers that know each other as two shards. */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'trend-audit-store-'));
  const ports = await freePorts(6);
  const [first, second] = [ports.slice(0, 3), ports.slice(3)].map(([http = 0, tcp = 0, between = 0], n) => ({
    http,
    tcp,
    between,
    folder: join(folder, String(n)),
  }));
  if (!first || !second) throw new Error('two servers were meant');
  const shards = [first, second].map(({ tcp }) => tcp);
  const started = [first, second].map((each) => start(each, shards));
  const stop = async (): Promise<void> => {
    await Promise.all(started.map(({ kill }) => kill()));
    rmSync(folder, { recursive: true, force: true });
  };
  const [one, two] = started;
  if (!one || !two) throw new Error('two servers were meant');
  try {
    await Promise.all(started.map(({ http }) => answering(http)));
  } catch (error) {
    await stop();
    throw error;
  }
  let made = 0;
  return {
    servers: [one, two],
    newStore: async () => {
      const name = `store_${made++}`;
      for (const server of started) await ask(server, `CREATE DATABASE ${name}`);
      return `clickhouse://127.0.0.1:${one.http},127.0.0.1:${two.http}/${name}?cluster=${CLUSTER}`;
    },
    newSingleStore: async () => {
      const name = `store_${made++}`;
      await ask(one, `CREATE DATABASE ${name}`);
      return `clickhouse://127.0.0.1:${one.http}/${name}`;
    },
    ask,
    stop,
  };
}

async function ask({ http }: Server, sql: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${http}/`, { method: 'POST', body: sql });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

interface Place {
  readonly http: number;
  readonly tcp: number;
  readonly between: number;
  readonly folder: string;
}

function start({ http, tcp, between, folder }: Place, shards: readonly number[]): Server {
  for (const name of ['data', 'tmp', 'formats']) mkdirSync(join(folder, name), { recursive: true });
  const users = join(folder, 'users.xml');
  const config = join(folder, 'config.xml');
  writeFileSync(
    users,
    `<yandex><profiles><default><max_threads>2</max_threads></default></profiles>
<users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
<quotas><default></default></quotas></yandex>`,
  );
  writeFileSync(
    config,
    `<yandex><logger><level>none</level></logger>
<path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><format_schema_path>${folder}/formats/</format_schema_path>
<http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${between}</interserver_http_port>
<listen_host>127.0.0.1</listen_host><users_config>${users}</users_config>
<default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>67108864</mark_cache_size>
<remote_servers><${CLUSTER}>${shards.map((port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`).join('')}</${CLUSTER}></remote_servers>
</yandex>`,
  );
  const server = spawn(PROGRAM, [`--config-file=${config}`], { cwd: folder, stdio: 'ignore' });
  const end = (): void => void server.kill('SIGKILL');
  process.once('exit', end);
  return {
    http,
    tcp,
    kill: async () => {
      process.off('exit', end);
      await ended(server);
    },
  };
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}

async function answering(http: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`http://127.0.0.1:${http}/ping`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no server answers at port ${http}`);
}

async function freePorts(count: number): Promise<number[]> {
  const listening = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  return Promise.all(
    listening.map(async (server) => {
      const address = server.address();
      server.close();
      await once(server, 'close');
      return typeof address === 'object' && address !== null ? address.port : 0;
    }),
  );
}
