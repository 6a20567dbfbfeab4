import { parse } from 'date-fns/parse';
import { array, assert, constantFrom, integer, nat, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayOrder } from '../../src/time/day-order.js';
import { EARLIEST, LATEST, TimeReader } from '../../src/time/parse-time.js';

const utc = (wallClock: number): number => wallClock;
const read = (value: string, order: DayOrder = 'month-first'): string | undefined => {
  const time = new TimeReader(order, utc).read(value);
  return time === undefined ? undefined : new Date(time).toISOString();
};

describe('TimeReader', () => {
  it.each([
    ['Tue Oct 07 19:55:59 +0000 2014', '2014-10-07T19:55:59.000Z'],
    ['Tue Oct 07 19:55:59 +0300 2014', '2014-10-07T16:55:59.000Z'],
    ['2017-08-30', '2017-08-30T00:00:00.000Z'],
    ['2017-10-26 21:27', '2017-10-26T21:27:00.000Z'],
    ['2020-04-19T20:22:23Z', '2020-04-19T20:22:23.000Z'],
    ['2024-06-20 14:53:52+00:00', '2024-06-20T14:53:52.000Z'],
    ['2021-11-30T23:57:10.000Z', '2021-11-30T23:57:10.000Z'],
    ['2025-03-16T10:22:08.653999', '2025-03-16T10:22:08.653Z'],
    ['2025-03-16T10:22:08-0530', '2025-03-16T15:52:08.000Z'],
    ['2020-05-01 12:00:00 UTC', '2020-05-01T12:00:00.000Z'],
    ['2009/04/08 17:52', '2009-04-08T17:52:00.000Z'],
    ['2020/12/12 6:06', '2020-12-12T06:06:00.000Z'],
    ['10/1/17 19:58', '2017-10-01T19:58:00.000Z'],
    ['10/15/2018 23:56', '2018-10-15T23:56:00.000Z'],
    ['1/8/2009 7:15:03 PM', '2009-01-08T19:15:03.000Z'],
    ['1/8/2009 12:15 am', '2009-01-08T00:15:00.000Z'],
    ['1610005273', '2021-01-07T07:41:13.000Z'],
    ['1610005273.0', '2021-01-07T07:41:13.000Z'],
    ['1610005273.25', '2021-01-07T07:41:13.250Z'],
    ['1610005273123', '2021-01-07T07:41:13.123Z'],
    ['1610005273123456', '2021-01-07T07:41:13.123Z'],
    ['20140226120400', '2014-02-26T12:04:00.000Z'],
    ['Tue, 07 Oct 2014 19:55:59 GMT', '2014-10-07T19:55:59.000Z'],
    ['7-Oct-2014 19:55', '2014-10-07T19:55:00.000Z'],
    ['Oct 7, 2014 · 7:55 PM UTC', '2014-10-07T19:55:00.000Z'],
    ['Tue Oct 07 2014 19:55:59 GMT+0200 (Central European Summer Time)', '2014-10-07T17:55:59.000Z'],
  ])('reads %s', (value, expected) => {
    expect(read(value)).toBe(expected);
  });

  it('reads days first where told', () => {
    expect(read('26-05-2017 05:46', 'day-first')).toBe('2017-05-26T05:46:00.000Z');
    expect(read('10.1.17 19:58', 'day-first')).toBe('2017-01-10T19:58:00.000Z');
  });

  it.each([
    '',
    'now',
    '2014-02-31',
    '2015-02-29',
    '0202-01-01',
    '2014-13-01',
    '2014-01-01 24:01',
    '2014-01-01 25:00',
    '2014-01-01 10:60',
    '2006-03-20',
    '2100-01-01',
    '1.61E+09',
    '13/13/2014',
    '2014-01-01 13:00 PM',
    '123',
    '2014-01-01T10:00:00+25:00',
    'Tue Foo 07 19:55:59 +0000 2014',
  ])('has no time for %j', (value) => {
    expect(read(value)).toBeUndefined();
  });

  it('reads the usual ways of writing times as it reads the others, whatever is wrong in them', () => {
    const sign = constantFrom(...'0123456789-:/. TZt+x');
    const usual = constantFrom<string[]>(
      '2014-02-26 12:04',
      '2014-02-26 12:04:59',
      '2014-02-26T12:04:59Z',
      '2012-02-29T23:59:59',
      '2014-12-31T00:00',
      '2014-02-26T12:04:59.055Z',
      '2012-02-29 23:59:59.999',
    );
    assert(
      property(usual, array(tuple(nat(23), sign), { maxLength: 3 }), (value, changes) => {
        const changed = changes.reduce<string>(
          (text, [at, by]) => (at < text.length ? text.slice(0, at) + by + text.slice(at + 1) : text),
          value,
        );
        const [reader, reference] = [new TimeReader('month-first', utc), new TimeReader('month-first', utc)];
        // With a fraction of four digits it is read by the general expression.
        const more = /:\d\d:\d\d\.\d{3}(?=Z?$)/.test(changed)
          ? '0'
          : /:\d\d:\d\d(?=Z?$)/.test(changed)
            ? '.0000'
            : /[T ]\d\d:\d\d(?=Z?$)/.test(changed)
              ? ':00.0000'
              : undefined;
        if (more === undefined) return;
        expect(reader.read(changed)).toBe(reference.read(changed.replace(/(?=Z?$)/, more)));
        expect(reader.withoutOffset).toBe(reference.withoutOffset);
      }),
      { numRuns: 5000 },
    );
  });

  it('counts what names no offset, and only that', () => {
    const reader = new TimeReader('month-first', (wallClock) => wallClock - 3_600_000);
    expect(reader.read('2014-02-26 12:04')).toBe(Date.UTC(2014, 1, 26, 11, 4));
    expect(reader.read('2014-02-26 12:04Z')).toBe(Date.UTC(2014, 1, 26, 12, 4));
    expect(reader.read('1393416240')).toBe(1_393_416_240_000);
    expect(reader.withoutOffset).toBe(1);
  });

  const STYLES = [
    {
      pattern: 'yyyy-MM-dd HH:mm xxx',
      order: 'day-first',
      write: (p: Parts) => `${p.year}-${two(p.month)}-${two(p.day)} ${two(p.hour)}:${two(p.minute)} ${p.zone}`,
    },
    {
      pattern: "yyyy-MM-dd'T'HH:mm:ss.SSSxxx",
      order: 'day-first',
      write: (p: Parts) =>
        `${p.year}-${two(p.month)}-${two(p.day)}T${two(p.hour)}:${two(p.minute)}:${two(p.second)}.${String(p.ms).padStart(3, '0')}${p.zone}`,
    },
    {
      pattern: 'M/d/yy H:mm xxx',
      order: 'month-first',
      write: (p: Parts) => `${p.month}/${p.day}/${two(p.year % 100)} ${p.hour}:${two(p.minute)} ${p.zone}`,
    },
    {
      pattern: 'd.M.yyyy H:mm:ss xxx',
      order: 'day-first',
      write: (p: Parts) => `${p.day}.${p.month}.${p.year} ${p.hour}:${two(p.minute)}:${two(p.second)} ${p.zone}`,
    },
    {
      pattern: 'dd-MM-yyyy HH:mm xxx',
      order: 'day-first',
      write: (p: Parts) => `${two(p.day)}-${two(p.month)}-${p.year} ${two(p.hour)}:${two(p.minute)} ${p.zone}`,
    },
    {
      pattern: 'yyyy/MM/dd H:mm xxx',
      order: 'day-first',
      write: (p: Parts) => `${p.year}/${two(p.month)}/${two(p.day)} ${p.hour}:${two(p.minute)} ${p.zone}`,
    },
    {
      pattern: 'MMM dd HH:mm:ss xx yyyy',
      order: 'day-first',
      write: (p: Parts) =>
        `${MONTHS[p.month - 1]} ${two(p.day)} ${two(p.hour)}:${two(p.minute)}:${two(p.second)} ${p.zone.replace(':', '')} ${p.year}`,
      before: 'Tue ',
    },
    {
      pattern: 'd MMM yyyy HH:mm:ss xxx',
      order: 'day-first',
      write: (p: Parts) =>
        `${p.day} ${MONTHS[p.month - 1]} ${p.year} ${two(p.hour)}:${two(p.minute)}:${two(p.second)} ${p.zone}`,
    },
  ] as const;

  it.each(STYLES)('agrees with date-fns on $pattern', (style) => {
    const before = 'before' in style ? style.before : '';
    assert(
      property(parts, (value) => {
        const written = style.write(value);
        const theirs = parse(written, style.pattern, new Date(Date.UTC(2017, 0))).getTime();
        const ours = new TimeReader(style.order, utc).read(before + written);
        expect(ours).toBe(Number.isNaN(theirs) || theirs < EARLIEST || theirs >= LATEST ? undefined : theirs);
      }),
      { numRuns: 400 },
    );
  });
});

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
  zone: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number): string => String(number).padStart(2, '0');
/** Some of them impossible, on purpose. */
const parts = record({
  year: integer({ min: 2000, max: 2030 }),
  month: integer({ min: 1, max: 13 }),
  day: integer({ min: 0, max: 32 }),
  hour: integer({ min: 0, max: 24 }),
  minute: integer({ min: 0, max: 60 }),
  second: integer({ min: 0, max: 60 }),
  ms: integer({ min: 0, max: 999 }),
  zone: constantFrom('+00:00', '+03:00', '-05:30', '+14:00'),
});
