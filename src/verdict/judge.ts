import { FAMILIES, type Family, type Verdict } from '../evidence.js';
import { adaFilter } from '../stats/ada-filter.js';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.js';
import { logit, sigmoid } from '../stats/logistic.js';
import { weightedTail } from '../stats/weighted-tail.js';
import { type Settled, totalEvidence } from './settle.js';

/** The false discovery rate that the verdict promises. */
export const FALSE_DISCOVERY_RATE = 0.05;
/** Up to this rate an account that is not called coordinated is called unclear: one in five such would be wrong. */
const DOUBTFUL_RATE = 0.2;

export interface Judged {
  readonly verdicts: readonly Verdict[];
  /** 0 to 100, one decimal. */
  readonly scores: Float64Array;
  readonly q: Float64Array;
  /** p-value of each account in each family; NaN where it could not be measured. */
  readonly p: Readonly<Record<Family, Float64Array>>;
  readonly expectedFalse: number;
}

/**
 * Tests for each account the claim "evidence from at least two families": with n families measured, p-values in
 * ascending order, the partial conjunction p is (n − 1)·p₍₂₎ (Benjamini & Heller 2008, Bonferroni form), and AdaFilter
 * controls the false discovery rate over accounts. A family's p-value is the share of the background (the dump without
 * those suspected) that shows as much.
 */
export function judge({ families, membership }: Settled): Judged {
  const background = totalEvidence(families).map((value) => 1 - sigmoid(value + logit(membership.share)));
  const p = {
    creation: tail(families.creation, background),
    posting: tail(families.posting, background),
    sharing: tail(families.sharing, background),
  };
  const accounts = background.length;
  const one = new Float64Array(accounts).fill(1);
  const two = new Float64Array(accounts).fill(1);
  const measured = new Uint8Array(accounts);
  for (let a = 0; a < accounts; a++) {
    const ps = FAMILIES.map((family) => p[family][a] ?? Number.NaN).filter((value) => !Number.isNaN(value)).sort((x, y) => x - y);
    measured[a] = ps.length;
    if (ps.length < 2) continue;
    one[a] = Math.min(1, (ps.length - 1) * (ps[0] ?? 1));
    two[a] = Math.min(1, (ps.length - 1) * (ps[1] ?? 1));
  }
  const q = adaFilter(one, two);
  const alone = FAMILIES.map((family) => benjaminiHochberg(p[family].map((value) => (Number.isNaN(value) ? 1 : value))));
  const verdicts = Array.from(q, (rate, a): Verdict => {
    if (rate <= FALSE_DISCOVERY_RATE) return 'coordinated';
    if (rate <= DOUBTFUL_RATE || alone.some((each) => (each[a] ?? 1) <= FALSE_DISCOVERY_RATE)) return 'unclear';
    return (measured[a] ?? 0) >= 2 ? 'organic' : 'insufficient';
  });
  const total = totalEvidence(families);
  return {
    verdicts,
    scores: total.map((value) => Math.round(1000 * sigmoid((value + logit(membership.share)) / 2)) / 10),
    q,
    p,
    expectedFalse: Math.max(0, ...q.filter((rate) => rate <= FALSE_DISCOVERY_RATE)) * verdicts.filter((verdict) => verdict === 'coordinated').length,
  };
}

/** `weightedTail` that keeps NaN where nothing was measured. */
function tail(values: Float64Array, background: Float64Array): Float64Array {
  const p = weightedTail(values, background.map((weight, a) => (Number.isNaN(values[a] ?? Number.NaN) ? 0 : weight)));
  return p.map((value, a) => (Number.isNaN(values[a] ?? Number.NaN) ? Number.NaN : value));
}

/** Calls unclear whom `judge` calls coordinated and who is not among `accepted`. */
export function withhold(judged: Judged, accepted: ReadonlySet<number>): Judged {
  const verdicts = judged.verdicts.map((verdict, a) => (verdict === 'coordinated' && !accepted.has(a) ? 'unclear' : verdict));
  const left = verdicts.filter((verdict) => verdict === 'coordinated').length;
  const before = judged.verdicts.filter((verdict) => verdict === 'coordinated').length;
  return { ...judged, verdicts, expectedFalse: before === 0 ? 0 : (judged.expectedFalse * left) / before };
}

/** The accounts with this verdict, by number. */
export function accountsWith(verdict: Verdict, { verdicts }: Judged): number[] {
  return verdicts.flatMap((each, a) => (each === verdict ? [a] : []));
}

/** Accounts that groups are looked for among: those called coordinated, and the unclear ones that more likely than not are. */
export function suspects({ verdicts }: Judged, { membership }: Settled): number[] {
  return verdicts.flatMap((verdict, a) => (verdict === 'coordinated' || (verdict === 'unclear' && (membership.probability[a] ?? 0) >= 0.5) ? [a] : []));
}
