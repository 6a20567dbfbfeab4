/** For the tests, which check the properties of the permutation. */

import type { Post } from '../src/documents/post.js';

interface Shuffler {
  shuffle<T>(items: readonly T[]): T[];
}

export function inOrder<P extends Post>(posts: readonly P[]): P[];
export function permuteContents<P extends Post>(posts: readonly P[], moment: number, random: Shuffler): P[];
export function permuteCreationDates<P extends Post>(posts: readonly P[], random: Shuffler): P[];
export function permute<P extends Post>(posts: readonly P[], moment: number, random: Shuffler): P[];
