import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inShell, trendAudit } from './cli/run.js';
import { SMALL_DUMP } from './fixture-cases.js';

const ROOT = path.join(import.meta.dirname, '..');
const FILE = path.join(ROOT, 'README.md');
const readme = readFileSync(FILE, 'utf8');

/** Fenced blocks of one language, without the fences. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gmsu'))].map(([, text]) => text ?? '');
}

describe('the README', () => {
  it.each(blocks('console'))('shows what the command prints: %s', async (block) => {
    const [first = '', ...shown] = block.trimEnd().split('\n');
    // Plain words: nothing of it is for the shell.
    expect(first).toMatch(/^\$ npx trend-audit(?: [\w./-]+)+$/u);
    const { stdout } = await trendAudit(first.split(' ').slice(3), { cwd: ROOT });
    const cut = shown.at(-1) === '…' ? shown.slice(0, -1) : shown;
    const printed = stdout.split('\n').slice(0, cut.length);
    const update = process.env['UPDATE'] === '1';
    if (update)
      writeFileSync(
        FILE,
        readFileSync(FILE, 'utf8').replace(
          block,
          () => `${[first, ...printed, ...shown.slice(cut.length)].join('\n')}\n`,
        ),
      );
    // To refresh: `UPDATE=1 npx vitest run test/readme.test.ts`, and look at the difference before it is committed.
    expect(update ? cut : printed).toEqual(cut);
  });

  it.each(blocks('js'))('shows what the library gives: %s', async (block) => {
    // The package may name itself.
    const { stdout, stderr } = await inShell(`node --input-type=module -e "$3"`, [block]);
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n')).toEqual([...block.matchAll(/^\/\/→ (.*)$/gmu)].map(([, line]) => line));
    expect(stdout).not.toBe('');
  });

  it('opens with what it does, two commands, and a picture', () => {
    const [top = ''] = readme.split('\n## ');
    expect(top).toContain('npm ci && npm run build');
    expect(top).toContain('npx trend-audit analyze fixtures/rossiya-svoih-ne-brosaet/tweets.csv');
    expect(top).toContain('npm cit');
    expect(top).toContain('```console');
  });

  it('names every field of the document that --json prints', async () => {
    const { stdout } = await trendAudit(['analyze', SMALL_DUMP, '--json', '--quiet']);
    const parsed: unknown = JSON.parse(stdout);
    const document = typeof parsed === 'object' && parsed !== null ? parsed : {};
    const [json = ''] = readme.split('### JSON')[1]?.split('## ') ?? [];
    for (const field of Object.keys(document)) expect(json).toContain(field);
  });
});
