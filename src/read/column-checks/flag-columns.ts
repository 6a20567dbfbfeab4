/** Drops columns of flags, kinds, handles of reposters and times of day whose cells are something else. */

import { clockText } from '../clock.js';
import type { ColumnMapping } from '../column-mapping.js';
import { normalizeColumnName } from '../column-name.js';
import { readId } from '../ids.js';
import { preview } from '../row-counts.js';
import { areKinds, isBoolean, isTrue } from '../values.js';
import { type ColumnDraft, valuesAt } from './column-draft.js';

/**
 * Corrects which columns give the kind of a post.
 *
 * @param isSigned whether the rows have shown what stands for a repost in the column `retweet`
 */
export function checkFlagColumns(draft: ColumnDraft, isSigned: boolean): void {
  if (!isSigned) checkRetweets(draft);
  noteOriginals(draft);
  const { places } = draft;
  if (draft.mayDoubt('quote') && !draft.column('quote').every(isBoolean)) delete places.quote;
  if (draft.mayDoubt('kind') && !areKinds(draft.column('kind'))) delete places.kind;
  if (draft.mayDoubt('reposter_handle') && !draft.column('reposter_handle').every(isEmptyOrHandle))
    delete places.reposter_handle;
  const unread = draft.column('clock').find((cell) => cell !== '' && clockText(cell) === '');
  if (unread === undefined) return;
  if (draft.column('time').every((cell) => !cell.includes(':')))
    draft.notes.push(
      `${draft.nameOf('clock')} holds values such as ${preview(unread)} and was not read as the time of day: posts have ` +
        'the day alone. If it is one, write it as 18:03:07.',
    );
  delete places.clock;
}

const OF_ORIGINALS = /^(?:is)?(?:an)?(?:original|own)(?:tweet|post|content|message)?$/;

/** Adds a note on a column that says which posts are original, if no column says which are reposts. */
function noteOriginals({ plan, rows, places, notes }: ColumnDraft): void {
  const { kind, retweet, retweeted_id, retweeted_handle } = places;
  if (kind ?? retweet ?? retweeted_id ?? retweeted_handle) return;
  for (const [at, name] of plan.header.entries()) {
    const cells = OF_ORIGINALS.test(normalizeColumnName(name)) ? valuesAt(rows, at).filter((cell) => cell !== '') : [];
    const others = cells.filter((cell) => !isTrue(cell)).length;
    if (others === 0 || others === cells.length || !cells.every(isBoolean)) continue;
    notes.push(
      `${preview(name)} says no in ${others} of ${rows.length} rows and was not read: if these are reposts, their texts count ` +
        'as the accounts’ own. A column of kinds (original, repost) or of reposts (yes, no) is read.',
    );
    return;
  }
}

/** A column called `retweet` may be a flag, a count, or the id of the retweeted post. */
function checkRetweets(draft: ColumnDraft): void {
  const { plan, rows, places } = draft;
  if (draft.mayDoubt('retweet') && COUNT_OR_FLAG.test(normalizeColumnName(draft.rawNameOf('retweet')))) {
    // If `retweet` holds 0 and 1, and `retweeted` holds true and false, the second is the flag.
    const flag = plan.header.findIndex((name) => normalizeColumnName(name) === 'retweeted');
    const cells = flag < 0 ? [] : valuesAt(rows, flag).map((cell) => cell.toLowerCase());
    if (draft.column('retweet').every(isZeroOrOne) && isFlag(cells)) places.retweet = [flag];
  }
  if (draft.mayDoubt('retweet') && countsRetweets(plan, places.retweet?.[0] ?? -1, draft.column('retweet')))
    delete places.retweet;
  if (draft.mayDoubt('retweet') && !draft.column('retweet').every(isBoolean)) {
    const holdsIds = draft.column('retweet').every((cell) => isBoolean(cell) || isLongId(cell));
    if (holdsIds && !places.retweeted_id && places.retweet) places.retweeted_id = places.retweet;
    delete places.retweet;
  }
}

/** Names of columns with counts that often come with a `retweet` column that is a count too. */
const COUNTS = /^(?:likes?|favou?rites?|repl(?:y|ies)|comments?|shares?|views?|quotes?)$/;

const COUNT_OR_FLAG = /^(?:retweet|rt|repost|ретвит)$/;

function isZeroOrOne(cell: string): boolean {
  return /^[01]?(?:\.0)?$/.test(cell);
}

/** Whether the cells are `true` for some rows and `false` for others. */
function isFlag(cells: readonly string[]): boolean {
  const filled = new Set(cells.filter((cell) => cell !== ''));
  return filled.has('true') && filled.has('false') && filled.size === 2;
}

/** Whether a plain `retweet` of 0 and 1, in a table with `like` and `reply`, is a count of retweets and not a flag. */
function countsRetweets({ header }: ColumnMapping, at: number, cells: readonly string[]): boolean {
  const names = header.map(normalizeColumnName);
  return (
    COUNT_OR_FLAG.test(names[at] ?? '') &&
    cells.every(isZeroOrOne) &&
    names.some((name) => COUNTS.test(name)) &&
    !names.some((name) => /retweets?count|retweets$/.test(name))
  );
}

/** Whether the cell is an id too long to be a count, perhaps in an address. */
function isLongId(cell: string): boolean {
  return /^\d{15,20}$/.test(readId(cell)) || cell.startsWith('at://');
}

function isEmptyOrHandle(cell: string): boolean {
  return cell === '' || (/^@?[\w.:-]*[a-z][\w.:-]*$/i.test(cell) && !isBoolean(cell));
}
