import { constantFrom, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimeReader } from '../../src/time/parse-time.js';
import { readWordedDate } from '../../src/time/worded-date.js';

function read(value: string): string | undefined {
  const time = new TimeReader('day-first', (wallClock) => wallClock).read(value);
  return time === undefined ? undefined : new Date(time).toISOString();
}

describe('dates in other languages and notations', () => {
  it.each([
    ['28 de julio de 2020, 06:00', '2020-07-28T06:00:00.000Z'],
    ['28 jul. 2020 06:01', '2020-07-28T06:01:00.000Z'],
    ['mar, 28 jul 2020, 06:01', '2020-07-28T06:01:00.000Z'],
    ['28 de julho de 2020 às 06:00', '2020-07-28T06:00:00.000Z'],
    ['28 Temmuz 2020 Salı 06:00', '2020-07-28T06:00:00.000Z'],
    ['28 Ağustos 2020, 18.00'.replace('.', ':'), '2020-08-28T18:00:00.000Z'],
    ['mardi 28 juillet 2020 à 06h05', '2020-07-28T06:05:00.000Z'],
    ['28. Juli 2020 06:00 Uhr', '2020-07-28T06:00:00.000Z'],
    ['Selasa, 28 Juli 2020 pukul 06:00', '2020-07-28T06:00:00.000Z'],
    ['28 июля 2020 г., 06:00', '2020-07-28T06:00:00.000Z'],
    ['٢٠٢٠-٠٧-٢٨ ٠٦:٠٠:٠٠', '2020-07-28T06:00:00.000Z'],
    ['۲۰۲۰/۰۷/۲۸ ۰۶:۰۰', '2020-07-28T06:00:00.000Z'],
    ['٢٨ يوليو ٢٠٢٠، ٦:٠٠ م', '2020-07-28T18:00:00.000Z'],
    ['28 كانون الثاني 2020 06:00', '2020-01-28T06:00:00.000Z'],
    ['۷ مرداد ۱۳۹۹، ۰۶:۰۰', '2020-07-28T06:00:00.000Z'],
    ['1399/05/07 06:00', '2020-07-28T06:00:00.000Z'],
    ['2018年10月09日 11:04', '2018-10-09T11:04:00.000Z'],
    ['2018年10月9日 下午3时04分05秒', '2018-10-09T15:04:05.000Z'],
    ['2020年7月28日(火) 午後3:00', '2020-07-28T15:00:00.000Z'],
    ['2020년 7월 28일 오후 3시 4분', '2020-07-28T15:04:00.000Z'],
    ['2020. 7. 28. 오전 6:00:01', '2020-07-28T06:00:01.000Z'],
    ['2021-04-03 09:15:00 EDT', '2021-04-03T13:15:00.000Z'],
    ['Mon Apr 06 22:19:45 PDT 2009', '2009-04-07T05:19:45.000Z'],
    ['Tue, 28 Jul 2020 06:00:00 CEST', '2020-07-28T04:00:00.000Z'],
    ["Timestamp('2020-07-28 06:00:00+0300', tz='Europe/Moscow')", '2020-07-28T03:00:00.000Z'],
    ["np.datetime64('2020-07-28T06:00:00.000000000')", '2020-07-28T06:00:00.000Z'],
    ['datetime.datetime(2020, 7, 28, 6, 0, tzinfo=datetime.timezone.utc)', '2020-07-28T06:00:00.000Z'],
    ['datetime.datetime(2020, 7, 28, 6, 0, 5, 120000)', '2020-07-28T06:00:05.120Z'],
    ['ISODate("2020-07-28T06:00:00Z")', '2020-07-28T06:00:00.000Z'],
    ['44040,25', '2020-07-28T06:00:00.000Z'],
    ['2020-07-27 24:00:00', '2020-07-28T00:00:00.000Z'],
    ['1595916000000000000', '2020-07-28T06:00:00.000Z'],
    ['2020-W31-2T06:00:00', '2020-07-28T06:00:00.000Z'],
    ['2009-W53-7', '2010-01-03T00:00:00.000Z'],
    ['28 July 2020, 09:00:00 GMT+3', '2020-07-28T06:00:00.000Z'],
    ['28 July 2020, 11:30:00 GMT+5:30', '2020-07-28T06:00:00.000Z'],
    ['2020-07-28 09:00:00 Europe/Istanbul', '2020-07-28T06:00:00.000Z'],
    ['2020-07-28T03:00:00-03:00[America/Sao_Paulo]', '2020-07-28T06:00:00.000Z'],
    ['28.07.2020, 06.00.07', '2020-07-28T06:00:07.000Z'],
    ['28 Juli 2020 pukul 13.00 WIB', '2020-07-28T06:00:00.000Z'],
    ['28/Jul/2020:06:00:07 +0000', '2020-07-28T06:00:07.000Z'],
    ['06:00:07 28-07-2020', '2020-07-28T06:00:07.000Z'],
    ['۱۳۹۹/۰۲/۳۱ ۰۶:۰۰', '2020-05-20T06:00:00.000Z'],
    ['1400/02/29 06:00', '2021-05-19T06:00:00.000Z'],
    ['令和3年5月14日 08:09:20', '2021-05-14T08:09:20.000Z'],
    ['令和元年5月14日', '2019-05-14T00:00:00.000Z'],
    ['平成31年4月30日 午後3:00', '2019-04-30T15:00:00.000Z'],
    ['R3.5.14 08:09', '2021-05-14T08:09:00.000Z'],
    ['110/05/14 08:09:20', '2021-05-14T08:09:20.000Z'],
    ['民國110年5月14日 上午8:09', '2021-05-14T08:09:00.000Z'],
    ['๑๔/๐๕/๒๕๖๔ ๐๘:๐๙:๒๐', '2021-05-14T08:09:20.000Z'],
    ['१४-०५-२०२१ ०८:०९:२०', '2021-05-14T08:09:20.000Z'],
    ['1.62097976E9', '2021-05-14T08:09:20.000Z'],
    ['1.620979760E+09', '2021-05-14T08:09:20.000Z'],
    ['1.6209797605E12', '2021-05-14T08:09:20.500Z'],
    ['28 जुलाई 2020 06:00', '2020-07-28T06:00:00.000Z'],
    [
      'datetime.datetime(2020, 7, 28, 1, 0, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400)))',
      '2020-07-28T06:00:00.000Z',
    ],
    ['datetime.datetime(2020, 7, 28, 9, 0, tzinfo=tzoffset(None, 10800))', '2020-07-28T06:00:00.000Z'],
    ['44040.2507', '2020-07-28T06:01:00.000Z'],
  ])('%s', (value, time) => {
    expect(read(value)).toBe(time);
  });

  it.each([
    '28 de julio',
    '28 foo 2020 06:00',
    '2021-04-03 09:15:00 IST',
    'datetime.datetime(2020, 7, 28, 6, 0, tzinfo=Zone())',
    '28 julio 2020 30:00',
    'may',
    '1399/13/07',
    '31 مهر 1399',
    '10 11 12 2020',
  ])('%s is none', (value) => {
    expect(read(value)).toBeUndefined();
  });

  it('agree with what Intl writes in Persian', () => {
    const format = new Intl.DateTimeFormat('fa-IR', { dateStyle: 'long', timeZone: 'UTC' });
    assert(
      property(integer({ min: Date.UTC(2007, 0, 1), max: Date.UTC(2040, 0, 1) }), (time) => {
        const day = new Date(Math.floor(time / 86_400_000) * 86_400_000);
        expect(read(format.format(day))).toBe(day.toISOString());
      }),
    );
  });

  it('agree with what Intl writes in other languages', () => {
    const languages = ['tr', 'es', 'pt', 'fr', 'de', 'it', 'id', 'pl', 'ru', 'uk', 'ar-EG', 'zh', 'ja', 'ko', 'en'];
    assert(
      property(
        constantFrom(...languages),
        integer({ min: Date.UTC(2007, 0, 1), max: Date.UTC(2040, 0, 1) }),
        (language, time) => {
          const day = new Date(Math.floor(time / 86_400_000) * 86_400_000);
          const text = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
          expect([text, read(text)]).toEqual([text, day.toISOString()]);
        },
      ),
    );
  });

  it('take no noise for a date', () => {
    expect(readWordedDate('come to the square at 10:00 on may 2020', 'day-first')).toBeUndefined();
  });
});
