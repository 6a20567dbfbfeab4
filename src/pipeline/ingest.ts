/** Inputs → a session: everything that deciding a conversation takes, and the way back to its posts. */

import type { Dataset } from '../dataset/dataset.js';
import type { Conversation, Engine, PostObserver } from '../engine/engine.js';
import { openEngine } from '../engine/open-engine.js';
import { reportStage } from '../engine/report-stage.js';
import { type AnalysisInput, type AnalyzeOptions, runBlocking } from '../options.js';
import { SIGNALS } from '../signals/index.js';
import type { FittedSignal, Signal } from '../signals/signal.js';

export type FittedSignals = readonly { readonly signal: Signal; readonly prepared: FittedSignal }[];

/** One conversation, measured, with every signal fitted to it. */
export interface Session extends Conversation {
  readonly fitted: FittedSignals;
  readonly options: AnalyzeOptions;
  /** Ends the way back to the posts. */
  readonly close: () => Promise<void>;
}

/** What is needed of a session to decide it and to tell the result; without `rereadPosts` nothing is quoted. */
export type SessionData = Pick<Session, 'dataset' | 'fitted' | 'inputs' | 'options'> &
  Partial<Pick<Session, 'users' | 'rereadPosts'>>;

/**
 * Reads inputs as one conversation. Throws as `Engine.measure` does.
 * @param onPost is shown every post as it is read
 */
export async function ingest(
  inputs: readonly AnalysisInput[],
  options: AnalyzeOptions,
  onPost?: PostObserver,
): Promise<Session> {
  return openSession(await openEngine(inputs, options, onPost), options);
}

/** The same of what an engine holds. Closes the engine where it fails. */
export async function openSession(engine: Engine, options: AnalyzeOptions): Promise<Session> {
  // Made outside of the block: a closure keeps what its block declares, which would be the dataset.
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

/** Every signal of the program, fitted to the dataset. */
export function fitSignals(dataset: Dataset): FittedSignals {
  return SIGNALS.map((signal) => ({ signal, prepared: signal.fit(dataset) }));
}
