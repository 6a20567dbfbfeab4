/** The notes of a scan, so that one that did not end can go on: a line of JSON for each hashtag that was decided. */

import { createHash } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import type { HashtagFinding } from '../documents/scan.js';
import { TrendAuditError } from '../errors.js';
import type { ScanJournal } from '../scan/decide-all.js';
import type { Invocation } from './invocation.js';

interface Line {
  readonly hashtag: string;
  /** null where it had too few posts after all. */
  readonly finding: HashtagFinding | null;
}

/**
 * Opens the notes in a file, or begins them. Throws TrendAuditError where the file holds something else, or the notes of
 * other inputs, options or another version of the program.
 *
 * @param identity of inputs, options and program
 */
export async function openScanJournal(file: string, identity: string, invocation: Invocation): Promise<ScanJournal> {
  const place = invocation.resolve(file);
  const header = JSON.stringify({ scan: createHash('sha256').update(identity).digest('hex') });
  const [first, ...lines] = await linesOf(place, file);
  if (first !== undefined && first !== header)
    throw new TrendAuditError(
      'usage',
      first.startsWith('{"scan":')
        ? 'holds the notes of a scan of other files, or with other options'
        : 'is there, and holds no notes of a scan',
      { file, hint: 'name another file with --resume; or remove it, to begin anew' },
    );
  // What a run that was ended in the middle of a line left is cut off.
  await write(() => writeFile(place, [header, ...lines].map((line) => `${line}\n`).join('')), file);
  const found = new Map(
    lines.map((line): [string, HashtagFinding | undefined] => {
      const { hashtag, finding }: Line = JSON.parse(line);
      return [hashtag, finding ?? undefined];
    }),
  );
  return {
    found,
    add: (hashtag, finding) =>
      write(() => appendFile(place, `${JSON.stringify({ hashtag, finding: finding ?? null } satisfies Line)}\n`), file),
  };
}

/** Whole lines; none where there is no file. */
async function linesOf(place: string, file: string): Promise<string[]> {
  try {
    return (await readFile(place, 'utf8')).split('\n').slice(0, -1);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new TrendAuditError('not-readable', `cannot be read (${codeOf(error)})`, {
      file,
      hint: 'name another file with --resume',
    });
  }
}

async function write(writing: () => Promise<void>, file: string): Promise<void> {
  try {
    await writing();
  } catch (error) {
    throw new TrendAuditError('not-writable', `cannot be written (${codeOf(error)})`, {
      file,
      hint: 'name a file in another directory with --resume',
    });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
