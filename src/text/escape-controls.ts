import { breakCommandLines, breakRunnerCommands } from './runner-commands.js';

/** A character that is invisible, or changes how its neighbours are shown, in any position. */
const SUSPECT = '\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}';

/** The flag of a region such as Scotland is a black flag, tag letters and a closing tag. */
const TAG_FLAG = '\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}';

const ANY_SUSPECT = new RegExp(`[${SUSPECT}]`, 'u');
const FLAG_OR_SUSPECT = new RegExp(`${TAG_FLAG}|[${SUSPECT}]`, 'gu');

/** Visible format characters (Prepended_Concatenation_Mark): signs that are written around or before a number. */
const SEEN_FORMAT = '\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}';
const SEEN = new RegExp(`[${SEEN_FORMAT}]`, 'u');

const PICTOGRAPH_BEFORE = /\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]?$/u;
const PICTOGRAPH_NEXT = /^\p{Extended_Pictographic}/u;

/** The scripts in which ZWJ and ZWNJ between two letters affect the spelling of a word. */
const JOINING =
  '\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Nkoo}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}' +
  '\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}';
const JOINING_BEFORE = new RegExp(`[${JOINING}]$`, 'u');
/** Excludes characters that are escaped: U+061C belongs to a joining script, but is not used to spell words. */
const JOINING_NEXT = new RegExp(`^(?:(?![${SUSPECT}])|(?=[${SEEN_FORMAT}]))[${JOINING}]`, 'u');

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const LINE_OR_TAB = /^[\t\n\r]$/u;
const VARIATION_SELECTOR = /\p{Variation_Selector}/u;
/** The UTF-16 units around a character that decide whether it is kept: two characters before, one after. */
const BEFORE = 4;
const AFTER = 2;

/**
 * Makes a text safe for one line of a terminal. Control and escape characters, bidirectional and zero-width
 * characters, stray variation selectors and lone surrogates are replaced by visible escapes (`\n`, `\u{1B}`,
 * `\u{202E}`), and commands to the log of a CI runner are broken up. Normal writing is kept: joiners inside emoji and
 * inside words of joining scripts, emoji presentation selectors, flags of regions. The number of marks on one letter
 * is limited as in text that is safe to stream (Unicode, UAX #15, 13). Escaping the result again does not change it.
 */
export function escapeControls(text: string): string {
  // Marks first: a character that was cut off no longer counts as the neighbour of a joiner.
  return breakRunnerCommands(escapeSuspects(cutMarks(text), belongs));
}

/**
 * Makes a text safe for a cell of a machine-readable table: like `escapeControls`, but keeps line breaks and tabs,
 * and a variation selector after any visible character.
 */
export function escapeSteering(text: string): string {
  return breakCommandLines(escapeSuspects(text, belongsInCell));
}

/** Maximum number of marks on one letter. More would cover the lines above and below, and take no width. */
const MARKS = 30;
/** A visible mark: others are shown as escapes, so they are not on a letter. */
const MARK = `(?:(?![${SUSPECT}])[\\p{Mn}\\p{Me}])`;
const MORE_MARKS = new RegExp(`(${MARK}{${MARKS}})${MARK}+`, 'gu');

function cutMarks(text: string): string {
  return text.length > MARKS ? text.replaceAll(MORE_MARKS, '$1…') : text;
}

/**
 * Whether an invisible character has its proper function between its neighbours, a few characters on each side:
 * `before` as it is shown (empty after an escape), `after` as in the text.
 */
type Belongs = (character: string, before: string, after: string) => boolean;

function escapeSuspects(text: string, isKept: Belongs): string {
  if (!ANY_SUSPECT.test(text)) return text;
  // The end of the last escaped character.
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
