/** One run of the command: what it sees of the world, what it prints there, and how it ended. */

import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import { TrendAuditError } from '../errors.js';
import type { AnalyzeOptions } from '../options.js';
import { breakCommandLine } from '../text/runner-commands.js';
import { type Outcome, PROGRAM } from './format-error.js';

export type OutputStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** What a run may touch. The process's own in `main`; in tests whatever they hand in. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** The result goes here. */
  readonly stdout: OutputStream;
  /** Progress, warnings and errors go here. */
  readonly stderr: OutputStream;
  /** Whether the run was started without a standard output. */
  readonly isOutputClosed?: () => boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative names of files begin here. */
  readonly cwd: string;
}

/** One run of the command: its streams and environment, and how it ended. */
export class Invocation {
  readonly io: Io;
  /** How the run ended, unless it throws. */
  outcome: Outcome = 'done';
  /** Whether the exit code is what was asked for, so that nothing is missed where there is no standard output. */
  answersByCode = false;

  constructor(io: Io) {
    this.io = io;
  }

  /** Where relative paths begin and what `-` reads, for the analysis. */
  get place(): Pick<AnalyzeOptions, 'cwd' | 'stdin'> {
    const { cwd, stdin } = this.io;
    return { cwd, stdin };
  }

  /** Who asks a store: told by variables alone, so that no password stands in a command line. */
  get storeAccess(): NonNullable<AnalyzeOptions['storeAccess']> {
    const { CLICKHOUSE_USER: user, CLICKHOUSE_PASSWORD: password } = this.io.env;
    return { ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }) };
  }

  /** Lines that the reader's screen shows; undefined where the result goes to no terminal. */
  get rows(): number | undefined {
    const { isTTY, rows } = this.io.stdout;
    return isTTY ? rows : undefined;
  }

  /** Where on the disk a file is that was named relative to the working directory. */
  resolve(file: string): string {
    return path.resolve(this.io.cwd, file);
  }

  /**
   * Prints the result. Resolves once everything is handed over, or once the reader has closed the pipe (`| head`).
   * Pieces are made as they are handed over. Throws TrendAuditError where it cannot be written.
   */
  async print(text: string | Iterable<string>): Promise<void> {
    this.assertOutput();
    for (const piece of typeof text === 'string' ? [text] : bufferChunks(text)) {
      if (!(await handOver(this.io.stdout, piece))) return;
    }
  }

  /** Throws TrendAuditError where what is to be printed would be lost. */
  assertOutput(): void {
    if (this.answersByCode || this.io.isOutputClosed?.() !== true) return;
    throw new TrendAuditError('not-writable', 'standard output is closed, and the result would be lost', {
      hint: 'write it to a file (> FILE, or -o where the command has it), or leave open what it goes to',
    });
  }

  /** A line on standard error, which is no command to a CI runner. */
  log(line: string): void {
    this.io.stderr.write(`${breakCommandLine(line)}\n`);
  }

  /** A line on standard error that names the program first. */
  note(text: string): void {
    this.log(`${PROGRAM}: ${text}`);
  }
}

/** Whether the reader takes more. */
function handOver(stream: OutputStream, text: string | Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
      if (!error) resolve(true);
      else if (error.code === 'EPIPE') resolve(false);
      else {
        reject(
          new TrendAuditError('not-writable', `the result cannot be written (${error.code ?? error.message})`, {
            hint: 'check that the disk is not full',
          }),
        );
      }
    });
  });
}

/** Pieces are gathered to this many bytes before they are written: a system call for each line would take its time. */
const CHUNK_BYTES = 131_072;
/** Bytes that UTF-8 takes at most for one unit of UTF-16. */
const MOST_BYTES = 3;

/**
 * The same text as UTF-8, in chunks of about `CHUNK_BYTES`. Each piece is encoded into its place: to join pieces first
 * takes twice as long. No piece may end within a character.
 */
export function* bufferChunks(pieces: Iterable<string>): Generator<Uint8Array> {
  let chunk = Buffer.alloc(0);
  let end = 0;
  for (const piece of pieces) {
    const room = MOST_BYTES * piece.length;
    if (chunk.length - end < room) {
      if (end > 0) yield chunk.subarray(0, end);
      // A new one each time: a stream may hold what it was given for longer than it says.
      chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, room));
      end = 0;
    }
    end += chunk.write(piece, end);
  }
  if (end > 0) yield chunk.subarray(0, end);
}

/**
 * Where a command was given no file: its help for somebody at a terminal, else an error that shows it with files.
 * @param howMany of them it takes, in words
 * @param example what may follow the command's name
 */
export function requireFiles(
  files: readonly string[],
  command: Command,
  { io }: Invocation,
  howMany: string,
  example: string,
): void {
  if (files.length > 0) return;
  if (io.stdin.isTTY) command.help({ error: true });
  throw new TrendAuditError('usage', 'no file was named', {
    hint: `name ${howMany}, as in ${PROGRAM} ${command.name()} ${example}`,
  });
}
