import type { ScaleOptions } from '@observablehq/plot';
import { formatTick } from '../../time/format-dates.js';
import { DAY } from '../../time/units.js';

/** Width of one label, in pixels. */
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

/** The approximate number of labels that fit. */
export function tickCount(width: number): number {
  return Math.max(2, Math.floor(width / LABEL));
}
