/** For the tests, which scan a small archive. */

import type { SimulatedPost } from '../src/simulate/index.js';

export interface ArchiveConversation {
  readonly hashtag: string;
  /** Share of its accounts that push; 0 for none. */
  readonly push: number;
  /** Whether it has fans and activists. */
  readonly sincere: boolean;
  readonly pushers: ReadonlySet<string>;
  readonly accounts: number;
  readonly posts: readonly SimulatedPost[];
}

export const PUSHES: readonly number[];

export function conversationsOf(of: {
  readonly seed: number;
  readonly hashtags: number;
}): Generator<ArchiveConversation>;
