import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { asProcess, COMMAND, dumpOf, fileWith, trendAudit } from './run.js';

const DUMP = 'fixtures/rossiya-svoih-ne-brosaet/tweets.csv';
const small = fileWith(dumpOf(300));
const ESCAPE = /\u001B/u;

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

describe.runIf(hasTerminals)('in a terminal', () => {
  it('has colours and a bar, unless the environment says otherwise', () => {
    expect(inTerminal(['analyze', small, '--quiet']).said).toMatch(ESCAPE);
    expect(inTerminal(['analyze', small, '--quiet'], { NO_COLOR: '1' }).said).not.toMatch(ESCAPE);
    expect(inTerminal(['analyze', small, '--quiet'], { FORCE_COLOR: '0' }).said).not.toMatch(ESCAPE);
    expect(inTerminal(['analyze', small, '--quiet', '--no-color']).said).not.toMatch(ESCAPE);
    // The bar moves the cursor; it is the only one that does, for colours end in m.
    expect(inTerminal(['analyze', small, '--no-color']).said).toMatch(/\u001B\[[\d;]*[A-LG]/u);
  });

  it('sends a dumb terminal nothing but text, and no carriage return', () => {
    const { code, said } = inTerminal(['analyze', small], { TERM: 'dumb' });
    expect(code).toBe(0);
    expect(said).not.toMatch(/[\u001B\r\u0008]/u);
    expect(said).toContain('300 posts');
    expect(said).not.toContain('[=');
  });

  it.each(['analyze', 'explain', 'compare', 'inspect', 'evaluate'])('%s without a file prints its help', (command) => {
    const { code, said } = inTerminal([command]);
    expect(code).toBe(2);
    expect(said).toContain(`Examples:\n  trend-audit ${command} `);
    expect(said).toContain(`Usage: trend-audit ${command}`);
  });
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
    expect((await trendAudit(['analyze', small, '--json', '--quiet'])).stderr).toBe('');
    const { stdout, stderr } = await trendAudit(['analyze', small, '--json', '--verbose']);
    expect(stdout).toBe((await trendAudit(['analyze', small, '--json'])).stdout);
    for (const said of ['trend-audit: measuring: ', 'trend-audit: deciding: ', 'format generic: ', 'took '])
      expect(stderr).toContain(said);
  });
});

/** What is printed and written of everything that has times or orders in it. */
async function everything(env: Readonly<Record<string, string>>): Promise<string> {
  const report = path.join(mkdtempSync(path.join(tmpdir(), 'trend-audit-')), 'report.html');
  const runs = [
    await asProcess(['analyze', DUMP, '--quiet', '--since', '2014-02-27', '--json', '-o', report], {
      env: { ...env },
    }),
    await asProcess(['analyze', DUMP, '--quiet'], { env: { ...env } }),
    await asProcess(['compare', DUMP, '--by-day', '--until', '2014-02-28', '--quiet'], { env: { ...env } }),
    await asProcess(['simulate', '--scale', '0.05', '-o', '-', '--labels', '/dev/null', '--force', '--quiet'], {
      env: { ...env },
    }),
  ];
  expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(runs.map(() => [0, '']));
  return [...runs.map(({ stdout }) => stdout), readFileSync(report, 'utf8')].join('\n');
}

describe('the machine’s clock, locale and time zone', () => {
  it('change nothing in what is printed and written', async () => {
    const usual = await everything({ TZ: 'UTC', LC_ALL: 'C' });
    expect(await everything({ TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'ar_EG.UTF-8' })).toBe(usual);
    // Node reads the clock through its own means: where it is set back cannot be had without privileges, so it is lied to.
    const lie = fileWith(
      'const Real = Date; const back = 1e12; globalThis.Date = class extends Real { constructor(...a) { super(...(a.length ? a : [Real.now() - back])); } static now() { return Real.now() - back; } };',
      'clock.cjs',
    );
    expect(await everything({ NODE_OPTIONS: `--require ${lie}` })).toBe(usual);
  });
});
