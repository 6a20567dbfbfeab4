/** Stores ids of posts in eight bytes each: X's ids are 64-bit numbers, which a JavaScript number cannot hold. */

import { outOfRange } from '../stats/array-access.js';

/** Upper halves that mark other ids: an index into a list of strings, or no id. */
const OTHER = 0xffff_fffe;
const NONE = 0xffff_ffff;
const HALF = 2 ** 32;
const ZERO = 0x30;

export interface PostIds {
  /** Two halves per post. */
  readonly halves: Uint32Array;
  readonly other: readonly string[];
  /** 1 if the dump has no id for the post, so that one was made from a hash. Left out if the dump has all ids. */
  readonly made?: Uint8Array;
}

export type IdHalves = readonly [high: number, low: number];

export const NO_ID: IdHalves = [NONE, 0];

/** A reference to an id that is not a 64-bit number: its lower half is the index into `PostIds.other`. */
export function nonNumericIdRef(place: number): IdHalves {
  return [OTHER, place];
}

/** Whether the upper half of an id means that the lower half is an index into `PostIds.other`. */
export function isNonNumericId(high: number): boolean {
  return high === OTHER;
}

/** Whether the upper half of an id means that there is no id, as in `NO_ID`. */
export function isMissingId(high: number): boolean {
  return high === NONE;
}

/** The digits of an id, as bytes. */
const digits = new Uint8Array(20);
const split = new Uint32Array(2);

/** Splits an id of 1 to 20 digits without a leading zero into two halves; undefined for any other id. */
export function splitUint64(id: string): IdHalves | undefined {
  if (id.length > digits.length) return undefined;
  for (let at = 0; at < id.length; at++) digits[at] = Math.min(0xff, id.charCodeAt(at));
  return splitUint64Bytes(digits, 0, id.length, split)
    ? [split[0] ?? outOfRange(), split[1] ?? outOfRange()]
    : undefined;
}

/**
 * Splits a decimal id, given as bytes, into two halves; false if it is not a 64-bit number. Exact: no step exceeds 2⁵³.
 */
export function splitUint64Bytes(bytes: Uint8Array, from: number, to: number, into: Uint32Array): boolean {
  if (to === from || to - from > digits.length || bytes[from] === ZERO) return false;
  let upper = 0;
  let lower = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? outOfRange()) - ZERO;
    if (digit < 0 || digit > 9) return false;
    if (at < to - 9) upper = 10 * upper + digit;
    else lower = 10 * lower + digit;
  }
  const low = (upper % 65_536) * 1e9 + lower;
  const high = Math.floor(upper / 65_536) * 1e9;
  const sum = (high % 65_536) * 65_536 + low;
  const top = Math.floor(high / 65_536) + Math.floor(sum / HALF);
  into[0] = top;
  into[1] = sum % HALF;
  return top < OTHER;
}

/** The id of post p; `h` and 16 digits if the dump has none. */
export function idAt({ halves, other, made }: PostIds, p: number): string {
  const high = halves[2 * p] ?? outOfRange();
  const low = halves[2 * p + 1] ?? outOfRange();
  const number = BigInt(high) * BigInt(HALF) + BigInt(low);
  if (made?.[p] === 1) return `h${number.toString(16).padStart(16, '0')}`;
  return high === OTHER ? (other[low] ?? outOfRange()) : String(number);
}
