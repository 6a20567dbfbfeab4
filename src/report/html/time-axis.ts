import type { ScaleOptions } from '@observablehq/plot';
import { formatTick } from '../../time/format-dates.js';
import { DAY } from '../../time/units.js';

/** Room that one label takes, in pixels. */
const LABEL = 84;

/** An axis of time in UTC, its labels as short as its span allows. */
export function timeAxis(from: number, to: number, width: number): ScaleOptions {
  const years = to - from > 300 * DAY;
  return {
    type: 'utc',
    domain: [new Date(from), new Date(to)],
    ticks: tickCount(width),
    tickFormat: (tick: Date) => formatTick(tick, years),
    label: null,
  } as const;
}

/** About how many labels have room. */
export function tickCount(width: number): number {
  return Math.max(2, Math.floor(width / LABEL));
}
