/** Which accounts have a row in the picture, in which order, and how high the rows are. */

import type { AccountResult } from '../../documents/result.js';
import { VERDICTS, type Verdict } from '../../documents/verdict.js';
import type { PageIndex } from './page-index.js';

/** Maximum number of rows: with more, nobody could see a wave, and the drawing would be too large for a page. */
const ROWS: Readonly<Record<Verdict, number>> = {
  coordinated: 240,
  flooding: 40,
  unclear: 60,
  organic: 80,
  insufficient: 0,
};
/** Height that all rows of a verdict share, and maximum and minimum height of a row, in pixels. */
const SHARED: Readonly<Record<Verdict, number>> = {
  coordinated: 1_170,
  flooding: 96,
  unclear: 110,
  organic: 150,
  insufficient: 0,
};
const HIGHEST = 12;
const LOWEST = 3;
/** Minimum height, in pixels, at which a row has room for a name. */
export const NAMED_ROW = 9;
/** Room for a block's heading. */
const HEADING = 24;

export interface RasterRow {
  readonly account: AccountResult;
  readonly times: readonly number[];
  /** Upper edge, in pixels from the top. */
  readonly top: number;
}

export interface RasterBlock {
  readonly verdict: Verdict;
  readonly rows: readonly RasterRow[];
  readonly rowHeight: number;
  /** How many accounts of the verdict there are. */
  readonly of: number;
  readonly top: number;
  readonly bottom: number;
}

/** Blocks below each other, starting at `start` pixels; none in an undecided dump, in which nobody may be named. */
export function rasterBlocks(shown: PageIndex, start: number): RasterBlock[] {
  const { result, listed, compared, postsOf } = shown;
  if (result.summary.undecided) return [];
  const order = new Map(result.groups.map(({ id }, index) => [id, index]));
  const groupOf = ({ group }: AccountResult): number =>
    group === null ? result.groups.length : (order.get(group) ?? result.groups.length);
  let bottom = start;
  return VERDICTS.flatMap((verdict) => {
    const accounts = verdict === 'organic' ? compared : listed[verdict];
    const chosen = accounts.filter(({ id }) => postsOf.has(id)).slice(0, ROWS[verdict]);
    if (chosen.length === 0) return [];
    const rowHeight = Math.max(LOWEST, Math.min(HIGHEST, Math.floor(SHARED[verdict] / chosen.length)));
    const top = bottom + HEADING;
    const rows = chosen
      .map((account) => ({ account, times: (postsOf.get(account.id) ?? []).map(({ time }) => Date.parse(time)) }))
      .sort(
        (a, b) =>
          groupOf(a.account) - groupOf(b.account) ||
          (a.times[0] ?? 0) - (b.times[0] ?? 0) ||
          (a.account.id < b.account.id ? -1 : 1),
      )
      .map((row, index) => ({ ...row, top: top + index * rowHeight }));
    bottom = top + rows.length * rowHeight;
    return [{ verdict, rows, rowHeight, of: result.summary.accounts[verdict], top, bottom }];
  });
}

/** Where the rows of each group begin and end. */
export function groupSpans(blocks: readonly RasterBlock[]): { group: string; from: number; to: number }[] {
  return blocks.flatMap(({ rows, rowHeight }) => {
    const spans = new Map<string, { from: number; to: number }>();
    for (const { account, top } of rows) {
      if (account.group !== null)
        spans.set(account.group, { from: spans.get(account.group)?.from ?? top, to: top + rowHeight });
    }
    return [...spans].map(([group, { from, to }]) => ({ group, from, to: to - 1 }));
  });
}
