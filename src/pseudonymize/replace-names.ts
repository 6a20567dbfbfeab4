/** Replaces names in a text, from left to right; everything else is kept exactly as written. */

import { createRequire } from 'node:module';
import { isCommonWord } from './common-words.js';
import { findNumber, type FoundNumber } from './find-numbers.js';
import { findSteps, type Step } from './find-steps.js';
import { LATIN_SCRIPT } from './fold-character.js';
import { plainForm, FoldedText } from './folded-text.js';
import { type Conditions, type FoundName, type NameIndex, nameKey } from './name-index.js';

const MADE = /(?:account|user|name|post|mail)_[\da-f]{16}/gu;
const PUNYCODE = /xn--[a-z\d-]+/y;
/**
 * An account's server, or the second part of a handle: in lower case, unlike most words after the end of a sentence.
 */
const DOTTED = /(?:\.[a-z\d_]+)+/y;
const LONG_NUMBER = /^\d{8,}$/u;
/** The host in an address of Mastodon or compatible software, `host/@name`. */
const SERVER = /(?<![\p{L}\p{N}.-])([\p{L}\p{N}][\p{L}\p{N}.-]*)\/@$/u;
const LONGEST_SERVER = 100;
/** Marks that are drawn above or through the letter before them. */
const ACCENTS = /(?:(?![\u200c\u200d])\p{Script=Inherited}|[\u{483}-\u{489}])+/uy;
const VK_NUMBER = /\d+$/u;
const VK_POST_ID = /-?\d+(?:_\d+)*$/u;

/** The names to replace, and their pseudonyms. */
export interface NameReplacements {
  /** Names that are searched in running text. */
  readonly names: NameIndex;
  /** All handles and ids, for places that can contain nothing else. */
  readonly handles: NameIndex;
  readonly handle: (plain: string) => string;
  readonly account: (id: string) => string;
  readonly post: (id: string) => string;
  /** The id of an account, else of a post, or a telephone number. */
  readonly number: (digits: string) => string;
  readonly displayName: (name: string) => string;
  readonly mail: (address: string) => string;
  /** The replacement of a hashtag, without `#`; undefined if it is kept. */
  readonly hashtag: (tag: string) => string | undefined;
  /** Whether this is a pseudonym made by this program: it is kept. */
  readonly isMade: (pseudonym: string) => boolean;
}

/** A pseudonym may join text that a name separated (`x.com/First Last/1`), so that more of it becomes an address. */
const MOST_ROUNDS = 8;

/**
 * Replaces all names in a text by their pseudonyms. Repeats this until nothing changes, at most `MOST_ROUNDS` times.
 */
export function replaceNames(text: string, naming: NameReplacements): string {
  let result = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = result;
    result = new Replacement(before, naming).run();
    if (result === before) break;
  }
  return result;
}

class Replacement {
  readonly #text: FoldedText;
  readonly #naming: NameReplacements;
  readonly #inText: Conditions;
  readonly #steps = new Map<number, Step[]>();
  /** The next number, unless a name has taken its beginning. */
  #number: FoundNumber | undefined;
  readonly #made = new Map<number, number>();
  /** Where the current candidate for a name begins. */
  #start = 0;

  constructor(text: string, naming: NameReplacements) {
    // Pseudonyms replace names and numbers within words, so they end a word no more than the originals did.
    this.#text = new FoldedText(text, (folded) => {
      for (const { 0: pseudonym, index } of folded.matchAll(MADE))
        if (naming.isMade(pseudonym)) this.#made.set(index, index + pseudonym.length);
      return this.#made;
    });
    this.#naming = naming;
    this.#inText = {
      mayEnd: (end) => this.#text.isBoundary(end),
      accept: (end) => !isCommonWord(this.#text.plain(this.#start, end)),
    };
    const folded = this.#text.text;
    for (const step of findSteps(folded)) {
      const same = this.#steps.get(step.from);
      if (same) same.push(step);
      else this.#steps.set(step.from, [step]);
    }
    this.#number = findNumber(folded, 0);
  }

  run(): string {
    const { original, text: folded } = this.#text;
    let result = '';
    let done = 0;
    for (let at = 0; at < folded.length;) {
      const found = this.#at(at);
      if (found === undefined) at++;
      else {
        if (found.pseudonym !== undefined) {
          const { from, to } = this.#text.range(at, found.end);
          result += original.slice(done, from) + found.pseudonym;
          ACCENTS.lastIndex = to;
          done = to + (ACCENTS.exec(original)?.[0].length ?? 0);
        }
        at = found.end;
      }
    }
    return result + original.slice(done);
  }

  /** The replacement at this unit; without a pseudonym, the range is skipped. */
  #at(at: number): { readonly pseudonym?: string; readonly end: number } | undefined {
    const text = this.#text;
    const made = this.#made.get(at);
    if (made !== undefined) return { end: made };
    if (this.#number && this.#number.from < at) this.#number = findNumber(text.text, at);
    const number = this.#number?.from === at ? this.#number : undefined;
    const named = text.isWord(at) && text.isBoundary(at) ? this.#nameAt(at) : undefined;
    if (number && (named === undefined || named.end < number.to))
      return { pseudonym: this.#naming.number(number.digits), end: number.to };
    return named;
  }

  #nameAt(at: number): { readonly pseudonym?: string; readonly end: number } | undefined {
    const text = this.#text;
    const before = text.text[at - 1];
    this.#start = at;
    if (before === '#' && text.text[at - 2] !== '/') return this.#hashtag(at);
    const inText = this.#naming.names.match(text, at, this.#inText);
    for (const step of this.#steps.get(at) ?? []) {
      const found = this.#step(step);
      if (found) return inText && inText.end > found.end ? inText : found;
    }
    if (before === '@') {
      const found = this.#mention(at);
      return inText && inText.end > found.end ? inText : found;
    }
    return inText ?? this.#punycode(at);
  }

  #hashtag(at: number): { readonly pseudonym?: string; readonly end: number } {
    const end = this.#text.wordEnd(at);
    const { from, to } = this.#text.range(at, end);
    const pseudonym = this.#naming.hashtag(this.#text.original.slice(from, to));
    if (pseudonym !== undefined) return { pseudonym, end };
    const longer = this.#naming.names.match(this.#text, at, this.#inText);
    return longer && longer.end > end ? longer : { end };
  }

  #step({ from, to, kind }: Step): FoundName | undefined {
    const text = this.#text;
    const { account, displayName, handle, number, post, mail, handles } = this.#naming;
    const plain = text.plain(from, to);
    const key = nameKey(text.text.slice(from, to));
    switch (kind) {
      case 'mail': {
        const known = handles.lookup(key, plain);
        return { pseudonym: known?.pseudonym ?? (text.text[from - 1] === '@' ? handle : mail)(plain), end: to };
      }
      case 'label':
        return { pseudonym: displayName(this.#asWritten(from, to)), end: to };
      case 'owner':
        return { pseudonym: account(VK_NUMBER.exec(text.text.slice(from, to))?.[0] ?? ''), end: to };
      case 'post':
        return { pseudonym: post(VK_POST_ID.exec(plain)?.[0] ?? this.#asWritten(from, to)), end: to };
      case 'number':
        return { pseudonym: number(plain), end: to };
      case 'profile':
      case 'account': {
        const bare = key.replaceAll(' ', '');
        const known = handles.lookup(key, plain) ?? (bare === key ? undefined : handles.lookup(bare, bare));
        if (known) return { pseudonym: known.pseudonym, end: to };
        const glued = handles.match(text, from, {
          mayEnd: (end, of) => end < to && this.#endsHandle(end, of) && text.isWord(end),
        });
        if (glued) return glued;
        if (LONG_NUMBER.test(key)) return { pseudonym: number(key), end: to };
        return kind === 'profile' ? this.#unknown(from, to) : undefined;
      }
    }
  }

  #mention(at: number): FoundName {
    const text = this.#text;
    const { handles } = this.#naming;
    const server = SERVER.exec(text.text.slice(Math.max(0, at - LONGEST_SERVER), at))?.[1];
    if (server !== undefined) {
      const end = text.wordEnd(at);
      const there = `${text.text.slice(at, end)}@${server}`;
      const known = handles.lookup(nameKey(there), there);
      if (known) return { pseudonym: known.pseudonym, end };
    }
    const known = handles.match(text, at, { mayEnd: (end, key) => this.#endsHandle(end, key) });
    if (known) return known;
    DOTTED.lastIndex = text.wordEnd(at);
    const dotted = text.range(DOTTED.lastIndex, DOTTED.lastIndex + 2);
    const more = /^\.[a-z\d_]/u.test(text.original.slice(dotted.from, dotted.to))
      ? DOTTED.exec(text.text)?.[0]
      : undefined;
    return this.#unknown(at, text.wordEnd(at) + (more?.length ?? 0));
  }

  /** In scripts without spaces, a handle ends with its Latin letters. */
  #endsHandle(end: number, key: string): boolean {
    const text = this.#text;
    return (
      text.isBoundary(end) ||
      (/^[\u0020-\u007e]*$/u.test(key) && !text.isAscii(end) && text.script(end) !== LATIN_SCRIPT)
    );
  }

  /** A handle that is not in the dump. */
  #unknown(from: number, to: number): FoundName {
    const text = this.#text;
    let latin = from;
    while (latin < to && (text.script(latin) === LATIN_SCRIPT || !text.isWord(latin))) latin++;
    while (latin > from && !text.isWord(latin - 1)) latin--;
    // There are Latin letters again later: the letters between are look-alikes.
    const mixed = latin > from && hasLatin(text, latin, text.wordEnd(latin));
    const end = latin === from || mixed ? to : latin;
    const plain = text.plain(from, end);
    return {
      pseudonym: this.#naming.handle(mixed || hasLatin(text, from, end) ? text.text.slice(from, end) : plain),
      end,
    };
  }

  /** A label of an internationalized domain in Punycode. */
  #punycode(at: number): FoundName | undefined {
    const text = this.#text;
    PUNYCODE.lastIndex = at;
    const label = text.text.startsWith('xn--', at) ? PUNYCODE.exec(text.text)?.[0] : undefined;
    if (label === undefined) return undefined;
    const decoded = decodeLabel(label);
    const known =
      decoded === undefined || isCommonWord(plainForm(decoded))
        ? undefined
        : this.#naming.names.lookup(nameKey(decoded), plainForm(decoded));
    return known && { pseudonym: known.pseudonym, end: at + label.length };
  }

  #asWritten(from: number, to: number): string {
    const range = this.#text.range(from, to);
    return this.#text.original.slice(range.from, range.to);
  }
}

function hasLatin(text: FoldedText, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (text.script(at) === LATIN_SCRIPT && /[a-z]/u.test(text.text[at] ?? '')) return true;
  return false;
}

function decodeLabel(label: string): string | undefined {
  const require = createRequire(import.meta.url);
  const { toUnicode }: { toUnicode(domain: string): string } = require('punycode/punycode.js');
  try {
    return toUnicode(label);
  } catch {
    return undefined;
  }
}
