/** Texts whose bytes were read in another encoding than they were written in, or carried as letters. */

/** The letters of windows-1252 from 0x80 to 0x9f: Node 20 takes it for Latin-1, which has none there. */
const FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
/**
 * The byte that each letter of windows-1252, or of Latin-1, stands for; those of Latin-1 from 0xa0 on are their own.
 */
const BYTE_OF: ReadonlyMap<string, string> = new Map(
  [...FROM_80].map((letter, at) => [letter, String.fromCharCode(0x80 + at)]),
);
const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
const HIGH = /[^\0-\x7f]/g;

/** Each letter as the byte that it was taken for; other letters as they are. */
function asBytes(text: string): string {
  return text.replace(HIGH, (letter) => BYTE_OF.get(letter) ?? letter);
}

/** Whether all that is no ASCII in a text is UTF-8 read as windows-1252: `CafÃ©`, `Ð¿Ñ€`. */
export function isMisread(text: string): boolean {
  const bytes = asBytes(text);
  const high = (bytes.match(HIGH) ?? []).length;
  // A byte or two are lost where windows-1252 has no letter.
  return high > 1 && (bytes.replace(SEQUENCE, '').match(HIGH) ?? []).length <= 0.1 * high;
}

/** Repairs a text whose UTF-8 bytes were read as windows-1252. */
export function reread(text: string): string {
  return asBytes(text).replace(SEQUENCE, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

/** `Come%20to%20%23fest`, `Come+to+%23fest`; undefined where it is not written so. */
export function unpercented(text: string): string | undefined {
  if (/\s/.test(text) || !/%[\da-f]{2}/i.test(text) || /^https?:\/\//i.test(text)) return undefined;
  try {
    return decodeURIComponent(text.includes('%20') ? text : text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** `=C3=89t=C3=A9`, the quoted-printable of mails. */
export const QUOTED_PRINTABLE = /(?:=[89A-F][\dA-F]){2}/;

/** Decodes quoted-printable (RFC 2045) in a text; sequences that are not UTF-8 stay as they are. */
export function unquotedPrintable(text: string): string {
  return text.replace(/=\r?\n/g, '').replace(/(?:=[\dA-F]{2})+/g, (run) => {
    const bytes = Buffer.from(run.replaceAll('=', ''), 'hex');
    const read = bytes.toString('utf8');
    return read.includes('\ufffd') ? run : read;
  });
}

/** A text of several words in base64; undefined where it is none. */
export function unbase64(text: string): string | undefined {
  if (text.length < 8 || text.length % 4 !== 0 || !/^[A-Za-z\d+/]+={0,2}$/.test(text)) return undefined;
  try {
    const read = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'));
    return /[\0-\x08\x0e-\x1f]/.test(read) ? undefined : read;
  } catch {
    return undefined;
  }
}
