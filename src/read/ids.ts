/** Ids are always text. Ids damaged by a spreadsheet or a floating point number are recognised and never used. */

import { outOfRange } from '../stats/array-access.js';
import { nonEmpty } from './values.js';

/**
 * Requires a decimal point or a plus, as spreadsheets and floating point numbers are written: `12345e67` is a
 * hexadecimal id.
 */
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+e\+?|e\+)\d+$/i;
/** The limits of 32-bit and 64-bit integers: larger ids were cut to these. */
const OVERFLOWN = /^(?:2147483647|-2147483648|9223372036854775807|-9223372036854775808)$/;
/** `1,635,521,165,393,539,073`: a number with thousands separators, in at least four groups. */
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
 * The id in a cell: without rtweet's `x`, a spreadsheet's `'` and the `.0` of a small number. '' if there is no id,
 * or a damaged one.
 */
export function readId(cell: string): string {
  if (isPlainId(cell)) return cell;
  let id = nonEmpty(cell);
  if (id === '' || id === '0') return '';
  const first = id.charCodeAt(0);
  if (first === 0x78 /* x */) id = id.replace(/^x+(?=\d{5,}$)/, '');
  else if (first === 0x27 || first === 0x22) id = id.slice(1).replace(/["']$/, '');
  // Some exports refer to other posts by their address.
  else if (first === 0x68 /* h */ && id.includes('/status')) id = idsOfUrl(id)?.id ?? id;
  else if (IN_THOUSANDS.test(id)) id = id.replace(/\D/g, '');
  if (isDamagedId(id)) return '';
  return /[.,]0$/.test(id) && /^\d+[.,]0$/.test(id) ? id.slice(0, -2) : id;
}

/** Whether a cell is a number that consists only of digits and cannot have lost any, as most ids are. */
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
 * Whether these bytes are an id of digits only that cannot have lost any, as most ids are: `readId` would return it
 * unchanged. False for ids that end in nine zeros or like the integer limits, which need the full test.
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
 * Whether a whole column was rounded: most of its different ids with 16 or more digits end in two zeros or more, as
 * only one true id in a hundred does. (Spreadsheets keep 15 digits, JavaScript 17.)
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

/** Addresses of X and its mirrors, with or without the site's name. */
const STATUS =
  /(?:(?:twitter|x)\.com|nitter\.[\w.]+|^)\/(?:#!\/)?@?(?<author>[^/?#\s]+)(?:\/web)?\/status(?:es)?\/(?<id>\d+)/i;
/** Addresses of Truth Social and Mastodon, Threads, TikTok, Bluesky. */
const OTHER_POSTS =
  /^https?:\/\/[^/]+\/(?:@(?<author>[\w.-]+(?:@[\w.-]+)?)\/(?:posts\/|post\/|video\/|photo\/)?(?<id>[\w-]{8,}))(?:[/?#]|$)/i;

const TELEGRAM = /^(?:https?:\/\/)?t\.me\/(?:s\/)?(?<channel>[a-z]\w{3,31})\/(?<number>\d+)(?:[/?#]|$)/i;

/** Bluesky's at:// addresses, which contain the author's id. */
const AT_PROTOCOL = /^at:\/\/(did:[\w:.%-]+)\/app\.bsky\.feed\.\w+\/[\w.~:-]+$/;

/** The post id and the author in the address of a post; `author` is an id or a handle. */
export function idsOfUrl(url: string): { id: string; author: string } | undefined {
  if (!url.includes('/')) return undefined;
  const match = STATUS.exec(url) ?? OTHER_POSTS.exec(url);
  if (!match && url.includes('t.me/')) {
    // Telegram numbers the messages of each channel separately.
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
