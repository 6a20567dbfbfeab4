/** The result goes to standard output; everything that is said about it, to standard error. */

import { TrendAuditError } from '../errors.js';
import { bufferChunks } from './buffer-chunks.js';
import { PROGRAM } from './format-error.js';

/** A reader that has seen enough (`| head`) is no error; without these handlers it would be an uncaught one. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/** Resolves once everything is handed over, or once nobody reads any more. Pieces are made as they are handed over. */
export async function writeOut(text: string | Iterable<string>): Promise<void> {
  for (const piece of typeof text === 'string' ? [text] : bufferChunks(text)) if (!(await handOver(piece))) return;
}

/** Whether anybody reads on. */
function handOver(text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
      if (!error) resolve(true);
      else if (error.code === 'EPIPE') resolve(false);
      else
        reject(
          new TrendAuditError('not-writable', `the result cannot be written (${error.code ?? error.message})`, {
            hint: 'check that the disk is not full',
          }),
        );
    });
  });
}

export function logLine(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function logNote(text: string): void {
  logLine(`${PROGRAM}: ${text}`);
}
