/** Runs the command: in this process, and, where only that shows it, as a process of its own (`npm test` builds it first). */

import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Invocation, type OutputStream } from '../../src/cli/invocation.js';
import { run } from '../../src/cli/run.js';

export const COMMAND = fileURLToPath(new URL('../../bin/trend-audit.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  /** No variable but these. */
  readonly env?: Readonly<Record<string, string>>;
  /** What stands on standard input. */
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  /** Cells of the terminal that all three streams are; undefined where they are pipes. */
  readonly terminal?: number;
  /** What writing to standard output fails with: EPIPE where nobody reads on, ENOSPC where the disk is full. */
  readonly unwritable?: 'EPIPE' | 'ENOSPC';
}

/** Runs the command in this process. */
export async function trendAudit(args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const { env = {}, input = '', cwd = process.cwd(), terminal, unwritable } = surroundings;
  const [out, err] = [new Collected(terminal, unwritable), new Collected(terminal)];
  const stdin = Readable.from([Buffer.from(input)], { objectMode: false });
  const io = { stdin: Object.assign(stdin, { isTTY: terminal !== undefined }), stdout: out, stderr: err, env, cwd };
  const code = await run(args, io);
  return { code, stdout: out.text, stderr: err.text };
}

/** Keeps what is written to it, unless it fails. */
class Collected extends Writable implements OutputStream {
  readonly isTTY: boolean;
  readonly columns?: number;
  readonly #failure: NodeJS.ErrnoException | undefined;
  readonly #chunks: Buffer[] = [];

  constructor(terminal?: number, code?: string) {
    super();
    this.isTTY = terminal !== undefined;
    if (terminal !== undefined) this.columns = terminal;
    if (code !== undefined) this.#failure = Object.assign(new Error(`write ${code}`), { code });
    // As `main` listens to the process's own.
    this.on('error', () => {});
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error) => void): void {
    if (!this.#failure) this.#chunks.push(chunk);
    done(this.#failure);
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString();
  }
}

/** Runs the built command as a process of its own, as a user does, with no terminal anywhere. */
export function asProcess(args: readonly string[], { env = {}, input = '' }: Surroundings = {}): Promise<Ran> {
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

function collect(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
  input: string | Uint8Array,
): Promise<Ran> {
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
    return `${1000 + index},${time},person_${index % 7},201${(index % 7) % 4}-05-0${1 + (index % 7)}T10:00:00Z,"Thought number ${index} on this #topic"`;
  });
  return ['id,created_at,user_screen_name,user_created_at,text', ...rows, ''].join('\n');
}

/** Where the command's definitions are asked for and nothing is run. */
export const NOWHERE = new Invocation({
  stdin: Object.assign(Readable.from([]), { isTTY: false }),
  stdout: new Collected(),
  stderr: new Collected(),
  env: {},
  cwd: '/',
});
