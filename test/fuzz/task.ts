/** What is asked of the process that fuzzes one target, and what it tells. */

import type { Found } from './search.js';

export interface Task {
  readonly target: string;
  readonly seed: number;
  readonly mode: 'explore' | 'repeat' | 'merge';
  /** How long is explored, and how many inputs at most. */
  readonly seconds: number;
  readonly runs: number;
  /** Folders: what stands in the repository, what grew here, and where inputs go that show a fault. */
  readonly corpus: string;
  readonly grown: string;
  readonly found: string;
  /** Whether what reaches new blocks is kept for the next time. */
  readonly grow: boolean;
  /** A folder that is this process's own, for temporary files. */
  readonly temporary: string;
  /** Files: the input at hand, and one for the target to write. */
  readonly current: string;
  readonly scratch: string;
}

export interface Account extends Found {
  readonly runs: number;
  /** A hash of all inputs in their order. */
  readonly inputs: string;
  /** The longest that one took, in milliseconds by the clock. */
  readonly slowest: number;
  readonly faults: readonly string[];
}
