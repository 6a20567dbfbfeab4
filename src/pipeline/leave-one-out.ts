import { FAMILIES, type Family } from '../documents/evidence.js';
import { reportStage } from '../engine/report-stage.js';
import { runBlocking } from '../options.js';
import type { Signal } from '../signals/signal.js';
import { type Decision, decide } from './decide.js';
import type { SessionData } from './ingest.js';

/** What is left out: a family of signals, or one signal. */
export interface Part {
  readonly leftOut: string;
  readonly kind: 'family' | 'signal';
  /** The family itself, or the signal's. */
  readonly family: Family;
}

/** Every family that one of these signals is of, then every one of them, in their order. */
export function partsOf(signals: readonly Pick<Signal, 'name' | 'family'>[]): Part[] {
  const families = FAMILIES.filter((family) => signals.some((signal) => signal.family === family));
  return [
    ...families.map((family): Part => ({ leftOut: family, kind: 'family', family })),
    ...signals.map(({ name, family }): Part => ({ leftOut: name, kind: 'signal', family })),
  ];
}

/** Whether a signal stays when the part is left out. */
export function isKept({ name, family }: Pick<Signal, 'name' | 'family'>, { leftOut, kind }: Part): boolean {
  return (kind === 'family' ? family : name) !== leftOut;
}

/**
 * Decides again without each part in turn, and returns what `tell` makes of each decision. Reports each part as a stage
 * of progress.
 * @param tell receives the decision and the session without the part
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
    // A family of one signal is the same question twice.
    const key = without.fitted.map(({ signal }) => signal.name).join();
    const told = known.get(key) ?? (await tell(await runBlocking(options, () => decide(without)), without));
    known.set(key, told);
    all.push([part, told]);
  }
  return all;
}
