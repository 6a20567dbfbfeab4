/**
 * All matches of a global pattern, as `matchAll` gives them. That copies its pattern at every call, which takes longer
 * than to search a post. One search with a pattern at a time: where a search stands is kept in it.
 */
export function* execAll(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) yield match;
}
