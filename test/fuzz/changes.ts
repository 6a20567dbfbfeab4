/** Changes to an input: those of `mutate`, with words of the target's format, and its joining with another. */

import { mutate, SPECIAL } from '../read/mutate.js';
import type { Target } from './target.js';

/** An input made of one, or of two. The same `random`, the same input. */
export type Change = (from: Buffer, random: () => number, others: readonly Buffer[]) => Buffer;

export function changeFor({ words, longest }: Pick<Target, 'words' | 'longest'>): Change {
  const all = [...SPECIAL, ...words.flat().map((word) => Buffer.from(word).toString('latin1'))];
  return (from, random, others) => {
    let bytes = random() < 0.4 ? withPart(from, random, all) : mutate(from, random, all);
    const other = random() < 0.15 ? pick(others, random) : undefined;
    if (other) {
      const cut = Math.floor(random() * (other.length + 1));
      bytes = Buffer.concat([bytes.subarray(0, Math.floor(random() * (bytes.length + 1))), other.subarray(cut)]);
    }
    return bytes.subarray(0, longest);
  };
}

export function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}

/** A byte or a word put in at one place, or over what is there: alone, for several changes seldom fit together. */
function withPart(bytes: Buffer, random: () => number, words: readonly string[]): Buffer {
  const word = random() < 0.7 ? pick(words, random) : undefined;
  const part = word === undefined ? Buffer.from([random() * 256]) : Buffer.from(word, 'latin1');
  const at = Math.floor(random() * (bytes.length + 1));
  return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(random() < 0.5 ? at : at + part.length)]);
}
