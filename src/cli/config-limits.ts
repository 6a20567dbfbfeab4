/** Enough for a thousand datasets of a kilobyte each; the parser takes about two seconds for that. */
export const CONFIG_BYTES = 2 ** 20;
/** Enough for about 80,000 accounts called likely coordinated. */
export const BASELINE_BYTES = 8 * 2 ** 20;
