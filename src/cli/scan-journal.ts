/**
 * The journal of a scan, so that an interrupted scan can continue: a line of JSON for each hashtag that was decided.
 */

import { createHash } from 'node:crypto';
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import type { HashtagFinding } from '../documents/scan.js';
import { TrendAuditError } from '../errors.js';
import type { ScanJournal } from '../scan/decide-all.js';
import type { Invocation } from './invocation.js';

interface Line {
  readonly hashtag: string;
  /** null for a hashtag with too few posts. */
  readonly finding: HashtagFinding | null;
}

/**
 * File mode: the owner only. The journal contains the accounts found in each hashtag before the correction for the
 * number of hashtags.
 */
const OWNER_ONLY = 0o600;

/**
 * Opens or creates the journal. Throws TrendAuditError where the file contains something else, or the journal of other
 * inputs, options or another version of the program.
 *
 * @param identity of inputs, options and program
 */
export async function openScanJournal(file: string, identity: string, invocation: Invocation): Promise<ScanJournal> {
  const place = invocation.resolve(file);
  const header = JSON.stringify({ scan: createHash('sha256').update(identity).digest('hex') });
  const before = await contentOf(place, file);
  // Cuts off an incomplete last line, left by a run that was interrupted.
  const whole = before.slice(0, before.lastIndexOf('\n') + 1);
  const [first, ...lines] = whole.split('\n').slice(0, -1);
  if (first === undefined ? !header.startsWith(before) : first !== header) throw notTheseNotes(before, file);
  const found = new Map(lines.map((line, k) => parseLine(line, k + 2, file)));
  if (first === undefined) await write(() => writeFile(place, `${header}\n`, { mode: OWNER_ONLY }), file);
  else if (whole.length < before.length) await write(() => truncate(place, Buffer.byteLength(whole)), file);
  let last: Promise<void> = Promise.resolve();
  return {
    found,
    // Appends are chained: a long line is written in several pieces, which must not mix with others.
    add: (hashtag, finding) => {
      const line = `${JSON.stringify({ hashtag, finding: finding ?? null } satisfies Line)}\n`;
      last = last.then(() => write(() => appendFile(place, line), file));
      return last;
    },
  };
}

function notTheseNotes(content: string, file: string): TrendAuditError {
  return new TrendAuditError(
    'usage',
    content.startsWith('{"scan":')
      ? 'holds the progress of a scan of other files, with other options, or by another version of trend-audit'
      : 'exists, and does not hold the progress of a scan',
    { file, hint: 'name another file with --resume; or remove it, to start again' },
  );
}

function parseLine(line: string, number: number, file: string): [string, HashtagFinding | undefined] {
  try {
    const { hashtag, finding }: Line = JSON.parse(line);
    return [hashtag, finding ?? undefined];
  } catch {
    throw new TrendAuditError('malformed', `holds the progress of a scan, damaged in line ${number}`, {
      file,
      hint: 'remove that line, so that its hashtag is decided again; or name another file with --resume',
    });
  }
}

/** The content of the file; empty if it does not exist. */
async function contentOf(place: string, file: string): Promise<string> {
  try {
    return await readFile(place, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
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
