/** Checks whether the account ids can be used: whether they are complete, and really identify accounts. */

import type { DayOrder } from '../../time/day-order.js';
import { TimeReader } from '../../time/parse-time.js';
import { snowflakeTime } from '../../time/snowflake.js';
import { HOUR, MINUTE } from '../../time/units.js';
import { isDamagedId, isRoundedColumn, readId } from '../ids.js';
import { mayBeRounded, type Rounding, roundingOf } from '../rounded-ids.js';
import { preview } from '../row-counts.js';
import type { ColumnDraft } from './column-draft.js';
import { fewNote, madeBy } from './rounding-notes.js';

export interface AccountIdFinding {
  /** Why a column that seemed to hold the accounts was dropped; '' if none was. */
  readonly dropped: string;
  /** Ids that stand for accounts of which no id is known. */
  readonly placeholders: ReadonlySet<string>;
  /** Whether only a few ids are missing or cannot be used: their accounts may be identified by their handles. */
  readonly areFewRounded: boolean;
}

/**
 * Corrects which columns identify accounts.
 *
 * @param handles the handle of each row; display names if no column holds handles
 * @param timeOrder the order of day and month in the times of the posts
 * @param dropped why a column of accounts was dropped earlier; '' if none was
 */
export function checkAccountIds(
  draft: ColumnDraft,
  handles: readonly string[],
  timeOrder: DayOrder,
  dropped: string,
): AccountIdFinding {
  const { places, notes } = draft;
  const rounding = roundingOf(draft.column('account'), handles);
  let why = dropped;
  if (rounding.extent === 'few') notes.push(fewNote(draft.nameOf('account'), rounding));
  if (places.account && (rounding.extent === 'part' || rounding.extent === 'all'))
    why = replaceRounded(draft, rounding);
  const isSure = draft.mayDoubt('account') && places.handle !== undefined;
  const placeholders = isSure ? placeholdersAmong(draft.column('account'), handles) : new Set<string>();
  const stated = draft.column('account');
  const ids = countFromZero(stated)
    ? stated
    : stated.map((id) => (placeholders.has(id) || id === '-1' || id === '0' ? '' : id));
  const gaps = isSure ? gapsOf(ids, handles) : NO_GAPS;
  if (placeholders.size > 0)
    notes.push(
      `${draft.nameOf('account')} is ${preview([...placeholders][0] ?? '')} for many accounts: it stands for ids that are ` +
        'not known, and these accounts are told apart by their handles.',
    );
  if (gaps.split >= SPLIT && gaps.share > FEW_GAPS) {
    const lacks = ids.every((id, row) => id !== '' || stated[row] === '') ? 'is empty' : 'has no id';
    why = `${draft.nameOf('account')} ${lacks} in ${gaps.rows} of ${handles.length} rows`;
    notes.push(`${why}, also of accounts that have an id in others: all are told apart by ${draft.nameOf('handle')}.`);
    delete places.account;
  }
  if (draft.mayDoubt('account') && arePostIds(draft.column('account'), draft.column('time'), timeOrder)) {
    why = `${draft.nameOf('account')} holds ids of posts: each was made in the very second of its post`;
    notes.push(`${why}.`);
    if (!places.id) places.id = places.account ?? [];
    delete places.account;
  }
  if (draft.mayDoubt('id') && !places.account && !places.handle && !places.name && areHandles(draft.column('id'))) {
    notes.push(`${draft.nameOf('id')} holds handles of accounts, not ids of posts.`);
    places.handle = places.id ?? [];
    delete places.id;
  }
  const hasFewGaps = gaps.split > 0 && gaps.share <= FEW_GAPS;
  return { dropped: why, placeholders, areFewRounded: rounding.extent === 'few' || hasFewGaps };
}

/**
 * Uses another column instead of rounded ids to distinguish accounts; without such a column the ids stay, with a
 * note.
 */
function replaceRounded(draft: ColumnDraft, rounding: Rounding): string {
  const { plan, places, notes } = draft;
  const ids = draft.column('account');
  draft.noteDamaged('account');
  const example = preview(ids.find((id) => rounding.byFloats || mayBeRounded(id)) ?? '');
  const why = `${draft.nameOf('account')} holds rounded ids such as ${example}`;
  const instead =
    places.url && plan.format.urlHoldsAccountId
      ? draft.nameOf('url')
      : places.handle
        ? draft.nameOf('handle')
        : places.name
          ? draft.nameOf('name')
          : '';
  if (instead !== '') {
    notes.push(`${why}, as ${madeBy(rounding)}: accounts are told apart by ${instead} instead.`);
    delete places.account;
  } else if (isRoundedColumn(ids) || isMostlyDamaged(ids)) delete places.account;
  else
    notes.push(
      `${why}, as ${madeBy(rounding)}, and nothing else tells accounts apart: ` +
        'two of nearly the same id may count as one.',
    );
  return why;
}

/** An account with so many handles is none, if hardly any other has several. */
const MANY_HANDLES = 5;

/** Values that stand beside many handles, where nearly all other ids have one. */
function placeholdersAmong(ids: readonly string[], handles: readonly string[]): Set<string> {
  const found = new Map<string, Set<string>>();
  ids.forEach((id, row) => {
    const handle = handles[row] ?? '';
    if (id !== '' && handle !== '') found.set(id, (found.get(id) ?? new Set()).add(handle));
  });
  const several = [...found.values()].filter(({ size }) => size > 1).length;
  const many = [...found].filter(([, { size }]) => size >= MANY_HANDLES);
  return several - many.length > FEW_GAPS * found.size || many.length > FEW_GAPS * found.size
    ? new Set()
    : new Set(many.map(([id]) => id));
}

/** Accounts with an id in some rows and none in others would count as two. */
interface Gaps {
  /** Number of rows with a handle and without an id, and their share. */
  readonly rows: number;
  readonly share: number;
  /** Number of handles with an id in some rows and none in others. */
  readonly split: number;
}

const NO_GAPS: Gaps = { rows: 0, share: 0, split: 0 };
/** With so many split accounts and more gaps than this, ids from other rows do not suffice. */
const SPLIT = 3;
const FEW_GAPS = 0.1;

function gapsOf(ids: readonly string[], handles: readonly string[]): Gaps {
  const [withId, without] = [new Set<string>(), new Set<string>()];
  let rows = 0;
  ids.forEach((id, row) => {
    const handle = handles[row] ?? '';
    if (handle === '') return;
    if (id === '') rows++;
    (id === '' ? without : withId).add(handle);
  });
  return { rows, share: rows / ids.length, split: [...without].filter((handle) => withId.has(handle)).length };
}

/** Whether accounts are numbered from 0, as people number them to hide their ids: elsewhere 0 stands for no account. */
export function countFromZero(ids: readonly string[]): boolean {
  const known = new Set(ids.filter((id) => id !== ''));
  if (!known.has('0') || !known.has('1')) return false;
  const most = Math.max(...[...known].map((id) => (/^\d{1,7}$/.test(id) ? Number(id) : Infinity)));
  return most < SPARSE * known.size;
}

/** Numbers given one after another are at most so many times the number of those that occur. */
const SPARSE = 3;

/** The id for each handle, from the rows with a usable id, in a file that has lost some ids. */
export function idsByHandle(
  ids: readonly string[],
  handles: readonly string[],
  placeholders: ReadonlySet<string>,
): Map<string, string> {
  const found = new Map<string, string>();
  ids.forEach((cell, row) => {
    const [id, handle] = [readId(cell), handles[row] ?? ''];
    if (id !== '' && id !== '-1' && !placeholders.has(id) && handle !== '') found.set(handle, id);
  });
  return found;
}

/** Whether more than half of the ids cannot be used: spreadsheets leave the short ones intact. */
function isMostlyDamaged(ids: readonly string[]): boolean {
  const filled = ids.filter((id) => id !== '');
  return filled.filter(isDamagedId).length * 2 > filled.length;
}

/** Whether more than 80% look like handles and not like numbers. */
function areHandles(ids: readonly string[]): boolean {
  const filled = ids.filter((id) => id !== '');
  return (
    filled.length > 0 &&
    filled.filter((id) => /^@?(?!\d+$)\w{1,20}$/.test(id) && !/^x+\d+$/.test(id)).length > filled.length * 0.8
  );
}

/** Whether the ids contain the times of their rows: then they are post ids, whatever the column is called. */
function arePostIds(ids: readonly string[], times: readonly string[], order: DayOrder): boolean {
  const reader = new TimeReader(order, (wallClock) => wallClock);
  let same = 0;
  let known = 0;
  ids.forEach((id, index) => {
    const made = snowflakeTime(readId(id));
    const time = reader.read(times[index] ?? '');
    if (made === undefined || time === undefined) return;
    known++;
    // Equal to the minute, in any time zone with an offset in quarter hours.
    const apart = Math.abs(made - time) % (HOUR / 4);
    if (Math.abs(made - time) < 15 * HOUR && Math.min(apart, HOUR / 4 - apart) < MINUTE) same++;
  });
  return known >= 3 && same > known * 0.8;
}
