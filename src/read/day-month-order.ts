import { findDayOrder } from '../time/day-order.js';
import type { ColumnProfile } from './column-profile.js';
import type { Row } from './csv-records.js';

/**
 * Where the first rows leave open whether 10/1/17 is in January (a dump sorted by time may take long to reach the 13th),
 * the whole file is asked, once more from its start. A pipe cannot be: there the guess stands.
 */
export async function resolveDayMonthOrder(
  survey: ColumnProfile,
  again: (() => AsyncGenerator<Row[]>) | undefined,
): Promise<ColumnProfile> {
  const at = survey.places.time?.[0];
  if (survey.ambiguousDate === '' || at === undefined || !again) return survey;
  let monthFirst = false;
  for await (const rows of again()) {
    const finding = findDayOrder(rows.map(({ cells }) => cells[at] ?? ''));
    if (finding.basis !== 'proven') continue;
    if (finding.order === 'day-first') return { ...survey, timeOrder: 'day-first', ambiguousDate: '' };
    monthFirst = true;
  }
  return monthFirst ? { ...survey, timeOrder: 'month-first', ambiguousDate: '' } : survey;
}
