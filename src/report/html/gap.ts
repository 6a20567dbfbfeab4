import { formatDuration, granularityName } from '../../text/format-durations.js';

/**
 * How far apart two posts are, no finer than the dump's time resolution: `41 s apart`, `in the same minute (times are
 * told to the minute)`.
 */
export function formatGap(seconds: number, resolutionSeconds: number): string {
  if (seconds >= Math.max(1, resolutionSeconds)) return `${formatDuration(seconds)} apart`;
  const step = granularityName(Math.max(1, resolutionSeconds)).replace(/s$/u, '');
  return resolutionSeconds <= 1 ? 'in the same second' : `in the same ${step} (times are told to the ${step})`;
}
