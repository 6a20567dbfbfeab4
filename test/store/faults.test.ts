import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.js';
import { COMMAND, trendAudit, type Ran } from '../cli/run.js';
import { SMALL_DUMP } from '../fixture-cases.js';
import { csvOf, filesOf, rows } from './dumps.js';
import { type Cluster, hasClickHouse, startCluster } from './servers.js';

const PASSWORD = 'hunter2-of-nobody';

/** A run that is to end with one line of an error, which it gives. */
function errorOf({ code, stdout, stderr }: Ran): string {
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^trend-audit: [^\n]+\n$/u);
  expect(stderr).not.toContain(PASSWORD);
  expect(stderr).not.toContain('internal error');
  return stderr;
}

/** An exception as old servers write it. */
function exception(code: number, text: string): string {
  return `Code: ${code}, e.displayText() = DB::Exception: ${text}, e.what() = DB::Exception\n`;
}

/** A short text in RowBinary. */
function binary(value: string): Buffer {
  return Buffer.concat([Buffer.from([value.length]), Buffer.from(value)]);
}

async function ask(store: string, env: Record<string, string> = {}): Promise<string> {
  return errorOf(await trendAudit(['analyze', '--from', store], { env }));
}

describe('what answers is not what was meant', () => {
  const servers: HttpServer[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** The address of a server that says so to queries that hold these words, one of them after another. */
  async function saying(
    ...answers: readonly (readonly [words: string, status: number, text: string | Buffer])[]
  ): Promise<string> {
    const server = createServer(async (request, response) => {
      let query = decodeURIComponent(request.url ?? '');
      for await (const chunk of request) query += String(chunk);
      const [, status = 500, text = 'unexpected'] = answers.find(([words]) => query.includes(words)) ?? [];
      response.writeHead(status).end(text);
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const address = server.address();
    return `clickhouse://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/posts`;
  }

  it('a server that is too old', async () => {
    expect(await ask(await saying(['version()', 200, '1.1.54388\n']))).toMatch(
      /ClickHouse 1\.1\.54388, which is too old\. Update it to 18\.16/u,
    );
  });

  it('no server of ClickHouse', async () => {
    expect(await ask(await saying(['', 200, '<html>Welcome</html>']))).toContain('is not ClickHouse');
    expect(await ask(await saying(['', 404, 'not found']))).toContain('is not ClickHouse');
    expect(await ask('clickhouse://127.0.0.1:1/posts')).toMatch(/127\.0\.0\.1:1 does not answer \(ECONNREFUSED\)/u);
    expect(await ask('clickhouse://no-such-host.invalid/posts')).toContain('there is no host no-such-host.invalid');
  });

  it('a password that is wrong, in the words of old servers and of new ones', async () => {
    for (const [code, text] of [
      [193, 'Wrong password for user default'],
      [516, `default: Authentication failed: password is incorrect`],
    ] as const) {
      const store = await saying(['version()', 403, exception(code, text)]);
      const said = await ask(store, { CLICKHOUSE_USER: 'somebody', CLICKHOUSE_PASSWORD: PASSWORD });
      expect(said).toContain('wrong user or password. Set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD');
    }
  });

  it('a disk that is full on a shard, while it is loaded into', async () => {
    const store = await saying(
      ['version()', 200, '24.8.1.1\n'],
      ['system.tables', 200, Buffer.concat([Buffer.from([1]), binary('store_version')])],
      ['FORMAT RowBinary', 200, ''],
    );
    const full = await saying(
      ['version()', 200, '24.8.1.1\n'],
      ['system.tables', 200, Buffer.concat([Buffer.from([1]), binary('store_version')])],
      ['hash_key', 200, Buffer.concat([Buffer.from([1, 1, 0, 0, 0]), binary('0'.repeat(32)), binary('two')])],
      [
        'posts_all',
        500,
        exception(243, 'Received from 10.0.0.7:9000. DB::Exception: Cannot reserve 1.00 MiB, not enough space'),
      ],
      ['INSERT', 200, ''],
      ['', 200, ''],
    );
    expect(await ask(store)).toContain('is of format unknown');
    const said = errorOf(await trendAudit(['load', full, SMALL_DUMP, '--quiet']));
    expect(said).toMatch(/the disk of 10\.0\.0\.7:9000 is full\. Make room there/u);
  });

  it('a store of another format', async () => {
    const store = await saying(
      ['version()', 200, '24.8.1.1\n'],
      ['system.tables', 200, Buffer.concat([Buffer.from([1]), binary('store_version')])],
      ['hash_key', 200, Buffer.concat([Buffer.from([1, 99, 0, 0, 0]), binary('0'.repeat(32)), binary('')])],
    );
    expect(await ask(store)).toMatch(/is of format 99, and this version of trend-audit reads \d+/u);
  });

  it.each([
    [279, 'All connection tries failed. Log: Connection refused (10.0.0.9:9000)'],
    [33, 'Cannot read all data. Bytes read: 4. Bytes expected: 5.: while receiving packet from 10.0.0.9:9000'],
  ])('an answer that breaks off with an exception is no answer: %i', async (code, text) => {
    const begun = Buffer.concat([Buffer.from([1, 1]), Buffer.from('x'), Buffer.from(exception(code, text))]);
    const store = await saying(['version()', 200, '24.8.1.1\n'], ['system.tables', 200, begun]);
    expect(await ask(store)).toContain('10.0.0.9:9000 does not answer, and without it');
  });

  it.each([
    ['a password in it', `clickhouse://somebody:${PASSWORD}@localhost/posts`, 'must not contain a user or a password'],
    ['no database', 'clickhouse://localhost', 'names no database'],
    ['no server', 'clickhouse:///posts', 'names no server'],
    ['something unknown', 'clickhouse://localhost/posts?password=1', 'has the unknown part password'],
    ['a server that cannot be one', 'clickhouse://a b/posts', 'names no server'],
  ])('an address with %s', async (_, address, said) => {
    expect(await ask(address)).toContain(said);
    expect(errorOf(await trendAudit(['load', address, SMALL_DUMP]))).toContain(said);
  });

  it('an address where none was asked for is no file, and nobody is asked', async () => {
    const store = await saying(['', 200, '24.8.1.1\n']);
    const [server] = servers;
    let asked = 0;
    server?.on('connection', () => asked++);
    const [config = ''] = filesOf({
      'trend-audit.config.json': JSON.stringify({
        datasets: [{ name: 'a', files: store, expect: { coordinated: 0 } }],
      }),
    });
    const env = { CLICKHOUSE_PASSWORD: PASSWORD };
    const checked = await trendAudit(['check', '--config', config], { env });
    expect([checked.code, checked.stdout + checked.stderr]).toEqual([2, expect.not.stringContaining(PASSWORD)]);
    expect(errorOf(await trendAudit(['analyze', store], { env }))).toContain('Ask a store with --from');
    for (const args of [[], ['analyze'], ['explain', 'somebody'], ['check']]) {
      const secret = `clickhouse://somebody:${PASSWORD}@localhost/posts`;
      expect(errorOf(await trendAudit([...args, secret]))).not.toContain('somebody:');
    }
    await expect(analyze([store])).rejects.toThrow('is the address of a store, not a file');
    expect(asked).toBe(0);
  });

  it('files beside the store, or options of reading', async () => {
    expect(errorOf(await trendAudit(['analyze', SMALL_DUMP, '--from', 'clickhouse://localhost/posts']))).toContain(
      'both given',
    );
    expect(await ask('posts.csv')).toContain('takes the address of a store');
    expect(
      errorOf(await trendAudit(['analyze', '--from', 'clickhouse://localhost/posts', '--map', 'time=x'])),
    ).toContain('is about reading files');
    expect(errorOf(await trendAudit(['load', 'clickhouse://localhost/posts', '-']))).toContain(
      'standard input cannot be loaded',
    );
    expect(errorOf(await trendAudit(['load', 'dump.csv']))).toContain("'dump.csv' is not the address of a store");
  });
});

describe.skipIf(!hasClickHouse)('two shards (needs clickhouse-server)', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.stop());

  it('say what is wrong with an address, and one that is down leaves no part of an answer', async () => {
    const store = await cluster.newStore();
    const [one, two] = cluster.servers;
    const files = filesOf({ 'a.csv': csvOf(rows(200)) });
    const load = async (address: string, env: Record<string, string> = {}): Promise<string> =>
      errorOf(await trendAudit(['load', address, ...files], { env }));
    expect(await load(store.replace(/store_\d+/u, 'no_such'))).toContain('there is no database no_such');
    expect(await load(store, { CLICKHOUSE_PASSWORD: PASSWORD })).toContain('wrong user or password');
    expect(await load(store.replace('=two', '=three'))).toContain('knows no cluster three');
    expect(await load(store.replace(`,127.0.0.1:${two.http}`, ''))).toMatch(
      /has 2 servers \(.*\), and the address names 1/u,
    );
    expect(errorOf(await trendAudit(['analyze', '--from', store]))).toContain('holds no store');
    expect((await trendAudit(['load', store, ...files, '--quiet'])).code).toBe(0);
    expect(await load(store.replace('?cluster=two', '?cluster=other'))).toContain(
      'is on the cluster two, not on other',
    );

    await two.kill();
    for (const args of [['analyze'], ['explain', 'user_4'], ['inspect'], ['compare', '--by-day']]) {
      const said = errorOf(
        await trendAudit([
          ...args,
          '--json',
          '--from',
          `clickhouse://127.0.0.1:${one.http}/${/store_\d+/.exec(store)?.[0]}`,
        ]),
      );
      expect(said).toContain(`127.0.0.1:${two.tcp} does not answer`);
    }
    expect(await load(store)).toContain(`127.0.0.1:${two.http} does not answer`);
  });
});

it('an installation without the client says in a line what to install, and is whole for everything else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trend-audit-plain-'));
  const root = join(import.meta.dirname, '../..');
  for (const name of ['bin', 'dist', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true });
  const modules = join(root, 'node_modules');
  for (const name of readdirSync(modules).filter((each) => each !== '@clickhouse' && !each.startsWith('.'))) {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    symlinkSync(join(modules, name), join(folder, 'node_modules', name));
  }
  const run = (...args: string[]): { code: number | null; stderr: string } => {
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/trend-audit.js'), ...args], {
      encoding: 'utf8',
    });
    return { code: status, stderr };
  };
  const missing = {
    code: 2,
    stderr:
      'trend-audit: the client of ClickHouse, which a store needs, is not installed. Install it next to trend-audit: npm install @clickhouse/client.\n',
  };
  expect(run('analyze', '--from', 'clickhouse://localhost/posts')).toEqual(missing);
  expect(run('load', 'clickhouse://localhost/posts', SMALL_DUMP)).toEqual(missing);
  expect(run('analyze', SMALL_DUMP, '--quiet', '--json').code).toBe(0);
  rmSync(folder, { recursive: true });
});

it('a server that says nothing more is left at once by Ctrl-C', async () => {
  const asked = { more: (): void => {} };
  const waiting = new Promise<void>((resolve) => (asked.more = resolve));
  const server = createServer((request, response) => {
    let query = '';
    request.on('data', (chunk: Buffer) => (query += chunk.toString()));
    request.on('end', () => {
      if (query.includes('version()')) response.end('24.8.1.1\n');
      else asked.more();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const store = `clickhouse://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/posts`;
  const process_ = spawn(process.execPath, [COMMAND, 'analyze', '--from', store], { stdio: 'ignore' });
  await waiting;
  process_.kill('SIGINT');
  expect(await once(process_, 'exit')).toEqual([130, null]);
  server.closeAllConnections();
  server.close();
});
