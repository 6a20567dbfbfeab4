import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND, trendAudit } from '../cli/run.js';
import { realDumps } from '../read/real-dumps.js';
import { filesOf } from './dumps.js';
import { type Cluster, hasClickHouse, startCluster } from './servers.js';

const STRESS = ['push-8.csv', 'copied-appeal.csv', 'fans.csv', 'push-8-without-dates.csv'];
const dumps = [
  ...realDumps('labelled'),
  ...realDumps('stress').filter((path) => STRESS.includes(basename(path))),
  ...realDumps('formats').filter((path) => /whole-row-duplicates|semicolon-v2|ira-joined/u.test(path)),
];

async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await trendAudit([...args, '--quiet']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** A dump in three files, each with every third row: with some rows in two of them. */
function inThree(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const delimiter = text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',';
  const [header = [], ...rows]: string[][] = parse(text, { bom: true, delimiter, relax_column_count: true });
  const part = (n: number): string => {
    const own = rows.filter((_, row) => row % 3 === n || (n === 2 && row % 30 === 0));
    return stringify([header, ...own], { delimiter });
  };
  return filesOf({ 'a.csv': part(0), 'b.csv': part(1), 'c.csv': part(2) });
}

describe.skipIf(!hasClickHouse || dumps.length === 0)(
  'real dumps in a store (needs clickhouse-server and the data)',
  () => {
    let cluster: Cluster;
    beforeAll(async () => {
      cluster = await startCluster();
    });
    afterAll(() => cluster.stop());

    it.each(dumps.length === 0 ? ['none here'] : dumps)('%s: the same bytes, however it was loaded', async (path) => {
      const store = await cluster.newStore();
      const expected = await printed('analyze', '--json', path);
      await printed('load', store, path, '--with-texts');
      expect(await printed('analyze', '--json', '--from', store)).toBe(expected);
      await printed('load', store, path, '--with-texts');
      expect(await printed('analyze', '--json', '--from', store)).toBe(expected);

      const parts = inThree(path);
      const ofParts = await printed('analyze', '--json', ...parts);
      const three = await cluster.newStore();
      await Promise.all(parts.map((part) => printed('load', three, part, '--with-texts')));
      expect(await printed('analyze', '--json', '--from', three)).toBe(ofParts);

      const broken = await cluster.newStore();
      const [, database = ''] = /\/(\w+)\?/.exec(broken) ?? [];
      const loader = spawn(process.execPath, [COMMAND, 'load', broken, ...parts, '--with-texts'], { stdio: 'ignore' });
      const begun = async (): Promise<boolean> => {
        const counts = await Promise.all(
          cluster.servers.map((server) =>
            cluster.ask(server, `SELECT count() FROM ${database}.loads`).catch(() => '0'),
          ),
        );
        return counts.some((count) => Number(count) > 0);
      };
      while (loader.exitCode === null && !(await begun()));
      loader.kill('SIGKILL');
      await once(loader, 'exit').catch(() => {});
      await printed('load', broken, ...parts, '--with-texts');
      expect(await printed('analyze', '--json', '--from', broken)).toBe(ofParts);
    });

    it('a hashtag, a span, and the whole page of one', async () => {
      const [path = ''] = dumps;
      const store = await cluster.newStore();
      await printed('load', store, path, '--with-texts');
      const { dump } = JSON.parse(await printed('analyze', '--json', path));
      const since = new Date((Date.parse(dump.from) + Date.parse(dump.to)) / 2).toISOString();
      for (const args of [
        ['--hashtag', dump.hashtags[0].tag],
        ['--since', since],
        ['--until', since, '--hashtag', 'trend'],
      ])
        expect(await printed('analyze', '--json', '--from', store, ...args)).toBe(
          await printed('analyze', '--json', path, ...args),
        );
      for (const args of [
        ['analyze', '--full'],
        ['inspect', '--json'],
        ['analyze', '--format', 'html'],
      ])
        expect(await printed(...args, '--from', store)).toBe(await printed(...args, path));
    });
  },
);
