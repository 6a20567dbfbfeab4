/** The library: `analyze` gives the document that the command prints with `--json`. */

export { analyze } from './analyze.js';
export type { AnalyzeOptions, Progress } from './options.js';
export { TrendAuditError, type ErrorCode } from './errors.js';
export type { Evidence, Family, Verdict } from './evidence.js';
export type { CreationSource } from './post.js';
export type { AccountResult, GroupResult, Input, Result, SkipReason, VerdictCounts } from './result.js';
