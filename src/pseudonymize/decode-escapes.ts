/**
 * Decodes characters that are written as percent-encoding in addresses, as references in HTML, or as escapes in JSON.
 */

/** Percent-encoded any number of times: `%61`, `%2561`, `%252561`. */
const BYTES = /(?:%(?:25)*[\da-f]{2})+/iy;
const BYTE = /%(?:25)*([\da-f]{2})/giu;
const REFERENCE =
  /&(?:amp;)*(?:#x([\da-f]{1,6})|#(\d{1,7})|(commat|lowbar|period|sol|num|percnt|zwnj|zwj|shy|lrm|rlm));/iy;
const JSON_ESCAPE = /\\u([\da-f]{4})/iy;
const NAMED: Readonly<Record<string, number>> = {
  commat: 0x40,
  lowbar: 0x5f,
  period: 0x2e,
  sol: 0x2f,
  num: 0x23,
  percnt: 0x25,
  zwnj: 0x200c,
  zwj: 0x200d,
  shy: 0xad,
  lrm: 0x200e,
  rlm: 0x200f,
};
const LAST_POINT = 0x10ffff;

/** A character, and its position in the text. */
export interface Decoded {
  readonly point: number;
  readonly from: number;
  readonly to: number;
}

/** The characters of a text in order, with escapes decoded. */
export function* decodeEscapes(text: string): Generator<Decoded> {
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (unit === 0x25) {
      const bytes = matchAt(BYTES, text, at);
      if (bytes) {
        yield* decodeBytes(bytes[0], at);
        at += bytes[0].length;
        continue;
      }
    } else if (unit === 0x26 || unit === 0x5c) {
      const point =
        unit === 0x26 ? reference(matchAt(REFERENCE, text, at)) : jsonEscape(matchAt(JSON_ESCAPE, text, at));
      if (point !== undefined) {
        yield { point: point.value, from: at, to: at + point.length };
        at += point.length;
        continue;
      }
    }
    const point = text.codePointAt(at) ?? 0;
    const to = at + (point > 0xffff ? 2 : 1);
    yield { point, from: at, to };
    at = to;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function reference(match: RegExpExecArray | null): { readonly value: number; readonly length: number } | undefined {
  if (!match) return undefined;
  const [{ length }, hexadecimal, decimal, name = ''] = match;
  const value =
    hexadecimal === undefined
      ? decimal === undefined
        ? NAMED[name.toLowerCase()]
        : Number(decimal)
      : Number.parseInt(hexadecimal, 16);
  return value === undefined || value > LAST_POINT ? undefined : { value, length };
}

function jsonEscape(match: RegExpExecArray | null): { readonly value: number; readonly length: number } | undefined {
  return match ? { value: Number.parseInt(match[1] ?? '', 16), length: match[0].length } : undefined;
}

/** Decodes UTF-8 (RFC 3629); an invalid byte stays as it is written. */
function* decodeBytes(encoded: string, at: number): Generator<Decoded> {
  const bytes = Array.from(encoded.matchAll(BYTE), (match) => ({
    value: Number.parseInt(match[1] ?? '', 16),
    from: at + match.index,
    to: at + match.index + match[0].length,
  }));
  for (let b = 0; b < bytes.length;) {
    const first = bytes[b];
    if (!first) return;
    const length = first.value < 0x80 ? 1 : first.value >= 0xf0 ? 4 : first.value >= 0xe0 ? 3 : 2;
    const all = bytes.slice(b, b + length);
    const character = all.length === length ? utf8(all.map(({ value }) => value)) : undefined;
    if (character === undefined) {
      for (let i = first.from; i < first.to; i++) yield { point: encoded.charCodeAt(i - at), from: i, to: i + 1 };
      b++;
    } else {
      yield { point: character, from: first.from, to: all.at(-1)?.to ?? first.to };
      b += length;
    }
  }
}

const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(bytes: readonly number[]): number | undefined {
  const [first = 0] = bytes;
  if (first < 0x80) return first;
  try {
    return utf8Decoder.decode(Uint8Array.from(bytes)).codePointAt(0);
  } catch {
    return undefined;
  }
}
