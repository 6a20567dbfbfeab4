/** Runs the built command as a user does: `npm test` builds it first. */

import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const COMMAND = fileURLToPath(new URL('../../bin/trend-audit.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** With nothing on standard input, no terminal anywhere, and none of the variables that change the output. */
export function trendAudit(
  args: readonly string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ran> {
  return collect(process.execPath, [COMMAND, ...args], { env: { PATH: process.env.PATH ?? '', ...env } }, input);
}

/** A line for the shell, in which `"$@"` is the command. */
export function inShell(line: string, args: readonly string[] = []): Promise<Ran> {
  return collect(
    'bash',
    ['--norc', '-c', line, 'bash', process.execPath, COMMAND, ...args],
    { env: { PATH: process.env.PATH ?? '' } },
    '',
  );
}

function collect(program: string, args: readonly string[], options: SpawnOptions, input: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: 'pipe' });
    const texts = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...texts }));
    child.stdin.on('error', () => {}); // it may end without having read all
    child.stdin.end(input);
  });
}

/** Writes a file into a new directory and gives its path. */
export function fileWith(content: string | Uint8Array, name = 'dump.csv'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'trend-audit-')), name);
  writeFileSync(path, content);
  return path;
}

/** A dump of so many posts by a handful of people, an hour apart; made up. */
export function dumpOf(posts: number): string {
  const rows = Array.from({ length: posts }, (_, index) => {
    const time = new Date(Date.UTC(2014, 2, 1, index, (index * 7) % 60, (index * 13) % 60)).toISOString();
    return `${1000 + index},${time},person_${index % 7},201${index % 4}-05-0${1 + (index % 7)}T10:00:00Z,"Thought number ${index} on this #topic"`;
  });
  return ['id,created_at,user_screen_name,user_created_at,text', ...rows, ''].join('\n');
}
