import { expect, it } from 'vitest';
import { firstHours } from '../../src/report/first-hours.js';
import { MINUTE } from '../../src/time/units.js';

const bins = (howMany: number, length: number) =>
  Array.from({ length: howMany }, (_, index) => ({
    from: new Date(Date.UTC(2014, 1, 26) + index * length).toISOString(),
    coordinated: index === 0 ? 3 : 1,
    flooding: 0,
    unclear: 0,
    organic: 2,
    insufficient: 0,
  }));

it.each([
  [48, 60, 'first six hours', 8, 20],
  [6, 60, 'first hour', 3, 5],
  [12, 5, 'first ten minutes', 4, 8],
  [30, 1_440, 'first day', 3, 5],
])('%i bins of %i minutes: the %s', (howMany, minutes, name, coordinated, posts) => {
  expect(firstHours(bins(howMany, minutes * MINUTE))).toEqual({ name, coordinated, posts });
});

it('says nothing of a dump too short to have a beginning', () => {
  expect(firstHours([])).toBeUndefined();
  expect(firstHours(bins(1, 60 * MINUTE))).toBeUndefined();
  expect(firstHours(bins(3, 60 * MINUTE))).toBeUndefined();
});

it('counts by the clock where empty bins are left out', () => {
  const gappy = bins(48, 60 * MINUTE).filter((_, index) => index === 0 || index === 1 || index > 20);
  expect(firstHours(gappy)).toEqual({ name: 'first six hours', coordinated: 4, posts: 8 });
});
