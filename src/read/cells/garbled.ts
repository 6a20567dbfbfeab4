/** Texts whose bytes were decoded with the wrong encoding, or that carry their bytes as letters. */

/** The characters of windows-1252 from 0x80 to 0x9f. Node 20 decodes it as Latin-1, which has no letters there. */
const FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
/**
 * The byte of each windows-1252 character from 0x80 to 0x9f. Characters from 0xa0 on have the same number as their
 * byte.
 */
const BYTE_OF: ReadonlyMap<string, string> = new Map(
  [...FROM_80].map((letter, at) => [letter, String.fromCharCode(0x80 + at)]),
);
const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
const HIGH = /[^\0-\x7f]/g;

/** Replaces each character by the byte from which it was decoded; other characters are kept. */
function asBytes(text: string): string {
  return text.replace(HIGH, (letter) => BYTE_OF.get(letter) ?? letter);
}

/** Whether the non-ASCII characters of a text are UTF-8 that was decoded as windows-1252: `CafÃ©`, `Ð¿Ñ€`. */
export function isMisread(text: string): boolean {
  const bytes = asBytes(text);
  const high = (bytes.match(HIGH) ?? []).length;
  // A few bytes may be lost, because windows-1252 leaves some undefined.
  return high > 1 && (bytes.replace(SEQUENCE, '').match(HIGH) ?? []).length <= 0.1 * high;
}

/** Repairs a text whose UTF-8 bytes were decoded as windows-1252. */
export function reread(text: string): string {
  return asBytes(text).replace(SEQUENCE, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

/** Decodes `Come%20to%20%23fest` or `Come+to+%23fest`; undefined if the text is not written like this. */
export function unpercented(text: string): string | undefined {
  if (/\s/.test(text) || !/%[\da-f]{2}/i.test(text) || /^https?:\/\//i.test(text)) return undefined;
  try {
    return decodeURIComponent(text.includes('%20') ? text : text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** Quoted-printable text of mails, such as `=C3=89t=C3=A9`. */
export const QUOTED_PRINTABLE = /(?:=[89A-F][\dA-F]){2}/;

/** Decodes quoted-printable (RFC 2045) in a text; sequences that are not UTF-8 stay as they are. */
export function unquotedPrintable(text: string): string {
  return text.replace(/=\r?\n/g, '').replace(/(?:=[\dA-F]{2})+/g, (run) => {
    const bytes = Buffer.from(run.replaceAll('=', ''), 'hex');
    const read = bytes.toString('utf8');
    return read.includes('\ufffd') ? run : read;
  });
}

/** Decodes a text in base64; undefined if it is not base64 or not readable text. */
export function unbase64(text: string): string | undefined {
  if (text.length < 8 || text.length % 4 !== 0 || !/^[A-Za-z\d+/]+={0,2}$/.test(text)) return undefined;
  try {
    const read = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'));
    return /[\0-\x08\x0e-\x1f]/.test(read) ? undefined : read;
  } catch {
    return undefined;
  }
}
