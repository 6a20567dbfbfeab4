import type { Post } from '../../documents/post.js';
import { TrendAuditError } from '../../errors.js';
import { formatCount, formatNumber } from '../../text/format.js';
import { readyCells } from '../cells/prepare-cells.js';
import { profileColumns } from '../column-profile.js';
import type { DetectedTable, TableFile } from '../detect-table.js';
import type { PostOfLine } from '../line-places.js';
import { columnNames, orderNotes } from '../messages.js';
import { platformPart } from '../platform.js';
import { readRows } from '../read-table.js';
import { preview } from '../row-counts.js';
import { RowParser } from '../row-parser.js';
import type { Row, RowOrRejected } from '../row.js';
import type { JsonLayout } from '../sniff.js';
import { startingWith, takeBatches } from '../streams.js';
import { type ReadReport, TableAccounting } from '../table-accounting.js';
import { findArchiveOwner, UNKNOWN_OWNER } from './archive-owner.js';
import { detectJsonFormat } from './detect-json-format.js';
import { readDocument } from './document.js';
import { parseLine, readLines } from './lines.js';
import { scalarPaths } from './path.js';
import { readPrintedList } from './printed-list.js';
import { RecordFlattener } from './record-flattener.js';
import { extractRecords, JsonRowReader } from './records.js';
import { headerRowOf, recordOfRow, recordsOfFrame } from './reshape.js';
import type { Located } from './value.js';

/**
 * The number of values from which a format is recognised, and the number of rows from which its columns are examined.
 */
const RECOGNISED_BY = 50;
const SURVEYED = 1000;
/** The maximum number of keys searched for unused ones; a post with three others inside has about 500. */
const KEYS = 2000;

const READERS: { readonly [Layout in JsonLayout]: (text: AsyncIterable<Buffer>) => AsyncGenerator<Located[]> } = {
  lines: readLines,
  document: readDocument,
  'printed-list': readPrintedList,
};

/** Reads the posts of a JSON file in batches, through the same table reader as CSV. `text` is UTF-8. */
export async function* readJson(
  text: AsyncIterable<Buffer>,
  layout: JsonLayout,
  given: TableFile,
): AsyncGenerator<readonly Post[], ReadReport> {
  const { name, path = name, options } = given;
  const file: TableFile = { ...given, unit: layout === 'lines' ? 'line' : 'record' };
  const raw = READERS[layout](text);
  const first = await takeBatches(raw, (some) => some.length >= RECOGNISED_BY);
  const names = first[0] && 'value' in first[0] ? headerRowOf(first[0].value) : undefined;
  const taken = names ? first.slice(1).map((each) => named(each, names)) : first;
  const batches = names ? namedRows(raw, names) : raw;
  const frame = taken.length === 1 && taken[0] && 'value' in taken[0] ? recordsOfFrame(taken[0].value) : undefined;
  const head = frame?.map((value, at): Located => ({ place: at + 1, value })) ?? taken;
  const found = head.flatMap((each) => ('value' in each ? [each.value] : []));
  if (found.length === 0) throw nothingRead(head, name);
  const { format, columns, mapped, unwrap, notes: ofKeys } = detectJsonFormat(found, options, name);
  const values = unwrap ? found.flatMap(unwrap) : found;
  const keys = scalarPaths(values.flatMap(extractRecords(format)), KEYS);
  const owner = format.byOwner ? await findArchiveOwner(path, options) : undefined;
  const cells = new RecordFlattener(format, columns);
  const reader = new JsonRowReader(format, cells, {
    columns,
    owner: format.byOwner ? (owner ?? UNKNOWN_OWNER) : undefined,
    numbered: layout !== 'lines',
  });

  const rows = rowsOf(startingWith(head, batches), reader, unwrap);
  const sample = await takeBatches(rows, (some) => recordsAmong(some).length >= SURVEYED);
  const plan = cells.plan(format, mapped);
  const records = recordsAmong(sample);
  const surveyed = profileColumns(
    plan,
    records,
    readyCells(
      plan.header,
      records.map(({ cells: own }) => own),
    ),
    options,
  );
  const table: DetectedTable = { plan, surveyed, notes: [...surveyed.notes, ...orderNotes(surveyed)] };
  const accounting = new TableAccounting(table, file);
  file.places?.readBy(postOfLine(new RowParser(plan, surveyed, file.toUtc, file.inputIndex), reader, unwrap, names));
  const texts = new TextGaps();
  for await (const posts of readRows(startingWith(sample, rows), table, file, accounting)) {
    texts.count(posts);
    yield posts;
  }
  const report = accounting.report();
  if (report.rows === (report.skipped['other-event'] ?? 0))
    throw new TrendAuditError('empty', `is of the format ${format.name} and holds no post`, {
      file: name,
      hint: 'give a dump with at least one post',
    });
  const { columns: _sampled, platform: _guessed, reading, notes, ...counts } = report;
  // Only the columns that the whole file has filled.
  const filled = Object.fromEntries(
    Object.entries(columnNames(cells.plan(format, mapped), surveyed)).filter(([, paths]) => paths !== ''),
  );
  return {
    ...counts,
    ...platformPart(format, filled),
    ...(layout === 'lines' ? {} : { numbered: 'records' }),
    columns: filled,
    reading: { ...reading, columnsLeft: cells.keysLeft(keys) },
    notes: [
      ...(reader.brokenOffAt === 0
        ? []
        : [`The JSON breaks off in line ${reader.brokenOffAt}: what follows, if anything, was not read.`]),
      ...(format.byOwner && !owner
        ? [
            'There is no account.js beside it, so its owner is called archive-owner: archives of two people ' +
              'would count as one.',
          ]
        : []),
      ...ofKeys,
      ...notes,
      ...texts.notes(),
    ],
  };
}

/** With fewer posts without a text, or a smaller share, pictures alone explain them. */
const MANY_GAPS = 20;
const GAPS_SHARE = 0.05;

/**
 * Counts posts without a text, apart from retweets. The keys are chosen from the first records; if only later ones have
 * gaps, their texts may be under another key.
 */
class TextGaps {
  #surveyed = { posts: 0, gaps: 0 };
  #later = { posts: 0, gaps: 0 };

  count(posts: readonly Post[]): void {
    for (const { text, kind } of posts) {
      const part = this.#surveyed.posts < SURVEYED ? this.#surveyed : this.#later;
      part.posts++;
      if (text === '' && kind !== 'retweet') part.gaps++;
    }
  }

  notes(): string[] {
    const { posts, gaps } = this.#later;
    const isUsual = this.#surveyed.gaps >= GAPS_SHARE * this.#surveyed.posts;
    if (isUsual || gaps < MANY_GAPS || gaps < GAPS_SHARE * posts) return [];
    return [
      `${formatNumber(gaps)} of the last ${formatCount(posts, 'post')} have no text, unlike those before: if they have ` +
        'it under another key, give them as a file of their own.',
    ];
  }
}

/** Converts rows that are lists to objects, with the column names as keys. */
async function* namedRows(batches: AsyncGenerator<Located[]>, names: readonly string[]): AsyncGenerator<Located[]> {
  for await (const batch of batches) yield batch.map((each) => named(each, names));
}

function named(each: Located, names: readonly string[]): Located {
  return 'value' in each ? { ...each, value: recordOfRow(names, each.value) } : each;
}

type Unwrap = ((value: unknown) => readonly unknown[]) | undefined;

async function* rowsOf(
  batches: AsyncIterable<readonly Located[]>,
  reader: JsonRowReader,
  unwrap: Unwrap,
): AsyncGenerator<RowOrRejected[]> {
  for await (const values of batches) {
    const rows: RowOrRejected[] = [];
    for (const each of values) addRows(rows, each, reader, unwrap);
    yield rows;
  }
}

function addRows(rows: RowOrRejected[], each: Located, reader: JsonRowReader, unwrap: Unwrap): void {
  if (!unwrap || !('value' in each)) {
    reader.read(each, rows);
    return;
  }
  const opened = unwrap(each.value);
  const where = opened.length === 1 ? each : { place: each.place };
  for (const value of opened) reader.read({ ...where, value }, rows);
}

/** Reads a line with a single post a second time. */
function postOfLine(
  parser: RowParser,
  reader: JsonRowReader,
  unwrap: Unwrap,
  names: readonly string[] | undefined,
): PostOfLine {
  return (text, line) => {
    const value = parseLine(text, line, 0);
    if (value === undefined) return undefined;
    const rows: RowOrRejected[] = [];
    addRows(rows, names ? named(value, names) : value, reader, unwrap);
    const [row] = rows;
    const read = row && 'cells' in row ? parser.read(row) : undefined;
    return read && 'reason' in read ? undefined : read;
  };
}

function recordsAmong(rows: readonly RowOrRejected[]): Row[] {
  return rows.filter((row) => 'cells' in row);
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
      unquoted: { message: 'looks like JSON and cannot be read as such' },
    },
  );
}
