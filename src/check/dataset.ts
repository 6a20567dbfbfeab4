import type { Baseline, CheckedDataset, Expectation } from '../documents/check.js';
import type { TrendAuditError } from '../errors.js';
import type { AnalyzeOptions } from '../options.js';

/** A dataset (one dump, or several read as one) and its expectations. Plain data: it is sent to threads. */
export interface ConfiguredDataset {
  readonly name: string;
  /** Line of the configuration on which it begins. */
  readonly line: number;
  /** Relative to the working directory. */
  readonly files: readonly string[];
  readonly labels?: string;
  readonly options: Omit<AnalyzeOptions, 'signal' | 'onProgress' | 'workers'>;
  readonly expect: readonly Expectation[];
  readonly baseline?: BaselineRef;
  /** Why it cannot be checked, if that is known beforehand. */
  readonly problem?: NonNullable<CheckedDataset['error']>;
}

export interface BaselineRef {
  readonly file: string;
  readonly line: number;
  /** Points by which a score may change. */
  readonly tolerance: number;
  /** The stored baseline; null where a new one is written. */
  readonly stored: Baseline | null;
}

/** The result of checking one dataset. Plain data: it comes from a thread. */
export interface DatasetResult {
  readonly checked: CheckedDataset;
  /** The baseline to store, if it is being updated. */
  readonly baseline?: Baseline;
}

/**
 * An error that a user can fix, as plain data. It does not quote the file: a stranger may have chosen a private file.
 */
export function toProblem({ unquoted, file, line }: TrendAuditError): NonNullable<CheckedDataset['error']> {
  return {
    says: unquoted.message,
    hint: unquoted.hint,
    ...(file === undefined ? {} : { place: { file, ...(line === undefined ? {} : { line }) } }),
  };
}

/** The fields that every result of a dataset has. */
export function commonFields({
  name,
  files,
  line,
  expect,
  baseline,
}: ConfiguredDataset): Pick<CheckedDataset, 'name' | 'files' | 'line' | 'expectations'> {
  return { name, files, line, expectations: expect.length + (baseline ? 1 : 0) };
}

/** The result of a dataset that could not be checked. */
export function uncheckedResult(
  dataset: ConfiguredDataset,
  error: NonNullable<CheckedDataset['error']>,
): DatasetResult {
  return {
    checked: { ...commonFields(dataset), outcome: 'error', accounts: null, failures: [], baseline: null, error },
  };
}
