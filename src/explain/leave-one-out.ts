import type { AssignedVerdicts } from '../decision/assign-verdicts.js';
import { nanToOne } from '../decision/partial-conjunction-test.js';
import { FAMILIES } from '../documents/evidence.js';
import type { LeaveOneOut } from '../documents/explanation.js';
import { runBlocking } from '../options.js';
import { decide, type Session } from '../pipeline/analyze.js';
import { outOfRange } from '../stats/array-access.js';

/**
 * Decides again with each family left out, then with each signal, that could say something of anybody. Throws the
 * signal's reason where it aborts.
 */
export async function leaveOneOut(a: number, { dataset, fitted, inputs, options }: Session): Promise<LeaveOneOut[]> {
  const { signal: abort, onProgress } = options;
  const able = fitted.filter(({ prepared }) => prepared.measurable.includes(1)).map(({ signal }) => signal);
  const parts = [
    ...FAMILIES.filter((family) => able.some((signal) => signal.family === family)).map((leftOut) => ({
      leftOut,
      kind: 'family' as const,
    })),
    ...able.map(({ name }) => ({ leftOut: name, kind: 'signal' as const })),
  ];
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  const decided = new Map<string, AssignedVerdicts>();
  const found: LeaveOneOut[] = [];
  for (const part of parts) {
    // Between two analyses the work may be stopped.
    await new Promise(setImmediate);
    abort?.throwIfAborted();
    onProgress?.({ stage: `without ${part.leftOut}`, bytesRead: bytes, bytesTotal: bytes, posts: dataset.posts.count });
    const kept = fitted.filter(({ signal }) => (part.kind === 'family' ? signal.family : signal.name) !== part.leftOut);
    // A family of one signal is the same question twice.
    const key = kept.map(({ signal }) => signal.name).join();
    const judged = decided.get(key) ?? (await runBlocking(options, () => decide({ dataset, fitted: kept }).judged));
    decided.set(key, judged);
    found.push({
      ...part,
      verdict: judged.verdicts[a] ?? outOfRange(),
      q: Number(nanToOne(judged.q[a]).toPrecision(3)),
    });
  }
  return found;
}
