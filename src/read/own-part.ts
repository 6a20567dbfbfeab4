/** Takes the words of a quoted post out of a text, where a column of its own holds them. */

/** Signs, and words, between own words and quoted ones: `|`, `“`, `Quoted @ann:`, `[RT @ann]`, `@ann:`. */
const SIGNS = /[\s|>"“«„‘'–—-]+$/u;
const MARK =
  /(?<=^|[\s[(|>"“«„])[[(]?(?:QRT|[QMR]T|quot(?:ed?|ing)(?: (?:tweet|post|text|status))?(?: (?:by|of|from))?)[:：]?(?: ?[@＠][^\s:：\])]{1,30})?[\])]?[:：]?$|(?<=^|[\s[(|>"“«„])[@＠][^\s:：]{1,30} ?[:：]$/iu;
/** The longest of these, with white space. */
const LONGEST_MARK = 80;
const CLOSING = /^\s*["”»’]/u;
/** What stands between quoted words and own ones behind them. */
const SIGNS_BEHIND = /^[\s|>/\\*~·•–—-]+/u;
/** A quoted text that is cut: it may go on in the text shown. */
const CUT = /(?:…|\.\.\.)$/;
/** A shorter text may stand in another by chance. */
const SHORTEST = 15;

/** A retweet is another's as a whole: its text is kept. */
const RETWEET = /^\s*["“«]?RT\s*[@＠]/i;

/** Whether a cell may be the words of a post: several, and no address. */
function mayBeWords(cell: string): boolean {
  return cell.length >= SHORTEST && /\s|[^\0-\u02ff]/.test(cell) && !/^https?:\/\/\S+$/.test(cell);
}

/** Where a quoted text stands in a text, whatever white space both have; undefined if it does not stand there. */
export function placeOfQuoted(
  text: string,
  quoted: string,
): { readonly from: number; readonly to: number } | undefined {
  if (!mayBeWords(quoted) || RETWEET.test(text)) return undefined;
  const wanted = quoted.replace(CUT, '').replaceAll(/\s+/g, '');
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (/\S/.test(text.charAt(at))) places.push(at);
  const found = text.replaceAll(/\s+/g, '').lastIndexOf(wanted);
  const [from, last] = [places[found], places[found + wanted.length - 1]];
  if (found < 0 || from === undefined || last === undefined) return undefined;
  return { from, to: CUT.test(quoted) ? text.length : last + 1 };
}

/** A text without these quoted ones, and without what joined them to it. */
export function withoutQuoted(text: string, quoted: readonly string[]): string {
  let own = text;
  for (const each of quoted) {
    const place = placeOfQuoted(own, each);
    if (!place) continue;
    const before = withoutMark(own.slice(0, place.from));
    const after = own.slice(place.to).replace(CLOSING, '');
    if (before === '') own = after.replace(SIGNS_BEHIND, '');
    else own = after.trim() === '' ? before : `${before}${after}`;
  }
  return own;
}

function withoutMark(before: string): string {
  const from = Math.max(0, before.length - LONGEST_MARK);
  return before.slice(0, from) + before.slice(from).replace(SIGNS, '').replace(MARK, '').replace(SIGNS, '');
}
