/** Epoch of the platform's ids, in ms since 1970 UTC: id >> 22 is the number of milliseconds since then. */
const SNOWFLAKE_EPOCH = 1_288_834_974_657;

/**
 * Milliseconds since 1970 UTC; undefined where the id is not a number or too short for a snowflake (before 2010-11-05).
 */
export function snowflakeTime(id: string): number | undefined {
  if (!/^\d{15,19}$/.test(id)) return undefined;
  return Number(BigInt(id) >> 22n) + SNOWFLAKE_EPOCH;
}
