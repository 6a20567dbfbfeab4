import type { ComparedDump } from '../documents/comparison.js';

/** A dump or a day of a dump that is compared with others. */
export interface ComparedPart {
  readonly dump: ComparedDump;
  /** The accounts called likely coordinated in it. */
  readonly coordinated: readonly { readonly id: string; readonly handle: string }[];
}
