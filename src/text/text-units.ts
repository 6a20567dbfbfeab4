import { outOfRange } from '../stats/array-access.js';
import { hashtagWordEnd } from './hashtags.js';
import { decodeUtf8, StringCache } from './utf8.js';

const LINE_END = 0x0a;
const NUMBER_SIGN = 0x23;
const WIDE_NUMBER_SIGN = 0xff03;
const AT_SIGN = 0x40;
const WIDE_AT_SIGN = 0xff20;
const COLON = 0x3a;
const WIDE_COLON = 0xff1a;
const BRACKET = 0x5b;
const SLASH = 0x2f;
const GREATER = 0x3e;
const AMPERSAND = 0x26;

/** 1 for the signs of ASCII that are noted. */
const SIGNS = new Uint8Array(AT_SIGN + 1);
for (const sign of [LINE_END, NUMBER_SIGN, AMPERSAND, COLON, SLASH, GREATER, AT_SIGN]) SIGNS[sign] = 1;

/** At most so many units stand between `@` and the colon, or between a bracket and `@`, in `findQuotation`. */
const LONGEST_NAME = 64;
const BEFORE_NAME = 20;

/** Whether a unit is white space of ASCII, or one of the wide spaces. */
function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0x3000;
}

/** A text as UTF-16 units, with the positions of signs that matter for posts. One object is reused for all texts. */
export class TextUnits {
  units = new Uint16Array(1024);
  length = 0;
  /**
   * Whether the text contains `@` or its full-width form; `://`; a line end; and what stands before quoted words: a name
   * (`@ann:`, `[… @ann`), `>` at the beginning of a line, `[/quote`.
   */
  hasAt = false;
  hasLink = false;
  hasLineEnd = false;
  mayQuote = false;
  /** The positions of the signs `#` and full-width `＃`. */
  readonly signs: number[] = [];
  /** The offset of the bytes after each sign. */
  readonly #behindSigns: number[] = [];
  readonly #words = new StringCache();
  #bytes: Buffer | undefined;
  #from = 0;
  #to = 0;
  #text: string | undefined = '';

  /** The text as a string. */
  get text(): string {
    return (this.#text ??= decodeUtf8(this.#bytes ?? Buffer.alloc(0), this.#from, this.#to));
  }

  /** @param bytes valid UTF-8; must not change until the next text is read */
  readBytes(bytes: Buffer, from: number, to: number): void {
    this.#begin(to - from);
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
    this.#text = undefined;
    const { units } = this;
    let length = 0;
    for (let at = from; at < to;) {
      const byte = bytes[at++] ?? outOfRange();
      if (byte < 0x80) {
        units[length] = byte;
        if (byte <= AT_SIGN && SIGNS[byte] === 1) this.#note(byte, length, at);
        length++;
        continue;
      }
      const second = (bytes[at++] ?? outOfRange()) & 0x3f;
      if (byte < 0xe0) {
        units[length++] = ((byte & 0x1f) << 6) | second;
        continue;
      }
      const third = (bytes[at++] ?? outOfRange()) & 0x3f;
      if (byte < 0xf0) {
        const unit = ((byte & 0x0f) << 12) | (second << 6) | third;
        units[length] = unit;
        if (unit >= WIDE_NUMBER_SIGN) this.#note(unit, length, at);
        length++;
        continue;
      }
      const point = ((byte & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at++] ?? outOfRange()) & 0x3f);
      units[length++] = 0xd7c0 + (point >>> 10);
      units[length++] = 0xdc00 | (point & 0x3ff);
    }
    this.length = length;
  }

  readText(text: string): void {
    this.#begin(text.length);
    this.#bytes = undefined;
    this.#text = text;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      this.units[at] = unit;
      if (unit <= AT_SIGN || unit >= WIDE_NUMBER_SIGN) this.#note(unit, at, 0);
    }
    this.length = text.length;
  }

  /** The hashtag word directly after a sign, given by its index in `signs`. */
  wordBehind(sign: number): string {
    const from = (this.signs[sign] ?? outOfRange()) + 1;
    const to = hashtagWordEnd(this.units, from, this.length);
    if (this.#text !== undefined || !this.#bytes) return this.text.slice(from, to);
    const start = this.#behindSigns[sign] ?? outOfRange();
    let end = start;
    for (let at = from; at < to; at++) {
      const unit = this.units[at] ?? outOfRange();
      end += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
    return this.#words.read(this.#bytes, start, end);
  }

  #begin(most: number): void {
    if (this.units.length < most) this.units = new Uint16Array(2 * most);
    this.hasAt = this.hasLink = this.hasLineEnd = this.mayQuote = false;
    this.signs.length = this.#behindSigns.length = 0;
  }

  #hasBracketBefore(before: number): boolean {
    for (let at = before - 1; at >= 0 && at >= before - BEFORE_NAME; at--) if (this.units[at] === BRACKET) return true;
    return false;
  }

  /** Whether only spaces stand before a unit in its line. */
  #beginsLine(unit: number): boolean {
    let at = unit - 1;
    while (at >= 0 && isSpace(this.units[at] ?? 0) && this.units[at] !== LINE_END) at--;
    return at < 0 || this.units[at] === LINE_END;
  }

  /** Whether a name with its `@` ends before this unit, or before a space before it. */
  #endsName(colon: number): boolean {
    const end = isSpace(this.units[colon - 1] ?? 0) ? colon - 1 : colon;
    for (let at = end - 1; at >= 0 && at >= end - LONGEST_NAME; at--) {
      const unit = this.units[at] ?? outOfRange();
      if (unit === AT_SIGN || unit === WIDE_AT_SIGN) return true;
      // Names have no spaces. Rarer white space is passed over: then the text is looked at again, for nothing.
      if (isSpace(unit)) return false;
    }
    return false;
  }

  /** @param at index of the unit @param behind offset of the bytes after it */
  #note(unit: number, at: number, behind: number): void {
    if (unit === LINE_END) this.hasLineEnd = true;
    else if (unit === NUMBER_SIGN || unit === WIDE_NUMBER_SIGN) {
      this.signs.push(at);
      this.#behindSigns.push(behind);
    } else if (unit === AT_SIGN || unit === WIDE_AT_SIGN) {
      this.hasAt = true;
      this.mayQuote ||= this.#hasBracketBefore(at);
    } else if (unit === COLON || unit === WIDE_COLON) this.mayQuote ||= this.hasAt && this.#endsName(at);
    else if (unit === GREATER || unit === AMPERSAND) this.mayQuote ||= this.#beginsLine(at);
    else if (unit === SLASH && at >= 1 && this.units[at - 1] === BRACKET) this.mayQuote = true;
    else if (unit === SLASH && at >= 2 && this.units[at - 1] === SLASH && this.units[at - 2] === COLON)
      this.hasLink = true;
  }
}
