import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import type { Dataset } from '../../src/dataset/dataset.js';
import { jointLevel, pairedLevel } from '../../src/decision/acceptance.js';
import { activityStrata } from '../../src/decision/activity-strata.js';
import { isAccepted, searchCandidates, SideMeter } from '../../src/decision/candidate-sets.js';
import { hardAssignment, MixtureSearch } from '../../src/decision/fit-mixture.js';
import { widenCore } from '../../src/decision/widen-core.js';
import { FAMILIES } from '../../src/documents/evidence.js';
import { fitSignals } from '../../src/pipeline/ingest.js';
import { simulate, type SimulationOptions, simulationOptions } from '../../src/simulate/index.js';
import { collectorOf } from '../dataset/posts.js';

type Changes = NonNullable<Parameters<typeof simulationOptions>[1]>;

function simulated(preset: 'campaign' | 'organic-only', changes: Changes): { m: Dataset; pushed: number[] } {
  const options: SimulationOptions = simulationOptions(preset, {
    ...changes,
    organic: { accounts: 600, posts: 3000, ...changes.organic },
  });
  const { posts, labels } = simulate(options);
  const m = buildDataset(collectorOf(posts));
  return { m, pushed: m.accounts.id.flatMap((id, a) => (labels.get(id) === 'coordinated' ? [a] : [])) };
}

const meterOf = (m: Dataset): SideMeter => new SideMeter(m, new Set(FAMILIES), new Uint8Array(m.accounts.count));

/** How often the search weighs everybody. */
function roundsOn(m: Dataset): { rounds: number; accepted: boolean } {
  let rounds = 0;
  const signals = fitSignals(m).map(({ signal, prepared }, k) => ({
    signal,
    prepared: {
      ...prepared,
      logLikelihoodRatio: (...given: Parameters<typeof prepared.logLikelihoodRatio>) => {
        if (k === 0) rounds++;
        return prepared.logLikelihoodRatio(...given);
      },
    },
  }));
  const search = new MixtureSearch(signals, m, activityStrata(m));
  const found = searchCandidates(search, meterOf(m), new Uint8Array(m.accounts.count));
  return { rounds, accepted: found.some(isAccepted) };
}

describe('searchCandidates', () => {
  it('does not end every search in a public of many', () => {
    const many = { seed: 1, organic: { accounts: 2000, posts: 36_000 } };
    const { rounds, accepted } = roundsOn(simulated('organic-only', many).m);
    expect(accepted).toBe(false);
    // Seven starts of five rounds, one that goes on: what two searches of twenty rounds took and a half more.
    expect(rounds).toBeLessThanOrEqual(60);
  });

  it('ends with the first set that is accepted, and its core', () => {
    const { rounds, accepted } = roundsOn(simulated('campaign', { seed: 1, campaign: { accounts: 60, posts: 400 } }).m);
    expect(accepted).toBe(true);
    expect(rounds).toBeLessThanOrEqual(40);
  });
});

describe('widenCore', () => {
  const { m, pushed } = simulated('campaign', {
    seed: 4,
    campaign: { accounts: 90, posts: 700 },
    creationDates: false,
    accountIds: 'hashed',
  });
  const accounts = m.accounts.count;
  const meter = meterOf(m);
  const core = meter.of(hardAssignment(pushed.slice(0, 70), accounts));

  it('counts in who acts along with a part of a push twice, and hardly anybody else', () => {
    expect(isAccepted(core)).toBe(true);
    const whole = widenCore(core, meter, new Uint8Array(accounts));
    const right = pushed.filter((a) => whole?.members[a] === 1).length;
    expect(right).toBeGreaterThan(80);
    expect(right / (whole?.size ?? 0)).toBeGreaterThan(0.95);
  });

  it('counts in nobody who is set aside', () => {
    const setAside = new Uint8Array(accounts);
    for (const a of pushed.slice(70)) setAside[a] = 1;
    const whole = widenCore(core, new SideMeter(m, new Set(FAMILIES), setAside), setAside);
    expect(pushed.slice(70).filter((a) => (whole ?? core).members[a] === 1)).toEqual([]);
  });
});

const level = fc.double({ min: -4, max: 6, noNaN: true });

describe('pairedLevel', () => {
  it('is the joint level where two kinds stand out, and below 1 only where none is', () => {
    fc.assert(
      fc.property(fc.record({ dates: level, time: level, together: level }), (levels) => {
        const joint = jointLevel(levels);
        expect(joint === 0 || joint === pairedLevel(levels)).toBe(true);
        expect(pairedLevel(levels) >= 1 || joint === 0).toBe(true);
      }),
    );
  });
});
