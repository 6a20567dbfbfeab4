/** Whether the process was started without a standard output (`>&-`). */

import { readFileSync, readlinkSync } from 'node:fs';

const NOWHERE = '/dev/null';
/** The two bits of a file's flags that say how it was opened (open(2)), and the value for reading and writing. */
const ACCESS = 0o3;
const READ_AND_WRITE = 2;

/**
 * Node puts /dev/null, opened for reading and writing, where a standard stream is missing; a shell's `> /dev/null` is
 * for writing alone. Other programs that want a quiet child open it as Node does: who silences standard error as
 * well, or has no output itself, means it. Where there is no /proc nothing can be told, and the answer is no.
 */
export function isOutputClosed(): boolean {
  return isMissing('self', 1) && !isMissing('self', 2) && pathOf(String(process.ppid), 1) !== NOWHERE;
}

function isMissing(process: string, stream: number): boolean {
  if (pathOf(process, stream) !== NOWHERE) return false;
  try {
    const [, flags = '0'] =
      /^flags:\s*([0-7]+)$/mu.exec(readFileSync(`/proc/${process}/fdinfo/${stream}`, 'utf8')) ?? [];
    return (Number.parseInt(flags, 8) & ACCESS) === READ_AND_WRITE;
  } catch {
    return false;
  }
}

function pathOf(process: string, stream: number): string | undefined {
  try {
    return readlinkSync(`/proc/${process}/fd/${stream}`);
  } catch {
    return undefined;
  }
}
