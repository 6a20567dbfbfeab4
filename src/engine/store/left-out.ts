/** What a selection leaves out of each input of a store, reported as if the files were read with the same selection. */

import type { Input, SkipReason } from '../../documents/result.js';
import type { Selection } from './selection.js';

/** Number of line numbers kept for each reason, the same as when files are read. */
const LINES_KEPT = 5;
/** Number of rows searched first, and the factor by which it grows if they are not enough. */
const FIRST_ROWS = 1024;
const MORE = 32;

type Reason = Extract<SkipReason, 'outside-span' | 'other-hashtag'>;

interface LeftOut {
  readonly count: number;
  readonly firstRow: number;
  readonly lines: readonly number[];
}

/**
 * The inputs as they would be reported if their files were read with this selection.
 * @param inputs as they are reported without a selection
 * @param selected number of selected posts of each input
 */
export async function accountForSelection(
  inputs: readonly Input[],
  selected: ReadonlyMap<number, number>,
  selection: Selection,
  { tag, hasSpan }: { readonly tag: string | undefined; readonly hasSpan: boolean },
): Promise<Input[]> {
  const counts = await countLeftOut(inputs, selected, selection, tag, hasSpan);
  const told = new Map<Reason, ReadonlyMap<number, LeftOut>>();
  for (const [reason, byInput] of counts) told.set(reason, await findFirst(reason, byInput, selection, tag));
  return inputs.map((input, place) => {
    const reasons = [...told]
      .flatMap(([reason, byInput]) => {
        const found = byInput.get(place);
        return found ? [{ reason, ...found }] : [];
      })
      // In the order in which they first occur in the file.
      .sort((a, b) => a.firstRow - b.firstRow);
    return {
      ...input,
      posts: selected.get(place) ?? 0,
      skipped: { ...input.skipped, ...Object.fromEntries(reasons.map(({ reason, count }) => [reason, count])) },
      skippedAt: { ...input.skippedAt, ...Object.fromEntries(reasons.map(({ reason, lines }) => [reason, lines])) },
    };
  });
}

async function countLeftOut(
  inputs: readonly Input[],
  selected: ReadonlyMap<number, number>,
  selection: Selection,
  tag: string | undefined,
  hasSpan: boolean,
): Promise<Map<Reason, Map<number, number>>> {
  const outside = hasSpan && tag !== undefined ? await selection.countOutside() : new Map<number, number>();
  const counts = new Map<Reason, Map<number, number>>([
    ['outside-span', new Map()],
    ['other-hashtag', new Map()],
  ]);
  for (const [place, { posts }] of inputs.entries()) {
    const all = posts - (selected.get(place) ?? 0);
    const outsideSpan = tag === undefined ? all : (outside.get(place) ?? 0);
    if (outsideSpan > 0) counts.get('outside-span')?.set(place, outsideSpan);
    if (all > outsideSpan) counts.get('other-hashtag')?.set(place, all - outsideSpan);
  }
  return counts;
}

/** Searches more and more rows of each input, because the first few are nearly always enough. */
async function findFirst(
  reason: Reason,
  counts: ReadonlyMap<number, number>,
  selection: Selection,
  tag: string | undefined,
): Promise<Map<number, LeftOut>> {
  if (counts.size === 0) return new Map();
  for (let rows = FIRST_ROWS; ; rows *= MORE) {
    const found = await selection.firstLeftOut(reason, tag, LINES_KEPT, rows);
    const missing = [...counts].some(([place, count]) => (found.get(place)?.length ?? 0) < Math.min(count, LINES_KEPT));
    if (missing && rows < Number.MAX_SAFE_INTEGER / MORE) continue;
    return new Map(
      [...counts].map(([place, count]) => {
        const first = found.get(place) ?? [];
        return [place, { count, firstRow: first[0]?.row ?? Infinity, lines: first.map(({ line }) => line) }];
      }),
    );
  }
}
