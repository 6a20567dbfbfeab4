import type { Exhibits } from '../../exhibits.js';
import type { Result } from '../../result.js';

/** A kind of output, as `-o` and `--format` choose it. */
export interface Format {
  /** What it shows beyond the result; the rest of the exhibits is empty when it is called. */
  readonly shows: readonly (keyof Exhibits)[];
  /** In pieces, so that a large output is never one string. */
  readonly render: (result: Result, exhibits: Exhibits, options: FormatOptions) => Iterable<string>;
}

export interface FormatOptions {
  /** How many accounts a list for people shows, Infinity for all. */
  readonly top: number;
  /** A sentence for each threshold that was asked for and is crossed. */
  readonly crossed?: readonly string[];
}
