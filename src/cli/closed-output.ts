/** Whether the process was started without a standard output (`>&-`). */

import { readFileSync, readlinkSync } from 'node:fs';

const NOWHERE = '/dev/null';
/** The two bits of a file's flags for the access mode (open(2)), and their value for reading and writing. */
const ACCESS = 0o3;
const READ_AND_WRITE = 2;

/**
 * Node opens /dev/null for reading and writing in place of a missing standard stream; a shell's `> /dev/null` opens it
 * for writing only. Other programs that silence a child open /dev/null as Node does: if standard error is silenced too,
 * or the parent itself has no output, that is taken as intended. Without /proc this cannot be detected, and the answer
 * is no.
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
