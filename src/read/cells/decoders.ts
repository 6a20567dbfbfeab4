/** Texts that a program wrote in encoded form: how each encoding is recognised and undone. */

import { clockOfFraction, clockText } from '../clock.js';
import type { Field } from '../fields.js';
import { htmlText } from '../json/html-text.js';
import { areProfilesOrHandles, handleBehindName, handleOfProfile } from './account-text.js';
import { bytesOf, isJsonString, jsonString, letterOf } from './escapes.js';
import { isMisread, QUOTED_PRINTABLE, reread, unbase64, unpercented, unquotedPrintable } from './garbled.js';
import { unescaped } from './printed-object.js';
import { areTurned, mayBeTurned, turned } from './turned-dates.js';
import { isWordList, joinedWords } from './word-lists.js';
import { areYearsFirst } from './year-first.js';

interface Decoder {
  /** Whether a cell has this encoding. */
  readonly fits: (cell: string) => boolean;
  /** The share of the filled cells that must fit, so that the column counts as encoded. */
  readonly share: number;
  /** The cells that can show the encoding; all cells if left out. */
  readonly among?: (cell: string) => boolean;
  /** An additional test on all filled cells together. */
  readonly all?: (cells: readonly string[]) => boolean;
  /** The minimum number of cells that must fit; 1 if left out, because nobody writes this by hand. */
  readonly least?: number;
  /**
   * Whether a program with this habit applies it to all columns: after one such column, one cell is enough in the
   * others.
   */
  readonly inAll?: boolean;
  /** The only fields in which the encoding is undone; all fields if left out. */
  readonly only?: ReadonlySet<Field>;
  readonly decode: (cell: string) => string;
  /** What it is and what was done, for a note that begins with the column's name. */
  readonly says: string;
}

/** Fields with text that people write. Addresses are not among them: they contain % and & anyway. */
const WRITTEN: ReadonlySet<Field> = new Set(['text', 'quoted_text', 'name', 'hashtags']);
/** Fields that give an account: only there a handle is taken out of its surrounding text. */
const OF_ACCOUNTS: ReadonlySet<Field> = new Set([
  'account',
  'handle',
  'name',
  'retweeted_handle',
  'replied_to',
  'reposter_handle',
]);
const TEXTS: ReadonlySet<Field> = new Set(['text', 'quoted_text']);
const NAMED: ReadonlySet<Field> = new Set([...WRITTEN, 'handle']);
const SAID: ReadonlySet<Field> = new Set(['text', 'quoted_text', 'handle', 'name', 'account']);
const TIMES: ReadonlySet<Field> = new Set(['time', 'created']);
const CLOCK: ReadonlySet<Field> = new Set(['clock']);
const OF_ONE: ReadonlySet<Field> = new Set(['id', 'account', 'handle', 'name', 'time', 'text', 'url', 'client']);

/**
 * From this many cells on, it is the habit of a program; one or two texts in quotes, or with ' before @, may be a
 * person's.
 */
const HABIT = 3;

/** Spreadsheets do not convert a text that is written like this. */
const FORMULA = /^="([\s\S]*)"$/;
const BYTES = /^\s*[bu](["'])([\s\S]*)\1\s*$/;
/** A ' before a text that a spreadsheet would take for a formula. */
const GUARDED = /^'[@=+-][\s\S]*[^']$/;
/** A quoted cell with quotes that are escaped by backslashes, as MySQL and Spark write them. */
const BACKSLASHED = /^"(?:[^"\\]|\\[\s\S])*\\"(?:[^"\\]|\\[\s\S])*"$/;
const SHORT_DATE = /^\d{2}([-/.])\d{2}\1\d{2}(?!\d)/;
/** A list of one text: `['ann']`, `{'ann'}`, `('ann',)`. */
const LIST_OF_ONE = /^\s*[[{(]\s*(["'])((?:\\[\s\S]|(?!\1)[^\\])+)\1\s*,?\s*[\]})]\s*$/;
const CODE_POINT = /<U\+([\dA-F]{4,8})>/g;
/** Bytes that R could not display: `<f0><9f><8f><ae>`. */
const R_BYTES = /(?:<[89a-f][\da-f]>){2}/;
const ESCAPED = /\\u(?:[\da-f]{4}|\{[\da-f]{2,6}\})|\\x[89a-f][\da-f]|%u[\da-f]{4}/i;
/** `one\ntwo`, but not a Windows path: `C:\new`. */
const LINE_ENDS = /(?<![a-zA-Z]:[^\s]{0,100})\\[nt]/;
/** HTML other than `&amp;`, `&lt;` and `&gt;`, which the platform itself writes in every text. */
const HTML =
  /<br\s*\/?>|&amp;(?:quot|#\d+);|&(?:#\d{2,7}|#x[\da-f]{2,6}|quot|nbsp|apos|hellip|[lr]aquo|[lr]squo|[lr]dquo|[mn]dash);|<\/(?:p|a|span|div)>/i;
/** Text that was escaped twice: `&amp;quot;`. */
const TWICE = /&amp;(?=(?:amp|quot|lt|gt|apos|nbsp|#\d+);)/g;
/** A `<` that does not open a tag: `I <3 you`. */
const NO_TAG = /<(?!\/?(?:br|p|a|span|div|b|i|em|strong|img)\b)/gi;

/** The encodings, in the order in which they are undone: the outermost first. */
const TABLE = {
  formula: {
    fits: (cell) => FORMULA.test(cell),
    share: 0.8,
    least: HABIT,
    inAll: true,
    decode: (cell) => FORMULA.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell,
    says: 'was written as formulas of a spreadsheet (="…"): this was undone',
  },
  guarded: {
    fits: (cell) => GUARDED.test(cell),
    least: HABIT,
    inAll: true,
    // People write this too; a program does it before every such sign.
    among: (cell) => /^'?[@=+-]/.test(cell),
    share: 0.9,
    only: SAID,
    decode: (cell) => (GUARDED.test(cell) ? cell.slice(1) : cell),
    says: "has ' before @ and =, against spreadsheets that take these for formulas: this was undone",
  },
  backslashes: {
    fits: (cell) => BACKSLASHED.test(cell),
    share: 0.001,
    decode: (cell) => (BACKSLASHED.test(cell) ? cell.slice(1, -1).replace(/\\(["\\])/g, '$1') : cell),
    says: 'has quotes behind backslashes: this was undone',
  },
  'year-first': {
    fits: (cell) => SHORT_DATE.test(cell),
    share: 0.9,
    least: 3,
    all: areYearsFirst,
    only: TIMES,
    decode: (cell) => (SHORT_DATE.test(cell) ? `20${cell}` : cell),
    says: 'has years of two digits in the first place, as the last changes and the first does not',
  },
  'turned-dates': {
    fits: mayBeTurned,
    share: 0.1,
    least: HABIT,
    all: areTurned,
    only: TIMES,
    decode: turned,
    says:
      'has dates of two kinds, as a spreadsheet makes them that takes days up to the 12th for months: ' +
      'in those that it turned round, day and month were exchanged again',
  },
  'day-fraction': {
    // Three decimals or more: `9.30` is half past nine.
    fits: (cell) => /^0?[.,]\d{3,}$/.test(cell),
    share: 0.3,
    least: HABIT,
    all: (cells) => cells.every((cell) => clockOfFraction(cell) !== undefined),
    only: CLOCK,
    decode: (cell) => clockOfFraction(cell) ?? cell,
    says: 'holds fractions of a day, as spreadsheets keep times of day: they were read as such',
  },
  'lost-zeros-of-minutes': lostZeros(4),
  'lost-zeros-of-seconds': lostZeros(6),
  padded: {
    fits: (cell) => /^ \S/.test(cell),
    share: 0.95,
    least: HABIT,
    only: WRITTEN,
    decode: (cell) => cell.trim(),
    says: 'has a space before each text: it was taken away',
  },
  'list-of-one': {
    fits: (cell) => LIST_OF_ONE.test(cell),
    share: 0.8,
    least: HABIT,
    only: OF_ONE,
    decode: (cell) => unescaped(LIST_OF_ONE.exec(cell)?.[2] ?? cell),
    says: "was written as lists of one (['…']): this was undone",
  },
  words: {
    fits: isWordList,
    share: 0.8,
    least: HABIT,
    only: TEXTS,
    decode: joinedWords,
    says: "was written as lists of words (['one', 'two']): they were joined by spaces, perhaps not as they were written",
  },
  bytes: {
    fits: (cell) => BYTES.test(cell),
    share: 0.8,
    least: HABIT,
    inAll: true,
    decode: (cell) => {
      const within = BYTES.exec(cell)?.[2] ?? cell;
      return (cell.trimStart().startsWith('u') ? unescaped(within) : bytesOf(within)) ?? cell;
    },
    says: "was written as bytes of Python (b'…', \\x..): this was undone",
  },
  json: {
    fits: (cell) => isJsonString(cell),
    share: 0.8,
    least: HABIT,
    inAll: true,
    decode: jsonString,
    says: 'was written as strings of JSON ("…", \\u....): this was undone',
  },
  base64: {
    fits: (cell) => unbase64(cell) !== undefined,
    share: 0.95,
    least: 3,
    only: WRITTEN,
    decode: (cell) => unbase64(cell) ?? cell,
    says: 'was written in base64: this was undone',
  },
  percent: {
    fits: (cell) => unpercented(cell) !== undefined,
    share: 0.6,
    only: WRITTEN,
    decode: (cell) => unpercented(cell) ?? cell,
    says: 'was written as in addresses (%20, %23): this was undone',
  },
  'quoted-printable': {
    fits: (cell) => QUOTED_PRINTABLE.test(cell),
    share: 0.02,
    only: WRITTEN,
    decode: unquotedPrintable,
    says: 'was written as in mails (=C3=A9): this was undone',
  },
  escapes: {
    fits: (cell) => ESCAPED.test(cell),
    share: 0.02,
    decode: (cell) =>
      cell.includes('\\') || cell.includes('%u')
        ? cell
            .replace(/(?:\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8})+/g, unescaped)
            .replace(/\\u\{([\da-f]{2,6})\}/gi, (whole, hex: string) => letterOf(hex) ?? whole)
            .replace(/%u([\da-f]{4})/gi, (whole, hex: string) => letterOf(hex) ?? whole)
            .replace(/(?:\\x[\da-f]{2})+/gi, (bytes) => bytesOf(bytes) ?? bytes)
            .replace(/\\(?:([ntr])|(["'/]))/g, (_, space?: string, sign = '') =>
              space === undefined ? sign : space === 'n' ? '\n' : ' ',
            )
        : cell,
    says: 'was written with escapes for letters (\\u...., \\x..): this was undone',
  },
  'line-ends': {
    fits: (cell) => LINE_ENDS.test(cell),
    share: 0.002,
    least: 2,
    // A program that keeps line ends has no reason to write any as \n.
    all: (cells) => !cells.some((cell) => cell.trim().includes('\n')),
    only: WRITTEN,
    decode: (cell) =>
      cell.includes('\\')
        ? cell.replace(/\\([ntr\\])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === '\\' ? sign : ' '))
        : cell,
    says: 'was written with \\n for ends of lines: this was undone',
  },
  'code-points': {
    fits: (cell) => cell.includes('<') && (cell.search(CODE_POINT) >= 0 || R_BYTES.test(cell)),
    share: 0.001,
    decode: (cell) =>
      cell.includes('<')
        ? cell
            .replace(
              /(?:<[89a-f][\da-f]>){2,}/g,
              (bytes) => bytesOf(bytes.replace(/<(..)>/g, String.raw`\x$1`)) ?? bytes,
            )
            .replace(CODE_POINT, (whole, hex: string) => letterOf(hex) ?? whole)
        : cell,
    says: 'was written by R with code points for letters (<U+....>): this was undone',
  },
  html: {
    fits: (cell) => HTML.test(cell),
    share: 0.01,
    only: WRITTEN,
    decode: (cell) => (/[<&]/.test(cell) ? htmlText(cell.replace(TWICE, '&').replace(NO_TAG, '&lt;')) : cell),
    says: 'was written as HTML (&quot;, <br>): this was undone',
  },
  misread: {
    fits: isMisread,
    among: (cell) => /[^\0-\x7f]/.test(cell),
    share: 0.9,
    least: 2,
    only: NAMED,
    decode: reread,
    says: 'was once read in a wrong encoding (CafÃ© for Café): this was undone',
  },
  profile: {
    fits: (cell) => handleOfProfile(cell) !== undefined,
    share: 0.02,
    all: areProfilesOrHandles,
    only: OF_ACCOUNTS,
    decode: (cell) => handleOfProfile(cell) ?? cell,
    says: 'holds addresses of profiles: the handles in them were read',
  },
  'handle-behind-name': {
    fits: (cell) => cell.includes('@') && handleBehindName(cell) !== undefined,
    share: 0.8,
    only: OF_ACCOUNTS,
    decode: (cell) => handleBehindName(cell) ?? cell,
    says: 'holds handles behind names, as Ann (@ann): the handles were read',
  },
} satisfies Record<string, Decoder>;

export type Decoding = keyof typeof TABLE;

export const DECODERS: Readonly<Record<Decoding, Decoder>> = TABLE;

/** `809` and `80920`, times of day that were read as numbers: some cells have all digits, and all are times of day. */
function lostZeros(digits: 4 | 6): Decoder {
  const whole = (cell: string): string => (/^\d+$/.test(cell) ? cell.padStart(digits, '0') : cell);
  return {
    fits: (cell) => /^\d+$/.test(cell) && cell.length < digits,
    share: 0.01,
    all: (cells) =>
      cells.some((cell) => cell.length === digits) &&
      cells.every((cell) => /^\d+$/.test(cell) && cell.length <= digits && clockText(whole(cell)) !== ''),
    only: CLOCK,
    decode: whole,
    says: 'holds times of day without zeros in front (809 for 08:09): they were read as such',
  };
}
