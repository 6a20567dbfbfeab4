import { FAMILIES, type Family } from '../documents/evidence.js';
import { reportStage } from '../engine/report-stage.js';
import { runBlocking } from '../options.js';
import type { Signal } from '../signals/signal.js';
import { type Decision, decide } from './decide.js';
import type { SessionData } from './ingest.js';

/** The part that is left out: a family of signals, or one signal. */
export interface Part {
  readonly leftOut: string;
  readonly kind: 'family' | 'signal';
  /** The family itself, or the family of the signal. */
  readonly family: Family;
}

/** All families of these signals, then all signals, in order. */
export function partsOf(signals: readonly Pick<Signal, 'name' | 'family'>[]): Part[] {
  const families = FAMILIES.filter((family) => signals.some((signal) => signal.family === family));
  return [
    ...families.map((family): Part => ({ leftOut: family, kind: 'family', family })),
    ...signals.map(({ name, family }): Part => ({ leftOut: name, kind: 'signal', family })),
  ];
}

/** Whether a signal is kept when the part is left out. */
export function isKept({ name, family }: Pick<Signal, 'name' | 'family'>, { leftOut, kind }: Part): boolean {
  return (kind === 'family' ? family : name) !== leftOut;
}

/**
 * Decides again without each part in turn, and returns the results of `tell` for each decision. Reports each part as
 * a stage of progress.
 * @param tell called with the decision and with the session without the part
 * @throws the reason of the abort signal
 */
export async function leaveOneOut<Told>(
  session: SessionData,
  parts: readonly Part[],
  tell: (decision: Decision, without: SessionData) => Told | Promise<Told>,
): Promise<(readonly [part: Part, told: Told])[]> {
  const { fitted, options, inputs, dataset } = session;
  const known = new Map<string, Told>();
  const all: (readonly [Part, Told])[] = [];
  for (const part of parts) {
    reportStage(options, `without ${part.leftOut}`, inputs, dataset.posts.count);
    const without = { ...session, fitted: fitted.filter(({ signal }) => isKept(signal, part)) };
    // For a family of one signal, the family and the signal give the same decision.
    const key = without.fitted.map(({ signal }) => signal.name).join();
    const told = known.get(key) ?? (await tell(await runBlocking(options, () => decide(without)), without));
    known.set(key, told);
    all.push([part, told]);
  }
  return all;
}
