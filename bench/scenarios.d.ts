/** For the tests, which decide a few of them. */

import type { Post } from '../src/documents/post.js';

export interface InventedCase {
  readonly name: string;
  readonly posts: readonly Post[];
  /** Whether each account pushes, by id. */
  readonly pushed: ReadonlyMap<string, boolean>;
  /** The kind of each account, by id: `o` is the ordinary public. */
  readonly kind: ReadonlyMap<string, string>;
}

/** The scenario with this name, for one seed. */
export function inventedCase(name: string, seed: number): InventedCase;
