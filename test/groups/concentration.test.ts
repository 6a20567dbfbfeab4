import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import { areDatesConcentrated } from '../../src/decision/acceptance.js';
import { type Concentration, ConcentrationMeter } from '../../src/groups/concentration.js';
import { simulate, simulationOptions } from '../../src/simulate/index.js';
import { Random } from '../../src/simulate/random.js';
import { sum } from '../../src/stats/sum.js';
import { collectorOf, DAY, HOUR, measured, post, START } from '../dataset/posts.js';
import { ownWords } from '../signals/conversation.js';

const made = (id: string, day: number): Parameters<typeof post>[0]['by'] => {
  const time = START - day * DAY;
  return { id, handle: '', displayName: '', created: { from: time, to: time, source: 'dump' } };
};

function of(sides: {
  readonly day: (n: number) => number;
  readonly copies: boolean;
  readonly gap: number;
}): Concentration {
  const m = measured(
    Array.from({ length: 40 }, (_, n) => n).flatMap((n) =>
      [0, 1, 2].map((k) =>
        post({
          by: made(`a${String(n).padStart(2, '0')}`, sides.day(n)),
          text: ownWords(sides.copies ? 500 : n, k),
          time: START + k * 8 * HOUR + n * sides.gap,
        }),
      ),
    ),
  );
  return new ConcentrationMeter(m).of(new Uint8Array(40).fill(1));
}

describe('ConcentrationMeter', () => {
  it('measures nothing of accounts spread over years and days that say their own', () => {
    const spread = of({ day: (n) => 40 * n, copies: false, gap: 11 * 60_000 });
    expect(Math.abs(spread.dates)).toBeLessThan(0.3);
    expect(spread.time).toBeLessThan(0.1);
    expect(spread.copies).toBe(0);
    expect(spread.repeated).toBe(0);
  });

  it('measures dates that crowd, posts that crowd in minutes, and copies, each by itself', () => {
    expect(of({ day: (n) => n / 20, copies: false, gap: 11 * 60_000 }).dates).toBeGreaterThan(1);
    expect(of({ day: (n) => 40 * n, copies: false, gap: 1000 }).time).toBeGreaterThan(1);
    const copying = of({ day: (n) => 40 * n, copies: true, gap: 11 * 60_000 });
    expect(copying.copies).toBe(1);
    expect(copying.repeated).toBe(1);
  });

  it('counts no dates that are those of the newcomers outside', () => {
    const m = measured(
      Array.from({ length: 80 }, (_, n) =>
        post({ by: made(`a${String(n).padStart(2, '0')}`, n < 20 ? 40 * n : n % 3) }),
      ),
    );
    const meter = new ConcentrationMeter(m);
    const some = Array.from({ length: 30 }, (_, n) => 50 + n);
    const noNewcomers = Uint8Array.from({ length: 80 }, (_, n) => Number(n < 20));
    const everybodyElse = Uint8Array.from({ length: 80 }, (_, n) => Number(n < 50));
    const whole = meter.of(everybodyElse.map((other) => 1 - other));
    expect(meter.datesApart(some, noNewcomers)).toBeGreaterThan(1.5);
    expect(meter.datesApart(some, everybodyElse)).toBeLessThan(0.5);
    expect(meter.datesApart(some, everybodyElse)).toBeLessThan(whole.dates - 1);
    expect(meter.datesApart([], everybodyElse)).toBeNaN();
    expect(meter.timeOf(some)).toBe(whole.time);
  });

  it('finds newcomers no more concentrated than the other newcomers, however few they are among older accounts', () => {
    const random = new Random(1, 'newcomers');
    const older = 140;
    const days = [
      ...Array.from({ length: older }, () => 30 + random.uniform() * 2000),
      ...Array.from({ length: 60 }, () => random.exponential(3)),
    ];
    const m = measured(days.map((day, n) => post({ by: made(`a${String(n).padStart(3, '0')}`, day) })));
    const meter = new ConcentrationMeter(m);
    const apart = Array.from({ length: 40 }, () => {
      const some = random
        .shuffle(Array.from({ length: 60 }, (_, n) => older + n))
        .slice(0, 15)
        .sort((x, y) => x - y);
      const outside = Uint8Array.from(days, (_, a) => Number(!some.includes(a)));
      expect(meter.of(outside.map((other) => 1 - other)).dates).toBeGreaterThan(1.5);
      return meter.datesApart(some, outside);
    });
    expect(apart.filter(areDatesConcentrated)).toEqual([]);
    // The mean of a log ratio of two densities from the same distribution is about 0.
    expect(Math.abs(sum(apart) / apart.length)).toBeLessThan(0.25);
  });

  it('finds a batch of accounts concentrated among newcomers', () => {
    const random = new Random(2, 'batch');
    const days = [
      ...Array.from({ length: 140 }, () => 30 + random.uniform() * 2000),
      ...Array.from({ length: 60 }, () => random.exponential(3)),
      ...Array.from({ length: 15 }, () => 12 + 3 * random.uniform()),
    ];
    const m = measured(days.map((day, n) => post({ by: made(`a${String(n).padStart(3, '0')}`, day) })));
    const batch = Array.from({ length: 15 }, (_, n) => 200 + n);
    const outside = Uint8Array.from(days, (_, a) => Number(a < 200));
    expect(areDatesConcentrated(new ConcentrationMeter(m).datesApart(batch, outside))).toBe(true);
  });

  it('tells those that were made together from those that were not', () => {
    const m = measured(
      Array.from({ length: 80 }, (_, n) =>
        post({ by: made(`a${String(n).padStart(2, '0')}`, n < 60 ? 40 * n : 20 + n / 20) }),
      ),
    );
    const meter = new ConcentrationMeter(m);
    const some = Array.from({ length: 40 }, (_, n) => 40 + n);
    const outside = Uint8Array.from({ length: 80 }, (_, n) => Number(n < 40));
    expect(meter.madeTogether(some, outside, areDatesConcentrated)).toEqual(some.slice(20));
    expect(meter.madeTogether(some.slice(0, 2), outside, areDatesConcentrated)).toEqual([]);
  });

  it('finds of a few accounts alone what it finds of them among all', () => {
    const m = measured(
      Array.from({ length: 60 }, (_, n) => post({ by: made(`a${String(n).padStart(2, '0')}`, (n * n) % 97) })),
    );
    const meter = new ConcentrationMeter(m);
    const some = Array.from({ length: 9 }, (_, n) => 7 * n);
    const members = Uint8Array.from({ length: 60 }, (_, n) => Number(some.includes(n)));
    // Against nobody nothing is taken off.
    expect(meter.datesApart(some, new Uint8Array(60))).toBeCloseTo(meter.of(members).dates, 9);
    expect(meter.timeOf(some)).toBe(meter.time(members));
  });

  it('says so where it cannot measure', () => {
    const m = measured([post({ by: 'a', text: ownWords(1, 0) }), post({ by: 'b', text: ownWords(2, 0) })]);
    expect(new ConcentrationMeter(m).of(Uint8Array.of(1, 1)).dates).toBeNaN();
    const none = new ConcentrationMeter(m).of(Uint8Array.of(0, 0));
    expect([none.dates, none.time, none.copies, none.repeated]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('puts a campaign above the public in every measure, and not the public above it', () => {
    const { posts, labels } = simulate(
      simulationOptions('campaign', {
        seed: 5,
        organic: { accounts: 400, posts: 2000 },
        campaign: { accounts: 60, posts: 400 },
      }),
    );
    const m = buildDataset(collectorOf(posts));
    const campaign = Uint8Array.from(m.accounts.id, (id) => Number(labels.get(id) === 'coordinated'));
    const meter = new ConcentrationMeter(m);
    const [inside, outside] = [meter.of(campaign), meter.of(campaign.map((member) => 1 - member))];
    expect(inside.dates).toBeGreaterThan(outside.dates + 0.5);
    expect(inside.time).toBeGreaterThan(outside.time + 0.4);
    expect(inside.copies).toBeGreaterThan(outside.copies + 0.2);
  });
});
