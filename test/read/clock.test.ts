import { describe, expect, it } from 'vitest';
import { readText } from './collect.js';

/** Posts at odd seconds, on three days. */
const MOMENTS = Array.from(
  { length: 12 },
  (_, n) => new Date(Date.UTC(2021, 4, 14 + (n % 3), 6 + n, (7 * n) % 60, 5 * n)),
);
const iso = (moment: Date): string => moment.toISOString();
const clock = (moment: Date): string => iso(moment).slice(11, 19);
const day = (moment: Date): string => iso(moment).slice(0, 10);
const serial = (moment: Date): string => String(Math.floor(moment.getTime() / 86_400_000) + 25_569);
const fraction = (moment: Date): string => String(((moment.getTime() / 1000) % 86_400) / 86_400);

describe('a time of day in a column of its own', () => {
  it.each<[string, (moment: Date) => string, (moment: Date) => string]>([
    ['a fraction of a day', day, fraction],
    ['a fraction of a day beside the number of a day', serial, fraction],
    ['a fraction of a day with a comma', day, (moment) => `"${fraction(moment).replace('.', ',')}"`],
    ['a time beside the number of a day', serial, clock],
    ['a time beside a date at midnight', (moment) => `${day(moment)} 00:00:00`, clock],
    ['a time beside a date at midnight, in UTC', (moment) => `${day(moment)}T00:00:00.000Z`, clock],
    ['a time beside a date at 12 AM', (moment) => `${day(moment)} 12:00:00 AM`, clock],
    ['a time of the day that spreadsheets begin with', day, (moment) => `1899-12-30 ${clock(moment)}`],
    ['a number without zeros in front', day, (moment) => String(Number(clock(moment).replaceAll(':', '')))],
    ['a duration of pandas', day, (moment) => `0 days ${clock(moment)}`],
  ])('is read: %s', async (_what, date, time) => {
    const rows = MOMENTS.map(
      (moment, n) => `${date(moment)},${time(moment)},user_${n % 5},who counted bridge ${n} here`,
    );
    const { posts } = await readText(['date,time,user,text', ...rows].join('\n'));
    expect(posts.map((post) => new Date(post.time).toISOString())).toEqual(MOMENTS.map(iso));
  });

  it('is read from columns of hour, minute and second', async () => {
    const rows = MOMENTS.map((moment, n) =>
      [day(moment), ...clock(moment).split(':').map(Number), `user_${n % 5}`, `who counted bridge ${n} here`].join(','),
    );
    const { posts } = await readText(['date,hour,minute,second,user,text', ...rows].join('\n'));
    expect(posts.map((post) => new Date(post.time).toISOString())).toEqual(MOMENTS.map(iso));
  });

  it('is not taken for a fraction if it has two decimals', async () => {
    const rows = MOMENTS.map((moment, n) => `${day(moment)},0.${10 + n},user_${n % 5},who counted bridge ${n} here`);
    const { posts } = await readText(['date,time,user,text', ...rows].join('\n'));
    expect(posts.map((post) => new Date(post.time).getUTCMinutes())).toEqual(MOMENTS.map((_, n) => 10 + n));
  });

  it('is noted if it cannot be read', async () => {
    const rows = MOMENTS.map(
      (moment, n) => `${day(moment)},${29_000 + 60 * n},user_${n % 5},who counted bridge ${n} here`,
    );
    const { input } = await readText(['date,time,user,text', ...rows].join('\n'));
    expect(input.notes.join(' ')).toContain('“time” holds values such as “29000” and was not read as the time of day');
  });
});
