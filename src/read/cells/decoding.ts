/** Finds in which encodings the cells of a column were written, and undoes them. */

import { DECODERS, type Decoding } from './decoders.js';

const DECODINGS = Object.keys(DECODERS) as Decoding[];

/** The encodings of each column, the outermost first. */
export function decodingsOfColumns(columns: readonly (readonly string[])[]): Decoding[][] {
  const found = columns.map((cells) => decodingsOf(cells, new Set()));
  const habits = new Set(found.flat().filter((decoding) => DECODERS[decoding].inAll === true));
  return habits.size === 0 ? found : columns.map((cells) => decodingsOf(cells, habits));
}

function decodingsOf(cells: readonly string[], habits: ReadonlySet<Decoding>): Decoding[] {
  const found: Decoding[] = [];
  let filled = cells.filter((cell) => cell !== '');
  for (const decoding of DECODINGS) {
    const { fits, share, decode, among, all, least = 1 } = DECODERS[decoding];
    const count = filled.filter(fits).length;
    if (count < (habits.has(decoding) ? 1 : least) || count < share * (among ? filled.filter(among) : filled).length)
      continue;
    if (all && !all(filled)) continue;
    found.push(decoding);
    filled = filled.map(decode);
  }
  return found;
}

/** Applies the decodings to a cell, in this order. */
export function decodeCell(cell: string, decodings: readonly Decoding[]): string {
  let text = cell;
  for (const decoding of decodings) text = DECODERS[decoding].decode(text);
  return text;
}
