/**
 * Examines the columns in the first rows of a file: damaged ids, what an `id` really holds, whether 10/1/17 is in
 * January.
 */

import { foldHandle } from '../text/fold-handle.js';
import { findDayOrder, type DayOrder } from '../time/day-order.js';
import { TimeReader } from '../time/parse-time.js';
import { chooseColumns } from './candidates/choose-columns.js';
import { columnValues } from './candidates/column-values.js';
import type { RepostSign } from './candidates/repost-signs.js';
import { postIds } from './candidates/row-identities.js';
import { likelyText } from './candidates/text-column.js';
import type { TimeChoice } from './candidates/time-column.js';
import { findZone, type ZoneFinding } from './candidates/time-zone.js';
import { CellMaker, type CellPlan } from './cells/derived-cells.js';
import { cellsInUse, type PreparedTable } from './cells/prepare-cells.js';
import { checkAccountIds, countFromZero, idsByHandle } from './column-checks/account-ids.js';
import { haveAddressesOfOriginals } from './column-checks/addresses.js';
import { ColumnDraft, valuesAt } from './column-checks/column-draft.js';
import { checkFlagColumns } from './column-checks/flag-columns.js';
import { findTextMarks } from './column-checks/learn-text-marks.js';
import { checkListColumns } from './column-checks/list-columns.js';
import { noteNumberTimes } from './column-checks/number-times.js';
import { checkPostIds } from './column-checks/post-ids.js';
import { haveOwnIds } from './column-checks/repost-ids.js';
import { haveMarkedReposts, haveOriginalTimes, haveTimesOfOriginals } from './column-checks/repost-times.js';
import { noteTextsInParts } from './column-checks/texts-in-parts.js';
import { noteTwelveHours } from './column-checks/twelve-hours.js';
import type { ColumnMapping } from './column-mapping.js';
import { dayOrderOf } from './date-order.js';
import type { FieldIndices, Field } from './fields.js';
import { repeatsHeader } from './find-header.js';
import { generic } from './formats/generic.js';
import { idsOfUrl } from './ids.js';
import { preview } from './row-counts.js';
import type { Row } from './row.js';
import type { TextMark } from './text-marks.js';

export interface ColumnProfile {
  /** Number of cells in a row of the file. */
  readonly width: number;
  /** The header as written in the file. */
  readonly rawHeader: readonly string[];
  /**
   * The cell delimiter, if the last column is a text with unquoted delimiters: all further cells belong to the text.
   */
  readonly joiner?: string;
  /** The cell delimiter of a text file. */
  readonly delimiter?: string;
  /** How the cells of a row are prepared before they are read. */
  readonly cells: CellPlan;
  /** The time zone of times without an offset. */
  readonly zone: ZoneFinding;
  readonly places: FieldIndices;
  /** For accounts without a usable id in some rows: the id from other rows, by handle. */
  readonly idsOfHandles: ReadonlyMap<string, string>;
  /** Whether 0 is the id of an account. */
  readonly accountsFromZero: boolean;
  /** Ids that stand for accounts of which no id is known. */
  readonly placeholders: ReadonlySet<string>;
  /** Whether rows of reposts tell only the time of the original post: these are left out. */
  readonly repostsUndated: boolean;
  /** Whether retweets by the account of the row tell only the time of the original post: these are left out. */
  readonly retweetsUndated: boolean;
  /** Whether rows of reposts have the id of the repost, and not that of the original post. */
  readonly repostsHaveIds: boolean;
  /** Whether a row with the address of another account's post is a repost of it. */
  readonly urlsOfOriginals: boolean;
  /** What stands for a repost in the column `retweet`; undefined if it is a yes. */
  readonly repostSign: RepostSign | undefined;
  /** What stands in texts before the words of others. */
  readonly marks: readonly TextMark[];
  /** Names of the columns with rounded ids. */
  readonly damagedIds: readonly string[];
  /**
   * Columns that still show whether there is a retweeted or answered post, but not which one: their ids are rounded.
   */
  readonly rounded: ReadonlySet<Field>;
  /** Columns in which some ids are rounded: ids that may be rounded are not used. */
  readonly partlyRounded: ReadonlySet<Field>;
  readonly timeOrder: DayOrder;
  /** Whether most times are bare numbers. */
  readonly timesAreNumbers: boolean;
  /** The days that the times span in this order and in the other one, if this decided the order; else undefined. */
  readonly timeSpans: readonly [number, number] | undefined;
  /** A date that can be read in both orders, if no row proves which is right; else ''. */
  readonly ambiguousDate: string;
  readonly createdOrder: DayOrder;
  /** Messages for the reader of the result. */
  readonly notes: readonly string[];
  /** Why a column that seemed to hold the accounts, or the times, was dropped; '' if none was. */
  readonly droppedAccount: string;
  readonly droppedTime: string;
}

/** Decides from a sample of rows how the times, ids and objects of a table are read. */
export function profileColumns(
  plan: ColumnMapping,
  all: readonly Row[],
  prepared: PreparedTable,
  given: {
    readonly assumeTz?: string | undefined;
    readonly dateOrder?: DayOrder | undefined;
    /** The time zone that a line above the header gives. */
    readonly titleZone?: string | undefined;
  } = {},
): ColumnProfile {
  const { width, rawHeader } = prepared;
  const maker = new CellMaker(prepared.cells);
  const made = all
    .filter(({ cells }) => cells.length === width && !repeatsHeader(cells, rawHeader))
    .map((row) => withCells(maker, row));
  const chosen = chooseColumns(plan, cellsOf(made), prepared.objects, given.dateOrder);
  const { places, cells, notes } = cellsInUse(prepared, chosen.places, plan.format);
  const last = new CellMaker({ decodings: [], derived: cells.derived.slice(prepared.cells.derived.length) });
  const whole = last.isIdle ? made : made.map((row) => withCells(last, row));
  const time = dayOrderOf(
    valuesAt(whole, places.time?.[0]),
    { declared: plan.format.dayOrder, given: given.dateOrder },
    postIds(cellsOf(whole), places),
  );
  const rows = postsAmong(whole, places.time?.[0], time.order);
  const draft = new ColumnDraft(plan, rows, places, [...notes, ...chosen.notes]);
  checkFlagColumns(draft, chosen.repostSign !== undefined);
  checkListColumns(draft);
  // Ids that floating point rounded slightly still give their time.
  const idBefore = places.id;
  const handles = places.handle ? draft.column('handle').map(foldHandle) : draft.column('name');
  const accountIds = checkAccountIds(draft, handles, time.order, chosen.droppedAccount);
  const authors = draft.column('account').length > 0 ? draft.column('account') : handles;
  const ids = checkPostIds(draft, authors);
  if (accountIds.dropped === '') noteNamesOnly(draft);
  noteTextsElsewhere(draft);
  noteTextsInParts(draft, authors);
  noteNumberTimes(draft);
  noteTwelveHours(draft, time.order);
  const created = findDayOrder(
    draft.column('created'),
    given.dateOrder ?? plan.format.dayOrder ?? (time.basis === 'proven' ? time.order : undefined),
  );
  const placesOfZone = ids.byFloats && idBefore ? { ...places, id: idBefore } : places;
  return {
    width,
    rawHeader,
    cells,
    zone: zoneByFloats(findZone(cellsOf(rows), placesOfZone, time.order, plan, given), places),
    places,
    idsOfHandles:
      accountIds.areFewRounded && places.account
        ? idsByHandle(draft.column('account'), handles, accountIds.placeholders)
        : new Map(),
    accountsFromZero: countFromZero(draft.column('account')),
    placeholders: places.account ? accountIds.placeholders : new Set(),
    rounded: ids.rounded,
    partlyRounded: ids.partlyRounded,
    timeOrder: time.order,
    timesAreNumbers: areNumbers(draft.column('time')),
    timeSpans: time.spans,
    ambiguousDate: time.basis === 'guessed' ? time.example : '',
    createdOrder: created.order,
    urlsOfOriginals: haveAddressesOfOriginals(draft),
    repostSign: places.retweet ? chosen.repostSign : undefined,
    repostsUndated: haveMarkedReposts(draft) || haveOriginalTimes(draft),
    retweetsUndated: haveTimesOfOriginals(draft),
    repostsHaveIds: haveOwnIds(draft, time.order),
    marks: plan.format.name === generic.name ? findTextMarks(draft) : [],
    notes: draft.notes,
    droppedAccount: accountIds.dropped,
    droppedTime: places.time ? '' : reasonAgainst(chosen.time),
    damagedIds: draft.damagedIds,
  };
}

function withCells(maker: CellMaker, { cells, line }: Row): Row {
  return { cells: maker.make(cells), line };
}

function cellsOf(rows: readonly Row[]): (readonly string[])[] {
  return rows.map(({ cells }) => cells);
}

/**
 * Adds a note if only display names distinguish accounts: there are no ids, no handles, and no addresses in most
 * posts.
 */
function noteNamesOnly(draft: ColumnDraft): void {
  const { places, rows } = draft;
  if (places.account || places.handle || !places.name) return;
  const addressed = rows.filter(({ cells }) => idsOfUrl(cells[places.url?.[0] ?? -1] ?? '')?.author).length;
  if (addressed * 2 > rows.length) return;
  draft.notes.push(
    `There are no ids or handles: accounts are told apart by ${draft.nameOf('name')}, ` +
      'so that two with the same name count as one.',
  );
}

/** Adds a note if the text is empty in many rows in which another column, which is not read, has texts. */
function noteTextsElsewhere(draft: ColumnDraft): void {
  const { plan, places, rows, notes } = draft;
  const isJoined = (places.text?.[0] ?? 0) >= plan.header.length;
  if (plan.format !== generic || !draft.mayDoubt('text') || isJoined) return;
  const texts = draft.column('text');
  const gaps = rows.filter((_, row) => texts[row] === '');
  if (gaps.length < 3 || gaps.length < MANY_GAPS * rows.length) return;
  const used = new Set(Object.values(places).flat());
  const other = plan.header.findIndex(
    (name, at) =>
      !used.has(at) &&
      name !== '' &&
      likelyText([columnValues(cellsOf(gaps), at, name)]) !== undefined &&
      valuesAt(gaps, at).filter((cell) => cell !== '').length > MOST_GAPS * gaps.length,
  );
  if (other < 0) return;
  const name = preview(plan.header[other] ?? '');
  notes.push(
    `${gaps.length} of ${rows.length} rows have no text. ${name} has one in these and was not read: it may be that of ` +
      'another account. If it is the own text there, give these rows as a file of their own, with --map text=COLUMN.',
  );
}

/** Fewer rows without a text may be pictures alone; another column must fill nearly all of the gaps. */
const MANY_GAPS = 0.05;
const MOST_GAPS = 0.8;

function areNumbers(times: readonly string[]): boolean {
  return times.filter((cell) => /^[\d.,]+$/.test(cell)).length * 2 > times.length;
}

function reasonAgainst(time: TimeChoice | undefined): string {
  const [first] = time?.others ?? [];
  return first === undefined || first.against === '' ? '' : `${preview(first.column.name)} ${first.against}`;
}

/** The rows with a time: totals and repeated headers between them would mislead. If no row has a time, all rows. */
function postsAmong(rows: readonly Row[], at: number | undefined, order: DayOrder): readonly Row[] {
  const reader = new TimeReader(order, (wallClock) => wallClock);
  const posts = at === undefined ? [] : rows.filter(({ cells }) => reader.read(cells[at] ?? '') !== undefined);
  return posts.length === 0 ? rows : posts;
}

/** The zone of each row can be read from its id only if ids are read at all. */
function zoneByFloats(zone: ZoneFinding, { id }: FieldIndices): ZoneFinding {
  return zone.by === 'each-id' && id === undefined ? { by: 'nothing' } : zone;
}
