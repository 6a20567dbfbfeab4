import { tzOffset } from '@date-fns/tz/tzOffset';
import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/time/units.js';
import { zoneToUtc } from '../../src/time/zone.js';

const inUtc = (zone: string, wallClock: string): string =>
  new Date(zoneToUtc(zone)?.(Date.parse(`${wallClock}Z`)) ?? Number.NaN).toISOString();

const libraryOffset = (zone: string, time: number): number => tzOffset(zone, new Date(time)) * MINUTE;

describe('zoneToUtc', () => {
  it('knows fixed offsets and zones with their history', () => {
    expect(inUtc('+03:00', '2014-02-26T12:00')).toBe('2014-02-26T09:00:00.000Z');
    expect(inUtc('-0530', '2014-02-26T12:00')).toBe('2014-02-26T17:30:00.000Z');
    // Moscow kept UTC+4 from 2011 to October 2014.
    expect(inUtc('Europe/Moscow', '2014-02-26T12:00')).toBe('2014-02-26T08:00:00.000Z');
    expect(inUtc('Europe/Moscow', '2015-02-26T12:00')).toBe('2015-02-26T09:00:00.000Z');
    expect(inUtc('Asia/Kathmandu', '2015-02-26T12:00')).toBe('2015-02-26T06:15:00.000Z');
  });

  it('takes the first of an hour that is shown twice, and moves on by one that is skipped', () => {
    expect(inUtc('Europe/Paris', '2021-10-31T02:30')).toBe('2021-10-31T00:30:00.000Z');
    expect(inUtc('Europe/Paris', '2021-03-28T02:30')).toBe('2021-03-28T01:30:00.000Z');
    expect(inUtc('America/New_York', '2021-11-07T01:30')).toBe('2021-11-07T05:30:00.000Z');
    expect(inUtc('America/New_York', '2021-03-14T02:30')).toBe('2021-03-14T07:30:00.000Z');
  });

  it.each(['Europe/Moskau', 'Etc/GMT+15', 'Foo+03:00', '+25:00', '', '+3:99'])('does not know %j', (zone) => {
    expect(zoneToUtc(zone)).toBeUndefined();
  });

  it('gives a time that shows that wall clock, wherever there is one', () => {
    const zones = ['Europe/Moscow', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tehran', 'Pacific/Apia'] as const;
    assert(
      property(
        constantFrom(...zones),
        integer({ min: Date.UTC(2006, 3) / 1000, max: Date.UTC(2030, 0) / 1000 }),
        (timeZone, seconds) => {
          const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
          const shown = format.format(seconds * 1000);
          const back = zoneToUtc(timeZone)?.(Date.parse(`${shown.replace(' ', 'T')}Z`)) ?? Number.NaN;
          expect(format.format(back)).toBe(shown);
          expect(back).toBeLessThanOrEqual(seconds * 1000);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds the offsets that @date-fns/tz finds, in every zone', () => {
    assert(
      property(
        constantFrom(...Intl.supportedValuesOf('timeZone')),
        integer({ min: Date.UTC(2006, 3) / 1000, max: Date.UTC(2030, 0) / 1000 }),
        (zone, seconds) => {
          const wallClock = seconds * 1000 + libraryOffset(zone, seconds * 1000);
          const utc = zoneToUtc(zone)?.(wallClock) ?? Number.NaN;
          expect(utc + libraryOffset(zone, utc)).toBe(wallClock);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
