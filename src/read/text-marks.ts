/** Tells whose words a text has, by what stands beside those of another account: marks that a file was found to use. */

/** What stands before the words of another post, or behind them; a group named `handle` tells whose they are. */
export interface TextMark {
  readonly pattern: RegExp;
  readonly place: 'before' | 'behind';
}

export interface MarkedText {
  /** The words of the account itself; '' if the whole text is another's. */
  readonly own: string;
  /** Whose words they are; '' if the mark does not tell. */
  readonly handle: string;
}

/** The words of the account itself in a text with one of these marks; undefined if it has none. */
export function findMark(text: string, marks: readonly TextMark[]): MarkedText | undefined {
  for (const { pattern, place } of marks) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
    const [own, others] = place === 'before' ? [before.trim(), after] : ['', before];
    if (/[\p{L}\p{N}]/u.test(others)) return { own, handle: found.groups?.['handle'] ?? '' };
  }
  return undefined;
}
