import { describe, expect, it } from 'vitest';
import { findDayOrder } from '../../src/time/day-order.js';

describe('findDayOrder', () => {
  it('is proven by a number above 12, wherever it stands in the column', () => {
    expect(findDayOrder(['10/1/17 19:58', '1/2/17', '13/1/17'])).toMatchObject({ order: 'day-first', basis: 'proven' });
    expect(findDayOrder(['10-1-17', '1-22-17'])).toMatchObject({ order: 'month-first', basis: 'proven' });
  });

  it('else follows the format, else the usual of the separator', () => {
    expect(findDayOrder(['10/1/17'], 'day-first')).toMatchObject({ order: 'day-first', basis: 'proven' });
    expect(findDayOrder(['10/1/17'])).toEqual({ order: 'month-first', basis: 'guessed', example: '10/1/17' });
    expect(findDayOrder(['10-01-2017'])).toMatchObject({ order: 'day-first', basis: 'guessed' });
    expect(findDayOrder(['1.2.2017'])).toMatchObject({ order: 'day-first', basis: 'guessed' });
  });

  it('is found in digits of any script, and behind a weekday', () => {
    expect(findDayOrder(['٠٣/٠٤/٢٠٢١', '١٤/٠٥/٢٠٢١'])).toMatchObject({ order: 'day-first', basis: 'proven' });
    expect(findDayOrder(['Sat 03/04/2021'])).toMatchObject({ basis: 'guessed', example: 'Sat 03/04/2021' });
    expect(findDayOrder(['vie., 14/05/2021 10:00'])).toMatchObject({ order: 'day-first', basis: 'proven' });
  });

  it('does not matter to dates that begin with the year', () => {
    expect(findDayOrder(['2017-01-02', '1610005273'])).toMatchObject({ basis: 'none' });
  });
});
