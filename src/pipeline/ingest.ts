/** Turns inputs into a session: all data needed to decide a conversation, and access to its posts. */

import type { Dataset } from '../dataset/dataset.js';
import type { Conversation, Engine, PostObserver } from '../engine/engine.js';
import { openEngine } from '../engine/open-engine.js';
import { reportStage } from '../engine/report-stage.js';
import { type AnalysisInput, type AnalyzeOptions, runBlocking } from '../options.js';
import { SIGNALS } from '../signals/index.js';
import type { FittedSignal, Signal } from '../signals/signal.js';

export type FittedSignals = readonly { readonly signal: Signal; readonly prepared: FittedSignal }[];

/** One conversation as a dataset, with every signal fitted to it. */
export interface Session extends Conversation {
  readonly fitted: FittedSignals;
  readonly options: AnalyzeOptions;
  /** Ends the access to the posts. */
  readonly close: () => Promise<void>;
}

/** The part of a session needed to decide and to build the result; without `rereadPosts` no texts are quoted. */
export type SessionData = Pick<Session, 'dataset' | 'fitted' | 'inputs' | 'options'> &
  Partial<Pick<Session, 'users' | 'rereadPosts'>>;

/**
 * Reads inputs as one conversation. Throws like `Engine.measure`.
 * @param onPost called with every post as it is read
 */
export async function ingest(
  inputs: readonly AnalysisInput[],
  options: AnalyzeOptions,
  onPost?: PostObserver,
): Promise<Session> {
  return openSession(await openEngine(inputs, options, onPost), options);
}

/** Creates a session from an engine. Closes the engine if that fails. */
export async function openSession(engine: Engine, options: AnalyzeOptions): Promise<Session> {
  // Created outside of the block: otherwise the closure would keep the block's variables, including the dataset, in
  // memory.
  const close = (): Promise<void> => engine.close();
  try {
    const conversation = await engine.measure(options);
    const { dataset, inputs, readWith } = conversation;
    reportStage(options, 'deciding', inputs, dataset.posts.count);
    const fitted = await runBlocking(options, () => fitSignals(dataset));
    return { ...conversation, fitted, options: { ...options, ...readWith }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Fits all signals to the dataset. */
export function fitSignals(dataset: Dataset): FittedSignals {
  return SIGNALS.map((signal) => ({ signal, prepared: signal.fit(dataset) }));
}
