import { createHmac } from 'node:crypto';
import { fold, NameIndex, type Word, wordsOf } from './name-index.js';

/** 64 bits: among ten million names the chance that any two get the same is about 3 in a million. */
const DIGITS = 16;
/** A word of fewer letters that stands by itself is no handle, and a shorter number no account's id: it may be a word, a year, a price. */
const SHORTEST_HANDLE = 4;
const SHORTEST_ID = 5;
/** A number of so many digits is an id or somebody's telephone, known or not. */
const LONG_NUMBER = /\d{8,}/gu;
/** What stands before a handle in the address of a profile or a post. */
const PROFILE = /(?:\b(?:twitter|x|vk|instagram|facebook|tiktok)\.com|\bt\.me|\bbsky\.app\/profile)\/(?:#!\/)?$/iu;
/** Places of those sites that are nobody's. */
const NOBODY = new Set([
  'i',
  'hashtag',
  'search',
  'intent',
  'share',
  'home',
  'sharer',
  'groups',
  'events',
  'p',
  'reel',
  'watch',
  'wall',
]);

/** The names of one account, as the dump has them. */
export interface AccountNames {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
}

/**
 * Stable pseudonyms: HMAC-SHA-256 of a name under a key. The same name gets the same pseudonym with the same key, in any
 * dump; without the key nobody can tell which name it was, nor try names out.
 */
export class Pseudonyms {
  readonly #key: string;
  readonly #names = new NameIndex();
  readonly #handles = new NameIndex();
  /** Names that are no words of any language: digits, underscores, long numbers. */
  readonly #unmistakable = new NameIndex();
  readonly #ids = new Map<string, string>();

  constructor(key: string, accounts: Iterable<AccountNames>) {
    this.#key = key;
    for (const account of accounts) this.#learn(account);
  }

  #learn({ id, handle, displayName }: AccountNames): void {
    const ofHandle = this.handle(handle);
    // Where a dump has no ids, handles or names stand for them.
    const ofId =
      fold(id) === fold(handle) ? ofHandle : id === displayName ? this.displayName(id) : this.#make('account', id);
    this.#ids.set(id, ofId);
    this.#handles.add(handle, ofHandle);
    if (handle.length >= SHORTEST_HANDLE || isMarked(handle)) this.#names.add(handle, ofHandle);
    if (isMarked(handle)) this.#unmistakable.add(handle, ofHandle);
    if (/^\d+$/u.test(id) ? id.length >= SHORTEST_ID : id.length >= SHORTEST_HANDLE) {
      this.#names.add(id, ofId);
      if (isMarked(id)) this.#unmistakable.add(id, ofId);
    }
    // A name of one word (Russia, News) says nobody's name where a text uses the word.
    if (wordsOf(displayName).length > 1 || isMarked(displayName))
      this.#names.add(displayName, this.displayName(displayName));
  }

  id(id: string): string {
    return this.#ids.get(id) ?? this.#make('account', id);
  }

  handle(handle: string): string {
    return handle === '' ? '' : this.#make('user', fold(handle));
  }

  displayName(name: string): string {
    return name === '' ? '' : this.#make('name', name);
  }

  post(id: string): string {
    return this.#make('post', id);
  }

  /**
   * A text from the dump without names: every mention, and the ids, handles and names of the dump's accounts wherever they
   * stand as whole words; hashtags stay.
   */
  text(text: string): string {
    return this.#replace(text, this.#names, true);
  }

  /** This program's own words, which may quote a name: only what cannot be a word of them is replaced. */
  prose(text: string): string {
    return this.#replace(text, this.#unmistakable, false);
  }

  /** Such words with a quotation from the dump in “…”, cut or not: what is cut may be half of a name. */
  quoting(text: string): string {
    return text.replace(
      /“(.*)”/su,
      (_, quoted: string) =>
        `“${this.text(quoted.endsWith('…') ? quoted.replace(/[\p{L}\p{M}\p{N}_.@:-]+…$/u, '…') : quoted)}”`,
    );
  }

  #replace(text: string, names: NameIndex, all: boolean): string {
    const words = wordsOf(text);
    let result = '';
    let done = 0;
    for (let at = 0; at < words.length;) {
      const word = words[at];
      if (!word) break;
      const before = text.slice(Math.max(0, word.start - 40), word.start);
      const found = /[#＃]$/u.test(before)
        ? undefined
        : ((all ? this.#addressed(word, words, at, before) : undefined) ?? names.match(words, at));
      const end =
        found === undefined ? word.end : 'end' in found ? found.end : (words[at + found.words - 1]?.end ?? word.end);
      result += text.slice(done, word.start) + (found ? found.pseudonym : this.#numbers(word.text, before));
      done = end;
      // What is left of a word goes on as a word of its own.
      if (end < word.end) words[at] = { text: text.slice(end, word.end), start: end, end: word.end };
      else while (words[at] && (words[at]?.start ?? 0) < end) at++;
    }
    return result + text.slice(done);
  }

  /** A mention, or the owner of a profile that is linked to: known or not. */
  #addressed(
    word: Word,
    words: readonly Word[],
    at: number,
    before: string,
  ): { readonly pseudonym: string; readonly end: number } | undefined {
    const mentioned = /[@＠]$/u.test(before);
    if (!mentioned && !(PROFILE.test(before) && !NOBODY.has(fold(word.text)))) return undefined;
    const known = this.#handles.match(words, at);
    if (known) return { pseudonym: known.pseudonym, end: words[at + known.words - 1]?.end ?? word.end };
    // Where words are written without spaces, a handle ends with its Latin letters.
    const [latin = word.text] = /^\w+/.exec(word.text) ?? [];
    return { pseudonym: this.handle(latin), end: word.start + latin.length };
  }

  #numbers(word: string, before: string): string {
    return /[#＃]$/u.test(before)
      ? word
      : word.replaceAll(LONG_NUMBER, (digits) => this.#ids.get(digits) ?? this.post(digits));
  }

  #make(kind: string, name: string): string {
    return `${kind}_${createHmac('sha256', this.#key).update(`${kind} ${name}`).digest('hex').slice(0, DIGITS)}`;
  }
}

/** Whether a name is no ordinary word: it has a digit or an underscore beside letters, or is a long number. */
function isMarked(name: string): boolean {
  return wordsOf(name).length === 1 && (/^\d{5,}$/u.test(name) || (/\p{L}/u.test(name) && /[\p{N}_]/u.test(name)));
}
