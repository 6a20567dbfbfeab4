const STEPS: readonly (readonly [number, string])[] = [
  [86_400, 'days'],
  [3600, 'hours'],
  [60, 'minutes'],
  [1, 'seconds'],
  [0.001, 'milliseconds'],
];

/** `minutes`, of 60 seconds. */
export function granularityName(seconds: number): string {
  return STEPS.find(([step]) => seconds >= step)?.[1] ?? 'milliseconds';
}
