import type { MixtureFit } from '../decision/fit-mixture.js';
import { FALSE_DISCOVERY_RATE, nanToOne, type TestResult } from '../decision/partial-conjunction-test.js';
import { FAMILIES, type Family } from '../documents/evidence.js';
import type { MissingEvidence } from '../documents/explanation.js';
import type { Decision } from '../pipeline/decide.js';
import { outOfRange } from '../stats/array-access.js';

/** The reasons why the account is not called likely coordinated; empty if it is. */
export function missingEvidence(a: number, { fit, tested, repeated, judged, withheld }: Decision): MissingEvidence[] {
  const isCalled = ({ verdicts }: Pick<Decision['judged'], 'verdicts'>): boolean =>
    (verdicts[a] ?? outOfRange()) === 'coordinated';
  if (isCalled(judged)) return [];
  const reason = withheld.get(a);
  if (reason) return [{ kind: 'withheld', reason }];
  if (isCalled(repeated)) return [{ kind: 'one-family' }];
  if (isCalled(tested)) return [{ kind: 'one-occasion' }];
  const standsOut = (family: Family): boolean => nanToOne(tested.p[family][a] ?? outOfRange()) <= FALSE_DISCOVERY_RATE;
  if (standsOut('sharing') && (standsOut('creation') || standsOut('posting')))
    return [{ kind: 'by-chance' }, ...familiesLacking(a, fit, tested)];
  return familiesLacking(a, fit, tested);
}

function familiesLacking(a: number, settled: MixtureFit, tested: TestResult): MissingEvidence[] {
  return FAMILIES.flatMap((family): MissingEvidence[] => {
    const weight = settled.families[family][a] ?? outOfRange();
    const p = tested.p[family][a] ?? outOfRange();
    if (Number.isNaN(weight)) return [{ kind: 'not-measured', family }];
    if (weight <= 0) return [{ kind: 'nothing', family }];
    if ((settled.claims[family][a] ?? outOfRange()) <= 0) return [{ kind: 'only-beside', family }];
    return p > FALSE_DISCOVERY_RATE ? [{ kind: 'usual', family, p: Number(p.toPrecision(3)) }] : [];
  });
}
