/** Notes on times that are numbers: programs count them from different days. */

import { isSpreadsheetDay, TimeReader } from '../../time/parse-time.js';
import type { ColumnDraft } from './column-draft.js';

/** Dumps of today have no later posts; those of SAS and Stata that are read as Unix time have. */
const LATE = Date.UTC(2030, 0, 1);

/** Adds a note if times are numbers that may be counted from another day. */
export function noteNumberTimes(draft: ColumnDraft): void {
  const times = draft.column('time').filter((cell) => cell !== '');
  if (times.length === 0) return;
  if (times.every(isSpreadsheetDay))
    draft.notes.push(
      `${draft.nameOf('time')} holds numbers of days, and was read as counted from 30 December 1899. If the spreadsheet ` +
        'counted from 1904, as some of a Mac do, all posts are four years later.',
    );
  const reader = new TimeReader('month-first', (wallClock) => wallClock);
  if (times.every((cell) => /^\d{10,19}(?:[.,]\d+)?$/.test(cell) && (reader.read(cell) ?? 0) >= LATE))
    draft.notes.push(
      `${draft.nameOf('time')} holds numbers that were read as Unix times, after 2030. If they are counted from 1960, as SAS ` +
        'and Stata do, all posts are ten years earlier: write them as dates.',
    );
}
