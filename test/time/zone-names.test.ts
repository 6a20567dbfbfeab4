import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/time/units.js';
import { toUtcOf, zoneInName } from '../../src/time/zone-names.js';

/** Noon of a day in summer, by the clocks of the north. */
const NOON = Date.UTC(2020, 6, 28, 12);

describe('names of time zones', () => {
  it.each([
    ['NZST', 12],
    ['MESZ', 2],
    ['+0530', 5.5],
    ['UTC +3', 3],
    ['Europe/Moscow', 3],
    ['ET', -4],
    ['北京时间', 8],
    ['-18000', -5],
    ['330', 5.5],
    ['-5', -5],
  ])('%s is %d hours east', (zone, hours) => {
    expect(toUtcOf(zone)?.(NOON)).toBe(NOON - hours * HOUR);
  });

  it.each(['', 'local', 'constructor', '12345', '2023', 'hh:mm'])('“%s” is none', (zone) => {
    expect(toUtcOf(zone)).toBeUndefined();
  });

  it.each([
    ['Time (UTC+3)', 'UTC+3'],
    ['Time [GMT+8]', 'GMT+8'],
    ['时间（北京时间）', '北京时间'],
    ['created_at_msk', 'msk'],
    ['created_at (Europe/Moscow)', 'Europe/Moscow'],
    ['Date EST', 'EST'],
    ['publishedDateUTC', 'UTC'],
    ['utc_datetime', 'UTC'],
    ['time_utc+02:00', 'utc+02:00'],
  ])('%s says %s', (name, zone) => {
    expect(zoneInName(name)).toBe(zone);
  });

  it.each(['created_at', 'date (dd/mm/yyyy)', 'time (24)', 'Posted at', 'outcome', 'time of request'])(
    '%s says none',
    (name) => {
      expect(zoneInName(name)).toBeUndefined();
    },
  );
});
