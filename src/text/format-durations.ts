/** Formats durations for readers, always in English. */

import { DAY, HOUR, MINUTE, SECONDS_IN_DAY, SECONDS_IN_HOUR, SECONDS_IN_MINUTE } from '../time/units.js';
import { formatCount } from './format.js';

/** `41 s`, `3 min`, `5 h`, `3 days`: minutes up to two hours, hours up to two days. */
export function formatDuration(seconds: number, minutesFrom = SECONDS_IN_MINUTE): string {
  if (seconds < minutesFrom) return `${Math.round(seconds)} s`;
  if (seconds < 2 * SECONDS_IN_HOUR) return `${Math.round(seconds / SECONDS_IN_MINUTE)} min`;
  return seconds < 2 * SECONDS_IN_DAY
    ? `${Math.round(seconds / SECONDS_IN_HOUR)} h`
    : `${Math.round(seconds / SECONDS_IN_DAY)} days`;
}

/** `40 min`, `6 hours`, `1 day`: in words from one hour on, for a sentence. */
export function formatLongDuration(seconds: number): string {
  if (seconds < SECONDS_IN_HOUR) return `${Math.round(seconds / SECONDS_IN_MINUTE)} min`;
  return seconds < 2 * SECONDS_IN_DAY && seconds % SECONDS_IN_DAY !== 0
    ? formatCount(Math.round(seconds / SECONDS_IN_HOUR), 'hour')
    : formatCount(Math.round(seconds / SECONDS_IN_DAY), 'day');
}

/** The remaining time, rounded up: `3 s`, `2 min`. */
export function formatTimeLeft(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / SECONDS_IN_MINUTE)} min`;
}

const UNITS = [
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
] as const;

/** A duration of whole minutes, in the longest unit that divides it: `1 day`, `36 hours`. */
export function formatBinLength(milliseconds: number): string {
  const [unit, name] = wholeUnit(milliseconds);
  return formatCount(milliseconds / unit, name);
}

/** The same for counts per interval: `each day`, `each 36 hours`. */
export function formatEachBin(milliseconds: number): string {
  const [unit, name] = wholeUnit(milliseconds);
  return `each ${milliseconds === unit ? name : formatBinLength(milliseconds)}`;
}

function wholeUnit(milliseconds: number): (typeof UNITS)[number] {
  return UNITS.find(([unit]) => milliseconds % unit === 0) ?? UNITS[2];
}

const GRANULARITIES: readonly (readonly [seconds: number, name: string])[] = [
  [SECONDS_IN_DAY, 'days'],
  [SECONDS_IN_HOUR, 'hours'],
  [SECONDS_IN_MINUTE, 'minutes'],
  [1, 'seconds'],
];

/** The name of a time resolution: `minutes` for 60 seconds. */
export function granularityName(seconds: number): string {
  return GRANULARITIES.find(([step]) => seconds >= step)?.[1] ?? 'milliseconds';
}

/**
 * The length of the window in which an account's posts are counted, ten minutes if the times are precise enough: `10
 * min`, `1 hour`, `1 day`.
 */
export function busiestWindowName(resolutionSeconds: number): string {
  if (resolutionSeconds >= SECONDS_IN_DAY) return '1 day';
  return resolutionSeconds >= SECONDS_IN_HOUR ? '1 hour' : '10 min';
}
