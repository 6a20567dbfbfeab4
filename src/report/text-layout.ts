/** Fitting text into columns of a terminal, by what it shows and not by its length: a flag is one sign of two cells. */

import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Latin, Greek and Cyrillic letters and common punctuation: one cell each, and nothing to measure. */
const ONE_CELL_EACH = /^[\u0020-\u007E\u00B0-\u02FF\u0386-\u0482\u048A-\u052F\u2013-\u201E\u2026]*$/u;

/** How many cells of a terminal the text takes. */
export function displayWidth(text: string): number {
  return ONE_CELL_EACH.test(text) ? text.length : stringWidth(text);
}

/** The text, or as much of it as leaves room for an ellipsis: never wider than `width` (at least 3), no sign cut in two. */
export function truncate(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${take(text, width - 1)[0].trimEnd()}…`;
}

/**
 * Lines no wider than `width` (at least 3), broken at spaces, and inside a word only where it is wider than a line.
 * With `most`, so many lines at the most; what does not fit ends in an ellipsis.
 */
export function wrap(text: string, width: number, most = Infinity): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const wide = displayWidth(word);
    if (line !== '' && wide < room) {
      line += ` ${word}`;
      room -= wide + 1;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    let left = wide;
    while (left > width) {
      const [head, rest] = take(line, width);
      lines.push(head);
      line = rest;
      left = displayWidth(rest);
    }
    room = width - left;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), truncate(`${last} ……`, width).replace(/[ …]+$/u, '…')];
}

/** Wraps a paragraph and indents its lines, the first one by `first`; `most` is as of `wrap`. */
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

/** Splits after as many whole graphemes as fit; within the first one only where it alone is wider (a letter with a hundred vowel signs). */
function take(text: string, width: number): readonly [string, string] {
  const end =
    fitting(
      Array.from(graphemes.segment(text), ({ segment }) => segment),
      width,
    ) || fitting([...text], width);
  return [text.slice(0, end), text.slice(end)];
}

/** Length of as many of the first parts as fit. */
function fitting(parts: readonly string[], width: number): number {
  let used = 0;
  let end = 0;
  for (const part of parts) {
    used += displayWidth(part);
    if (used > width) break;
    end += part.length;
  }
  return end;
}
