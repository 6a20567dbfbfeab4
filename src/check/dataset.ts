import type { Baseline, CheckedDataset, Expectation } from '../documents/check.js';
import type { TrendAuditError } from '../errors.js';
import type { AnalyzeOptions } from '../options.js';

/** One dump, or several read as one, and what is expected of it. Plain data: it is sent to threads. */
export interface ConfiguredDataset {
  readonly name: string;
  /** Line of the configuration on which it begins. */
  readonly line: number;
  /** As a reader finds them from where the program runs. */
  readonly files: readonly string[];
  readonly labels?: string;
  readonly options: Omit<AnalyzeOptions, 'signal' | 'onProgress' | 'workers'>;
  readonly expect: readonly Expectation[];
  readonly baseline?: BaselineRef;
  /** Why it cannot be checked, where that is known before. */
  readonly problem?: NonNullable<CheckedDataset['error']>;
}

export interface BaselineRef {
  readonly file: string;
  readonly line: number;
  /** Points by which a score may move. */
  readonly tolerance: number;
  /** As stored; null where it is written anew. */
  readonly stored: Baseline | null;
}

/** What comes of checking one dataset. Plain data: it comes from a thread. */
export interface DatasetResult {
  readonly checked: CheckedDataset;
  /** The baseline to store, if it is being updated. */
  readonly baseline?: Baseline;
}

/**
 * What a user can mend, as plain data. Nothing is quoted of a file that could not be read: a stranger may have named
 * it.
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
