import { judgeAll, type Measured } from '../analyze.js';
import { FAMILIES } from '../evidence.js';
import type { Alternative } from '../explanation.js';
import { known } from '../verdict/claim.js';
import type { Judged } from '../verdict/judge.js';

/** Decides again with each family left out, then with each signal, that could say something of anybody. */
export function alternatives(a: number, { measurements, signals }: Pick<Measured, 'measurements' | 'signals'>): Alternative[] {
  const able = signals.filter(({ prepared }) => prepared.able.includes(1));
  const families = FAMILIES.filter((family) => able.some(({ signal }) => signal.family === family));
  // A family of one signal leaves the same behind as that signal.
  const decided = new Map<string, Judged>();
  const decideWithout = (leftOut: string, kind: Alternative['kind'], kept: Measured['signals']): Alternative => {
    const key = kept.map(({ signal }) => signal.name).join();
    const judged = decided.get(key) ?? judgeAll({ measurements, signals: kept }).judged;
    decided.set(key, judged);
    return { leftOut, kind, verdict: judged.verdicts[a] ?? 'insufficient', q: Number(known(judged.q[a]).toPrecision(3)) };
  };
  return [
    ...families.map((family) => decideWithout(family, 'family', signals.filter(({ signal }) => signal.family !== family))),
    ...able.map(({ signal: { name } }) => decideWithout(name, 'signal', signals.filter(({ signal }) => signal.name !== name))),
  ];
}
