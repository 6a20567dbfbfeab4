/** Shortens long names for pages that people read. Machine-readable formats keep names complete. */

import { graphemesOf } from './graphemes.js';

/**
 * The number of characters (graphemes) that are shown. The longest names of a network, 63 letters, are shown in full.
 */
export const NAME_SIGNS = 64;
/** Maximum UTF-16 units per character on average: one may be a letter with any number of marks. */
const SIGN_UNITS = 16;

/** The name, or its first characters and an ellipsis. It must be escaped wherever it is shown. */
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
  // A single character that exceeds the limit is cut between two code points.
  const shown = end === 0 ? head.slice(0, units).replace(/[\uD800-\uDBFF]$/u, '') : head.slice(0, end);
  return `${shown.trimEnd()}…`;
}

/** Whether the name is shown shortened. */
export function isLongName(name: string): boolean {
  return shortenName(name) !== name;
}
