import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversationsOf } from '../../bench/archive.js';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import { coreLevel, coreNullProbability, MAX_NULL_PROBABILITY } from '../../src/decision/acceptance.js';
import { acceptedCores, coresOf } from '../../src/decision/accepted-cores.js';
import { SideMeter } from '../../src/decision/candidate-sets.js';
import { choosePush } from '../../src/decision/choose-push.js';
import { FAMILIES } from '../../src/documents/evidence.js';
import { type Decision, decide } from '../../src/pipeline/decide.js';
import { fitSignals } from '../../src/pipeline/ingest.js';
import { simulate, simulationOptions } from '../../src/simulate/index.js';
import { collectorOf } from '../dataset/posts.js';

interface Decided {
  readonly decision: Decision;
  readonly meter: SideMeter;
  readonly named: readonly string[];
}

function decided(posts: Parameters<typeof collectorOf>[0]): Decided {
  const dataset = buildDataset(collectorOf(posts));
  const decision = decide({ dataset, fitted: fitSignals(dataset) });
  return {
    decision,
    meter: new SideMeter(dataset, new Set(FAMILIES), new Uint8Array(dataset.accounts.count)),
    named: dataset.accounts.id.filter((_, a) => decision.judged.verdicts[a] === 'coordinated'),
  };
}

describe('acceptedCores', () => {
  it('finds a push of one account in twenty where no set that the search found is accepted', () => {
    const pushed = [...conversationsOf({ seed: 1, hashtags: 8 })].find(
      ({ push, accounts }) => push === 0.05 && accounts > 300,
    );
    if (!pushed) throw new Error('no such hashtag');
    const { decision, meter, named } = decided(pushed.posts);
    expect(choosePush(decision.candidates).push).toBeUndefined();
    const [first] = acceptedCores(decision.candidates, meter);
    expect(Math.max(...coresOf(decision.candidates, meter).map(({ level }) => level))).toBeGreaterThan(1);
    // What is measured of a core by itself is what is measured of it as a set.
    for (const { accounts } of coresOf(decision.candidates, meter))
      expect(meter.timeMargin(accounts)).toBeCloseTo(meter.ofAccounts(accounts).margin.time, 9);
    expect(decision.p).toBe(first?.p);
    expect(decision.push?.size).toBeLessThan(30);
    expect(named.length).toBeGreaterThanOrEqual(5);
    expect(named.filter((id) => !pushed.pushers.has(id))).toEqual([]);
  });

  it('accepts no core of a public, not even where some copy slogans or appeals', () => {
    let cores = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const organic = { accounts: 300, posts: 900, newShare: 0.4, sloganShare: 0.1, fans: 30, activists: 20 };
      const { decision, meter } = decided(simulate(simulationOptions('organic-only', { seed, organic })).posts);
      cores += coresOf(decision.candidates, meter).length;
      expect(acceptedCores(decision.candidates, meter)).toEqual([]);
    }
    expect(cores).toBeGreaterThan(10);
  });

  it('has no cores without creation dates', () => {
    const { posts } = simulate(
      simulationOptions('campaign', {
        seed: 1,
        creationDates: false,
        accountIds: 'hashed',
        organic: { accounts: 300, posts: 1500 },
        campaign: { accounts: 40, posts: 300 },
      }),
    );
    const { decision, meter } = decided(posts);
    expect(coresOf(decision.candidates, meter)).toEqual([]);
  });
});

const nats = fc.integer({ min: -200, max: 400 }).map((hundredths) => hundredths / 100);

describe('the level of a core', () => {
  it('needs dates and time, and grows with each', () => {
    fc.assert(
      fc.property(nats, nats, fc.integer({ min: 8, max: 500 }), (dates, time, size) => {
        const level = coreLevel(dates, time, size);
        expect(level > 0).toBe(dates > 0 && time > 0);
        expect(coreLevel(dates + 0.3, time, size)).toBeGreaterThanOrEqual(level);
        expect(coreLevel(dates, time + 0.3, size)).toBeGreaterThanOrEqual(level);
        expect(coreLevel(dates, time, size + 10)).toBeGreaterThanOrEqual(level);
        expect(coreNullProbability(level) <= MAX_NULL_PROBABILITY).toBe(level >= 1);
      }),
    );
    expect(coreLevel(Number.NaN, 1, 20)).toBe(0);
  });
});
