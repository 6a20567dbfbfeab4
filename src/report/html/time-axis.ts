import type { ScaleOptions } from '@observablehq/plot';
import { MONTHS } from '../../text/format.js';

const DAY = 86_400_000;
/** Room that one label takes, in pixels. */
const LABEL = 84;

/** An axis of time in UTC, its labels as short as its span allows. */
export function timeAxis(from: number, to: number, width: number): ScaleOptions {
  const years = to - from > 300 * DAY;
  const tickFormat = (tick: Date): string => {
    const [day, month, year] = [tick.getUTCDate(), MONTHS[tick.getUTCMonth()] ?? '', String(tick.getUTCFullYear())];
    if (years && day === 1) return tick.getUTCMonth() === 0 ? year : `${month} ${year}`;
    return tick.getTime() % DAY === 0 ? `${day} ${month}` : tick.toISOString().slice(11, 16);
  };
  return {
    type: 'utc',
    domain: [new Date(from), new Date(to)],
    ticks: tickCount(width),
    tickFormat,
    label: null,
  } as const;
}

/** About how many labels have room. */
export function tickCount(width: number): number {
  return Math.max(2, Math.floor(width / LABEL));
}
