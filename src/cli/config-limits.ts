/** A thousand datasets at a kilobyte each; the parser takes some two seconds for so much. */
export const CONFIG_BYTES = 2 ** 20;
/** Some 80,000 accounts that are called likely coordinated. */
export const BASELINE_BYTES = 8 * 2 ** 20;
