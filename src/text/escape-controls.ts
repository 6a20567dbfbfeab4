/** A character that shows nothing, or changes how its neighbours are shown, wherever it stands. */
const SUSPECT = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Format characters that are seen (Prepended_Concatenation_Mark): signs that are written around or before a number. */
const SEEN = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]/u;

const PICTOGRAPH_BEFORE = /\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]?$/u;
const PICTOGRAPH_NEXT = /^\p{Extended_Pictographic}/u;

/** The scripts in which ZWJ and ZWNJ between two letters decide how a word is spelt. */
const JOINING =
  '\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Nkoo}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}' +
  '\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}';
const JOINING_BEFORE = new RegExp(`[${JOINING}]$`, 'u');
const JOINING_NEXT = new RegExp(`^[${JOINING}]`, 'u');

/** A whole flag of a region such as Scotland is a black flag, tag letters and a closing tag. */
const TAG_FLAG = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}/gu;
const TAG = /[\u{E0020}-\u{E007F}]/u;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text that may be printed in a terminal, on one line: control and escape characters, bidirectional and zero-width
 * characters, stray variation selectors and lone surrogates are replaced by what can be seen (`\n`, `\u{1B}`,
 * `\u{202E}`). What people need to write is kept: joiners inside emoji and inside words of scripts that join, emoji
 * presentation selectors, flags of regions.
 */
export function escapeControls(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const flags = spansOf(text, TAG_FLAG);
  let shown = '';
  let at = 0;
  for (const character of text) {
    const next = at + character.length;
    const kept =
      !SUSPECT.test(character) ||
      SEEN.test(character) ||
      belongs(character, text.slice(0, at), text.slice(next), inside(flags, at));
    shown += kept ? character : escape(character);
    at = next;
  }
  return shown;
}

function escape(character: string): string {
  return SHORT[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}}`;
}

/** Whether an otherwise unseen character does its proper work between these two neighbours. */
function belongs(character: string, before: string, after: string, inFlag: boolean): boolean {
  if (TAG.test(character)) return inFlag;
  const near = before.slice(-4);
  if (character === '\uFE0F' || character === '\uFE0E') {
    return /\p{Extended_Pictographic}$/u.test(near) || (/[\d#*]$/.test(near) && after.startsWith('\u20E3'));
  }
  if (character === '\u200D' && PICTOGRAPH_BEFORE.test(near) && PICTOGRAPH_NEXT.test(after)) return true;
  if (character === '\u200D' || character === '\u200C') return JOINING_BEFORE.test(near) && JOINING_NEXT.test(after);
  return false;
}

function spansOf(text: string, pattern: RegExp): readonly (readonly [number, number])[] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

function inside(spans: readonly (readonly [number, number])[], at: number): boolean {
  return spans.some(([from, to]) => at >= from && at < to);
}
