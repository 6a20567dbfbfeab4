import * as z from 'zod';
import type { Baseline } from '../documents/check.js';
import { TrendAuditError } from '../errors.js';
import { type ConfigSource, keyName } from './config.js';

const BASELINE = z.strictObject({
  baseline: z.literal('1'),
  accounts: z.array(z.strictObject({ id: z.string(), handle: z.string(), score: z.number() })),
});

/** A baseline as it was stored. Throws TrendAuditError at the line that is no part of one. */
export function storedBaseline({ file, value, lineOf }: ConfigSource): Baseline {
  const parsed = BASELINE.safeParse(value);
  if (parsed.success) return { accounts: parsed.data.accounts };
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  throw new TrendAuditError(
    'malformed',
    `is no baseline: ${path.length === 0 ? 'it' : keyName(path)} is not as one is written`,
    { file, line: lineOf(path), hint: 'write it anew with --update' },
  );
}
