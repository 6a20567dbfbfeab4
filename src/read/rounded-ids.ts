/** How many ids of a column a spreadsheet has rounded: all, some, or so few that they may be whole. */

import { isDamagedId, isRoundedColumn } from './ids.js';

export interface Rounding {
  /** `few`: some cannot be used, and none proves that the column was damaged. */
  readonly extent: 'none' | 'few' | 'part' | 'all';
  /** Whether floating point numbers were made of them, of which each is a multiple of 128 or more. */
  readonly byFloats: boolean;
  /** Different ids that cannot be used, of how many. */
  readonly rounded: number;
  readonly of: number;
}

/** Digits that a spreadsheet keeps. */
const KEPT_DIGITS = 15;

/**
 * Whether an id may have been rounded: zeros stand for all that a spreadsheet does not keep. One true id of 19 digits
 * in some thousand looks so.
 */
export function mayBeRounded(id: string): boolean {
  return isDamagedId(id) || (id.length > KEPT_DIGITS && /^\d+$/.test(id) && /^0+$/.test(id.slice(KEPT_DIGITS)));
}

/** Ids that only a floating point number explains: fewer may be chance. */
const ENOUGH = 3;
/**
 * The last bits of an id of the platform count the posts of a millisecond: they are hardly ever any but 0, or small.
 */
const COUNTED = 4096n;

/**
 * Whether all that are too long for a floating point number are such numbers, and not because their last bits are 0 as
 * those of many true ids are.
 */
function areFloats(ids: readonly string[]): boolean {
  const long = ids.filter((id) => /^\d{17,19}$/.test(id));
  return (
    long.every((id) => BigInt(Number(id)) === BigInt(id)) &&
    long.filter((id) => BigInt(id) % COUNTED !== 0n).length >= ENOUGH
  );
}

/** The share of ids that may be lost without their column being of no use. */
const MOST_LOST = 0.05;

/**
 * @param ids of the rows, '' where there is none
 * @param identities of the rows what is of one id alone; the same id with another one is proof of damage
 */
export function roundingOf(ids: readonly string[], identities: readonly string[]): Rounding {
  const seen = new Map<string, string>();
  let conflict = false;
  ids.forEach((id, row) => {
    if (id === '') return;
    const [before, identity] = [seen.get(id), identities[row] ?? ''];
    if (before !== undefined && identity !== '' && before !== identity && mayBeRounded(id)) conflict = true;
    if (before === undefined || before === '') seen.set(id, identity);
  });
  const distinct = [...seen.keys()];
  const round = distinct.filter(mayBeRounded);
  const of = distinct.length;
  if (of > 0 && (isRoundedColumn(distinct) || distinct.every(isDamagedId)))
    return { extent: 'all', byFloats: false, rounded: of, of };
  if (areFloats(distinct)) return { extent: 'all', byFloats: true, rounded: of, of };
  // Most ids of the platform are multiples of 4096, their last bits being 0: of these one in five for each digit ends
  // so.
  const expected = distinct
    .filter((id) => id.length > KEPT_DIGITS && /^\d+$/.test(id))
    .reduce((sum, id) => sum + 5 ** (KEPT_DIGITS - id.length), 0);
  const isMany = round.filter((id) => !isScientific(id)).length > expected + 3 * Math.sqrt(expected) + 2;
  // In rows, as what was rounded to few digits is one value of many ids.
  const lost = ids.filter(isScientific).length;
  const areLost = lost > 1 && lost > MOST_LOST * ids.filter((id) => id !== '').length;
  if (conflict || isMany || areLost) return { extent: 'part', byFloats: false, rounded: round.length, of };
  const unusable = distinct.filter(isDamagedId).length;
  return { extent: unusable > 0 ? 'few' : 'none', byFloats: false, rounded: unusable, of };
}

function isScientific(id: string): boolean {
  return /e/i.test(id) && isDamagedId(id);
}
