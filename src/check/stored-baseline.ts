import * as z from 'zod';
import type { Baseline, BaselineAccount } from '../documents/check.js';
import { TrendAuditError } from '../errors.js';
import { type ConfigSource, type KeyPath, keyName } from './config.js';

const BASELINE = z.strictObject({ baseline: z.literal('1'), accounts: z.array(z.unknown()) });
const ACCOUNT = z.strictObject({ id: z.string(), handle: z.string(), score: z.number() });

/** The key that marks a baseline; the rest may be invalid. */
const KIND = z.looseObject({ baseline: z.string() });

/**
 * Parses a stored baseline.
 * @throws TrendAuditError with the line that is not valid
 */
export function storedBaseline({ file, value, lineOf }: ConfigSource): Baseline {
  const refusal = (path: KeyPath): TrendAuditError =>
    new TrendAuditError(
      'malformed',
      `is not a baseline: ${path.length === 0 ? 'it' : keyName(path)} does not have the form of one`,
      {
        file,
        line: lineOf(path),
        hint: isBaseline(value) ? 'write it again with --update' : 'check its name: --update replaces no other file',
      },
    );
  const parsed = BASELINE.safeParse(value);
  if (!parsed.success) throw refusal(parsed.error.issues[0]?.path ?? []);
  // Checked one by one, to stop at the first invalid one: errors for millions would all be kept in memory.
  const accounts = parsed.data.accounts.map((account, index): BaselineAccount => {
    const known = ACCOUNT.safeParse(account);
    if (!known.success) throw refusal(['accounts', index, ...(known.error.issues[0]?.path ?? [])]);
    return known.data;
  });
  return { accounts };
}

/** Whether a value is marked as a baseline, and may be replaced by a new one. */
export function isBaseline(value: unknown): boolean {
  return KIND.safeParse(value).success;
}
