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

/** Only a flag, never a key of the configuration: it limits the author of the configuration. */
export const ALLOW_OUTSIDE = '--allow-outside';
/** The default format, for people. */
export const TEXT = 'text';
/** In points of a score from 0 to 100: smaller differences mean nothing. */
export const TOLERANCE = 1;
