import type { OutputFlags } from './command-options.js';

export interface CheckFlags extends OutputFlags {
  readonly init?: true;
  readonly update?: true;
  readonly allowOutside?: true;
  readonly printConfig?: true;
  readonly format?: string;
  readonly output?: readonly string[];
  readonly workers?: number;
  readonly tolerance?: number;
  readonly seed?: number;
  readonly maxBadRows?: number;
}

/** Never in a configuration: its author is the one whom this limits. */
export const ALLOW_OUTSIDE = '--allow-outside';
/** The format for a person. */
export const TEXT = 'text';
/** Points: a score of 0 to 100 tells no more. */
export const TOLERANCE = 1;
