/**
 * How many accounts' worth of the dump's own habits are mixed into what is learned of the suspected and of the rest.
 * With k accounts in a class the log of its share has a standard error of about 1/√k: at 10 it is 0.3, so that fewer
 * than about ten accounts alone cannot move a weight far.
 */
export const PSEUDOCOUNT = 10;

/** No signal may speak louder than odds of e⁴ ≈ 55 to 1: what it is fooled by, it is fooled by altogether. */
export const MAX_LOG_RATIO = 4;

/** How many posts are given as proof of one finding; a reader looks at three or four. */
export const MAX_EVIDENCE_POSTS = 10;
