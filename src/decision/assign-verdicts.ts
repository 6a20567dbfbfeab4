import { FAMILIES } from '../documents/evidence.js';
import type { Verdict } from '../documents/verdict.js';
import { outOfRange } from '../stats/array-access.js';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.js';
import { sum } from '../stats/sum.js';
import { nullPosterior, type MixtureFit } from './fit-mixture.js';
import {
  UNCLEAR_FDR,
  FALSE_DISCOVERY_RATE,
  nanToOne,
  type TestResult,
  testPartialConjunction,
} from './partial-conjunction-test.js';

export interface AssignedVerdicts extends TestResult {
  readonly verdicts: readonly Verdict[];
  readonly expectedFalse: number;
}

/**
 * The verdict on each account: compares its evidence in each family with the background, the accounts that are not
 * suspected.
 */
export function assignVerdicts(
  { families, claims, posterior, strata }: MixtureFit,
  independent: Float64Array,
): AssignedVerdicts {
  const background = nullPosterior(families, posterior.prevalence);
  const { p, q } = testPartialConjunction(claims, background, independent, strata);
  const alone = FAMILIES.map((family) => benjaminiHochberg(p[family].map(nanToOne)));
  const verdicts = Array.from(q, (rate, a): Verdict => {
    if (rate <= FALSE_DISCOVERY_RATE) return 'coordinated';
    if (rate <= UNCLEAR_FDR || alone.some((each) => (each[a] ?? outOfRange()) <= FALSE_DISCOVERY_RATE))
      return 'unclear';
    return isMeasured(a, { p }) ? 'organic' : 'insufficient';
  });
  return {
    verdicts,
    q,
    p,
    // q assumes that no account pushed. The first factor, the share of accounts that did not, corrects this: only they
    // can be called falsely (Storey 2002, doi 10.1111/1467-9868.00346).
    expectedFalse:
      (sum(background) / Math.max(1, background.length)) *
      q.reduce((most, rate) => (rate <= FALSE_DISCOVERY_RATE ? Math.max(most, rate) : most), 0) *
      verdicts.filter((verdict) => verdict === 'coordinated').length,
  };
}

/** Whether at least two families could be measured for an account. */
export function isMeasured(a: number, { p }: Pick<TestResult, 'p'>): boolean {
  return FAMILIES.filter((family) => !Number.isNaN(p[family][a] ?? outOfRange())).length >= 2;
}

/** Changes the verdict `coordinated` to `unclear` for accounts that are not among `accepted`. */
export function downgrade(judged: AssignedVerdicts, accepted: ReadonlySet<number>): AssignedVerdicts {
  const verdicts = judged.verdicts.map((verdict, a) =>
    verdict === 'coordinated' && !accepted.has(a) ? 'unclear' : verdict,
  );
  const left = verdicts.filter((verdict) => verdict === 'coordinated').length;
  const before = judged.verdicts.filter((verdict) => verdict === 'coordinated').length;
  return { ...judged, verdicts, expectedFalse: before === 0 ? 0 : (judged.expectedFalse * left) / before };
}

/** A copy of the verdicts with `verdict` for these accounts. */
export function withVerdict(verdict: Verdict, accounts: Iterable<number>, judged: AssignedVerdicts): AssignedVerdicts {
  const verdicts = [...judged.verdicts];
  for (const a of accounts) verdicts[a] = verdict;
  return { ...judged, verdicts };
}

/** The numbers of the accounts with this verdict, ascending. */
export function accountsWith(verdict: Verdict, { verdicts }: AssignedVerdicts): number[] {
  return verdicts.flatMap((each, a) => (each === verdict ? [a] : []));
}

/**
 * The accounts among which groups are searched: the coordinated ones, and unclear ones with a posterior above one half.
 */
export function communityCandidates({ verdicts }: AssignedVerdicts, { posterior }: MixtureFit): number[] {
  return verdicts.flatMap((verdict, a) =>
    verdict === 'coordinated' || (verdict === 'unclear' && (posterior.probability[a] ?? outOfRange()) >= 0.5)
      ? [a]
      : [],
  );
}
