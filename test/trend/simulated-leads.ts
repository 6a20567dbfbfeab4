/** What the tests of the lead hold simulations against, with few seeds or with many. */

import { expect, it } from 'vitest';
import type { Trend } from '../../src/documents/result.js';
import {
  scaleSimulation,
  simulate,
  type SimulationOptions,
  simulationOptions,
  withTriggeredPublic,
} from '../../src/simulate/index.js';
import { Random } from '../../src/simulate/random.js';
import { leadBetween } from '../../src/trend/lead.js';
import { DAY, HOUR } from '../dataset/posts.js';

/** A campaign of 50 accounts in a public of 950 over a week, in so many waves. */
function week(seed: number, waves: number): SimulationOptions {
  return scaleSimulation(simulationOptions('campaign', { seed, campaign: { waves } }), 0.5);
}

/** What is found where it is known who is who. */
function found(options: SimulationOptions): Trend['lead'] {
  const { posts, labels } = simulate(options);
  const timesOf = (label: string): Float64Array =>
    Float64Array.from(
      posts.filter(({ account }) => labels.get(account.id) === label),
      ({ time }) => time,
    );
  return leadBetween(timesOf('coordinated'), timesOf('organic'), 1000);
}

const leads = ({ outcome }: Trend['lead']): boolean => outcome === 'coordinated' || outcome === 'both';

/** How often a lead is found in simulated campaigns, one for each seed. */
export function leadsInSimulations(seeds: readonly number[]): void {
  it.each([4, 8])(
    'that precede the public by six hours, in %i waves, the lead is found, and is of six hours',
    (waves) => {
      const results = seeds.map((seed) => found(withTriggeredPublic(week(seed, waves), 6)));
      const hours = results
        .filter((result) => result.outcome === 'coordinated')
        .map(({ coordinatedFirst }) => Math.round((coordinatedFirst?.lagSeconds ?? 0) / 3600));
      expect(hours.length).toBeGreaterThanOrEqual(seeds.length - 1);
      expect(hours.filter((lag) => lag < 5 || lag > 7)).toEqual([]);
    },
  );

  it('that push once, six hours before the public, the lead is found more often than not', () => {
    expect(
      seeds.filter((seed) => found(withTriggeredPublic(week(seed, 1), 6)).outcome === 'coordinated').length,
    ).toBeGreaterThan(seeds.length / 2);
  });

  it.each([4, 8])(
    'that follow the public by six hours, in %i waves, no lead is found, and that they follow is',
    (waves) => {
      const results = seeds.map((seed) => found(withTriggeredPublic(week(seed, waves), -6)));
      expect(results.filter(leads)).toEqual([]);
      expect(results.filter(({ outcome }) => outcome === 'organic').length).toBeGreaterThanOrEqual(
        Math.floor(0.75 * seeds.length),
      );
    },
  );

  it('whose waves have nothing to do with a spike of news, whenever it comes, no lead is found but by chance', () => {
    const results = seeds.map((seed) => found({ ...week(seed, 8), eventAt: Date.UTC(2014, 1, 27, 5 + 12 * seed) }));
    // One in twenty is the level: more than two of eight, or than one of three, have a chance of less than 1% then.
    expect(results.filter(leads).length).toBeLessThanOrEqual(Math.ceil(seeds.length / 4));
  });
}

/** Times of posts in a span, each kept by a course that has values of 0 to 1. */
function series(random: Random, posts: number, days: number, course: (time: number) => number): Float64Array {
  const times: number[] = [];
  while (times.length < posts) {
    const time = random.between(0, days * DAY);
    if (random.chance(course(time))) times.push(time);
  }
  return Float64Array.from(times).sort();
}

/** Asleep at night, awake in the afternoon: the same for both sides. */
const daily = (time: number): number => Math.max(0.02, Math.sin((2 * Math.PI * time) / DAY) / 2 + 0.5) ** 2;

/** Bursts that die away in some hours, at moments of their own. */
function bursts(random: Random, days: number): (time: number) => number {
  const starts = Array.from({ length: 2 + days }, () => random.between(0, days * DAY));
  return (time) =>
    daily(time) *
    (0.1 + 0.9 * Math.max(0, ...starts.map((start) => (time < start ? 0 : Math.exp(-(time - start) / (4 * HOUR))))));
}

/**
 * How often a lead is found where neither side knows of the other, at a level of 5%, in so many pairs. Over 400 pairs of
 * each kind, 3 to 7% were measured.
 */
export function leadsByChance(pairs: number, most: number): void {
  it.each([
    ['the rhythm of the day in common', 4, () => daily, () => daily],
    ['the same rhythm, one side three hours behind', 14, () => daily, () => (time: number) => daily(time - 3 * HOUR)],
    ['bursts of their own', 4, bursts, bursts],
    ['bursts of their own for three weeks', 21, bursts, bursts],
    ['bursts on one side only', 7, () => daily, bursts],
  ])('with %s, leads are found as often as the level says', (name, days, first, second) => {
    const random = new Random(11, name);
    let [forth, back] = [0, 0];
    for (let pair = 0; pair < pairs; pair++) {
      const { coordinatedFirst, organicFirst } = leadBetween(
        series(random, 150, days, first(random, days)),
        series(random, 600, days, second(random, days)),
        1000,
      );
      forth += Number((coordinatedFirst?.p ?? 1) <= 0.05);
      back += Number((organicFirst?.p ?? 1) <= 0.05);
    }
    expect(Math.max(forth, back)).toBeLessThanOrEqual(most);
    expect(forth + back).toBeGreaterThan(0);
  });
}
