/**
 * Names as pages for people show them: the beginning of one that is too long. Formats for programs keep names whole.
 */

import { graphemesOf } from './graphemes.js';

/** Signs of a name that are shown. The longest of a network, 63 letters, is shown whole. */
export const NAME_SIGNS = 64;
/** UTF-16 units that a sign takes on average, at the most: one may be a letter with marks without end. */
const SIGN_UNITS = 16;

/** The name, or its first signs and an ellipsis. Escape it wherever it is shown. */
export function shortenName(name: string, most = NAME_SIGNS): string {
  if (name.length <= most) return name;
  const units = most * SIGN_UNITS;
  const head = name.slice(0, units + 1);
  let end = 0;
  let signs = 0;
  for (const sign of graphemesOf(head)) {
    if (signs === most || end + sign.length > units) break;
    end += sign.length;
    signs++;
  }
  if (end === name.length) return name;
  // One sign that is longer than all that may be shown is cut within, between two characters.
  const shown = end === 0 ? head.slice(0, units).replace(/[\uD800-\uDBFF]$/u, '') : head.slice(0, end);
  return `${shown.trimEnd()}…`;
}

/** Whether the name is shown cut. */
export function isLongName(name: string): boolean {
  return shortenName(name) !== name;
}
