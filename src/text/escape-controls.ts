import { breakCommandLines, breakRunnerCommands } from './runner-commands.js';

/** A character that shows nothing, or changes how its neighbours are shown, wherever it stands. */
const SUSPECT = '\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}';

/** A whole flag of a region such as Scotland is a black flag, tag letters and a closing tag. */
const TAG_FLAG = '\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}';

const ANY_SUSPECT = new RegExp(`[${SUSPECT}]`, 'u');
const FLAG_OR_SUSPECT = new RegExp(`${TAG_FLAG}|[${SUSPECT}]`, 'gu');

/** Format characters that are seen (Prepended_Concatenation_Mark): signs that are written around or before a number. */
const SEEN_FORMAT = '\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}';
const SEEN = new RegExp(`[${SEEN_FORMAT}]`, 'u');

const PICTOGRAPH_BEFORE = /\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]?$/u;
const PICTOGRAPH_NEXT = /^\p{Extended_Pictographic}/u;

/** The scripts in which ZWJ and ZWNJ between two letters decide how a word is spelt. */
const JOINING =
  '\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Nkoo}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}' +
  '\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}';
const JOINING_BEFORE = new RegExp(`[${JOINING}]$`, 'u');
/** Not what is shown as an escape: U+061C is of a script that joins, and nothing that a word is spelt with. */
const JOINING_NEXT = new RegExp(`^(?:(?![${SUSPECT}])|(?=[${SEEN_FORMAT}]))[${JOINING}]`, 'u');

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const LINE_OR_TAB = /^[\t\n\r]$/u;
const VARIATION_SELECTOR = /\p{Variation_Selector}/u;
/** UTF-16 units beside a character that decide whether it belongs: two characters before, one after. */
const BEFORE = 4;
const AFTER = 2;

/**
 * Text that may be printed in a terminal, on one line: control and escape characters, bidirectional and zero-width
 * characters, stray variation selectors and lone surrogates are replaced by what can be seen (`\n`, `\u{1B}`,
 * `\u{202E}`), and what would be a command to the log of a CI runner is taken apart. What people need to write is kept:
 * joiners inside emoji and inside words of scripts that join, emoji presentation selectors, flags of regions. Of marks
 * upon one letter as many are shown as text has that is safe to stream (Unicode, UAX #15, 13). What is shown so is
 * shown as it is: to escape it once more changes nothing.
 */
export function escapeControls(text: string): string {
  // Marks first: what is cut off is no neighbour of a joiner any more.
  return breakRunnerCommands(escapeSuspects(cutMarks(text), belongs));
}

/**
 * Text that may stand in a cell of a table for programs: the same, but that line breaks and tabs are kept, and a
 * variation selector after any character that is seen.
 */
export function escapeSteering(text: string): string {
  return breakCommandLines(escapeSuspects(text, belongsInCell));
}

/** Marks upon one letter. More cover the lines above and below, and take no room of their own. */
const MARKS = 30;
/** A mark that is seen: others are shown as escapes, and are upon no letter then. */
const MARK = `(?:(?![${SUSPECT}])[\\p{Mn}\\p{Me}])`;
const MORE_MARKS = new RegExp(`(${MARK}{${MARKS}})${MARK}+`, 'gu');

function cutMarks(text: string): string {
  return text.length > MARKS ? text.replaceAll(MORE_MARKS, '$1…') : text;
}

/**
 * Whether an otherwise unseen character does its proper work between these neighbours, a few characters of each side:
 * `before` as it is shown, empty behind an escape, `after` as the text has it.
 */
type Belongs = (character: string, before: string, after: string) => boolean;

function escapeSuspects(text: string, isKept: Belongs): string {
  if (!ANY_SUSPECT.test(text)) return text;
  // Where the last character ends that is shown as an escape.
  let escaped = 0;
  return text.replaceAll(FLAG_OR_SUSPECT, (found, at: number) => {
    if (found.startsWith('\u{1F3F4}') || SEEN.test(found)) return found;
    const next = at + found.length;
    if (isKept(found, text.slice(Math.max(escaped, at - BEFORE), at), text.slice(next, next + AFTER))) return found;
    escaped = next;
    return escape(found);
  });
}

function escape(character: string): string {
  return SHORT[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}}`;
}

function belongs(character: string, before: string, after: string): boolean {
  if (character === '\uFE0F' || character === '\uFE0E') {
    return /\p{Extended_Pictographic}$/u.test(before) || (/[\d#*]$/.test(before) && after.startsWith('\u20E3'));
  }
  if (character === '\u200D' && PICTOGRAPH_BEFORE.test(before) && PICTOGRAPH_NEXT.test(after)) return true;
  if (character === '\u200D' || character === '\u200C') return JOINING_BEFORE.test(before) && JOINING_NEXT.test(after);
  return false;
}

function belongsInCell(character: string, before: string, after: string): boolean {
  if (LINE_OR_TAB.test(character)) return true;
  if (VARIATION_SELECTOR.test(character)) return before !== '' && !ANY_SUSPECT.test(lastOf(before));
  return belongs(character, before, after);
}

function lastOf(text: string): string {
  return [...text].at(-1) ?? '';
}
