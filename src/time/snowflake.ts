/** The time within a platform id: id >> 22 is milliseconds since this moment. */
const SNOWFLAKE_EPOCH = 1_288_834_974_657;

/** Milliseconds since 1970 UTC; undefined for what is too short to be a snowflake (before 2010-11-05) or no number. */
export function snowflakeTime(id: string): number | undefined {
  if (!/^\d{15,19}$/.test(id)) return undefined;
  return Number(BigInt(id) >> 22n) + SNOWFLAKE_EPOCH;
}
