/**
 * Pseudo-count: the class distributions of the suspected accounts and of the rest are mixed with this many accounts
 * that behave like the whole dump. With k accounts in a class the log of its share has a standard error of about 1/√k,
 * 0.3 at 10: fewer than about ten accounts cannot change a weight much.
 */
export const PSEUDOCOUNT = 10;

/**
 * Each log-likelihood ratio is clipped to ±4 nats (odds of 55 to 1): a cause that misleads a signal misleads it
 * completely.
 */
export const MAX_LOG_RATIO = 4;

/** Maximum number of posts given as evidence for one finding; a reader looks at three or four. */
export const MAX_EVIDENCE_POSTS = 10;
