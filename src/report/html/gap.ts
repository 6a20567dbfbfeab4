import { formatDuration, granularityName } from '../../text/format-durations.js';

/**
 * How far two posts are apart, no finer than the dump tells time: `41 s apart`, `in the same minute (times are told to
 * the minute)`.
 */
export function formatGap(seconds: number, resolutionSeconds: number): string {
  if (seconds >= Math.max(1, resolutionSeconds)) return `${formatDuration(seconds)} apart`;
  const step = granularityName(Math.max(1, resolutionSeconds)).replace(/s$/u, '');
  return resolutionSeconds <= 1 ? 'in the same second' : `in the same ${step} (times are told to the ${step})`;
}
