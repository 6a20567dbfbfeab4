/**
 * Objects that a program has printed into a cell: JSON, and the output of Python's `repr` for dicts, lists and
 * objects (`{'id': 101, 'verified': False}`, `User(username='ann')`, `[Timestamp('2020-07-28')]`). Only values are
 * parsed, no code is run. Integers of 16 or more digits stay texts, as in JSON.
 */

import { parseJson } from '../json/value.js';

const DEEPEST = 40;
/** Longer cells are not objects of a post. */
const LONGEST = 1024 * 1024;

/** The beginning of a cell with an object or a list. */
const OPENS = /^\s*(?:@?\{|[[(]|(?:[A-Za-z_][\w.]*)\s*[({])/;
/** `{id=1, name=Ann}` of Java, `User{id=1, name='Ann'}`, `@{id=1; name=Ann}` of PowerShell. */
const OF_EQUATIONS = /^\s*(?:@|[A-Za-z_][\w.]*)?\{\s*([A-Za-z_]\w*\s*=(?!=)[\s\S]*)\}\s*$/;

class NotAnObject extends Error {}

/** The object or the list in a cell; undefined if it holds none. */
export function parsePrintedObject(cell: string): unknown {
  if (cell.length > LONGEST || !OPENS.test(cell)) return undefined;
  const json = parsedJson(cell);
  if (json !== undefined) return json;
  const equations = OF_EQUATIONS.exec(cell)?.[1];
  if (equations !== undefined) return ofEquations(equations);
  try {
    const parser = new LiteralParser(cell);
    const value = parser.value(0);
    parser.end();
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch (error) {
    if (error instanceof NotAnObject) return undefined;
    throw error;
  }
}

/** Splits the text into keys before each `=` and values after it, up to the comma or semicolon before the next key. */
function ofEquations(text: string): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const part of text.split(/[,;]\s*(?=[A-Za-z_]\w*\s*=(?!=))/)) {
    const at = part.indexOf('=');
    const value = part.slice(at + 1).trim();
    const bare = value.replace(/^(["'])([\s\S]*)\1$/, '$2');
    setOwn(object, part.slice(0, at).trim(), value === 'null' ? null : bare);
  }
  return object;
}

function parsedJson(cell: string): unknown {
  if (!/^\s*(?:\{\s*["}]|\[\s*["{[\]\d-])/.test(cell)) return undefined;
  try {
    return parseJson(cell);
  } catch {
    return undefined;
  }
}

const WORDS: Readonly<Record<string, unknown>> = {
  True: true,
  False: false,
  None: null,
  true: true,
  false: false,
  null: null,
  nan: null,
  NaN: null,
  NaT: null,
  undefined: null,
};

/** Types that print their content as the first argument. */
const TRANSPARENT =
  /(?:^|\.)(?:array|OrderedDict|frozenset|set|list|tuple|dict|str|int|float|ObjectId|Int64|Decimal|URL|int64|float64|str_|bool_)$/;
/** Their printed text is kept for the date reader. */
const TIMES = /(?:^|\.)(?:Timestamp|datetime64|datetime|date|ISODate)$/;

class LiteralParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): unknown {
    if (depth > DEEPEST) throw new NotAnObject();
    this.#space();
    const sign = this.#text[this.#at];
    if (sign === '{') return this.#braces(depth);
    if (sign === '[') return this.#list(']', depth);
    if (sign === '(') return this.#list(')', depth);
    if (sign === '"' || sign === "'") return this.#strings();
    const number = this.#take(/[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y);
    if (number !== undefined) return /^[+-]?\d{16,}$/.test(number) ? number : Number(number.replaceAll('_', ''));
    if (this.#take(/[bBuUrRfF]{1,2}(?=["'])/y) !== undefined) return this.#strings();
    const named = this.#take(/<[^<>]{1,1000}>/y);
    if (named !== undefined) return attributesOf(named);
    const began = this.#at;
    const word = this.#take(/[A-Za-z_][\w.]*/y);
    if (word === undefined) throw new NotAnObject();
    this.#space();
    if (this.#text[this.#at] === '(') return this.#call(word, began, depth);
    if (Object.hasOwn(WORDS, word)) return WORDS[word];
    // A name from the program, such as a time zone: only its text is known.
    if (word.includes('.')) return word;
    throw new NotAnObject();
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) throw new NotAnObject();
  }

  #call(name: string, began: number, depth: number): unknown {
    const named: Record<string, unknown> = {};
    const values: unknown[] = [];
    this.#at++;
    this.#items(')', () => {
      const key = this.#take(/[A-Za-z_]\w*\s*=(?!=)/y)?.replace(/\s*=$/, '');
      // `dtype=object`
      const bare = key === undefined ? undefined : this.#take(/(?!(?:True|False|None)\b)[A-Za-z_]\w*(?=\s*[,)])/y);
      const value = bare ?? this.value(depth + 1);
      if (key === undefined) values.push(value);
      else setOwn(named, key, value);
    });
    if (TIMES.test(name)) return this.#text.slice(began, this.#at);
    if (TRANSPARENT.test(name) && values.length > 0) return values[0];
    if (Object.keys(named).length > 0 || values.length !== 1) return named;
    return values[0];
  }

  /** A dict, or a set (returned as a list). */
  #braces(depth: number): unknown {
    const object: Record<string, unknown> = {};
    const members: unknown[] = [];
    this.#at++;
    this.#items('}', () => {
      const key = this.value(depth + 1);
      this.#space();
      if (this.#text[this.#at] !== ':') {
        members.push(key);
        return;
      }
      this.#at++;
      setOwn(object, String(key), this.value(depth + 1));
    });
    return members.length > 0 ? members : object;
  }

  #list(close: string, depth: number): unknown[] {
    const list: unknown[] = [];
    this.#at++;
    this.#items(close, () => void list.push(this.value(depth + 1)));
    return list;
  }

  /** Items separated by commas; numpy prints only spaces between them. */
  #items(close: string, item: () => void): void {
    for (;;) {
      this.#space();
      if (this.#text[this.#at] === close) break;
      item();
      this.#space();
      if (this.#text[this.#at] === ',') this.#at++;
      else if (this.#text[this.#at] !== close) throw new NotAnObject();
    }
    this.#at++;
  }

  /** One string, or several adjacent strings, which are joined. */
  #strings(): string {
    let whole = '';
    for (;;) {
      const quote = this.#take(/'''|"""|'|"/y);
      if (quote === undefined) return whole;
      let from = this.#at;
      for (;;) {
        const close = this.#text.indexOf(quote, from);
        if (close < 0) throw new NotAnObject();
        let backslashes = 0;
        while (this.#text.charCodeAt(close - 1 - backslashes) === 0x5c && close - 1 - backslashes >= this.#at)
          backslashes++;
        from = close + 1;
        if (backslashes % 2 === 1) continue;
        whole += unescaped(this.#text.slice(this.#at, close));
        this.#at = close + quote.length;
        break;
      }
      this.#space();
      if (this.#text[this.#at] !== '"' && this.#text[this.#at] !== "'") return whole;
    }
  }

  #space(): void {
    this.#take(/\s+/y);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

/** The attributes of `<ReferencedTweet id=1 type=quoted>`; the text itself if there are none. */
function attributesOf(named: string): unknown {
  const object: Record<string, unknown> = {};
  for (const [, key = '', quoted, bare] of named.matchAll(/\s(\w+)=(?:'([^']*)'|([^\s>]+))/g))
    setOwn(object, key, quoted ?? bare);
  return Object.keys(object).length > 0 ? object : named;
}

/** Sets an own property, also for a key such as `__proto__`. */
function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

const ESCAPE = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|([\s\S]))/g;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };

/** A Python or JSON string with its escapes resolved. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (whole, short?: string, long?: string, byte?: string, letter = '') => {
    const code = short ?? long ?? byte;
    if (code === undefined) return LETTERS[letter] ?? letter;
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
