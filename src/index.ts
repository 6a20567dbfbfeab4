/** The library: `analyze` gives the document that the command prints with `--json`. */

export { analyze, type AnalyzeOptions, type Progress } from './analyze.js';
export { TrendAuditError, type ErrorCode } from './errors.js';
export type { Evidence, Family, Verdict } from './evidence.js';
export type { CreationSource } from './post.js';
export type { AccountResult, GroupResult, Input, Result, SkipReason, VerdictCounts } from './result.js';
