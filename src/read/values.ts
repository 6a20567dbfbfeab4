/** What the cells of a dump mean. All of it is lenient: what cannot be understood is empty. */

import { withoutTrailing } from '../text/without-trailing.js';

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
  '是',
  'はい',
  '예',
  'نعم',
  'بله',
  // As spreadsheets in other languages write it.
  'истина',
  'wahr',
  'vrai',
  'verdadero',
  'verdadeiro',
]);
const FALSE = new Set(
  'false,f,no,n,0,0.0,нет,non,nein,não,nao,hayır,hayir,tidak,否,いいえ,아니요,لا,خیر,ложь,falsch,faux,falso'.split(','),
);

/** What the ways of writing nothing begin with: most cells are told by that alone. */
const EMPTY_BEGINS = new Set([...EMPTY].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]));

/** The cell without surrounding spaces; '' for each way in which programs write that there is nothing. */
export function nonEmpty(cell: string): string {
  if (cell === '') return '';
  const value = cell.trim();
  return value.length <= 9 && EMPTY_BEGINS.has(value.charCodeAt(0)) && EMPTY.has(value.toLowerCase()) ? '' : value;
}

/**
 * What a spreadsheet shows in place of a text that it took for a formula (one that begins with = + - @), in English and
 * in the languages of the largest numbers of users that have words of their own for it.
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

/** Whether a text is but the error that a spreadsheet shows. */
export function isSpreadsheetError(text: string): boolean {
  return text.charCodeAt(0) === 35 && ERRORS.has(text);
}

/** Whether a cell says yes, in one of the usual forms. */
export function isTrue(cell: string): boolean {
  return cell !== '' && TRUE.has(cell.trim().toLowerCase());
}

/** Whether a cell could stand in a column of yes and no. */
export function isBoolean(cell: string): boolean {
  const value = nonEmpty(cell).toLowerCase();
  return value === '' || TRUE.has(value) || FALSE.has(value);
}

/** What platforms call the passing on of another's post. */
const REPOSTS =
  /^(?:retweet|retruth|repost|reblog|reshare|boost|renote|announce$|share$|shared$|forward|retuit|ретвит|репост|转发|轉發|リツイート|リポスト|리트윗)/;
/** What they call a post of one's own. */
const ORIGINALS =
  /^(?:original|t|o|tweet|tweeted|post|posted|status|truth|toot|note|skeet|message|mentions?|пост|твит|原创|原創|ツイート|트윗)$/;

export type ReferenceKind = 'retweet' | 'quote' | 'reply' | 'original';

/** `RETWEET`, `R`, `replied_to`, `['quoted', 'replied_to']`: the kinds named, in order. */
export function referenceKinds(cell: string): ReferenceKind[] {
  return parseList(cell).map((word) => {
    const kind = word.toLowerCase();
    if (kind === 'r' || kind === 'rt' || REPOSTS.test(kind)) return 'retweet';
    if (kind === 'q' || kind.startsWith('quot')) return 'quote';
    if (kind.startsWith('repl')) return 'reply';
    return 'original';
  });
}

/** Whether a cell could stand in a column of kinds of posts. */
export function isKind(cell: string): boolean {
  return (
    referenceKinds(cell).some((kind) => kind !== 'original') ||
    parseList(cell).every((word) => ORIGINALS.test(word.toLowerCase()))
  );
}

/** `['a', 'b']`, `["a","b"]`, `[a, b]`, `a|b`, `a;b`, `a, b`, `a b`, and R's `c("a", "b")`: its parts. */
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

/** A discussion's own page, which stands as its link where it links to nothing. */
const OWN_PAGE = /^https?:\/\/(?:www\.|old\.)?reddit\.com\/(?:$|r\/\w+\/comments\/)/i;

const LINK = /https?:\/\/[^\s|"'<>\]]+/gi;

/** The links of a list, whatever stands between them. */
export function linksOfList(cell: string): string[] {
  if (!cell.includes('://')) return [];
  return (cell.match(LINK) ?? []).map((link) => withoutTrailing(link, ',;')).filter((link) => !OWN_PAGE.test(link));
}

/** The links of a text. One that the dump cut off (`https://t.co/ab…`) is none. */
export function linksOfText(text: string): string[] {
  if (!text.includes('://')) return [];
  return (text.match(LINK) ?? [])
    .filter((link) => !link.includes('…') && !link.endsWith('...'))
    .map((link) => withoutTrailing(link, '.,;:!?)»”’'));
}

/** `<a href="…">Name</a>`: Name. */
export function clientName(cell: string): string {
  const value = nonEmpty(cell);
  return value.startsWith('<') ? value.replace(/<[^>]*>/g, '').trim() : value;
}

/** How sites show an account that is gone: many are called so. */
const GONE =
  /^(?:\[(?:deleted|removed)\]|deleted[ _](?:user|account)|удал[её]нный аккаунт|usuario eliminado|compte supprimé)$/i;

/** Whether a cell names an account that is gone, and so nobody. */
export function isGone(cell: string): boolean {
  return cell.length >= 9 && cell.length <= 17 && GONE.test(cell);
}

/** A handle without its `@`, and out of a profile's address; '' for an account that is gone. */
export function stripAt(cell: string): string {
  const value = nonEmpty(cell);
  if (isGone(value)) return '';
  return value.startsWith('@') ? value.slice(1) : value;
}
