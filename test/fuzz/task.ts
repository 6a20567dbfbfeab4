/** What is asked of the process that fuzzes one target, and what it tells. */

export interface Task {
  readonly target: string;
  readonly seed: number;
  readonly seconds: number;
  /** At most so many inputs. */
  readonly runs: number;
  /** Folders: what stands in the repository, what grew here, and where inputs go that show a fault. */
  readonly corpus: string;
  readonly grown: string;
  readonly found: string;
  /** Whether what reaches new blocks is kept for the next time. */
  readonly grow: boolean;
  /** Whether what grew here goes into the repository: the shortest inputs that together reach what all of them do. */
  readonly merge: boolean;
  /** A folder that is this process's own, for temporary files. */
  readonly temporary: string;
  /** Files: the input at hand, and one for the target to write. */
  readonly current: string;
  readonly scratch: string;
}

export interface Account {
  readonly runs: number;
  /** Inputs to begin with. */
  readonly first: number;
  /** Those of the mutated ones that reached new blocks. */
  readonly kept: number;
  readonly blocks: number;
  /** The longest that one took, in milliseconds by the clock. */
  readonly slowest: number;
  readonly faults: readonly string[];
}
