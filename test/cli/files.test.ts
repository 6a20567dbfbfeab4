/** Files that are written: who may read them, what stands in their way, what earlier runs left. */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTemporary } from '../../src/cli/temporary-files.js';
import { leftoversNote, writeFilesAtomically } from '../../src/cli/write-files.js';
import { dumpOf, fileWith, inShell, NOWHERE, trendAudit } from './run.js';

const dump = fileWith(dumpOf(40));
const folder = (): string => mkdtempSync(path.join(tmpdir(), 'trend-audit-'));
const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);
const write = (file: string, content: Iterable<string> | string = 'new'): Promise<string[]> =>
  writeFilesAtomically([{ file, content }], NOWHERE);

describe('mode', () => {
  it.each(['600', '640', '755'])('keeps %s', async (mode) => {
    const file = path.join(folder(), 'a.json');
    writeFileSync(file, 'old');
    chmodSync(file, mode);
    await write(file);
    expect([readFileSync(file, 'utf8'), modeOf(file)]).toEqual(['new', mode]);
  });

  it.each([
    ['022', '644'],
    ['077', '600'],
  ])('is by the umask, %s, for a new file', async (umask, mode) => {
    const file = path.join(folder(), 'a.json');
    const { code } = await inShell(`umask ${umask}; "$@"`, ['analyze', dump, '--quiet', '-o', file]);
    expect([code, modeOf(file)]).toEqual([0, mode]);
  });

  it('lets nobody else read what is not whole', async () => {
    const place = folder();
    const seen: string[] = [];
    function* content(): Generator<string> {
      for (const name of readdirSync(place)) seen.push(`${name} ${modeOf(path.join(place, name))}`);
      yield 'new';
    }
    await write(path.join(place, 'a.json'), content());
    expect(seen).toEqual([expect.stringMatching(/^\.a\.json\.trend-audit-\d+-[0-9a-f]{12}\.tmp 600$/u)]);
    expect(readdirSync(place)).toEqual(['a.json']);
  });
});

it.each([
  ['analyze', ['analyze', '/no/such/dump.csv', '-o']],
  ['analyze --posts', ['analyze', '/no/such/dump.csv', '--posts']],
  ['simulate --force', ['simulate', '--force', '--labels', '/tmp/trend-audit-labels.csv', '-o']],
])('%s refuses a read-only file before it reads anything, and leaves it', async (_, args) => {
  const file = path.join(folder(), 'a.csv');
  writeFileSync(file, 'old', { mode: 0o400 });
  const { code, stderr } = await trendAudit([...args, file]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `trend-audit: ${file}: is read-only. Choose another name, or make it writable (chmod u+w).\n`,
  });
  expect([readFileSync(file, 'utf8'), modeOf(file)]).toEqual(['old', '400']);
});

describe('a temporary name', () => {
  it('that is taken is left alone, and another is chosen', async () => {
    const target = path.join(folder(), 'a.json');
    const [taken, free] = ['0'.repeat(12), '1'.repeat(12)];
    const theirs = path.join(path.dirname(target), `.a.json.trend-audit-${process.pid}-${taken}.tmp`);
    symlinkSync('/etc/hostname', theirs);
    const tries = [taken, taken, free];
    const own = new Set<string>();
    const { name, handle } = await openTemporary(target, {
      begins: (each) => void own.add(each),
      taken: (each) => void own.delete(each),
      random: () => tries.shift() ?? '',
    });
    await handle.close();
    expect(name).toContain(free);
    expect([...own]).toEqual([name]);
    expect(lstatSync(theirs).isSymbolicLink()).toBe(true);
  });

  it.each(['a'.repeat(250) + '.json', 'я'.repeat(125) + '.json'])('fits beside a name of 255 bytes', async (name) => {
    expect(Buffer.byteLength(name)).toBe(255);
    const file = path.join(folder(), name);
    await write(file);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(path.dirname(file))).toEqual([name]);
  });
});

function named(pid: number, digit: string, target = 'a.json'): string {
  return `.${target}.trend-audit-${pid}-${digit.repeat(12)}.tmp`;
}

describe('leftovers', () => {
  const HOURS_AGO = new Date(Date.now() - 2 * 3_600_000);
  const ended = spawnSync(process.execPath, ['--version']).pid;

  it('are removed where they are files of one’s own, of an ended process, and old; others are left, and named', async () => {
    const place = folder();
    const make = (name: string, old = true): void => {
      writeFileSync(path.join(place, name), 'half');
      if (old) utimesSync(path.join(place, name), HOURS_AGO, HOURS_AGO);
    };
    const [abandoned, young, running, linked, directory, hard] = [
      named(ended, '0'),
      named(ended, '1'),
      named(process.ppid, '2'),
      named(ended, '3'),
      named(ended, '4'),
      named(ended, '5'),
    ];
    make(abandoned);
    make(young, false);
    make(running);
    symlinkSync(dump, path.join(place, linked));
    mkdirSync(path.join(place, directory));
    make('other');
    linkSync(path.join(place, 'other'), path.join(place, hard));
    const unlike = [named(ended, '6', 'b.json'), `.a.json.trend-audit-${ended}-6.tmp`, `.a.json.${ended}.tmp`];
    for (const name of unlike) make(name);
    const left = [young, running, linked, directory, hard].map((name) => path.join(place, name)).sort();
    expect(await write(path.join(place, 'a.json'))).toEqual(left);
    expect(existsSync(path.join(place, abandoned))).toBe(false);
    expect(readdirSync(place).sort()).toEqual(
      ['a.json', 'other', young, running, linked, directory, hard, ...unlike].sort(),
    );
    expect(readFileSync(dump, 'utf8')).toBe(dumpOf(40));
  });

  it('of another user are left', async () => {
    if (process.getuid?.() !== 0) return;
    const place = folder();
    const theirs = path.join(place, named(ended, '0'));
    writeFileSync(theirs, 'half');
    execFileSync('chown', ['12345', theirs]);
    utimesSync(theirs, HOURS_AGO, HOURS_AGO);
    expect(await write(path.join(place, 'a.json'))).toEqual([theirs]);
  });

  it('are named in one note, unless it is to be quiet', async () => {
    const place = folder();
    const young = path.join(place, named(ended, '1'));
    writeFileSync(young, 'half');
    const args = ['analyze', dump, '-o', path.join(place, 'a.json')];
    expect((await trendAudit(args)).stderr).toContain(`trend-audit: ${leftoversNote([young])}\n`);
    expect((await trendAudit([...args, '--quiet'])).stderr).toBe('');
  });
});

describe('a target that is no ordinary file', () => {
  it('is written through a link', async () => {
    const place = folder();
    const [file, link] = [path.join(place, 'a.json'), path.join(place, 'b.json')];
    writeFileSync(file, 'old', { mode: 0o600 });
    symlinkSync(file, link);
    await write(link);
    expect([readFileSync(file, 'utf8'), modeOf(file), lstatSync(link).isSymbolicLink()]).toEqual(['new', '600', true]);
  });

  it('is written as it is where it is a pipe, or standard output', async () => {
    const place = folder();
    execFileSync('mkfifo', [path.join(place, 'pipe.json')]);
    symlinkSync('/dev/stdout', path.join(place, 'out.json'));
    const piped = await inShell(`cat ${place}/pipe.json & "$@"; wait`, [
      'analyze',
      dump,
      '--quiet',
      '-o',
      `${place}/pipe.json`,
    ]);
    const out = await inShell('"$@" | cat', ['analyze', dump, '--quiet', '-o', `${place}/out.json`]);
    const { stdout } = await trendAudit(['analyze', dump, '--quiet', '--json']);
    expect([piped.stdout, out.stdout]).toEqual([stdout, stdout]);
    expect(readdirSync(place).sort()).toEqual(['out.json', 'pipe.json']);
  });
});

it('writes CSV to the letter with --raw, and refuses it where nothing is CSV', async () => {
  const steering = fileWith(dumpOf(40).replaceAll('Thought', '\u202EThought'));
  const posts = path.join(folder(), 'posts.csv');
  await trendAudit(['analyze', steering, '--quiet', '--posts', posts]);
  expect(readFileSync(posts, 'utf8')).toContain('\\u{202E}Thought number 1 ');
  await trendAudit(['analyze', steering, '--quiet', '--posts', posts, '--raw']);
  expect(readFileSync(posts, 'utf8')).toContain('\u202EThought number 1 ');
  const { code, stderr } = await trendAudit(['analyze', steering, '--raw', '--json']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'trend-audit: --raw applies to CSV, and no CSV is written. Give it with --format csv, -o NAME.csv or --posts NAME.csv.\n',
  });
});

describe('streams that are closed', () => {
  const CLOSED = 'trend-audit: standard output is closed, and the result would be lost.';

  it.each([
    [['analyze', dump]],
    [['analyze', dump, '--json']],
    [['inspect', dump]],
    [['explain', dump, 'person_1']],
    [['schema']],
  ])('%j says that the result is lost', async (args) => {
    const { code, stderr } = await inShell('"$@" >&-', args);
    expect(code).toBe(2);
    expect(stderr).toContain(CLOSED);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says nothing where it goes to /dev/null, to a file, or where the exit code is the answer', async () => {
    const file = path.join(folder(), 'a.json');
    for (const [line, args] of [
      ['"$@" > /dev/null', ['analyze', dump]],
      ['"$@" >&-', ['analyze', dump, '-o', file]],
      ['"$@" >&-', ['analyze', dump, '--fail-on', 'coordinated']],
      ['"$@" > /dev/null 2>&1', ['analyze', dump]],
    ] as const) {
      const { code, stderr } = await inShell(line, args);
      expect([line, code]).toEqual([line, 0]);
      expect(stderr).not.toContain(CLOSED);
    }
  });

  it('does its work without standard error', async () => {
    const usual = await trendAudit(['analyze', dump]);
    expect(await inShell('"$@" 2>&-', ['analyze', dump])).toMatchObject({ code: 0, stdout: usual.stdout });
    expect(await inShell('"$@" 2>&-', ['analyze', '/no/such/dump.csv'])).toMatchObject({ code: 2, stdout: '' });
  });
});
