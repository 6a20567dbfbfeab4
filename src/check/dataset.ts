import type { Baseline, CheckedDataset, Expectation } from '../documents/check.js';
import type { AnalyzeOptions } from '../options.js';

/** One dump, or several read as one, and what is expected of it. Plain data: it is sent to threads. */
export interface Dataset {
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
