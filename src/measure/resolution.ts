const STEPS = [86_400_000, 3_600_000, 60_000, 1000] as const;

/**
 * The coarsest of day, hour, minute, second and millisecond of which every given time is a whole number: how finely a
 * dump tells time. NaN is left out; 1 where nothing is left.
 */
export function coarsestStep(times: Float64Array): number {
  const known = times.filter((time) => !Number.isNaN(time));
  if (known.length === 0) return 1;
  return STEPS.find((step) => known.every((time) => time % step === 0)) ?? 1;
}
