import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { COMMAND, dumpOf, fileWith, type Ran, trendAudit } from './run.js';

const small = fileWith(dumpOf(300));
const ESCAPE = /\u001B/u;
/** The bar moves the cursor; it is the only one that does, for colours end in m. */
const BAR = /\u001B\[[\d;]*[A-LG]/u;

/** Runs the command in a terminal of its own; what it says there, on standard output and standard error together. */
function inTerminal(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly said: string } {
  const line = [process.execPath, COMMAND, ...args].map((word) => `'${word}'`).join(' ');
  const { status, stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', ...env },
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return { code: status, said: stdout.replaceAll('\r\n', '\n') };
}

const hasTerminals = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

describe.runIf(hasTerminals)('in a real terminal', () => {
  it('has colours and a bar', () => {
    const { code, said } = inTerminal(['analyze', small]);
    expect(code).toBe(0);
    expect(said).toMatch(/\u001B\[1m/u);
    expect(said).toMatch(BAR);
  });

  it('sends a dumb terminal nothing but text, and no carriage return', () => {
    const { code, said } = inTerminal(['analyze', small], { TERM: 'dumb' });
    expect(code).toBe(0);
    expect(said).not.toMatch(/[\u001B\r\u0008]/u);
    expect(said).toContain('300 posts');
    expect(said).not.toContain('[=');
  });

  it('without a file prints the help', () => {
    const { code, said } = inTerminal(['analyze']);
    expect(code).toBe(2);
    expect(said).toContain('Examples:\n  trend-audit analyze ');
  });
});

/** What it says where its streams say that they are a terminal. */
function inTerminalOf(env: Readonly<Record<string, string>>, ...flags: readonly string[]): Promise<Ran> {
  return trendAudit(['analyze', small, ...flags], { env: { TERM: 'xterm', ...env }, terminal: 80 });
}

describe('in a terminal', () => {
  it('has colours, unless the environment or a flag says otherwise', async () => {
    expect((await inTerminalOf({}, '--quiet')).stdout).toMatch(ESCAPE);
    expect((await inTerminalOf({ NO_COLOR: '1' }, '--quiet')).stdout).not.toMatch(ESCAPE);
    expect((await inTerminalOf({ FORCE_COLOR: '0' }, '--quiet')).stdout).not.toMatch(ESCAPE);
    expect((await inTerminalOf({}, '--quiet', '--no-color')).stdout).not.toMatch(ESCAPE);
    expect((await inTerminalOf({ TERM: 'dumb' }, '--quiet')).stdout).not.toMatch(ESCAPE);
  });

  it('has a bar on standard error, with colours or without, unless it is dumb or to be quiet', async () => {
    expect((await inTerminalOf({}, '--no-color')).stderr).toMatch(BAR);
    expect((await inTerminalOf({}, '--quiet')).stderr).toBe('');
    expect((await inTerminalOf({ TERM: 'dumb' })).stderr).not.toMatch(/[\u001B\r\u0008]|\[=/u);
  });

  it.each(['analyze', 'explain', 'compare', 'inspect', 'evaluate'])(
    '%s without a file prints its help',
    async (command) => {
      const { code, stdout, stderr } = await trendAudit([command], { terminal: 80 });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`Examples:\n  trend-audit ${command} `);
      expect(stderr).toContain(`Usage: trend-audit ${command}`);
    },
  );
});

async function coloured(env: Readonly<Record<string, string>>, ...flags: readonly string[]): Promise<boolean> {
  return ESCAPE.test((await trendAudit(['analyze', small, '--quiet', ...flags], { env: { ...env } })).stdout);
}

describe('into a pipe', () => {
  it('has colours only where they are asked for', async () => {
    expect([
      await coloured({}),
      await coloured({ FORCE_COLOR: '1' }),
      await coloured({ FORCE_COLOR: '1' }, '--no-color'),
      await coloured({ NO_COLOR: '1' }, '--color'),
    ]).toEqual([false, true, false, true]);
  });

  it('--quiet says nothing beside the result, and --verbose how it came about', async () => {
    const quiet = await trendAudit(['analyze', small, '--json', '--quiet']);
    expect(quiet.stderr).toBe('');
    const { stdout, stderr } = await trendAudit(['analyze', small, '--json', '--verbose']);
    expect(stdout).toBe(quiet.stdout);
    for (const said of ['trend-audit: measuring: ', 'trend-audit: deciding: ', 'format generic: ', 'took '])
      expect(stderr).toContain(said);
  });
});
