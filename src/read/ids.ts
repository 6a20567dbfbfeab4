/** Ids are text, always. What a spreadsheet or a floating point number has damaged is recognised and never used. */

import { nonEmpty } from './values.js';

const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?e\+?\d+$/i;
const ZEROS_AFTER_DIGITS = /^\d{6,10}0{9,}$/;

/** An id that has lost digits: `1.34054E+18`, `1265473820049580032.0`, `906000000000000000`. */
export function isDamagedId(id: string): boolean {
  return (
    SCIENTIFIC.test(id) ||
    /^\d{16,}\.0+$/.test(id) ||
    (id.length >= 16 && (ZEROS_AFTER_DIGITS.test(id) || /^\d{1,5}0{11,}$/.test(id)))
  );
}

/** The id in a cell: without rtweet's `x`, a spreadsheet's `'` and the `.0` of a small number; '' where there is none or a damaged one. */
export function readId(cell: string): string {
  if (isPlainId(cell)) return cell;
  let id = nonEmpty(cell);
  if (id === '' || id === '0') return '';
  const first = id.charCodeAt(0);
  if (first === 0x78 /* x */) id = id.replace(/^x+(?=\d{5,}$)/, '');
  else if (first === 0x27 || first === 0x22) id = id.slice(1).replace(/["']$/, '');
  // Some exports name other posts by their address.
  else if (first === 0x68 /* h */ && id.includes('/status')) id = idsOfUrl(id)?.id ?? id;
  if (isDamagedId(id)) return '';
  return id.endsWith('.0') && /^\d+\.0$/.test(id) ? id.slice(0, -2) : id;
}

/** Whether it is a number in digits alone, as nearly all ids are, that cannot have lost any. */
function isPlainId(cell: string): boolean {
  const { length } = cell;
  if (length === 0 || cell === '0' || (length >= 16 && cell.endsWith('0'))) return false;
  for (let at = 0; at < length; at++) {
    const digit = cell.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}

/**
 * Whether a whole column was rounded: of its different ids of 16 digits and more, most end in two zeros at least, which
 * one true id in a hundred does. (Spreadsheets keep 15 digits, JavaScript 17.)
 */
export function isRoundedColumn(cells: Iterable<string>): boolean {
  const long = new Set<string>();
  for (const cell of cells) {
    const id = cell.trim();
    if (/^x*\d{16,20}$/.test(id)) long.add(id);
  }
  if (long.size < 3) return false;
  const rounded = [...long].filter((id) => id.endsWith('00')).length;
  return rounded / long.size > 0.5;
}

/** X and its mirrors, with the site's name or without. */
const STATUS = /(?:(?:twitter|x)\.com|nitter\.[\w.]+|^)\/(?:#!\/)?@?(?<author>[^/?#\s]+)\/status(?:es)?\/(?<id>\d+)/i;
/** Truth Social and Mastodon, Threads, TikTok, Bluesky. */
const OTHER_POSTS =
  /^https?:\/\/[^/]+\/(?:@(?<author>[\w.-]+(?:@[\w.-]+)?)\/(?:posts\/|post\/|video\/|photo\/)?(?<id>[\w-]{8,}))(?:[/?#]|$)/i;

/** The id and the author that the address of a post names; `author` is an id or a handle. */
export function idsOfUrl(url: string): { id: string; author: string } | undefined {
  if (!url.includes('/')) return undefined;
  const match = STATUS.exec(url) ?? OTHER_POSTS.exec(url);
  const { author, id } = match?.groups ?? {};
  if (author === undefined || id === undefined) return undefined;
  return { id, author: author === 'i' ? '' : author };
}
