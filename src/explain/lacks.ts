import type { Judgement } from '../analyze.js';
import { FAMILIES, type Family } from '../evidence.js';
import type { Lack } from '../explanation.js';
import { FALSE_DISCOVERY_RATE, known, type Tested } from '../verdict/claim.js';
import type { Settled } from '../verdict/settle.js';

/** What keeps the account from being called likely coordinated; nothing where it is called so. */
export function lacksOf(a: number, { settled, tested, repeated, judged }: Judgement): Lack[] {
  if (judged.verdicts[a] === 'coordinated') return [];
  if (repeated.verdicts[a] === 'coordinated') return [{ kind: 'one-family' }];
  if (tested.verdicts[a] === 'coordinated') return [{ kind: 'one-occasion' }];
  const standsOut = (family: Family): boolean => known(tested.p[family][a]) <= FALSE_DISCOVERY_RATE;
  if (standsOut('sharing') && (standsOut('creation') || standsOut('posting'))) return [{ kind: 'by-chance' }, ...familiesLacking(a, settled, tested)];
  return familiesLacking(a, settled, tested);
}

function familiesLacking(a: number, settled: Settled, tested: Tested): Lack[] {
  return FAMILIES.flatMap((family): Lack[] => {
    const weight = settled.families[family][a] ?? Number.NaN;
    const p = tested.p[family][a] ?? Number.NaN;
    if (Number.isNaN(weight)) return [{ kind: 'not-measured', family }];
    if (weight <= 0) return [{ kind: 'nothing', family }];
    if ((settled.claims[family][a] ?? 0) <= 0) return [{ kind: 'only-beside', family }];
    return p > FALSE_DISCOVERY_RATE ? [{ kind: 'usual', family, p: Number(p.toPrecision(3)) }] : [];
  });
}
