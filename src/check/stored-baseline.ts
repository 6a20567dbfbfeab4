import * as z from 'zod';
import type { Baseline } from '../documents/check.js';
import { TrendAuditError } from '../errors.js';
import { type ConfigSource, keyName } from './config.js';

const BASELINE = z.strictObject({
  baseline: z.literal('1'),
  accounts: z.array(z.strictObject({ id: z.string(), handle: z.string(), score: z.number() })),
});

/** What every baseline says that it is, whatever else is wrong with it. */
const KIND = z.looseObject({ baseline: z.string() });

/** A baseline as it was stored. Throws TrendAuditError at the line that is no part of one. */
export function storedBaseline({ file, value, lineOf }: ConfigSource): Baseline {
  const parsed = BASELINE.safeParse(value);
  if (parsed.success) return { accounts: parsed.data.accounts };
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  throw new TrendAuditError(
    'malformed',
    `is no baseline: ${path.length === 0 ? 'it' : keyName(path)} is not as one is written`,
    {
      file,
      line: lineOf(path),
      hint: isBaseline(value) ? 'write it anew with --update' : 'check its name: --update replaces no other file',
    },
  );
}

/** Whether a value says that it is a baseline, and may be replaced by another. */
export function isBaseline(value: unknown): boolean {
  return KIND.safeParse(value).success;
}
