import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsrRows } from '../../src/dataset/csr-rows.js';
import { type AssignedVerdicts, assignVerdicts, downgrade } from '../../src/decision/assign-verdicts.js';
import { totalLogRatio } from '../../src/decision/family-log-ratios.js';
import { nullPosterior, type MixtureFit } from '../../src/decision/fit-mixture.js';
import { stratifiedEmpiricalPValues } from '../../src/decision/partial-conjunction-test.js';
import { scoreOf } from '../../src/decision/score.js';
import { FAMILIES, type Family } from '../../src/documents/evidence.js';

/** The verdicts where no account has a second occasion of its own, but those that are given one. */
function judge(estimate: MixtureFit, independent = new Float64Array(estimate.strata.values.length)): AssignedVerdicts {
  return assignVerdicts(estimate, independent);
}

type Weights = Readonly<Record<Family, Float64Array>>;

/** A settled estimate over accounts that are all each other's peers. */
function settled(families: Weights, share = 0.05): MixtureFit {
  const accounts = families.sharing.length;
  const everybody = Uint32Array.from({ length: accounts }, (_, a) => a);
  const probability = nullPosterior(families, share).map((background) => 1 - background);
  return {
    posterior: { probability, prevalence: share },
    signals: [],
    families,
    claims: families,
    strata: new CsrRows(Uint32Array.of(0, accounts), everybody),
    ranking: totalLogRatio(families),
  };
}

/** Accounts that show next to nothing, more or less of it in each family independently; the first `loud` show this much. */
function crowd(accounts: number, loud: number, weights: Partial<Record<Family, number>>): Weights {
  const of = (name: Family, levels: number): Float64Array =>
    Float64Array.from({ length: accounts }, (_, a) => (a < loud ? weights[name] : undefined) ?? -(a % levels) / levels);
  return { creation: of('creation', 7), posting: of('posting', 11), sharing: of('sharing', 13) };
}

function unmeasured(accounts: number): Float64Array {
  return new Float64Array(accounts).fill(Number.NaN);
}

const weight = fc.oneof(
  fc.double({ min: -6, max: 6, noNaN: true }),
  fc.integer({ min: -6, max: 6 }),
  fc.constant(Number.NaN),
);
const family = fc.array(weight, { minLength: 60, maxLength: 60 }).map((values) => Float64Array.from(values));
const families = fc.record({ creation: family, posting: family, sharing: family });
/** A push of some accounts, loud in some families, among people who are random. */
const pushed = fc
  .record({ families, loud: fc.integer({ min: 0, max: 20 }), in: fc.subarray([...FAMILIES]) })
  .map(({ families: random, loud, in: loudIn }): Weights => {
    const push = (name: Family): Float64Array =>
      random[name].map((value, a) => (a < loud && loudIn.includes(name) ? 6 : Math.min(value, 1)));
    return { creation: push('creation'), posting: push('posting'), sharing: push('sharing') };
  });
const anyFamilies = fc.oneof(families, pushed);

describe('judge', () => {
  it('gives p-values and rates between 0 and 1, and scores between 0 and 100', () => {
    fc.assert(
      fc.property(anyFamilies, (weights) => {
        const estimate = settled(weights);
        const { p, q, expectedFalse, verdicts } = judge(estimate);
        const scores = verdicts.map((verdict, a) => scoreOf(estimate, verdict, null, a));
        for (const name of FAMILIES) {
          expect(
            p[name].every((value, a) =>
              Number.isNaN(weights[name][a]) ? Number.isNaN(value) : value > 0 && value <= 1,
            ),
          ).toBe(true);
        }
        expect(q.every((rate) => rate > 0 && rate <= 1)).toBe(true);
        expect(scores.every((score) => score >= 0 && score <= 100)).toBe(true);
        expect(scores.every((score, a) => (verdicts[a] === 'coordinated' ? score >= 50 : score <= 50))).toBe(true);
        expect(expectedFalse).toBeGreaterThanOrEqual(0);
        expect(expectedFalse).toBeLessThanOrEqual(verdicts.filter((verdict) => verdict === 'coordinated').length);
      }),
    );
  });

  it('expects as many false calls as there are accounts that may be called falsely', () => {
    // Half of all push, and stand out: only the other half can be false, at the rate of the last who is called.
    const { q, expectedFalse, verdicts } = judge(settled(crowd(400, 200, { creation: 6, sharing: 6 }), 0.5));
    const called = verdicts.flatMap((verdict, a) => (verdict === 'coordinated' ? [a] : []));
    expect(called.length).toBeGreaterThanOrEqual(200);
    const most = Math.max(...called.map((a) => q[a] ?? 1));
    expect(expectedFalse).toBeGreaterThan(0.3 * most * called.length);
    expect(expectedFalse).toBeLessThan(0.55 * most * called.length);
  });

  it('never calls coordinated whose sharing, or whose creation and posting, show nothing', () => {
    fc.assert(
      fc.property(anyFamilies, fc.nat(59), fc.boolean(), (weights, a, sharing) => {
        // Nothing: what the quietest account shows, or what was not measured.
        const silence = (name: Family): Float64Array =>
          weights[name].map((value, b) =>
            b === a ? Math.min(0, ...weights[name].filter((each) => !Number.isNaN(each))) : value,
          );
        const muted = sharing
          ? { ...weights, sharing: silence('sharing') }
          : { ...weights, creation: silence('creation'), posting: silence('posting') };
        expect(judge(settled(muted)).verdicts[a]).not.toBe('coordinated');
      }),
      { numRuns: 300 },
    );
  });

  it('calls coordinated only who stands out from the background in sharing', () => {
    fc.assert(
      fc.property(anyFamilies, (weights) => {
        const estimate = settled(weights);
        const sharing = stratifiedEmpiricalPValues(
          weights.sharing,
          nullPosterior(weights, estimate.posterior.prevalence),
          estimate.strata,
        );
        const { verdicts } = judge(estimate);
        for (const [a, verdict] of verdicts.entries())
          expect(verdict === 'coordinated' && !((sharing[a] ?? 1) <= 0.05)).toBe(false);
      }),
    );
  });

  it('gives no lower rate to an account that shows less in everything', () => {
    fc.assert(
      fc.property(anyFamilies, (random) => {
        // The second account shows no more than the first in any family; both are measured in the same ones.
        const below = (name: Family): Float64Array =>
          random[name].map((value, a) => (a === 1 ? (random[name][0] ?? 0) - 0.5 : value));
        const estimate = settled({ creation: below('creation'), posting: below('posting'), sharing: below('sharing') });
        const { q } = judge(estimate);
        // Each is left out of its own background, which moves what it is held against by what it weighs there.
        expect(q[0]).toBeLessThanOrEqual((q[1] ?? 0) * 1.2 + 1e-9);
        expect(scoreOf(estimate, 'organic', null, 0)).toBeGreaterThanOrEqual(scoreOf(estimate, 'organic', null, 1));
      }),
    );
  });
});

const of = (weights: Weights): readonly string[] => judge(settled(weights)).verdicts;

describe('the verdicts', () => {
  it.each<[string, Partial<Record<Family, number>>]>([
    ['creation and sharing', { creation: 5, sharing: 5 }],
    ['posting and sharing', { posting: 5, sharing: 5 }],
    ['all three', { creation: 5, posting: 5, sharing: 5 }],
  ])('are coordinated with evidence of %s', (_, weights) => {
    const verdicts = of(crowd(600, 20, weights));
    expect(new Set(verdicts.slice(0, 20))).toEqual(new Set(['coordinated']));
    expect(new Set(verdicts.slice(20))).toEqual(new Set(['organic']));
  });

  it.each<[string, Partial<Record<Family, number>>]>([
    ['creation', { creation: 6 }],
    ['posting', { posting: 6 }],
    ['sharing', { sharing: 6 }],
    ['creation and posting, in which one account is much like another', { creation: 6, posting: 6 }],
  ])('are unclear with evidence of %s alone', (_, weights) => {
    const { verdicts } = judge(settled(crowd(600, 100, weights), 0.2));
    expect(new Set(verdicts.slice(0, 100))).toEqual(new Set(['unclear']));
    expect(new Set(verdicts.slice(100))).toEqual(new Set(['organic']));
  });

  it('are coordinated with evidence of sharing on two occasions that are independent', () => {
    const twice = Float64Array.from({ length: 600 }, (_, a) => (a < 20 ? 4 : 0));
    const { verdicts } = judge(settled(crowd(600, 20, { sharing: 5 })), twice);
    expect(new Set(verdicts.slice(0, 20))).toEqual(new Set(['coordinated']));
    expect(new Set(verdicts.slice(20))).toEqual(new Set(['organic']));
  });

  it('are organic where two families could be measured and nothing was found', () => {
    expect(new Set(of({ ...crowd(300, 0, {}), creation: unmeasured(300) }))).toEqual(new Set(['organic']));
  });

  it.each(FAMILIES)('are insufficient where %s alone could be measured', (name) => {
    const all = { creation: unmeasured(300), posting: unmeasured(300), sharing: unmeasured(300) };
    expect(new Set(of({ ...all, [name]: crowd(300, 0, {})[name] }))).toEqual(new Set(['insufficient']));
    expect(new Set(of(all))).toEqual(new Set(['insufficient']));
  });

  it('find a push that has no creation dates', () => {
    const verdicts = of({ ...crowd(600, 20, { posting: 5, sharing: 5 }), creation: unmeasured(600) });
    expect(new Set(verdicts.slice(0, 20))).toEqual(new Set(['coordinated']));
  });

  it('say nothing of one account, or of none', () => {
    expect(of(crowd(1, 1, { creation: 6, posting: 6, sharing: 6 }))).not.toContain('coordinated');
    expect(of(crowd(0, 0, {}))).toEqual([]);
  });
});

describe('withhold', () => {
  it('leaves the accepted as they are, calls the other coordinated ones unclear, and expects fewer false ones', () => {
    const judged: AssignedVerdicts = judge(settled(crowd(600, 20, { posting: 5, sharing: 5 })));
    const held = downgrade(judged, new Set([0, 1, 2, 3, 4, 500]));
    expect(held.verdicts.slice(0, 20)).toEqual([
      ...Array<string>(5).fill('coordinated'),
      ...Array<string>(15).fill('unclear'),
    ]);
    expect(held.verdicts.slice(20)).toEqual(judged.verdicts.slice(20));
    expect(held.expectedFalse).toBeCloseTo(judged.expectedFalse / 4, 10);
    expect(downgrade(judged, new Set()).expectedFalse).toBe(0);
  });
});
