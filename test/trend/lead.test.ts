import { describe, expect, it } from 'vitest';
import { scaleSimulation, simulate, simulationOptions } from '../../src/simulate/index.js';
import { leadBetween } from '../../src/trend/lead.js';
import { DAY, HOUR } from '../dataset/posts.js';
import { leadsByChance, leadsInSimulations } from './simulated-leads.js';

describe('on simulated campaigns', { timeout: 120_000 }, () => {
  leadsInSimulations([1, 2, 3]);

  it('of a public that has but a spike of news, nothing is tested', () => {
    const { posts } = simulate(scaleSimulation(simulationOptions('organic-only'), 0.1));
    const times = Float64Array.from(posts, ({ time }) => time);
    expect(leadBetween(new Float64Array(), times, 1000).outcome).toBe('not tested');
  });
});

describe('where neither side knows of the other', { timeout: 120_000 }, () => {
  // Were it 8%, 12 or more would come in 3 of 1000 runs.
  leadsByChance(60, 11);
});

const even = (posts: number, from: number, to: number): Float64Array =>
  Float64Array.from({ length: posts }, (_, i) => from + ((i + 0.5) * (to - from)) / posts);

describe('what is compared', () => {
  it.each([
    ['a week by the hour', 7 * DAY, 1000, 3600],
    ['a day by ten minutes', DAY, 1000, 600],
    ['two hours by the minute', 2 * HOUR, 1000, 60],
    ['a hundred days by six hours', 100 * DAY, 1000, 21_600],
    ['years by the day', 6 * 365 * DAY, 1000, 86_400],
    ['days by the day where the dump tells days', 100 * DAY, DAY, 86_400],
  ])('%s', (_, span, resolution, seconds) => {
    expect(leadBetween(even(200, 0, span), even(400, 0, span), resolution).binSeconds).toBe(seconds);
  });

  it('is the time in which both were there, whatever stragglers there are', () => {
    const stray = Float64Array.from([-900 * DAY, ...even(300, 0, 3 * DAY), 900 * DAY]);
    expect(leadBetween(even(100, DAY, 2 * DAY), stray, 1000).bins).toBeLessThan(4 * 24);
    expect(leadBetween(even(100, DAY, 2 * DAY), even(5000, -200 * DAY, 200 * DAY), 1000).bins).toBeLessThan(10 * 24);
  });

  it.each([
    ['few posts', even(29, 0, 7 * DAY), even(400, 0, 7 * DAY), 1000, 'fewer than 30 coordinated posts'],
    ['a short time', even(100, 0, HOUR / 2), even(400, 0, HOUR / 2), 1000, 'too short'],
    ['a coarse clock', even(100, 0, 7 * DAY), even(400, 0, 7 * DAY), DAY, 'too short'],
    ['posts at one moment', new Float64Array(100), even(400, 0, 7 * DAY), 1000, 'too few hours'],
  ])('with %s it is not tested, and why is said', (_, coordinated, organic, resolution, why) => {
    const result = leadBetween(coordinated, organic, resolution);
    expect(result).toMatchObject({ outcome: 'not tested', coordinatedFirst: null });
    expect(result.says).toContain(why);
  });
});
