import type { Post } from '../../documents/post.js';
import { TrendAuditError } from '../../errors.js';
import type { ToUtc } from '../../time/zone.js';
import { profileColumns } from '../column-profile.js';
import type { Row } from '../csv-records.js';
import { columnNames, skipHints, orderNotes } from '../messages.js';
import type { ReadReport } from '../read-table.js';
import { preview } from '../row-counts.js';
import { rowNotes, CountedTable, zoneAssumed } from '../table.js';
import { findArchiveOwner, UNKNOWN_OWNER } from './archive-owner.js';
import { detectJsonFormat } from './detect-json-format.js';
import { readDocument } from './document.js';
import { extractRecords } from './extract-records.js';
import { type RejectedRecord, JsonRowReader } from './json-row-reader.js';
import { scalarPaths } from './keys.js';
import { readLines } from './lines.js';
import { RecordFlattener } from './record-flattener.js';
import type { JsonLayout } from './sniff-json.js';
import type { Located } from './value.js';

export interface JsonFile {
  readonly name: string;
  /** Where it is on the disk; undefined for what is no file. */
  readonly path?: string;
  readonly layout: JsonLayout;
  readonly inputIndex: number;
  readonly toUtc: ToUtc;
  readonly options: {
    readonly map?: Readonly<Record<string, string>>;
    readonly assumeTz?: string;
    readonly maxBadRows?: number;
  };
  /** Told how many posts there were so far. */
  readonly onPosts: (posts: number) => void;
}

/** By so many values a format is recognised; by so many rows its columns are judged. */
const RECOGNISED_BY = 50;
const SURVEYED = 1000;
/** Most keys that are looked at for those from which nothing is read: a post with three others in it has some 500. */
const KEYS = 2000;

/** The posts of a file of JSON, a batch at a time, through the same table as those of a CSV file. `text` is UTF-8. */
export async function* readJson(
  text: AsyncIterable<Buffer>,
  file: JsonFile,
): AsyncGenerator<readonly Post[], ReadReport> {
  const { name, path = name, layout, options } = file;
  const batches = layout === 'lines' ? readLines(text) : readDocument(text);
  const head: Located[] = [];
  let ended = false;
  while (!ended && head.length < RECOGNISED_BY) {
    const next = await batches.next();
    if (next.done) ended = true;
    else for (const value of next.value) head.push(value);
  }
  const values = head.flatMap((each) => ('value' in each ? [each.value] : []));
  if (values.length === 0) throw nothingRead(head, name);
  const { format, columns, mapped } = detectJsonFormat(values, options.map ?? {}, name);
  const keys = scalarPaths(values.flatMap(extractRecords(format)), KEYS);
  const owner = format.byOwner ? await findArchiveOwner(path) : undefined;
  const cells = new RecordFlattener(format, columns);
  const records = new JsonRowReader(format, cells, {
    columns,
    owner: format.byOwner ? (owner ?? UNKNOWN_OWNER) : undefined,
    numbered: layout === 'document',
  });

  const sample: Row[] = [];
  const skips: RejectedRecord[] = [];
  let brokeOff = 0;
  const take = (placed: readonly Located[], rows: Row[], skip: (skip: RejectedRecord) => void): void => {
    for (const each of placed) {
      if ('broken' in each) {
        brokeOff = each.line ?? 0;
        skip({ reason: 'malformed', place: records.placeOfBroken(each.place), example: each.broken });
        continue;
      }
      for (const record of records.of(each)) {
        if ('cells' in record) rows.push(record);
        else skip(record);
      }
    }
  };
  take(head, sample, (skip) => skips.push(skip));
  while (!ended && sample.length < SURVEYED) {
    const next = await batches.next();
    if (next.done) ended = true;
    else take(next.value, sample, (skip) => skips.push(skip));
  }

  const plan = cells.plan(format, mapped);
  const surveyed = profileColumns(plan, sample);
  const table = new CountedTable(plan, surveyed, file.toUtc, file.inputIndex, layout === 'lines' ? 'line' : 'record');
  const { tally } = table;
  const count = ({ reason, place, example }: RejectedRecord): void => {
    tally.rows++;
    tally.skip(reason, place, example);
  };
  skips.forEach(count);
  const hints = skipHints(plan);
  const maxBadRows = options.maxBadRows ?? 0.1;
  const posts = table.read(sample);
  if (posts.length === 0 && sample.length >= SURVEYED) tally.check(maxBadRows, name, hints);
  file.onPosts(tally.posts);
  if (posts.length > 0) yield posts;
  for await (const rest of batches) {
    const rows: Row[] = [];
    take(rest, rows, count);
    const batch = table.read(rows);
    file.onPosts(tally.posts);
    if (batch.length > 0) yield batch;
  }
  tally.check(maxBadRows, name, hints);
  if (tally.rows === (tally.skipped['other-event'] ?? 0))
    throw new TrendAuditError('empty', `is of the format ${format.name} and holds no post`, {
      file: name,
      hint: 'give a dump with at least one post',
    });
  return {
    format: format.name,
    rows: tally.rows,
    posts: tally.posts,
    skipped: tally.skipped,
    skippedAt: tally.skippedAt,
    ...(layout === 'lines' ? {} : { numbered: 'records' }),
    // As far as the whole file filled them.
    columns: Object.fromEntries(
      Object.entries(columnNames(cells.plan(format, mapped), surveyed)).filter(([, paths]) => paths !== ''),
    ),
    reading: {
      timeZoneAssumed: zoneAssumed(table.doubts, options.assumeTz),
      damagedIds: surveyed.damagedIds,
      columnsLeft: cells.keysLeft(keys),
    },
    notes: [
      ...(brokeOff === 0 ? [] : [`The JSON breaks off in line ${brokeOff}: what follows, if anything, was not read.`]),
      ...(format.byOwner && !owner
        ? [
            'There is no account.js beside it, so its owner is called archive-owner: archives of two people would count as one.',
          ]
        : []),
      ...surveyed.notes,
      ...orderNotes(surveyed),
      ...rowNotes(table.doubts, plan, options.assumeTz),
    ],
  };
}

function nothingRead([first]: readonly Located[], file: string): TrendAuditError {
  if (first === undefined)
    return new TrendAuditError('empty', 'is JSON that holds nothing', {
      file,
      hint: 'give a dump with at least one post',
    });
  const line = 'broken' in first ? (first.line ?? first.place) : 1;
  return new TrendAuditError(
    'malformed',
    `looks like JSON and cannot be read as such${'broken' in first ? `: ${preview(first.broken)}` : ''}`,
    {
      file,
      line,
      hint: 'get the whole file again: it may be cut off or damaged',
    },
  );
}
