/**
 * Fits text into columns of a terminal by its displayed width, not by its length: a flag is one character of two cells.
 */

import stringWidth from 'string-width';
import { graphemeChunks, graphemesOf } from '../text/graphemes.js';
import { breakCommandLine } from '../text/runner-commands.js';

/** Latin, Greek and Cyrillic letters and common punctuation: one cell each, so there is nothing to measure. */
const ONE_CELL_EACH = /^[\u0020-\u007E\u00B0-\u02FF\u0386-\u0482\u048A-\u052F\u2013-\u201E\u2026]*$/u;

/** How many cells of a terminal the text takes. */
export function displayWidth(text: string): number {
  if (ONE_CELL_EACH.test(text)) return text.length;
  let cells = 0;
  for (const chunk of graphemeChunks(text)) cells += stringWidth(chunk);
  return cells;
}

/**
 * The text, or as much of it as leaves room for an ellipsis: never wider than `width` (at least 3), no character is cut
 * in two.
 */
export function truncate(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const { part, cells } of partsOf(text, width)) {
    used += cells;
    if (used <= width - 1) end += part.length;
    else if (used > width) return `${text.slice(0, end).trimEnd()}…`;
  }
  return text;
}

/**
 * Lines no wider than `width` (at least 3), broken at spaces, and inside a word only if it is wider than a line. At
 * most `most` lines; if the text does not fit, the last line ends in an ellipsis. No line begins with a command to a CI
 * runner. Each part of the text is measured once, so the time is proportional to its length.
 */
export function wrap(text: string, width: number, most = Infinity): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width;
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const wide = displayWidth(word);
    if (line !== '' && wide < room) {
      line += ` ${word}`;
      room -= wide + 1;
      continue;
    }
    if (line !== '') lines.push(line);
    const [whole, last] = breakWord(word, wide, width);
    lines.push(...whole);
    line = last.text;
    room = width - last.cells;
    if (lines.length > most) break;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), truncate(`${last} ……`, width).replace(/[ …]+$/u, '…')];
}

interface MeasuredText {
  readonly text: string;
  readonly cells: number;
}

/** Breaks a word that starts a line: the lines that it fills, and the rest of it for the next line. */
function breakWord(word: string, wide: number, width: number): readonly [whole: readonly string[], last: MeasuredText] {
  if (wide <= width && !word.startsWith('::')) return [[], { text: word, cells: wide }];
  const whole: string[] = [];
  let [line, used, at] = ['', 0, 0];
  for (const { part, cells } of partsOf(word, width)) {
    if (line !== '' && used + cells > width) {
      whole.push(line);
      [line, used] = ['', 0];
    }
    const [shown, taken] = line === '' && word.startsWith('::', at) ? beginning(part, cells, width) : [part, cells];
    line += shown;
    used += taken;
    at += part.length;
  }
  return [whole, { text: line, cells: used }];
}

/**
 * Escapes the first character of a line that would start a command to a CI runner. Not if the page is too narrow for
 * the escape: then it is not a log.
 */
function beginning(part: string, cells: number, width: number): readonly [shown: string, cells: number] {
  const shown = breakCommandLine('::').slice(0, -1);
  return shown.length < width ? [shown, shown.length] : [part, cells];
}

/** Wraps a paragraph and indents its lines, the first one by `first`; `most` is the same as for `wrap`. */
export function wrapParagraph(
  text: string,
  width: number,
  { indent = '', first = indent, most = Infinity }: { indent?: string; first?: string; most?: number } = {},
): string[] {
  const room = Math.max(3, width - Math.max(displayWidth(indent), displayWidth(first)));
  return wrap(text, room, most).map((line, index) => (index === 0 ? first : indent) + line);
}

/** Short facts with a dot between them, broken into lines between facts rather than within one. */
export function joinFacts(items: readonly string[], width: number, indent = ''): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const longer = `${lines.at(-1) ?? ''} · ${item}`;
    if (lines.length > 0 && displayWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(...wrapParagraph(item, width, { indent }));
  }
  return lines;
}

/**
 * Whole graphemes with their widths in cells; a grapheme that is wider than `width` (a letter with a hundred vowel
 * signs) is split into its characters.
 */
function* partsOf(text: string, width: number): Generator<{ readonly part: string; readonly cells: number }> {
  for (const sign of graphemesOf(text)) {
    const cells = displayWidth(sign);
    if (cells <= width) yield { part: sign, cells };
    else for (const part of sign) yield { part, cells: displayWidth(part) };
  }
}
