/** One run of the command: its streams and environment, its output, and its outcome. */

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

/** Everything outside that a run may use: the process's own streams and environment in `main`, substitutes in tests. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Stream for the result. */
  readonly stdout: OutputStream;
  /** Stream for progress, warnings and errors. */
  readonly stderr: OutputStream;
  /** Whether the run was started without a standard output. */
  readonly isOutputClosed?: () => boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The directory that relative paths are resolved against. */
  readonly cwd: string;
}

/** One run of the command. */
export class Invocation {
  readonly io: Io;
  /** How the run ended, unless it throws. */
  outcome: Outcome = 'done';
  /** Whether the exit code is the answer, so that the result may be lost if there is no standard output. */
  answersByCode = false;

  constructor(io: Io) {
    this.io = io;
  }

  /** The working directory and the stream that `-` reads, for the analysis. */
  get place(): Pick<AnalyzeOptions, 'cwd' | 'stdin'> {
    const { cwd, stdin } = this.io;
    return { cwd, stdin };
  }

  /**
   * User and password for a store. Only from environment variables: a password in a command line can be seen by others.
   */
  get storeAccess(): NonNullable<AnalyzeOptions['storeAccess']> {
    const { CLICKHOUSE_USER: user, CLICKHOUSE_PASSWORD: password } = this.io.env;
    return { ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }) };
  }

  /** Height of the terminal in lines; undefined if the output is not a terminal. */
  get rows(): number | undefined {
    const { isTTY, rows } = this.io.stdout;
    return isTTY ? rows : undefined;
  }

  /** The absolute path of a file named relative to the working directory. */
  resolve(file: string): string {
    return path.resolve(this.io.cwd, file);
  }

  /**
   * Prints the result. Resolves when everything is written, or when the reader has closed the pipe (`| head`). Pieces
   * are created as they are written. Throws TrendAuditError where it cannot be written.
   */
  async print(text: string | Iterable<string>): Promise<void> {
    this.assertOutput();
    for (const piece of typeof text === 'string' ? [text] : bufferChunks(text)) {
      if (!(await handOver(this.io.stdout, piece))) return;
    }
  }

  /** Throws TrendAuditError where the printed result would be lost. */
  assertOutput(): void {
    if (this.answersByCode || this.io.isOutputClosed?.() !== true) return;
    throw new TrendAuditError('not-writable', 'standard output is closed, and the result would be lost', {
      hint: 'write it to a file (> FILE, or -o where the command has it), or keep the program that reads it running',
    });
  }

  /** Writes a line on standard error, changed so that a CI runner does not take it as a command. */
  log(line: string): void {
    this.io.stderr.write(`${breakCommandLine(line)}\n`);
  }

  /** Writes a line on standard error that starts with the program's name. */
  note(text: string): void {
    this.log(`${PROGRAM}: ${text}`);
  }
}

/** Writes to the stream. Resolves to false if the reader has closed the pipe. */
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

/** Size of the write buffer in bytes: one system call for each line would be slow. */
const CHUNK_BYTES = 131_072;
/** Maximum bytes of UTF-8 for one UTF-16 unit. */
const MOST_BYTES = 3;

/**
 * Encodes text as UTF-8 in chunks of about `CHUNK_BYTES`. Each piece is encoded directly into the chunk: joining the
 * pieces first takes twice as long. No piece may end within a character.
 */
export function* bufferChunks(pieces: Iterable<string>): Generator<Uint8Array> {
  let chunk = Buffer.alloc(0);
  let end = 0;
  for (const piece of pieces) {
    const room = MOST_BYTES * piece.length;
    if (chunk.length - end < room) {
      if (end > 0) yield chunk.subarray(0, end);
      // A new buffer each time: a stream may use a chunk longer than its callback suggests.
      chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, room));
      end = 0;
    }
    end += chunk.write(piece, end);
  }
  if (end > 0) yield chunk.subarray(0, end);
}

/**
 * If no file was named: prints the help on a terminal, else throws an error with an example.
 * @param howMany files the command takes, in words
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
