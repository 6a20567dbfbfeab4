import { findDayOrder } from '../time/day-order.js';
import { toUtf8 } from './decode.js';
import type { Layout, Look } from './look.js';
import type { Source } from './open.js';
import { readRecords } from './records.js';
import type { Survey } from './survey.js';

/**
 * Where the first rows leave open whether 10/1/17 is in January (a dump sorted by time may take long to reach the 13th),
 * the whole file is asked, once more from its start. A pipe cannot be: there the guess stands.
 */
export async function settleOrder(survey: Survey, source: Source | undefined, look: Look, layout: Layout): Promise<Survey> {
  const at = survey.places.time?.[0];
  if (survey.ambiguousDate === '' || at === undefined || !source?.again) return survey;
  const chunks = source.again()[Symbol.asyncIterator]();
  let monthFirst = false;
  try {
    for await (const rows of readRecords(toUtf8({ [Symbol.asyncIterator]: () => chunks }, look), layout)) {
      const finding = findDayOrder(rows.map(({ cells }) => cells[at] ?? ''));
      if (finding.basis !== 'proven') continue;
      if (finding.order === 'day-first') return { ...survey, timeOrder: 'day-first', ambiguousDate: '' };
      monthFirst = true;
    }
  } finally {
    await chunks.return?.();
  }
  return monthFirst ? { ...survey, timeOrder: 'month-first', ambiguousDate: '' } : survey;
}
