import type { Baseline, CheckedDataset } from '../documents/check.js';
import type { TrendAuditError } from '../errors.js';

/** What comes of checking one dataset. Plain data: it comes from a thread. */
export interface DatasetResult {
  readonly checked: CheckedDataset;
  /** What is to be stored, where the baseline is written anew. */
  readonly baseline?: Baseline;
}

/** What a user can mend, as plain data. */
export function toProblem({ message, hint, file, line }: TrendAuditError): NonNullable<CheckedDataset['error']> {
  return {
    says: message,
    hint,
    ...(file === undefined ? {} : { place: { file, ...(line === undefined ? {} : { line }) } }),
  };
}
