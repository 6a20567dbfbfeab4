import { expect, it } from 'vitest';
import { peakCreationDays } from '../../src/report/peak-creation-days.js';
import { account } from './sample-result.js';

const created = (...days: string[]) =>
  days.map((day, index) => account(`a${index}`, 'coordinated', { createdAt: `${day}T12:00:00.000Z` }));

it('finds the four days in a row with most creations, without their empty ends', () => {
  const found = peakCreationDays(
    created('2010-01-01', '2014-02-24', '2014-02-25', '2014-02-25', '2014-02-26', '2014-03-01'),
    created('2014-02-25', '2014-02-27', '2009-05-05'),
  );
  expect(found).toEqual({
    from: new Date('2014-02-24'),
    to: new Date('2014-02-26'),
    created: 4,
    dated: 6,
    othersCreated: 1,
    othersDated: 3,
  });
});

it('does not count a date that is known to a week only', () => {
  const vague = account('v', 'coordinated', {
    createdAtFrom: '2014-02-20T00:00:00.000Z',
    createdAtTo: '2014-02-27T00:00:00.000Z',
  });
  expect(peakCreationDays([vague], [])).toBeUndefined();
  expect(peakCreationDays([account('n', 'coordinated', { createdAt: null })], [])).toBeUndefined();
});
