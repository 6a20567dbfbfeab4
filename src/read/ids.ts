/** Ids are text, always. What a spreadsheet or a floating point number has damaged is recognised and never used. */

import { outOfRange } from '../stats/array-access.js';
import { nonEmpty } from './values.js';

/**
 * With a point or a plus, as spreadsheets and floating point numbers are written: `12345e67` is an id in hexadecimal
 * digits.
 */
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+e\+?|e\+)\d+$/i;
/** Where a number of 32 or of 64 bits ends: what is larger was cut down to it. */
const OVERFLOWN = /^(?:2147483647|-2147483648|9223372036854775807|-9223372036854775808)$/;
/** `1,635,521,165,393,539,073`: with what parts thousands, from four parts on. */
const IN_THOUSANDS = /^\d{1,3}(?:([,.\u00a0\u202f ’'])\d{3})(?:\1\d{3}){2,}$/;
const ZEROS_AFTER_DIGITS = /^\d{6,10}0{9,}$/;

/** An id that has lost digits: `1.34054E+18`, `1265473820049580032.0`, `906000000000000000`. */
export function isDamagedId(id: string): boolean {
  return (
    SCIENTIFIC.test(id) ||
    OVERFLOWN.test(id) ||
    /^\d{16,}\.0+$/.test(id) ||
    (id.length >= 16 && (ZEROS_AFTER_DIGITS.test(id) || /^\d{1,5}0{11,}$/.test(id)))
  );
}

/**
 * The id in a cell: without rtweet's `x`, a spreadsheet's `'` and the `.0` of a small number; '' where there is none or
 * a damaged one.
 */
export function readId(cell: string): string {
  if (isPlainId(cell)) return cell;
  let id = nonEmpty(cell);
  if (id === '' || id === '0') return '';
  const first = id.charCodeAt(0);
  if (first === 0x78 /* x */) id = id.replace(/^x+(?=\d{5,}$)/, '');
  else if (first === 0x27 || first === 0x22) id = id.slice(1).replace(/["']$/, '');
  // Some exports name other posts by their address.
  else if (first === 0x68 /* h */ && id.includes('/status')) id = idsOfUrl(id)?.id ?? id;
  else if (IN_THOUSANDS.test(id)) id = id.replace(/\D/g, '');
  if (isDamagedId(id)) return '';
  return /[.,]0$/.test(id) && /^\d+[.,]0$/.test(id) ? id.slice(0, -2) : id;
}

/** Whether it is a number in digits alone, as nearly all ids are, that cannot have lost any. */
function isPlainId(cell: string): boolean {
  const { length } = cell;
  if (
    length === 0 ||
    cell === '0' ||
    (length >= 16 && cell.endsWith('0')) ||
    (cell.endsWith('7') && OVERFLOWN.test(cell))
  )
    return false;
  for (let at = 0; at < length; at++) {
    const digit = cell.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}

/**
 * Whether these bytes are an id in digits alone that cannot have lost any, as nearly all ids are: `readId` gives it
 * as it stands. What ends in nine zeros, or as the largest numbers do, is left to be looked at closely.
 */
export function isPlainIdBytes(bytes: Uint8Array, from: number, to: number): boolean {
  if (to === from || (to - from === 1 && bytes[from] === 0x30)) return false;
  let zeros = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? outOfRange();
    if (byte < 0x30 || byte > 0x39) return false;
    zeros = byte === 0x30 ? zeros + 1 : 0;
  }
  const mayBeOverflown =
    bytes[to - 1] === 0x37 &&
    ((to - from === 10 && bytes[from] === 0x32 && bytes[from + 1] === 0x31) ||
      (to - from === 19 && bytes[from] === 0x39));
  return zeros < 9 && !mayBeOverflown;
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
const STATUS =
  /(?:(?:twitter|x)\.com|nitter\.[\w.]+|^)\/(?:#!\/)?@?(?<author>[^/?#\s]+)(?:\/web)?\/status(?:es)?\/(?<id>\d+)/i;
/** Truth Social and Mastodon, Threads, TikTok, Bluesky. */
const OTHER_POSTS =
  /^https?:\/\/[^/]+\/(?:@(?<author>[\w.-]+(?:@[\w.-]+)?)\/(?:posts\/|post\/|video\/|photo\/)?(?<id>[\w-]{8,}))(?:[/?#]|$)/i;

const TELEGRAM = /^(?:https?:\/\/)?t\.me\/(?:s\/)?(?<channel>[a-z]\w{3,31})\/(?<number>\d+)(?:[/?#]|$)/i;

/** Bluesky’s own addresses, which name the author by its id. */
const AT_PROTOCOL = /^at:\/\/(did:[\w:.%-]+)\/app\.bsky\.feed\.\w+\/[\w.~:-]+$/;

/** The id and the author that the address of a post names; `author` is an id or a handle. */
export function idsOfUrl(url: string): { id: string; author: string } | undefined {
  if (!url.includes('/')) return undefined;
  const match = STATUS.exec(url) ?? OTHER_POSTS.exec(url);
  if (!match && url.includes('t.me/')) {
    // Telegram counts messages in each channel anew.
    const { channel, number } = TELEGRAM.exec(url)?.groups ?? {};
    return channel === undefined ? undefined : { id: `${channel}/${number}`, author: channel };
  }
  if (!match && url.startsWith('at://')) {
    const did = AT_PROTOCOL.exec(url)?.[1];
    return did === undefined ? undefined : { id: url, author: did };
  }
  const { author, id } = match?.groups ?? {};
  if (author === undefined || id === undefined) return undefined;
  return { id, author: author === 'i' ? '' : author };
}
