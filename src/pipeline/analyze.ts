/** The whole way: inputs → session → decision → what a result is built of → result. */

import type { Result } from '../documents/result.js';
import { type AnalysisInput, type AnalyzeOptions, checkOptions, runBlocking } from '../options.js';
import { buildResult } from './build-result.js';
import { type Decision, decide } from './decide.js';
import { ingest, type Session, type SessionData } from './ingest.js';
import { collectResultInputs, type ResultInputs } from './result-inputs.js';

/**
 * Reads inputs (paths of files and folders, `-` for standard input, streams of bytes, posts) as one conversation, and
 * tells who pushed it together: the document that `analyze --json` prints. Throws TrendAuditError for what a user can
 * mend, the reason of `options.signal` where it aborts (looked at while posts are read, and between the steps after
 * that), and what a given stream throws.
 */
export async function analyze(inputs: readonly AnalysisInput[], options: AnalyzeOptions = {}): Promise<Result> {
  checkOptions(options);
  const { resultInputs, close } = await analyzeOpen(inputs, options);
  try {
    return await runBlocking(options, () => buildResult(resultInputs));
  } finally {
    await close();
  }
}

export interface OpenAnalysis extends Pick<Session, 'rereadPosts' | 'close'> {
  readonly resultInputs: ResultInputs;
}

/**
 * Everything from which a result is built, and access to the posts. Keeps no reference to the session, so that half of
 * the memory is free before the result is built.
 */
export async function analyzeOpen(inputs: readonly AnalysisInput[], options: AnalyzeOptions): Promise<OpenAnalysis> {
  const session = await ingest(inputs, options);
  const { rereadPosts, close } = session;
  try {
    return { resultInputs: await resultInputsOf(session), rereadPosts, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The result of a session that is kept. `decision` is what `decide` gives of it, where that is known already. */
export async function analyzeSession(session: SessionData, decision?: Decision): Promise<Result> {
  const resultInputs = await resultInputsOf(session, decision);
  return runBlocking(session.options, () => buildResult(resultInputs));
}

async function resultInputsOf(session: SessionData, decision?: Decision): Promise<ResultInputs> {
  return collectResultInputs(session, decision ?? (await runBlocking(session.options, () => decide(session))));
}
