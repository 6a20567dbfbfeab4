/** Interprets the cells of a dump. Everything is lenient: a cell that cannot be interpreted counts as empty. */

import { withoutTrailing } from '../text/without-trailing.js';
import { isGone } from './gone.js';

const EMPTY = new Set([
  '',
  'na',
  'n/a',
  'nan',
  'null',
  'none',
  'nat',
  'nil',
  '<na>',
  '\\n',
  'undefined',
  '[]',
  '{}',
  '-',
]);
const TRUE = new Set([
  'true',
  't',
  'yes',
  'y',
  '1',
  '1.0',
  'x',
  '✓',
  '✔',
  'rt',
  'retweet',
  'retweeted',
  'да',
  'oui',
  'si',
  'sí',
  'ja',
  'sim',
  'evet',
  'ya',
  '✓',
  '✔',
  '✔️',
  '☑',
  '是',
  'はい',
  '예',
  'نعم',
  'بله',
  // As written by spreadsheets in other languages.
  'истина',
  'wahr',
  'vrai',
  'verdadero',
  'verdadeiro',
]);
const FALSE = new Set(
  'false,f,no,n,0,0.0,нет,non,nein,não,nao,hayır,hayir,tidak,否,いいえ,아니요,لا,خیر,ложь,falsch,faux,falso'.split(','),
);

/** The first characters of the words for an empty value: enough to exclude most cells. */
const EMPTY_BEGINS = new Set([...EMPTY].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]));

/** Signs that are not seen: marks of the direction of writing, and spaces without width. */
const UNSEEN =
  /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+$/g;

/** The cell without surrounding spaces and signs that are not seen; '' for every word with which programs write an empty value. */
export function nonEmpty(cell: string): string {
  if (cell === '') return '';
  const value =
    isUnseen(cell.charCodeAt(0)) || isUnseen(cell.charCodeAt(cell.length - 1)) ? cell.replace(UNSEEN, '') : cell.trim();
  return value.length <= 9 && EMPTY_BEGINS.has(value.charCodeAt(0)) && EMPTY.has(value.toLowerCase()) ? '' : value;
}

function isUnseen(unit: number): boolean {
  return unit >= 0x200b && unit <= 0x2069;
}

/**
 * What a spreadsheet shows instead of a text that it took for a formula (one that begins with = + - @), in English
 * and in the most used languages that have their own words for it.
 */
const ERRORS: ReadonlySet<string> = new Set([
  '#N/A',
  '#NAME?',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NULL!',
  '#NUM!',
  '#ERROR!',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#Н/Д',
  '#ИМЯ?',
  '#ЗНАЧ!',
  '#ССЫЛКА!',
  '#ДЕЛ/0!',
  '#WERT!',
  '#BEZUG!',
  '#NOM?',
  '#VALEUR!',
  '#¿NOMBRE?',
  '#VALOR!',
  '#NOME?',
  '#AD?',
  '#DEĞER!',
  '#NAAM?',
]);
export const LONGEST_ERROR = Math.max(...[...ERRORS].map((error) => error.length));

/** Whether a text is only the error shown by a spreadsheet. */
export function isSpreadsheetError(text: string): boolean {
  return text.charCodeAt(0) === 35 && ERRORS.has(text);
}

/** Whether a cell means yes, in one of the usual forms. */
export function isTrue(cell: string): boolean {
  return cell !== '' && TRUE.has(cell.trim().toLowerCase());
}

/** Whether a cell could be in a column of yes and no. */
export function isBoolean(cell: string): boolean {
  const value = nonEmpty(cell).toLowerCase();
  return value === '' || TRUE.has(value) || FALSE.has(value);
}

/** The platforms' words for reposting another account's post. */
const REPOSTS =
  /^(?:retweet|retruth|repost|reblog|reshare|boost|renote|announce$|shares?(?:_pst)?$|shared$|forward|retuit|reposte|republica|compart|geteilt|partag|condivi|yeniden$|ретвит|репост|转发|轉發|リツイート|リポスト|리트윗|재게시|إعادة$)/;
/** Their words for an own post. */
const ORIGINALS =
  /^(?:original|t|o|tweet|tweeted|post|posted|status|truth|toot|note|skeet|message|mentions?|пост|твит|原创|原創|ツイート|트윗)$/;

/** Their words for quotes and replies in other languages than English. */
const QUOTES = /^(?:cita$|citação|citation|citazione|zitat|zitiert|alıntı|цитата|цитирование|اقتباس|引用|인용)/;
const REPLIES = /^(?:respuesta|resposta|risposta|réponse|antwort|yanıt|ответ$|رد$|返信|回复|回覆|답글|답장|jawab)/;

export type ReferenceKind = 'retweet' | 'quote' | 'reply' | 'original';

/** The number before a word for a kind: `2 - Retweet`. */
const NUMBERED = /^\s*\d{1,2}\s*[-–—.:)=]\s*(?=\p{L}{2})/u;

/** The kinds named in a cell, in order: `RETWEET`, `R`, `replied_to`, `['quoted', 'replied_to']`. */
export function referenceKinds(cell: string): ReferenceKind[] {
  return parseList(cell.replace(NUMBERED, '')).map((word) => {
    const kind = word.toLowerCase();
    if (kind === 'r' || kind === 'rt' || REPOSTS.test(kind)) return 'retweet';
    if (kind === 'q' || kind.startsWith('quot') || QUOTES.test(kind)) return 'quote';
    if (kind.startsWith('repl') || REPLIES.test(kind)) return 'reply';
    return 'original';
  });
}

/** Whether a cell could be in a column with the kinds of posts. */
export function isKind(cell: string): boolean {
  return (
    referenceKinds(cell).some((kind) => kind !== 'original') ||
    parseList(cell.replace(NUMBERED, '')).every((word) => ORIGINALS.test(word.toLowerCase()))
  );
}

/** Columns with the kind of a post in words of any language have few different values. */
const MOST_KINDS = 8;

/** Whether all cells are known words for kinds, or a few short words, one of which is a platform's for a repost. */
export function areKinds(cells: readonly string[]): boolean {
  if (cells.every(isKind)) return true;
  const words = [...new Set(cells)].filter((cell) => cell !== '').map((cell) => cell.replace(NUMBERED, ''));
  return (
    words.length <= MOST_KINDS &&
    words.every((word) => word.length <= 30 && !/\d/.test(word)) &&
    words.some((word) => referenceKinds(word).includes('retweet'))
  );
}

/** The items of a list: `['a', 'b']`, `["a","b"]`, `[a, b]`, `a|b`, `a;b`, `a, b`, `a b`, and R's `c("a", "b")`. */
export function parseList(cell: string): string[] {
  const value = nonEmpty(cell);
  if (value === '') return [];
  const bare = value.replace(/^(?:c\(|[[({])/, '').replace(/[\])}]$/, '');
  const quoted = bare.includes('"') || bare.includes("'") ? [...bare.matchAll(/"([^"]*)"|'([^']*)'/g)] : [];
  const parts =
    quoted.length > 0
      ? quoted.map((match) => match[1] ?? match[2] ?? '')
      : bare.split(bare.includes('|') ? '|' : /[;,\s]+/);
  return parts.map((part) => nonEmpty(part)).filter((part) => part !== '');
}

/** A Reddit discussion's own page, which is given as its link if it has no other. */
const OWN_PAGE = /^https?:\/\/(?:www\.|old\.)?reddit\.com\/(?:$|r\/\w+\/comments\/)/i;

const LINK = /https?:\/\/[^\s|"'<>\]]+/gi;

/** The links in a list with any separator. */
export function linksOfList(cell: string): string[] {
  if (!cell.includes('://')) return [];
  return (cell.match(LINK) ?? []).map((link) => withoutTrailing(link, ',;')).filter((link) => !OWN_PAGE.test(link));
}

/** The links in a text, without those that the dump cut off (`https://t.co/ab…`). */
export function linksOfText(text: string): string[] {
  if (!text.includes('://')) return [];
  return (text.match(LINK) ?? [])
    .filter((link) => !link.includes('…') && !link.endsWith('...'))
    .map((link) => withoutTrailing(link, '.,;:!?)»”’'));
}

/** The client's name: `<a href="…">Name</a>` gives `Name`. */
export function clientName(cell: string): string {
  const value = nonEmpty(cell);
  return value.startsWith('<') ? value.replace(/<[^>]*>/g, '').trim() : value;
}

/** A handle without its `@`; '' for a deleted account. */
export function stripAt(cell: string): string {
  const value = nonEmpty(cell);
  if (isGone(value)) return '';
  return value.startsWith('@') ? value.slice(1) : value;
}
