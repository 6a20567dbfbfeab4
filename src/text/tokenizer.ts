import {
  BREAK,
  CYRILLIC,
  foldChar,
  JOINER,
  charClass,
  LATIN,
  LETTER,
  NAME_PART,
  RARE,
  VARIATION_SELECTOR,
  SIGIL,
  SPACE,
} from './char-classes.js';
import { normalise } from './normalise.js';

const BETWEEN_WORDS = 0x20;

/**
 * Reads the words of a text, as `normalise` tells them, without making strings of them: some ten times as fast. Texts
 * that hold anything rare are left to `normalise` itself.
 */
export class Tokenizer {
  /** The words' UTF-16 units, with a space between each two, up to `length`. */
  units = new Uint16Array(1024);
  length = 0;
  words = 0;
  disguised = false;

  read(text: string): void {
    // A word takes no more room than its letters, and the space before it that of what parts it from the last.
    if (this.units.length < text.length) this.units = new Uint16Array(2 * text.length);
    if (!this.#readPlainly(text)) this.#take(text);
  }

  /** In one pass; false where the text holds something rare. */
  #readPlainly(text: string): boolean {
    const { units } = this;
    let length = 0;
    let words = 0;
    let disguised = false;
    let within: 'text' | 'name' | 'link' = 'text';
    /** Whether the next letter begins a word; the scripts of this one. */
    let apart = true;
    let scripts = 0;
    /** Nothing so far but white space and links: a retweet mark may follow. */
    let atStart = true;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let kind = charClass(unit);
      if (kind === RARE) {
        // Of two units, perhaps.
        const point = text.codePointAt(i) ?? unit;
        if (point === unit) return false;
        kind = charClass(point);
        if (kind === RARE) return false;
        i++;
      }
      if (kind === SPACE) {
        within = 'text';
        apart = true;
        continue;
      }
      if (within === 'link') continue;
      if (kind === LATIN) {
        if (beginsLink(text, i, unit)) {
          within = 'link';
          apart = true;
          continue;
        }
        if (atStart && (unit | 0x20) === 0x72 /* r */ && (text.charCodeAt(i + 1) | 0x20) === 0x74 /* t */) return false;
      }
      atStart = false;
      if (within === 'name') {
        if (kind >= LETTER || kind === NAME_PART || kind === VARIATION_SELECTOR || kind === JOINER) continue;
        within = 'text';
      }
      if (kind >= LETTER) {
        if (apart) {
          if (words++ > 0) units[length++] = BETWEEN_WORDS;
          apart = false;
          scripts = 0;
        }
        units[length++] = foldChar(unit);
        scripts |= 1 << kind;
        if ((scripts & MIXED) === MIXED) disguised = true;
      } else if (kind === BREAK || kind === NAME_PART) apart = true;
      else if (kind === SIGIL) {
        within = 'name';
        apart = true;
      } else if (kind === VARIATION_SELECTOR && !apart) return false;
    }
    this.length = length;
    this.words = words;
    this.disguised = disguised;
    return true;
  }

  #take(text: string): void {
    const { words, disguised } = normalise(text);
    const key = words.join(' ');
    if (this.units.length < key.length) this.units = new Uint16Array(2 * key.length);
    for (let i = 0; i < key.length; i++) this.units[i] = key.charCodeAt(i);
    this.length = key.length;
    this.words = words.length;
    this.disguised = disguised;
  }
}

const MIXED = (1 << LATIN) | (1 << CYRILLIC);
/** `…` is three dots. */
const LINK_BEGINS = /https?:\/\/|www[.…]|pic\.twitter\.com\//iy;

/** Whether a link begins with this unit. */
function beginsLink(text: string, at: number, unit: number): boolean {
  const first = unit | 0x20;
  if (first !== 0x68 /* h */ && first !== 0x77 /* w */ && first !== 0x70 /* p */) return false;
  LINK_BEGINS.lastIndex = at;
  return LINK_BEGINS.test(text);
}
