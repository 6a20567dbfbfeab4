import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../src/documents/result.js';
import { Pseudonyms } from '../../src/pseudonymize/pseudonyms.js';
import { FORMATS_BY_ENDING } from '../../src/report/formats/index.js';
import { fileWith, trendAudit } from '../cli/run.js';
import { isSeenInSeen, seenThrough } from './disguises.js';
import { HOSTILE_ACCOUNTS, HOSTILE_COLUMN, HOSTILE_FILE, hostileDump } from './hostile-dump.js';

const KEY = '0123456789abcdef of the tests';
const KEY_FILE = fileWith(`${KEY}\n`, 'key');
const NAMES = HOSTILE_ACCOUNTS.flatMap(({ id, handle, displayName }) => [id, handle, displayName]);

/** Every output that there is, by its name. */
async function outputsOf(dump: string, more: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'trend-audit-'));
  writeFileSync(path.join(cwd, HOSTILE_FILE), dump);
  const args = ['analyze', HOSTILE_FILE, '--map', `object=${HOSTILE_COLUMN}`, '--verbose', ...more];
  const files = [...FORMATS_BY_ENDING.keys()].flatMap((ending) => ['-o', `output.${ending}`]);
  const runs: Record<string, readonly string[]> = {
    json: ['--json', '--top', '0', ...files, '--posts', 'posts.csv'],
    lines: ['--posts', 'posts.jsonl'],
    page: ['--full', '--top', '0'],
    screen: [],
    claims: ['--claims'],
    github: ['--format', 'github', '--fail-on', 'coordinated=0'],
  };
  const outputs = new Map<string, string>();
  for (const [name, flags] of Object.entries(runs)) {
    const { stdout, stderr } = await trendAudit([...args, ...flags], { cwd });
    outputs.set(`${name} stdout`, stdout).set(`${name} stderr`, stderr);
  }
  for (const name of readdirSync(cwd)) {
    if (name !== HOSTILE_FILE) outputs.set(name, readFileSync(path.join(cwd, name), 'utf8'));
  }
  return outputs;
}

const seenIn = (text: string): string[] => {
  const seen = seenThrough(text);
  return NAMES.filter((name) => isSeenInSeen(name, seen));
};

describe('a dump in which everything is a name', () => {
  let plain: ReadonlyMap<string, string>;
  let hidden: ReadonlyMap<string, string>;

  beforeAll(async () => {
    plain = await outputsOf(hostileDump(), []);
    hidden = await outputsOf(hostileDump(), ['--pseudonymize', '--key-file', KEY_FILE]);
  });

  it('is told without one in every output', () => {
    expect([...hidden.keys()]).toEqual([...plain.keys()]);
    expect([...hidden].map(([name, text]) => [name, seenIn(text)])).toEqual([...hidden].map(([name]) => [name, []]));
    // The same search finds them where they are.
    expect([...plain].flatMap(([name, text]) => (seenIn(text).length === 0 ? [name] : []))).toEqual([
      // Nothing is printed beside a file.
      'lines stdout',
    ]);
  });

  it('has the same evidence, and the same pseudonym for an account wherever it stands', () => {
    const [named, result]: [Result, Result] = [
      JSON.parse(plain.get('json stdout') ?? ''),
      JSON.parse(hidden.get('json stdout') ?? ''),
    ];
    expect(named.summary.accounts.coordinated).toBe(8);
    expect(result.summary).toEqual(named.summary);
    const names = new Pseudonyms(KEY, []);
    const column = names.handle(HOSTILE_COLUMN);
    expect(result.inputs[0]).toMatchObject({
      path: `${names.handle(HOSTILE_FILE.replace('.csv', ''))}.csv`,
      columns: { object: column },
    });
    expect(result.options.map).toEqual({ object: column });
    expect(result.groups.flatMap(({ objects = [] }) => objects.map(({ name }) => name))).toEqual([column]);
    expect(result.groups[0]?.says).toContain(`${column} value`);
    const objects = result.accounts.flatMap(({ evidence }) =>
      evidence.filter(({ signal }) => signal === 'same-object'),
    );
    expect(objects.length).toBeGreaterThan(0);
    for (const { says, item, column: own } of objects) {
      expect(own).toBe(column);
      expect(says).toContain(`“${item}”`);
      expect(result.accounts.map(({ handle }) => handle)).toContain(item);
    }
  });
});

it('an error does not quote the file', async () => {
  const dump = fileWith('id,created_at,user_screen_name,text\n1,2014-02-26T10:00:00Z,alice_77,hello #alice_77\n');
  const run = (...more: string[]): Promise<{ stderr: string }> =>
    trendAudit(['analyze', dump, '--hashtag', 'alice_78', ...more]);
  expect((await run()).stderr).toContain('alice_77');
  const { stderr } = await run('--pseudonymize', '--key-file', KEY_FILE);
  expect(stderr).not.toContain('alice_77');
  expect(stderr).toContain('no post has the hashtag alice_78');
});
