/** In which order inputs are tried: what was there, and what is made of it. */

import { createHash } from 'node:crypto';
import { randomFrom } from '../read/mutate.js';
import { type Change, changeFor, pick } from './changes.js';
import { Coverage } from './coverage.js';
import { filesOf, keep } from './input-files.js';
import type { Target } from './target.js';
import type { Task } from './task.js';

/** What comes of a search. */
export interface Found {
  /** Inputs to begin with. */
  readonly first: number;
  /** Those made of them that reached new blocks, and all blocks that were reached; null where they are not counted. */
  readonly kept: number | null;
  readonly blocks: number | null;
}

type Run = (bytes: Buffer) => Promise<void>;

function* firstOf({ seeds, longest }: Target, folders: readonly string[]): Generator<Buffer> {
  for (const seed of seeds()) yield Buffer.from(seed.subarray(0, longest));
  for (const folder of folders) for (const file of filesOf(folder)) yield file.subarray(0, longest);
}

/**
 * Every input of the repository, and as many changes to each as the target has: by these and the seed alone, in whatever
 * time it takes.
 */
export async function repeat(target: Target, task: Task, run: Run): Promise<Found> {
  const change: Change = changeFor(target);
  let first = 0;
  for (const bytes of firstOf(target, [task.corpus])) {
    first++;
    // For each input by itself, so that one more in the corpus changes nothing of the others.
    const own = createHash('sha256').update(bytes).digest().readUInt32LE();
    const random = randomFrom(own ^ Math.imul(task.seed, 0x9e37_79b1));
    await run(bytes);
    let last = bytes;
    for (let count = 0; count < target.changes; count++) {
      // Some faults take several changes.
      last = change(random() < 0.3 ? last : bytes, random, [bytes]);
      await run(last);
    }
  }
  return { first, kept: null, blocks: null };
}

/** Goes on from what reached blocks of the code that no input reached before, until time is up. */
export async function explore(target: Target, task: Task, run: Run): Promise<Found> {
  const change: Change = changeFor(target);
  const coverage = counting();
  const random = randomFrom(task.seed);
  const corpus: Buffer[] = [];
  // Counted from the start of the process, so that a long corpus takes no longer than was asked for.
  const isTimeLeft = (): boolean => performance.now() < task.seconds * 1000;
  for (const bytes of firstOf(target, [task.corpus, task.grown])) {
    if (!isTimeLeft()) break;
    await run(bytes);
    coverage.newBlocks();
    corpus.push(bytes);
  }
  const first = corpus.length;
  for (let runs = first; runs < task.runs && isTimeLeft(); runs++) {
    // Every other time one of the youngest, which have led to new code a short time ago.
    const from = (random() < 0.5 ? pick(corpus.slice(-16), random) : pick(corpus, random)) ?? Buffer.alloc(0);
    const bytes = change(from, random, corpus);
    await run(bytes);
    if (coverage.newBlocks() === 0) continue;
    corpus.push(bytes);
    if (task.grow) keep(bytes, task.grown);
  }
  return { first, kept: corpus.length - first, blocks: coverage.reached };
}

/** What is to go into the repository: bytes of one input, and of all of a target. */
const LONGEST_KEPT = 4096;
const MOST_KEPT = 48 * 1024;

/** Puts into the repository what grew here and reaches blocks that nothing in it does. */
export async function merge(target: Target, task: Task, run: Run): Promise<Found> {
  const coverage = counting();
  let [first, kept, held] = [0, 0, 0];
  for (const bytes of firstOf(target, [task.corpus])) {
    first++;
    await run(bytes);
    coverage.newBlocks();
  }
  for (const bytes of filesOf(task.grown)) {
    await run(bytes);
    if (coverage.newBlocks() === 0 || bytes.length > LONGEST_KEPT || held + bytes.length > MOST_KEPT) continue;
    kept++;
    held += bytes.length;
    keep(bytes, task.corpus);
  }
  return { first, kept, blocks: coverage.reached };
}

function counting(): Coverage {
  return new Coverage((url) => url.startsWith('file:') && (!url.includes('/test/') || url.includes('/planted.')));
}
