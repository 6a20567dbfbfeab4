/** The library: `analyze` gives the document that the command prints with `--json`. Nothing happens by importing it. */

import type { AnalysisInput, AnalyzeOptions } from './documents/options.js';
import type { Result } from './documents/result.js';
import { analyze as analyzeInputs } from './pipeline/analyze.js';

export { TrendAuditError, type ErrorCode } from './errors.js';
export type { Evidence, Family } from './documents/evidence.js';
export type { GroupKind, Verdict, VerdictCounts, VerdictReason } from './documents/verdict.js';
export type * from './documents/options.js';
export type { CreationDate, CreationSource, GivenPost, PostKind } from './documents/post.js';
export type * from './documents/result.js';

/**
 * Tells who pushed a hashtag together. The inputs are one conversation: paths of files and folders (`-` is standard input),
 * streams of a file's bytes, packed or not, and posts, in any mixture. The same inputs give the same document as the
 * command. Throws TrendAuditError for what a user can mend, the reason of `options.signal` where it aborts, and what a
 * given stream throws.
 */
export function analyze(inputs: readonly AnalysisInput[], options: AnalyzeOptions = {}): Promise<Result> {
  return analyzeInputs(inputs, options);
}
