/** Determines how many ids of a column a spreadsheet has rounded: all, some, or too few to be sure. */

import { isDamagedId, isRoundedColumn } from './ids.js';

export interface Rounding {
  /** `few`: some cannot be used, but they do not prove that the column was damaged. */
  readonly extent: 'none' | 'few' | 'part' | 'all';
  /** Whether the ids were stored as floating point numbers: each is a multiple of 128 or more. */
  readonly byFloats: boolean;
  /** The number of different ids that cannot be used, and the number of all different ids. */
  readonly rounded: number;
  readonly of: number;
}

/** The number of digits that a spreadsheet keeps. */
const KEPT_DIGITS = 15;

/**
 * Whether an id may have been rounded: all digits that a spreadsheet does not keep are zeros. This is true for one in
 * several thousand correct ids of 19 digits.
 */
export function mayBeRounded(id: string): boolean {
  return isDamagedId(id) || (id.length > KEPT_DIGITS && /^\d+$/.test(id) && /^0+$/.test(id.slice(KEPT_DIGITS)));
}

/** The minimum number of ids that only floating point rounding explains: fewer may be chance. */
const ENOUGH = 3;
/** The last 12 bits of an id of X count the posts within a millisecond: they are almost always 0 or small. */
const COUNTED = 4096n;

/**
 * Whether all ids too long for a floating point number equal one, and enough of them not merely because their last
 * bits are 0, as in many correct ids.
 */
function areFloats(ids: readonly string[]): boolean {
  const long = ids.filter((id) => /^\d{17,19}$/.test(id));
  return (
    long.every((id) => BigInt(Number(id)) === BigInt(id)) &&
    long.filter((id) => BigInt(id) % COUNTED !== 0n).length >= ENOUGH
  );
}

/** The share of lost ids up to which a column is still usable. */
const MOST_LOST = 0.05;

/**
 * @param ids the id of each row, '' if there is none
 * @param identities for each row, data that belongs to one id only; the same id with different data proves damage
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
  // Most ids of X are multiples of 4096, because their last bits are 0. For each digit beyond 15, one in five of
  // these ends in a zero.
  const expected = distinct
    .filter((id) => id.length > KEPT_DIGITS && /^\d+$/.test(id))
    .reduce((sum, id) => sum + 5 ** (KEPT_DIGITS - id.length), 0);
  const isMany = round.filter((id) => !isScientific(id)).length > expected + 3 * Math.sqrt(expected) + 2;
  // Counted in rows, because after rounding to few digits many ids have the same value.
  const lost = ids.filter(isScientific).length;
  const areLost = lost > 1 && lost > MOST_LOST * ids.filter((id) => id !== '').length;
  if (conflict || isMany || areLost) return { extent: 'part', byFloats: false, rounded: round.length, of };
  const unusable = distinct.filter(isDamagedId).length;
  return { extent: unusable > 0 ? 'few' : 'none', byFloats: false, rounded: unusable, of };
}

function isScientific(id: string): boolean {
  return /e/i.test(id) && isDamagedId(id);
}
