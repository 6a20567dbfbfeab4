/** Notes and errors about a file. */

import type { SkipReason } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber, plural } from '../text/format.js';
import { zoneToUtc, type ToUtc } from '../time/zone.js';
import type { ZoneFinding } from './candidates/time-zone.js';
import { sourcesOf } from './cells/derived-cells.js';
import type { ColumnMapping } from './column-mapping.js';
import type { ColumnProfile } from './column-profile.js';
import type { Field } from './fields.js';
import type { DumpFormat } from './formats/format.js';
import { preview } from './row-counts.js';

/** A note on why ambiguous dates were read day or month first; none if no date is ambiguous. */
export function orderNotes({ ambiguousDate, timeOrder, timeSpans }: ColumnProfile): string[] {
  if (ambiguousDate === '') return [];
  const order = timeOrder === 'day-first' ? 'day' : 'month';
  const why = timeSpans
    ? `so they span ${formatCount(timeSpans[0], 'day')}, and ${formatNumber(timeSpans[1])} the other way round`
    : 'nothing in the file proves it';
  return [`Dates such as ${preview(ambiguousDate)} were read ${order} first: ${why}. --date-order overrides this.`];
}

/** Notes on what the rows of a table have shown, for the reader of the result. */
export function rowNotes(
  { zone }: Pick<ColumnProfile, 'zone'>,
  {
    withoutOffset,
    badCreated,
    lostTexts,
  }: { readonly withoutOffset: number; readonly badCreated: number; readonly lostTexts: number },
  format: DumpFormat,
  assumeTz: string | undefined,
): string[] {
  const notes: string[] = [];
  if (zone.by === 'ids' && zone.stated)
    notes.push(
      `The ids of the posts show that its times are in the zone ${zone.zone}, whatever the times say: ` +
        'they were read so.',
    );
  if (withoutOffset > 0 && zone.by !== 'nothing') notes.push(ZONE_SAYS[zone.by]('zone' in zone ? zone.zone : ''));
  else if (withoutOffset > 0) {
    const assumed =
      assumeTz ?? (format.timesInUtc ? 'UTC, as this format writes them' : 'UTC (--assume-tz overrides this)');
    notes.push(`Times carry no time zone and were read as ${assumed}.`);
  }
  if (badCreated > 0)
    notes.push(
      `${formatCount(badCreated, 'creation date')} could not be read and ${plural(badCreated, 'is', 'are')} left out.`,
    );
  if (lostTexts > 0)
    notes.push(
      `${formatCount(lostTexts, 'text')} ${plural(lostTexts, 'was', 'were')} lost when a spreadsheet ` +
        'saved the file (#NAME? and the like): ' +
        `${plural(lostTexts, 'it counts as empty', 'they count as empty')}.`,
    );
  return notes;
}

/** How the zone of times without an offset was found. */
const ZONE_SAYS: { readonly [By in Exclude<ZoneFinding['by'], 'nothing'>]: (zone: string) => string } = {
  ids: (zone) => `Times carry no time zone and were read as ${zone}, which the ids of the posts show.`,
  'each-id': () => 'Times carry no time zone: each was read in the zone that the id of its post shows.',
  name: (zone) => `Times carry no time zone and were read as ${preview(zone)}, as the name of their column says.`,
  title: (zone) => `Times carry no time zone and were read as ${preview(zone)}, as a line above the header says.`,
  column: (zone) => `Times were read in the zone given next to them: ${preview(zone)}.`,
};

/**
 * The conversion to UTC for --assume-tz; without the option, times stay unchanged.
 * @throws TrendAuditError if it is not a time zone
 */
export function parseTimeZoneOption(assumeTz: string | undefined): ToUtc {
  if (assumeTz === undefined) return (wallClock) => wallClock;
  const toUtc = zoneToUtc(assumeTz);
  if (toUtc) return toUtc;
  throw new TrendAuditError('usage', `--assume-tz: there is no time zone “${escapeControls(assumeTz)}”`, {
    hint: 'give an IANA name such as Europe/Moscow, or an offset such as +03:00',
  });
}

/** The error for a file without posts. */
export function emptyFileError(file: string, message: string): TrendAuditError {
  return new TrendAuditError('empty', message, {
    file,
    hint: 'give a dump with a header and at least one post below it',
  });
}

/** What to try for each reason for which rows are skipped. */
export function skipHints({ header, places }: ColumnMapping): Readonly<Partial<Record<SkipReason, string>>> {
  const other = (field: Field, ...also: readonly Field[]): string =>
    `if ${escapeControls(header[[field, ...also].flatMap((each) => places[each] ?? [])[0] ?? -1] ?? 'this')} ` +
    `is the wrong column, name the right one with --map ${field}=COLUMN`;
  return {
    'bad-time': other('time'),
    'no-time': other('time'),
    'no-account': other('account', 'handle', 'name'),
    'wrong-width': 'check how these lines are quoted',
  };
}

/** The names of the columns from which each field is read. */
export function columnNames(
  { header }: ColumnMapping,
  { places, rawHeader, width, cells }: ColumnProfile,
): Record<string, string> {
  const named = (index: number): string => {
    const derived = cells.derived[index - width];
    if (derived === undefined || 'from' in derived) return header[index] || (rawHeader[index] ?? '');
    return sourcesOf(derived).map(named).join(', ');
  };
  return Object.fromEntries(Object.entries(places).map(([field, at]) => [field, at.map(named).join(', ')]));
}

/** The columns of a table that are not used, in their order. */
export function unusedColumns({ places, rawHeader, width, cells }: ColumnProfile): string[] {
  const used = new Set(Object.values(places).flat());
  for (const [at, cell] of cells.derived.entries()) {
    if ('from' in cell || used.has(width + at)) for (const of of sourcesOf(cell)) used.add(of);
  }
  return rawHeader.filter((name, at) => name !== '' && !used.has(at));
}
