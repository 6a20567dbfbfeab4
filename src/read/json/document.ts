import Assembler from 'stream-json/core/assembler.js';
import { jsonParser } from 'stream-json/core/parser.js';
import { ARCHIVE_PREFIX } from '../sniff.js';
import { MAX_DEPTH, MAX_VALUE, type Located } from './value.js';

/** Where a record may end, and a line. */
const PIECE_END = /\n|\}(?=[,\]\s])/g;

/** Characters before the first value in which a prefix is looked for: as many as are looked at to see that it is JSON. */
const LONGEST_BEFORE = 64 * 1024;

/**
 * Values of many lines, one after another, and the elements of an array each by itself, so that a file of any length is
 * read in the memory that its longest value needs. `place` is the number of the value. Numbers come as text, with all
 * their digits. Where the JSON breaks off, one broken value, with the line, is the last.
 */
export async function* readDocument(chunks: AsyncIterable<Buffer>): AsyncGenerator<Located[]> {
  const values = new ValueStream();
  const decoder = new TextDecoder();
  // What stands before the first value, which may come in parts.
  let before: string | undefined = '';
  for await (const chunk of chunks) {
    let text = decoder.decode(chunk, { stream: true });
    if (before !== undefined) {
      before += text;
      if (!/[[{]/.test(text) && before.length < LONGEST_BEFORE) continue;
      text = withoutPrefix(before);
      before = undefined;
    }
    yield values.write(text);
    if (values.failed) return;
  }
  yield values.end(withoutPrefix(before ?? '') + decoder.decode());
}

function withoutPrefix(text: string): string {
  return text.replace(/^\s*\x1e/, '').replace(ARCHIVE_PREFIX, '');
}

class ValueStream {
  failed = false;
  readonly #parse = jsonParser({ streamValues: false, jsonStreaming: true });
  readonly #assembler = new Assembler<unknown>({ numberAsString: true });
  #found: Located[] = [];
  #count = 0;
  #line = 1;
  #length = 0;

  write(text: string): Located[] {
    try {
      // Piece by piece, each to the end of an object or a line: a break in one takes nothing from those before it.
      for (let from = 0; from < text.length;) {
        PIECE_END.lastIndex = from;
        const to = PIECE_END.test(text) ? PIECE_END.lastIndex : text.length;
        this.#consume(text.slice(from, to));
        if (text.charCodeAt(to - 1) === 10) this.#line++;
        from = to;
      }
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
    return this.#taken();
  }

  end(rest: string): Located[] {
    const last = this.write(rest);
    if (this.failed) return last;
    try {
      // A space ends the last number.
      this.#consume(' ');
      if (!this.#assembler.done) this.#fail('the file is cut off');
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
    return [...last, ...this.#taken()];
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

  #fail(why: string): void {
    this.failed = true;
    this.#found.push({ place: this.#count + 1, broken: why, line: this.#line });
  }

  #taken(): Located[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}
