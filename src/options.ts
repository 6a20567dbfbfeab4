import type { ReadOptions } from './read/read.js';
import type { Selection } from './read/select.js';

export interface AnalyzeOptions extends Selection, Pick<ReadOptions, 'map' | 'assumeTz' | 'maxBadRows' | 'encoding' | 'maxBytes' | 'signal'> {
  /** Files of users (CSV or JSON): creation date, handle and display name of the accounts, by id or handle. */
  readonly users?: readonly string[];
  /** Threads that read beside this one; 0: none. As many as there are cores, where a file is worth it. The result is the same with any number. */
  readonly workers?: number;
  /** Whole number; 1 by default. The same seed gives the same result. */
  readonly seed?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Calls what computes for long without a pause, once, and gives back what that gives; so that somebody can keep watch meanwhile. */
  readonly computing?: <T>(work: () => T) => Promise<T>;
}

/** Calls what computes for long, as the options have it. */
export async function compute<T>({ computing }: Pick<AnalyzeOptions, 'computing'>, work: () => T): Promise<T> {
  return computing ? computing(work) : work();
}

export interface Progress {
  readonly stage: string;
  readonly bytesRead: number;
  /** Undefined where the size is not known (standard input). */
  readonly bytesTotal: number | undefined;
  readonly posts: number;
}
