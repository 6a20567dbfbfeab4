/** Which blocks of the code have run, by V8's own counters. */

import { type Profiler, Session } from 'node:inspector';

interface Block {
  readonly from: number;
  readonly to: number;
  reached: boolean;
}

export class Coverage {
  /** Blocks that have run so far. */
  reached = 0;
  readonly #session = new Session();
  readonly #counts: (url: string) => boolean;
  readonly #functions = new Map<string, Block[]>();

  /** @param counts whether the code of a file counts, by its URL */
  constructor(counts: (url: string) => boolean) {
    this.#counts = counts;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** How many blocks have run since the last call that never ran before. */
  newBlocks(): number {
    const before = this.reached;
    let taken: readonly Profiler.ScriptCoverage[] = [];
    this.#session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      taken = result;
    });
    for (const { url, functions } of taken) {
      if (!this.#counts(url)) continue;
      for (const { ranges } of functions) if (ranges[0] && ranges[0].count > 0) this.#take(url, ranges);
    }
    return this.reached - before;
  }

  /** V8 names a block only where it ran more or less often than what is around it: so each is remembered once it was named. */
  #take(url: string, ranges: readonly Profiler.CoverageRange[]): void {
    const key = `${url} ${ranges[0]?.startOffset} ${ranges[0]?.endOffset}`;
    const blocks = this.#functions.get(key) ?? [];
    this.#functions.set(key, blocks);
    for (const { startOffset: from, endOffset: to } of ranges)
      if (!blocks.some((block) => block.from === from && block.to === to)) blocks.push({ from, to, reached: false });
    for (const block of blocks) {
      if (block.reached) continue;
      // Outer ranges stand before those within them.
      const around = ranges.findLast(
        ({ startOffset, endOffset }) => startOffset <= block.from && block.to <= endOffset,
      );
      if (!around || around.count === 0) continue;
      block.reached = true;
      this.reached++;
    }
  }
}
