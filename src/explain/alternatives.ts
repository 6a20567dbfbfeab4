import { judgeAll, type Measured } from '../analyze.js';
import { FAMILIES } from '../evidence.js';
import type { Alternative } from '../explanation.js';
import { compute } from '../options.js';
import { known } from '../verdict/claim.js';
import type { Judged } from '../verdict/judge.js';

/**
 * Decides again with each family left out, then with each signal, that could say something of anybody. Throws the
 * signal's reason where it aborts.
 */
export async function alternatives(a: number, { measurements, signals, inputs, options }: Measured): Promise<Alternative[]> {
  const { signal: abort, onProgress } = options;
  const able = signals.filter(({ prepared }) => prepared.able.includes(1)).map(({ signal }) => signal);
  const parts = [
    ...FAMILIES.filter((family) => able.some((signal) => signal.family === family)).map((leftOut) => ({ leftOut, kind: 'family' as const })),
    ...able.map(({ name }) => ({ leftOut: name, kind: 'signal' as const })),
  ];
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  const decided = new Map<string, Judged>();
  const found: Alternative[] = [];
  for (const part of parts) {
    // Between two analyses the work may be stopped.
    await new Promise(setImmediate);
    abort?.throwIfAborted();
    onProgress?.({ stage: `without ${part.leftOut}`, bytesRead: bytes, bytesTotal: bytes, posts: measurements.posts.count });
    const kept = signals.filter(({ signal }) => (part.kind === 'family' ? signal.family : signal.name) !== part.leftOut);
    // A family of one signal is the same question twice.
    const key = kept.map(({ signal }) => signal.name).join();
    const judged = decided.get(key) ?? (await compute(options, () => judgeAll({ measurements, signals: kept }).judged));
    decided.set(key, judged);
    found.push({ ...part, verdict: judged.verdicts[a] ?? 'insufficient', q: Number(known(judged.q[a]).toPrecision(3)) });
  }
  return found;
}
