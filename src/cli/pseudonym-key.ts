import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { TrendAuditError } from '../errors.js';
import type { Invocation } from './invocation.js';

/** Minimum key length: 128 bits if each character carries 8. A shorter key can be guessed, and names with it. */
const SHORTEST = 16;

export interface Key {
  readonly key: string;
  /** Whether the key was generated in this run, so that the user has not seen it. */
  readonly made: boolean;
}

/** The key in the file, without trailing whitespace; a new one where no file is named. Throws TrendAuditError. */
export async function pseudonymKey(file: string | undefined, invocation: Invocation): Promise<Key> {
  if (file === undefined) return { key: randomBytes(32).toString('hex'), made: true };
  const hint = 'make one with: openssl rand -hex 32 > KEY';
  const text = await readFile(invocation.resolve(file), 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new TrendAuditError(
      code === 'ENOENT' ? 'not-found' : 'not-readable',
      code === 'ENOENT' ? 'there is no such key file' : `the key cannot be read (${code})`,
      { file, hint },
    );
  });
  const key = text.trimEnd();
  if (key.length < SHORTEST)
    throw new TrendAuditError('usage', `holds a key of ${key.length} characters, and at least ${SHORTEST} are needed`, {
      file,
      hint,
    });
  return { key, made: false };
}
