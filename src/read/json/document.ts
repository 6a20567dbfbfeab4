import Assembler from 'stream-json/core/assembler.js';
import { jsonParser } from 'stream-json/core/parser.js';
import { SCRIPT_END, SCRIPT_PREFIX } from '../sniff.js';
import { cutAtMultiples } from '../streams.js';
import { BATCH_BYTES, MAX_DEPTH, MAX_VALUE, type Located } from './value.js';

/** The possible end of a record or a line. */
const PIECE_END = /\n|\}(?=[^}])/g;
/** The length of a piece without such an end; small enough to be kept until it is complete. */
const LONGEST_PIECE = 16 * 1024;

/**
 * How many characters before the first value are searched for a prefix; the same number decides whether the file is
 * JSON.
 */
const LONGEST_BEFORE = 64 * 1024;

/**
 * Reads multi-line values one after another, and the elements of an array one by one, in batches of BATCH_BYTES. So a
 * file of any length needs only the memory for its longest value. `place` is the number of the value. Numbers are
 * returned as text with all their digits. If the JSON is cut off or invalid, the last item is a broken value with its
 * line.
 */
export async function* readDocument(chunks: AsyncIterable<Buffer>): AsyncGenerator<Located[]> {
  const values = new ValueStream();
  const decoder = new TextDecoder();
  // The text before the first value; it may be split over several chunks.
  let before: string | undefined = '';
  // The last characters of a script, which may contain its closing brackets; undefined if the file is not a script.
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

/** The maximum length of a script's closing brackets. */
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
  /** The beginning of an incomplete piece. */
  #rest = '';

  /** Parses all complete pieces. The pieces do not depend on how the text was split into chunks. */
  write(text: string): void {
    const whole = this.#rest + text;
    this.#rest = '';
    try {
      // Piece by piece, up to the end of an object or a line: an error in one piece does not affect those before it.
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

  /** Parses the last part of the text. */
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

  /** The values that were read since the last call. */
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
