import Assembler from 'stream-json/core/assembler.js';
import { jsonParser } from 'stream-json/core/parser.js';
import { SCRIPT_END, SCRIPT_PREFIX } from '../sniff.js';
import { cutAtMultiples } from '../streams.js';
import { BATCH_BYTES, MAX_DEPTH, MAX_VALUE, type Located } from './value.js';

/** Where a record may end, and a line. */
const PIECE_END = /\n|\}(?=[^}])/g;
/** Characters of a piece that has no such end: few enough to be held until they are there. */
const LONGEST_PIECE = 16 * 1024;

/**
 * Characters before the first value in which a prefix is looked for: as many as are looked at to see that it is JSON.
 */
const LONGEST_BEFORE = 64 * 1024;

/**
 * Values of many lines, one after another, and the elements of an array each by itself, in batches of BATCH_BYTES, so
 * that a file of any length is read in the memory that its longest value needs. `place` is the number of the value.
 * Numbers come as text, with all their digits. Where the JSON breaks off, one broken value, with the line, is the
 * last.
 */
export async function* readDocument(chunks: AsyncIterable<Buffer>): AsyncGenerator<Located[]> {
  const values = new ValueStream();
  const decoder = new TextDecoder();
  // What stands before the first value, which may come in parts.
  let before: string | undefined = '';
  // The last letters of a script, where it may close what it has opened; undefined of what is none.
  let last: string | undefined;
  const write = (text: string): void => {
    if (last === undefined) {
      values.write(text);
      return;
    }
    last += text;
    values.write(last.slice(0, -LONGEST_END));
    last = last.slice(-LONGEST_END);
  };
  for await (const { part, isEnd } of cutAtMultiples(chunks, BATCH_BYTES)) {
    const text = decoder.decode(part, { stream: true });
    if (before === undefined) write(text);
    else {
      before += text;
      if (!/[[{]/.test(text) && before.length < LONGEST_BEFORE) continue;
      if (SCRIPT_PREFIX.test(before.slice(0, LONGEST_BEFORE))) last = '';
      write(withoutPrefix(before));
      before = undefined;
    }
    if (values.failed) break;
    if (isEnd) yield values.taken();
  }
  const rest = withoutPrefix(before ?? '') + decoder.decode();
  if (!values.failed) values.end(last === undefined ? rest : (last + rest).replace(SCRIPT_END, ''));
  yield values.taken();
}

/** Letters in which a script may close what it has opened. */
const LONGEST_END = 64;

function withoutPrefix(text: string): string {
  const start = text.slice(0, LONGEST_BEFORE);
  return start.replace(/^\s*\x1e/, '').replace(SCRIPT_PREFIX, '') + text.slice(LONGEST_BEFORE);
}

class ValueStream {
  failed = false;
  readonly #parse = jsonParser({ streamValues: false, jsonStreaming: true });
  readonly #assembler = new Assembler<unknown>({ numberAsString: true });
  #found: Located[] = [];
  #count = 0;
  #line = 1;
  #length = 0;
  /** The beginning of a piece whose end is yet to come. */
  #rest = '';

  /** Reads on, as far as pieces are whole: so the parser is given the same ones however the text comes. */
  write(text: string): void {
    const whole = this.#rest + text;
    this.#rest = '';
    try {
      // Piece by piece, each to the end of an object or a line: a break in one takes nothing from those before it.
      let [from, end] = [0, 0];
      for (;;) {
        if (end <= from) {
          PIECE_END.lastIndex = from;
          end = PIECE_END.test(whole) ? PIECE_END.lastIndex : Infinity;
        }
        const to = Math.min(end, from + LONGEST_PIECE);
        if (to > whole.length) break;
        this.#consume(whole.slice(from, to));
        if (whole.charCodeAt(to - 1) === 10) this.#line++;
        from = to;
      }
      this.#rest = whole.slice(from);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Reads the last of the text. */
  end(text: string): void {
    this.write(text);
    if (this.failed) return;
    try {
      this.#consume(this.#rest);
      // A space ends the last number.
      this.#consume(' ');
      if (!this.#assembler.done) throw new Error('the file is cut off');
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What was read since it was asked for last. */
  taken(): Located[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #consume(piece: string): void {
    this.#length += piece.length;
    if (this.#length > MAX_VALUE) throw new Error(`a value of more than ${MAX_VALUE / 1024 / 1024} MB`);
    const tokens = this.#parse(piece);
    if (typeof tokens === 'symbol') return;
    const assembler = this.#assembler;
    for (const token of tokens.values) {
      assembler.consume(token);
      if (assembler.depth > MAX_DEPTH) throw new Error(`a value nested more than ${MAX_DEPTH} deep`);
      const { name } = token;
      if (name === 'startArray' || name === 'startObject' || name === 'keyValue' || assembler.depth > 1) continue;
      const { current } = assembler;
      if (!assembler.done) {
        if (Array.isArray(current)) for (const value of current.splice(0)) this.#give(value);
      } else if (!Array.isArray(current)) this.#give(current);
    }
  }

  #give(value: unknown): void {
    this.#found.push({ place: ++this.#count, value });
    this.#length = 0;
  }

  #fail(error: unknown): void {
    this.failed = true;
    const broken = error instanceof Error ? error.message : String(error);
    this.#found.push({ place: this.#count + 1, broken, line: this.#line });
  }
}
