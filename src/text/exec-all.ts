/**
 * All matches of a global pattern, like `matchAll`, which copies its pattern at every call: that takes longer than
 * searching a post. Do not nest searches with the same pattern, because it stores the position of the search.
 */
export function* execAll(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) yield match;
}
