import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { COMMAND, dumpOf, fileWith, inShell, trendAudit } from './run.js';

const INTERRUPT = path.join(import.meta.dirname, '../../dist/cli/interrupt.js');
const folder = (): string => mkdtempSync(path.join(tmpdir(), 'trend-audit-'));
const small = fileWith(dumpOf(300));
const OLD = 'what was there before\n';

/** Large enough that reading and deciding take a while: 20,000 posts. */
const large = path.join(folder(), 'large.csv');
await trendAudit(['simulate', '--quiet', '-o', large]);

const [someone = ''] = readFileSync(large.replace('.csv', '.labels.csv'), 'utf8').split('\n')[1]?.split(',') ?? [];

interface Ended {
  /** The exit code, or the signal that the system ended it by. */
  readonly by: number | NodeJS.Signals | null;
  readonly stdout: string;
}

/** What is begun when a stage is told of has begun in earnest after so many milliseconds, and is not done yet. */
const WELL_BEGUN = 50;

/** Runs Node with these arguments, and sends signals once `ready` says so of what was printed so far. */
function signalled(
  args: readonly string[],
  signal: NodeJS.Signals,
  ready: (printed: string) => boolean,
  { times = 1, after = 0 } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'pipe' });
    let [printed, stdout] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      printed += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
    const looking = setInterval(() => {
      if (!ready(printed)) return;
      clearInterval(looking);
      setTimeout(() => {
        for (let sent = 0; sent < times; sent++) child.kill(signal);
      }, after);
    }, 2);
    child.on('error', reject);
    child.on('close', (code, by) => {
      clearInterval(looking);
      resolve({ by: code ?? by, stdout });
    });
  });
}

const reading = (printed: string): boolean => printed.includes('trend-audit: reading: ');
const ready = (printed: string): boolean => printed.includes('ready');

const CODES = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

describe('a signal ends a run', () => {
  it.each(CODES)('%s while it waits for standard input: exit code %i', async (signal, code) => {
    // Standard input stays open, and nothing comes.
    const script = `import(${JSON.stringify(INTERRUPT)}).then(({ exitOnSignals }) => { exitOnSignals(); console.log('ready'); process.stdin.resume(); })`;
    expect(await signalled(['-e', script], signal, ready)).toEqual({ by: code, stdout: 'ready\n' });
  });

  it('in the middle of what computes without end', async () => {
    const script = `import(${JSON.stringify(INTERRUPT)}).then(({ exitOnSignals, interruptible }) => { exitOnSignals(); interruptible(() => { console.log('ready'); for (;;) {} }); })`;
    expect(await signalled(['-e', script], 'SIGINT', ready)).toEqual({ by: 130, stdout: 'ready\n' });
    // Nobody is there to give an exit code: the system ends it, and a shell says 143 all the same.
    expect(await signalled(['-e', script], 'SIGTERM', ready)).toEqual({ by: 'SIGTERM', stdout: 'ready\n' });
  });

  it.each([
    ['reading', ['analyze', large, '--json', '--workers', '0']],
    ['reading with threads', ['analyze', large, '--json', '--workers', '2']],
    ['reading with more threads than cores', [large, '--json', '--workers', '1000']],
    ['reading', ['inspect', large, '--json']],
    ['deciding', ['analyze', large, '--json']],
    ['without creation', ['explain', large, '--account', someone, '--json']],
    ['without creation', ['evaluate', large, '--json']],
    ['deciding', ['compare', large, small, '--json']],
  ])('%s: %j', async (stage, args) => {
    const [name = ''] = stage.split(' with ');
    // The first that is told of reading comes with the first posts; a stage is told as it begins.
    const begun = (printed: string): boolean => printed.includes(`trend-audit: ${name}: `);
    expect(await signalled([COMMAND, ...args, '--verbose'], 'SIGINT', begun, { after: WELL_BEGUN })).toEqual({
      by: 130,
      stdout: '',
    });
  });

  it.each(CODES)('%s while threads are asked for by the thousand: exit code %i', async (signal, code) => {
    const args = [COMMAND, large, '--json', '--verbose', '--workers', '1000'];
    expect(await signalled(args, signal, reading, { after: WELL_BEGUN })).toEqual({ by: code, stdout: '' });
  });

  it.each(CODES)(
    '%s while datasets are checked, each in a thread, and leaves nothing: exit code %i',
    async (signal, code) => {
      const config = path.join(folder(), 'config.json');
      const dataset = { files: large, expect: { coordinated: { min: 0 } } };
      writeFileSync(config, JSON.stringify({ datasets: ['a', 'b'].map((name) => ({ name, ...dataset })) }));
      const place = folder();
      const args = [COMMAND, 'check', config, '--allow-outside', '-o', path.join(place, 'check.json')];
      const { by, stdout } = await signalled(args, signal, () => true, { after: 1000 });
      // On a busy machine it may not listen yet: the system ends it then.
      expect([code, signal]).toContain(by);
      expect(stdout).toBe('');
      expect(readdirSync(place)).toEqual([]);
    },
  );

  it('and deciding is among what can be broken off', async () => {
    const { by, stdout } = await signalled(
      [COMMAND, 'analyze', large, '--json', '--verbose'],
      'SIGTERM',
      (printed) => printed.includes('trend-audit: deciding: '),
      { after: WELL_BEGUN },
    );
    expect({ by, stdout }).toEqual({ by: 'SIGTERM', stdout: '' });
  });
});

/** A file that is there, and a pipe that is read to its first bytes and no further. */
function outputs(): { readonly place: string; readonly target: string; readonly pipe: string } {
  const place = folder();
  const [target, pipe] = [path.join(place, 'accounts.csv'), path.join(place, 'pipe.json')];
  writeFileSync(target, OLD);
  execFileSync('mkfifo', [pipe]);
  return { place, target, pipe };
}

describe('a signal while files are written', () => {
  it.each(CODES)(
    '%s leaves no half of a file behind, even where a pipe keeps the program waiting',
    async (signal, code) => {
      const { place, target, pipe } = outputs();
      const begun = (): boolean => readdirSync(place).some((name) => name.endsWith('.tmp'));
      const { by } = await signalled([COMMAND, 'analyze', small, '--quiet', '-o', target, '-o', pipe], signal, begun);
      // Where a pipe is waited for, the system's own end is the only one that is sure to come.
      expect([code, signal]).toContain(by);
      expect(readdirSync(place).sort()).toEqual(['accounts.csv', 'pipe.json']);
      expect(readFileSync(target, 'utf8')).toBe(OLD);
    },
  );

  it('in the midst of a file', async () => {
    const place = folder();
    const target = path.join(place, 'posts.jsonl');
    writeFileSync(target, OLD);
    const written = (): boolean => readdirSync(place).some((name) => name.endsWith('.tmp'));
    expect(
      await signalled(
        [COMMAND, 'analyze', large, '--quiet', '--posts', target, '-o', path.join(place, 'all.json')],
        'SIGINT',
        written,
      ),
    ).toMatchObject({ by: 130 });
    expect(readdirSync(place)).toEqual(['posts.jsonl']);
    expect(readFileSync(target, 'utf8')).toBe(OLD);
  });
});

it('a second Ctrl-C finds nothing left to do', async () => {
  const { by, stdout } = await signalled(
    [COMMAND, 'analyze', large, '--json', '--verbose'],
    'SIGINT',
    (printed) => printed.includes('trend-audit: deciding: '),
    { times: 2, after: WELL_BEGUN },
  );
  expect([130, 'SIGINT']).toContain(by);
  expect(stdout).toBe('');
});

it('a pipe that nobody writes to keeps nobody waiting', async () => {
  const pipe = path.join(folder(), 'dump.csv');
  execFileSync('mkfifo', [pipe]);
  const child = spawn(process.execPath, [COMMAND, 'analyze', pipe, '--quiet'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', (code, by) => resolve(code ?? by)));
  // A pipe can be opened for writing without waiting only once somebody waits at its other end.
  for (let open = false; !open; await wait(5)) {
    try {
      const end = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
      child.kill('SIGINT');
      expect(await ended).toBe('SIGINT');
      closeSync(end);
      open = true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENXIO')) throw error;
    }
  }
});

it('a shell sees 130', async () => {
  const log = path.join(folder(), 'log');
  const { stdout } = await inShell(
    `"$@" --verbose > /dev/null 2> ${log} & run=$!; until grep -q reading: ${log}; do sleep 0.02; done; kill -INT $run; wait $run; echo "code $?"`,
    ['analyze', large, '--json'],
  );
  expect(stdout).toBe('code 130\n');
});
