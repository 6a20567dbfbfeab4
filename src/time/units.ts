/**
 * Lengths of time in milliseconds, and in seconds for what documents state in seconds. Not taken from
 * date-fns/constants: every command loads some of this file before it knows what is asked, and no library shall be
 * loaded by then.
 */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const SECONDS_IN_MINUTE = 60;
export const SECONDS_IN_HOUR = 60 * SECONDS_IN_MINUTE;
export const SECONDS_IN_DAY = 24 * SECONDS_IN_HOUR;
