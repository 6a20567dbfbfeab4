/** Compares two texts, and marks the words that one has and the other does not. */

import { diffLists } from '../../text/diff-lists.js';
import { html, paragraphs, type SafeHtml } from './markup.js';

/** Scripts that are written without spaces: each letter is a word. */
const UNSPACED = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Khmr}\\p{scx=Laoo}\\p{scx=Mymr}';
const WORDS = new RegExp(`\\s+|[${UNSPACED}]|[^\\s${UNSPACED}]+`, 'gu');

/** A piece of one text; `differs` is true if the other text does not have these words here. */
export interface DiffPiece {
  readonly text: string;
  readonly differs: boolean;
}

/** Splits each text into pieces; joined, they give exactly that text. */
export function diffTexts(left: string, right: string): readonly [left: DiffPiece[], right: DiffPiece[]] {
  const changes = diffLists(left.match(WORDS) ?? [], right.match(WORDS) ?? []);
  const pieces = (other: 'added' | 'removed'): DiffPiece[] =>
    changes
      .filter((change) => !change[other])
      .map(({ value, added, removed }) => ({ text: value.join(''), differs: added || removed }));
  return [pieces('added'), pieces('removed')];
}

/** The pieces as markup; the differing ones are marked. */
export function markedText(pieces: readonly DiffPiece[]): SafeHtml {
  return html`${pieces.map(({ text, differs }) => lines(text, differs))}`;
}

/**
 * Line breaks between pieces are kept; `paragraphs` drops those at the ends of a text. Space around words is not
 * marked.
 */
function lines(text: string, isMarked: boolean): SafeHtml {
  const begun = text.trimStart();
  const middle = begun.trimEnd();
  const [before, after] = [text.slice(0, text.length - begun.length), begun.slice(middle.length)];
  const words = isMarked && middle !== '' ? html`<mark>${paragraphs(middle)}</mark>` : paragraphs(middle);
  return html`${space(before)}${words}${space(after)}`;
}

function space(text: string): SafeHtml {
  return /[\r\n]/u.test(text) ? html`<br>` : html`${text === '' ? '' : ' '}`;
}
