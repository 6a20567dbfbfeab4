import type { Command } from 'commander';
import { TrendAuditError } from '../errors.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';

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
