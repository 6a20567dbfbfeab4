import { assert, date as dates, property } from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  formatDay,
  formatDaySpan,
  formatHour,
  formatTick,
  formatTime,
  formatTimeSpan,
} from '../../src/time/format-dates.js';
import { HOUR } from '../../src/time/units.js';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('spans of time', () => {
  it.each([
    ['2014-02-24', '2014-02-27', '24–27 Feb 2014'],
    ['2014-02-27', '2014-03-01', '27 Feb – 1 Mar 2014'],
    ['2013-12-31', '2014-01-01', '31 Dec 2013 – 1 Jan 2014'],
    ['2013-02-24', '2014-02-24', '24 Feb 2013 – 24 Feb 2014'],
    ['2014-02-24', '2014-02-24', '24 Feb 2014'],
  ])('days %s to %s', (from, to, text) => {
    expect(formatDaySpan(from, to)).toBe(text);
    expect(formatDaySpan(new Date(from), Date.parse(to))).toBe(text);
  });

  it.each([
    ['2014-02-26T12:04:00Z', '2014-03-05T01:17:00Z', 1, '26 Feb 12:04 – 5 Mar 2014 01:17 UTC'],
    ['2014-02-26T12:04:00Z', '2014-02-26T13:17:00Z', 1, '26 Feb 2014 12:04–13:17 UTC'],
    ['2014-02-26T12:04:01Z', '2014-02-26T12:04:59Z', 1, '26 Feb 2014 12:04 UTC'],
    ['2013-12-31T23:59:00Z', '2014-01-01T00:01:00Z', 60, '31 Dec 2013 23:59 – 1 Jan 2014 00:01 UTC'],
    ['2014-02-26T00:00:00Z', '2014-03-05T00:00:00Z', 86_400, '26 Feb – 5 Mar 2014 UTC'],
  ])('times %s to %s in steps of %i s', (from, to, step, text) => {
    expect(formatTimeSpan(from, to, step)).toBe(text);
  });
});

it.each([
  [0.001, '2014-02-26 09:05:48'],
  [1, '2014-02-26 09:05:48'],
  [60, '2014-02-26 09:05'],
  [3600, '2014-02-26 09:05'],
  [86_400, '2014-02-26'],
])('a time told in steps of %d s is shown no finer', (step, text) => {
  expect(formatTime('2014-02-26T09:05:48.700Z', step)).toBe(text);
});

it('names hours, and days where these are told', () => {
  const noon = Date.UTC(2014, 1, 6, 12);
  expect([formatHour(noon, 3600), formatHour(noon, 86_400)]).toEqual(['6 Feb 2014 12:00 UTC', '6 Feb 2014']);
});

it.each([
  ['2014-01-01T00:00Z', '1 Jan', '2014'],
  ['2014-03-01T00:00Z', '1 Mar', 'Mar 2014'],
  ['2014-03-09T00:00Z', '9 Mar', '9 Mar'],
  ['2014-03-09T18:00Z', '18:00', '18:00'],
])('the label of an axis at %s is %s, and %s on one of years', (time, short, long) => {
  expect([formatTick(new Date(time), false), formatTick(new Date(time), true)]).toEqual([short, long]);
});

/** A time in every form. */
function shown(time: Date): string[] {
  return [
    formatDay(time),
    formatTime(time),
    formatHour(time, 3600),
    formatTick(time, true),
    formatDaySpan(time, time.getTime() + 36 * HOUR),
    formatTimeSpan(time, time.getTime() + 5 * HOUR, 1),
  ];
}

it('shows the same in every zone, with or without summer time', () => {
  const offsets = new Set<number>();
  assert(
    property(dates({ min: new Date('2006-03-21'), max: new Date('2099-12-31'), noInvalidDate: true }), (time) => {
      const iso = time.toISOString();
      const [inUtc, ...others] = ['UTC', 'Pacific/Auckland', 'America/St_Johns', 'Asia/Kathmandu'].map((name) => {
        process.env['TZ'] = name;
        offsets.add(new Date(time).getTimezoneOffset());
        return shown(time);
      });
      expect(inUtc?.slice(0, 2)).toEqual([iso.slice(0, 10), iso.slice(0, 19).replace('T', ' ')]);
      for (const other of others) expect(other).toEqual(inUtc);
    }),
  );
  expect(offsets.size).toBeGreaterThan(3);
});
