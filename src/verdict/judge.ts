import { FAMILIES, type Verdict } from '../evidence.js';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.js';
import { DOUBTFUL_RATE, FALSE_DISCOVERY_RATE, known, type Tested, testClaim } from './claim.js';
import { backgroundOf, type Settled } from './settle.js';

export interface Judged extends Tested {
  readonly verdicts: readonly Verdict[];
  readonly expectedFalse: number;
}

/** The verdict on each account, from what its families say against the background without those suspected. */
export function judge({ families, claims, membership, peers }: Settled): Judged {
  const { p, q } = testClaim(claims, backgroundOf(families, membership.share), peers);
  const alone = FAMILIES.map((family) => benjaminiHochberg(p[family].map(known)));
  const verdicts = Array.from(q, (rate, a): Verdict => {
    if (rate <= FALSE_DISCOVERY_RATE) return 'coordinated';
    if (rate <= DOUBTFUL_RATE || alone.some((each) => (each[a] ?? 1) <= FALSE_DISCOVERY_RATE)) return 'unclear';
    const measured = FAMILIES.reduce((count, family) => count + Number(!Number.isNaN(p[family][a] ?? Number.NaN)), 0);
    return measured >= 2 ? 'organic' : 'insufficient';
  });
  return {
    verdicts,
    q,
    p,
    expectedFalse: q.reduce((most, rate) => (rate <= FALSE_DISCOVERY_RATE ? Math.max(most, rate) : most), 0) * verdicts.filter((verdict) => verdict === 'coordinated').length,
  };
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
