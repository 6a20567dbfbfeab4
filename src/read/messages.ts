/** What the reader of a result, or of an error, must know about a file. */

import type { SkipReason } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, plural } from '../text/format.js';
import { zoneToUtc, type ToUtc } from '../time/zone.js';
import type { ColumnMapping } from './column-mapping.js';
import type { ColumnProfile } from './column-profile.js';
import type { Field } from './fields.js';
import type { DumpFormat } from './formats/format.js';
import { preview } from './row-counts.js';

export function orderNotes({ ambiguousDate, timeOrder }: ColumnProfile): string[] {
  if (ambiguousDate === '') return [];
  return [
    `Dates such as ${preview(ambiguousDate)} were read ${timeOrder === 'day-first' ? 'day' : 'month'} first; nothing in the file proves it.`,
  ];
}

/** What the rows of a table have shown, for the reader of the result. */
export function rowNotes(
  { withoutOffset, badCreated }: { readonly withoutOffset: number; readonly badCreated: number },
  format: DumpFormat,
  assumeTz: string | undefined,
): string[] {
  const notes: string[] = [];
  if (withoutOffset > 0) {
    const zone =
      assumeTz ?? (format.timesInUtc ? 'UTC, as this format writes them' : 'UTC (--assume-tz says otherwise)');
    notes.push(`Times name no offset and were read as ${zone}.`);
  }
  if (badCreated > 0)
    notes.push(
      `${formatCount(badCreated, 'creation date')} could not be read and ${plural(badCreated, 'is', 'are')} left out.`,
    );
  return notes;
}

export function parseTimeZoneOption(assumeTz: string | undefined): ToUtc {
  if (assumeTz === undefined) return (wallClock) => wallClock;
  const toUtc = zoneToUtc(assumeTz);
  if (toUtc) return toUtc;
  throw new TrendAuditError('usage', `--assume-tz: there is no time zone “${escapeControls(assumeTz)}”`, {
    hint: 'give an IANA name such as Europe/Moscow, or an offset such as +03:00',
  });
}

export function emptyFileError(file: string, message: string): TrendAuditError {
  return new TrendAuditError('empty', message, {
    file,
    hint: 'give a dump with a header and at least one post below it',
  });
}

/** What to try against each reason for which rows are skipped. */
export function skipHints({ header, places }: ColumnMapping): Readonly<Partial<Record<SkipReason, string>>> {
  const other = (field: Field): string =>
    `if ${escapeControls(header[places[field]?.[0] ?? -1] ?? 'this')} is the wrong column, name the right one with --map ${field}=COLUMN`;
  return {
    'bad-time': other('time'),
    'no-time': other('time'),
    'no-account': other('account'),
    'wrong-width': 'check how these lines are quoted',
  };
}

export function columnNames({ header }: ColumnMapping, { places }: ColumnProfile): Record<string, string> {
  return Object.fromEntries(
    Object.entries(places).map(([field, at]) => [field, at.map((index) => header[index] ?? '').join(', ')]),
  );
}

/** The columns of a table that nothing is read from, in their order. */
export function unusedColumns({ header }: ColumnMapping, { places }: ColumnProfile): string[] {
  const used = new Set(Object.values(places).flat());
  return header.filter((name, at) => name !== '' && !used.has(at));
}
