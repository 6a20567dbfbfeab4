/** Runs the whole analysis: inputs → session → decision → result inputs → result. */

import type { Result } from '../documents/result.js';
import { type AnalysisInput, type AnalyzeOptions, checkOptions, runBlocking } from '../options.js';
import { buildResult } from './build-result.js';
import { type Decision, decide } from './decide.js';
import { ingest, type Session, type SessionData } from './ingest.js';
import { collectResultInputs, type ResultInputs } from './result-inputs.js';

/**
 * Reads inputs (paths of files and folders, `-` for standard input, byte streams, posts) as one conversation, and
 * finds out who pushed it together. Returns the document that `analyze --json` prints. Throws TrendAuditError for
 * errors that a user can fix, the reason of `options.signal` if it aborts (checked while posts are read, and between
 * the later steps), and the errors of a given stream.
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
 * Collects everything from which a result is built, with access to the posts. Keeps no reference to the session, so
 * that half of the memory is freed before the result is built.
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

/** The result for a session that is kept. `decision` is the output of `decide`, if it is already known. */
export async function analyzeSession(session: SessionData, decision?: Decision): Promise<Result> {
  const resultInputs = await resultInputsOf(session, decision);
  return runBlocking(session.options, () => buildResult(resultInputs));
}

async function resultInputsOf(session: SessionData, decision?: Decision): Promise<ResultInputs> {
  return collectResultInputs(session, decision ?? (await runBlocking(session.options, () => decide(session))));
}
